// SPDX-License-Identifier: EUPL-1.2
// What is kept of a file while it is read: the things that matter, and the nodes that they stand on. Nodes get numbers
// (0, 1, ...) in the order of their ids; only nodes that something stands on have one.
#pragma once

#include "commons/datasets/datasets.hpp"
#include "commons/network/network.hpp"
#include "commons/places/places.hpp"
#include "import/osm/node_tags.hpp"
#include "import/osm/way_tags.hpp"
#include "kernel/reach/network.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace wf::osm {

/// Entries first, first + 1, ... of NodeTable::numbers.
struct Refs {
    std::uint64_t first{0};
    std::uint32_t count{0};
};

class NodeTable {
public:
    /// Before `settle`: ids of nodes that something stands on.
    [[nodiscard]] Refs add(std::span<std::int64_t const> ids);
    [[nodiscard]] std::uint64_t added() const { return m_refs.size(); }
    /// Gives numbers; adding is over.
    void settle();

    /// After it.
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    [[nodiscard]] std::span<std::uint32_t const> numbers(Refs refs) const;
    /// Fast when nodes come in the order of their ids.
    [[nodiscard]] std::optional<std::uint32_t> find(std::int64_t id) const;
    [[nodiscard]] std::int64_t id(std::uint32_t number) const { return m_ids[number]; }
    void put(std::uint32_t number, reach::Place32 at);
    [[nodiscard]] bool is_there(std::uint32_t number) const { return m_there[number] != 0; }
    [[nodiscard]] std::vector<reach::Place32> const& places() const { return m_at; }
    [[nodiscard]] std::size_t found() const { return m_found; }

private:
    std::vector<std::int64_t> m_refs;
    std::vector<std::int64_t> m_ids;
    std::vector<std::uint32_t> m_numbers;
    std::vector<reach::Place32> m_at;
    std::vector<std::uint8_t> m_there;
    std::size_t m_found{0};
    mutable std::size_t m_cursor{0};
};

struct GatheredWalk {
    Walk walk; ///< with id and name
    Refs nodes;
};
/// A surface: a closed way, or the pieces of a multipolygon.
struct GatheredShape {
    std::vector<Refs> outer;
    std::vector<Refs> inner;
    bool incomplete{false}; ///< a member is not in the file
};
struct AreaHome {
    network::Home home;
    std::uint32_t shape{0};
};
struct AreaPlace {
    places::Place place;
    std::uint32_t shape{0};
};
struct AreaSquare {
    Walk walk;
    std::uint32_t shape{0};
};
/// Two corners that lie opposite each other: enough to know where it stands.
struct Building {
    std::int64_t osm_id{0};
    Refs corners;
    bool residential{false};
};
struct Bench {
    std::int64_t osm_id{0};
    reach::Place32 at;
    std::optional<std::uint32_t> node; ///< its number, when something stands on it
};

struct Gathered {
    NodeTable nodes;
    std::vector<GatheredWalk> walks;
    std::vector<GatheredShape> shapes;
    std::vector<AreaHome> area_homes;
    std::vector<AreaPlace> area_places;
    std::vector<AreaSquare> squares;
    std::vector<Building> buildings;
    std::vector<network::Home> homes;
    std::vector<places::Place> places;
    std::vector<Bench> benches;
    std::unordered_map<std::uint32_t, Meaning> meanings; ///< by number; nodes that mean nothing are not in it
    std::vector<std::string> names{""};
    std::optional<geo::Box> box; ///< of all nodes
    datasets::ImportReport report;
    std::int64_t set_aside{0}; ///< among the refused: sound, and not kept on purpose
};

} // namespace wf::osm
