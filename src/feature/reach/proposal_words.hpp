// SPDX-License-Identifier: EUPL-1.2
// A proposal in words. Kinds and walkers may have gone from the rules since it was saved: then their id stands there.
#pragma once

#include "feature/reach/proposal.hpp"
#include "platform/web/feature.hpp"

#include <string>

namespace wf::reach_pages {

/// "Wat als er een bibliotheek komt bij Noordweg 158?"
[[nodiscard]] std::string write_question(words::Words const& t, Rules const& rules, Proposal const& proposal);
/// What is added: "Bibliotheek", "Een bankje"
[[nodiscard]] std::string write_what(words::Words const& t, Rules const& rules, Proposal const& proposal);
/// "Noordweg 158", "van Noordweg 158 naar punt 52.55570, 5.91080"
[[nodiscard]] std::string write_where(words::Words const& t, Proposal const& proposal);
/// "Met een rollator"
[[nodiscard]] std::string write_whom(words::Words const& t, Rules const& rules, Proposal const& proposal);
/// "een supermarkt"
[[nodiscard]] std::string write_place(words::Words const& t, Rules const& rules, Proposal const& proposal);
/// "binnen 10 minuten bij een supermarkt"
[[nodiscard]] std::string write_aim(words::Words const& t, Rules const& rules, Proposal const& proposal);
/// "45 tot 120", or "+85" when least and most are told alike.
[[nodiscard]] std::string write_more_range(words::Words const& t, Three const& more);
[[nodiscard]] Group parse_group(std::string_view word);

/// Where the same question is reckoned again.
[[nodiscard]] std::string what_if_address(web::Visit const& visit, Proposal const& proposal);
/// A page about proposals that keeps to their municipality: "/nl/voorstellen?vergelijk=ID".
[[nodiscard]] std::string list_address(web::Visit const& visit, Proposal const& proposal, bool compare);

} // namespace wf::reach_pages
