// SPDX-License-Identifier: EUPL-1.2
// The form and the answer of a what-if, as a page shows them.
#pragma once

#include "feature/reach/forms.hpp"
#include "feature/reach/views.hpp"
#include "feature/reach/what_if.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace wf::reach_pages {

/// What the visitor filled in.
struct Posed {
    Addition addition{Addition::place};
    Asked asked;
    std::string typed;         ///< an address, a place's id or coordinates
    std::string chosen;        ///< id of a building from the list
    std::string to;            ///< the other end of a crossing or path
    std::string neighbourhood; ///< code of the one that the visitor came from
    graph::LegLimit leg_limit{graph::LegLimit::soft};
    std::string name;                ///< of the proposal that it is to become
    std::optional<Error> name_fault; ///< why it could not be kept

    /// What was typed counts before what was chosen from the list.
    [[nodiscard]] std::string const& where() const { return typed.empty() ? chosen : typed; }
};
struct Spots {
    std::string at;
    std::string to;
};

/// From ?wat=&wie=&waar=&plek=&gebouw=&naar=&bank=&naam=. Errors: those of read_asked and read_leg_limit, reach.unknown_addition.
Result<Posed> read_posed(web::Visit const& visit, Rules const& rules);
/// The answer, or what stands in its way: an error whose field is that of the form.
using Answered = Result<std::shared_ptr<WhatIfAnswer const>>;
Answered find_answer(web::Visit const& visit, Desk& desk, ReadyTown const& ready, Posed const& posed);
/// How people call a spot that was typed or chosen; empty: it is a point on the map.
[[nodiscard]] std::string find_spot_name(PreparedTown const& town, std::string const& given);
/// The page with this question and its answer.
Result<http::Response> answer_posed(web::Visit const& visit, Desk& desk, Posed const& posed);

/// `fault` stands at the field with this name; both empty: nothing is wrong.
void write_what_if_form(html::Html& page, web::Visit const& visit, Rules const& rules, PreparedTown const& town,
                        Posed const& posed, std::string_view fault_field, std::string_view fault);
void write_what_if_answer(html::Html& page, web::Visit const& visit, PreparedTown const& town, Posed const& posed,
                          WhatIfAnswer const& answer, Spots const& spots);

/// Under the answer: keep this as a proposal.
void write_save_form(html::Html& page, web::Visit const& visit, Posed const& posed);

/// People more who come in time: the least, what is expected, and the most, over what we do not know.
[[nodiscard]] Three more_people(Gain const& gain);

} // namespace wf::reach_pages
