// SPDX-License-Identifier: EUPL-1.2
// Question     where does somebody come onto the network from a home, a place or an entrance?
// Method       the nearest point on an edge that can be walked by everybody (no steps, ferry or closed road), on a part of the
//              network with at least `least_nodes` nodes; edges lie in a grid of cells. O(1) a point in a town.
// Units        metres; fraction 0 (from) to 1 (to).
// Assumption   within a few kilometres the earth is flat: metres per degree are those of the point's latitude.
#pragma once

#include "kernel/reach/network.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace wf::reach {

struct Foothold {
    std::uint32_t edge{0};
    float fraction{0};
    float metres{0}; ///< between the point and the edge, walked too
    bool operator==(Foothold const&) const = default;
};

struct LocateOptions {
    double furthest_metres{150};
    std::size_t least_nodes{100};
};

class Locator {
public:
    explicit Locator(Network const& network, LocateOptions const& options = {});
    ~Locator();
    Locator(Locator&&) noexcept;
    /// Nothing when there is no edge within reach.
    [[nodiscard]] std::optional<Foothold> find(geo::Point point) const;
    /// The same, but an edge of a street with this name is preferred when it is at most 40 m further.
    [[nodiscard]] std::optional<Foothold> find(geo::Point point, std::string_view street) const;
    /// Ways into a large place: a foothold for every ~25 m of its outline that has an edge within `near_metres`, and edges that
    /// run inside it (where they cross the outline first; in the middle when they lie inside as a whole); each edge once, in
    /// the order of edges. Nothing near: the nearest one.
    [[nodiscard]] std::vector<Foothold> find_around(std::span<geo::Point const> outline, double near_metres = 25) const;

private:
    struct Grid;
    std::unique_ptr<Grid> m_grid;
};

} // namespace wf::reach
