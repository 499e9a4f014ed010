// SPDX-License-Identifier: EUPL-1.2
// Fields that the forms of reach share. All are real controls and work without script.
#pragma once

#include "feature/reach/parts.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace wf::reach_pages {

/// Who is asked for most, and who is chosen when that is somebody else.
[[nodiscard]] std::vector<walking::WalkerProfile const*> usual_walkers(walking::Profiles const& profiles,
                                                                       walking::WalkerProfile const& chosen);
/// A field with its label above and a hint under it (empty: none). `control` writes the control, whose id is `id`.
void write_field(html::Html& page, std::string_view id, std::string_view label, std::string_view hint,
                 std::function<void()> const& control);
/// A line of text. `fault`: what was wrong with it; empty: nothing.
void write_text_field(html::Html& page, std::string_view id, std::string_view label, std::string_view hint,
                      std::string_view value, std::string_view fault);
/// name="wie": who is asked for most first, then the others.
void write_profile_field(html::Html& page, web::Visit const& visit, Rules const& rules,
                         walking::WalkerProfile const& chosen);
/// name="waar": kinds of places; `chosen` nullptr is all kinds, which is a choice only where `all_kinds` says so.
void write_category_field(html::Html& page, web::Visit const& visit, Rules const& rules,
                          walking::Category const* chosen, AllKinds all_kinds);
/// name="minuten": 5, 10, 15.
void write_minutes_field(html::Html& page, web::Visit const& visit, int chosen);
/// name="bank": what happens where a leg without a bench is too long for who must rest.
void write_legs_field(html::Html& page, web::Visit const& visit, graph::LegLimit chosen);
void write_submit(html::Html& page, std::string_view words);
/// The municipality that was asked for stays the one that is asked for.
void keep_municipality(html::Html& page, web::Visit const& visit);

/// Goes along unseen; nothing when it is empty.
void write_hidden(html::Html& page, std::string_view name, std::string_view value);

using Parameters = std::initializer_list<std::pair<std::string_view, std::string_view>>;
/// "/nl/bereik?wie=rollator": parameters are ids; empty ones are left out, and ?gemeente= goes along when it was asked for.
[[nodiscard]] std::string link_to(web::Visit const& visit, std::string_view path, Parameters parameters);
/// A paragraph with a link to ask a question about this page ("/plek/n12"), to a werkplaats of one's choice.
void write_ask_link(html::Html& page, web::Visit const& visit, std::string_view address, std::string_view name);
/// Other faces of this page, with what was asked.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> other_formats(web::Visit const& visit,
                                                                             std::string_view path);

} // namespace wf::reach_pages
