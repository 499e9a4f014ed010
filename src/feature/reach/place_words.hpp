// SPDX-License-Identifier: EUPL-1.2
// What is said of one place, in lists and on its own page.
#pragma once

#include "feature/reach/pages.hpp"
#include "platform/html/html.hpp"

#include <string>
#include <string_view>

namespace wf::reach_pages {

/// Its name, or "Bankje zonder naam".
[[nodiscard]] std::string write_place_name(words::Words const& t, std::string_view name, walking::Category const& kind);
/// Its address, "bij de Burgwal", or that the source gives none.
[[nodiscard]] std::string write_where(words::Words const& t, std::string_view address, std::string_view street);
[[nodiscard]] std::string_view write_wheelchair(words::Words const& t, std::string_view wheelchair);
/// Of which day the map is; that it is not known when the date is empty.
[[nodiscard]] std::string write_state_of_map(words::Words const& t, std::string_view date);
/// One rule a line; that they are not known when there are none.
void write_hours(html::Html& page, web::Visit const& visit, std::string_view opening_hours);

} // namespace wf::reach_pages
