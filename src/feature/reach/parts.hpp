// SPDX-License-Identifier: EUPL-1.2
// Words and pieces that several pages of reach share.
#pragma once

#include "feature/reach/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/shell.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

[[nodiscard]] std::string_view name_of(walking::Category const& category, words::Language language);
/// "een supermarkt"
[[nodiscard]] std::string_view with_article(walking::Category const& category, words::Language language);
[[nodiscard]] std::string_view name_of(walking::WalkerProfile const& profile, words::Language language);
/// "Met een rollator": begins a sentence
[[nodiscard]] std::string_view with_of(walking::WalkerProfile const& profile, words::Language language);

/// 1,340 for 1,338: people of a part of a neighbourhood are never told to the person.
[[nodiscard]] double round_people(double people);
[[nodiscard]] Three round_people(Three const& people);
/// "30" of 0.296: people in a hundred.
[[nodiscard]] int in_hundred(double share);
/// "13 min", "more than an hour"; nothing known: "?"
[[nodiscard]] std::string write_minutes(words::Words const& t, std::optional<double> seconds);
/// "2 - 13 %", or "7 %" when both ends are the same whole number.
[[nodiscard]] std::string write_range(words::Words const& t, Three const& share);
/// Certain and possible lie more than 25 points apart: the answer hangs on what we do not know.
[[nodiscard]] bool is_uncertain(Three const& share);
/// The bar with the whole sentence for readers.
void write_bar(html::Html& page, words::Words const& t, Three const& share);
void write_bar_key(html::Html& page, words::Words const& t);

/// Who walks; empty: a rollator, as is usual. Error: reach.unknown_profile.
Result<walking::WalkerProfile const*> find_walker(Rules const& rules, std::string_view id);
/// What the visitor asked for, or what is usual: a rollator, a supermarket, ten minutes. Errors: reach.unknown_profile,
/// reach.unknown_category, reach.unknown_limit.
struct Asked {
    walking::WalkerProfile const* profile{nullptr};
    walking::Category const* category{nullptr}; ///< nullptr only where all kinds may be asked
    int minutes{10};
};
enum class AllKinds { no, yes };
Result<Asked> read_asked(web::Visit const& visit, Rules const& rules, AllKinds all_kinds);

/// What a leg without a bench that is too long means for who must rest: ?bank=tijd (it takes longer) or ?bank=grens (no getting
/// through); else what the runs of this site do. Error: reach.unknown_legs.
Result<graph::LegLimit> read_leg_limit(web::Visit const& visit);

/// Whose number stands beside a profile, and whether it is counted or estimated.
[[nodiscard]] std::string_view explain_group(words::Words const& t, Group group);
/// "Why this number?": sources, year, method, assumption, margin, run; for the sentence and tables of a page.
void write_why(html::Html& page, web::Visit const& visit, Picture const& picture,
               walking::WalkerProfile const& profile);
/// In words what a run (or something else that was reckoned) says of its settings.
[[nodiscard]] std::vector<web::Fact> list_settings(web::Visit const& visit, std::string_view settings);
/// When nothing was worked out here yet: says what the keeper does. A whole page.
[[nodiscard]] http::Response nothing_yet(web::Visit const& visit, web::Frame const& frame);

} // namespace wf::reach_pages
