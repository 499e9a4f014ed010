// SPDX-License-Identifier: EUPL-1.2
// What the page of one address says: what is near, and the way to one place and back.
#pragma once

#include "feature/reach/directions.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/way_between.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// What the visitor filled in, and what was wrong with it.
struct AddressAsked {
    walking::WalkerProfile const* profile{nullptr};
    std::string from;
    std::string to;
    std::optional<Error> fault; ///< its field is "van", "naar" or empty
};
/// The answer, as far as it was asked for and can be given.
struct AddressAnswer {
    Spot from;
    std::optional<Spot> to;
    std::vector<HomeKind> near; ///< of a home only
    std::optional<WayBetween> way;
};

/// "340 m": to ten metres from a hundred on.
[[nodiscard]] std::string write_metres(words::Words const& t, double metres);
/// The form; `fault`: words at the field that the fault is about.
void write_address_form(html::Html& page, web::Visit const& visit, Rules const& rules, AddressAsked const& asked,
                        std::string_view fault);
/// Each a button that asks again with the other field as it was.
void write_meant(html::Html& page, web::Visit const& visit, AddressAsked const& asked, std::vector<Meant> const& meant);
void write_near(html::Html& page, web::Visit const& visit, PreparedTown const& town, AddressAsked const& asked,
                AddressAnswer const& answer);
/// In way_parts.cpp.
void write_way(html::Html& page, web::Visit const& visit, PreparedTown const& town, AddressAsked const& asked,
               AddressAnswer const& answer);

} // namespace wf::reach_pages
