// SPDX-License-Identifier: EUPL-1.2
// What pages say about who reaches what in one municipality: the current run, read once for each publication and kept in memory.
// A page picks from it and computes nothing.
#pragma once

#include "commons/runs/runs.hpp"
#include "feature/reach/run.hpp"
#include "feature/reach/store.hpp"
#include "platform/store/kept.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// How much is known of the streets, 0 to 1, from the basis of the run.
struct KnownStreets {
    double metres{0};
    double surface{0};
    double smoothness{0};
    double width{0};
    double incline{0};
    double lit{0};
    double sidewalk{0};
    double kerb{0};
    double passage{0};
    int benches{0};
};

struct Picture {
    runs::Run run;
    KnownStreets known;
    std::int64_t places{0};
    std::string network_date;    ///< "2023-01-30": state of the streets; empty when unknown
    std::string network_dataset; ///< id of the dataset of the streets
    std::string attribution;     ///< of it
    std::vector<TownArea> areas; ///< municipality first, then districts, then neighbourhoods by name
    std::map<std::string, std::size_t, std::less<>> area_at;

    /// Nothing: this area, profile or kind has no answer.
    [[nodiscard]] AreaReach const* find(std::string_view area_code, std::string_view profile,
                                        std::string_view category) const;
    [[nodiscard]] TownArea const* find_area(std::string_view code) const;
    [[nodiscard]] TownArea const& whole() const { return areas.front(); }
    /// Places of a kind that are known here.
    [[nodiscard]] std::int64_t places_of(std::string_view category) const;

    std::map<std::string, std::int64_t, std::less<>> place_counts;
    std::map<std::string, std::map<std::string, std::map<std::string, AreaReach, std::less<>>, std::less<>>,
             std::less<>>
        shares; ///< profile, kind, area
};

/// nullptr when nothing was worked out for this municipality yet.
[[nodiscard]] std::shared_ptr<Picture const> load_picture(store::Store& store, std::string_view municipality);

/// The pictures that were asked for last, each valid for one generation of the store.
class Pictures {
public:
    [[nodiscard]] std::shared_ptr<Picture const> get(store::Store& store, std::string_view municipality);

private:
    store::Kept<Picture> m_kept{8};
};

/// People who do not come in time within an area: on average over what we do not know.
struct Gap {
    TownArea const* area{nullptr};
    AreaReach const* reach{nullptr};
    walking::Category const* category{nullptr};
    double people_without{0}; ///< people x (1 - expected share within the usual limit)
    Three share;              ///< within the usual limit
};
/// Neighbourhoods only, most people first; `category` "" is all kinds; at most `most_of_kind` a kind (0: all).
[[nodiscard]] std::vector<Gap> list_gaps(Picture const& picture, Rules const& rules, std::string_view profile,
                                         std::string_view category, std::size_t most_of_kind);

} // namespace wf::reach_pages
