// SPDX-License-Identifier: EUPL-1.2
// Places of the social base: where people can go, with the kind (category) that its source's tags say.
#pragma once

#include "kernel/geo/polygon.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::places {

struct Place {
    std::string id; ///< "osm-n123456": the same in each import of the same thing
    std::string dataset_id;
    std::string category;              ///< id in data/categories.json; a thing with two kinds is two rows
    std::string name;                  ///< empty: the source gives none
    geo::Point at;                     ///< of a large place: the middle
    std::vector<geo::Point> entrances; ///< where known
    std::vector<geo::Point> outline;   ///< of a large place (over 1,000 square metres) without entrances; may be empty
    std::string address;
    std::string opening_hours; ///< as OpenStreetMap writes them
    std::string wheelchair;    ///< "yes", "limited", "no" or empty
    std::string source_url;    ///< "https://www.openstreetmap.org/node/123456"
    bool operator==(Place const&) const = default;
};

[[nodiscard]] std::vector<store::Migration> migrations();
void add(store::Session& session, std::span<Place const> places);
void sweep(store::Session& session, std::string_view dataset_id);

/// Of a published dataset, by category, then id.
[[nodiscard]] std::vector<Place> load_of_dataset(store::Session& session, std::string_view dataset_id);
/// In published datasets; the newest import first when two hold it.
[[nodiscard]] std::vector<Place> find(store::Session& session, std::string_view id);

} // namespace wf::places
