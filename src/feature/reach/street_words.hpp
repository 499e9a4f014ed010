// SPDX-License-Identifier: EUPL-1.2
// Words about streets, walkers and places that several pages of reach share.
#pragma once

#include "feature/reach/picture.hpp"
#include "platform/web/components.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// One line of "what is known of the streets".
struct KnownPart {
    std::string_view word; ///< as in the basis of a run, and below "reach.known."
    double KnownStreets::*part;
};
[[nodiscard]] std::span<KnownPart const> known_parts();
/// From the basis of any run reach.walk; all 0 when it has none.
[[nodiscard]] KnownStreets read_known_streets(std::string_view basis);
void write_known_table(html::Html& page, web::Visit const& visit, KnownStreets const& known);

/// The attributes whose bits are set, in a fixed order.
[[nodiscard]] std::vector<reach::Attribute> list_attributes(std::uint16_t bits);
/// Those that somebody can see in the street and write down; kerbs and passages of a crossing, the rest of a street.
[[nodiscard]] std::span<reach::Attribute const> visible_attributes(char osm_type);
/// "of het wegdek vlak is, hoe hoog de stoeprand is": what to look at.
[[nodiscard]] std::string write_look_at(words::Words const& t, std::uint16_t bits);

/// Its name, the streets that meet there, or that it has no name.
[[nodiscard]] std::string write_street_name(words::Words const& t, char osm_type, std::string_view name);
/// To ten metres from a hundred on, to a metre below; never nothing.
[[nodiscard]] double told_metres(double metres);
/// "Brunnepe, 240 meter": in which neighbourhood, and how long; empty when neither is known.
[[nodiscard]] std::string write_street_place(words::Words const& t, std::string_view near, double metres);
/// "/straten/w/123"
[[nodiscard]] std::string path_of_street(char osm_type, std::int64_t osm_id);
/// "https://www.openstreetmap.org/way/123"
[[nodiscard]] std::string osm_url(char osm_type, std::int64_t osm_id);
/// "45", "30 tot 45": people, rounded to 5.
[[nodiscard]] std::string write_people_range(words::Words const& t, double low, double high);

} // namespace wf::reach_pages
