// SPDX-License-Identifier: EUPL-1.2
#include "cast_agenda.hpp"

#include "commons/plans/plans.hpp"

#include <stdexcept>

namespace wf::http_scenarios {
namespace {

Result<agenda::Asked> ask(store::Session& session, people::House& house, std::string const& workspace,
                          std::string const& words)
{
    agenda::Question question;
    question.workspace_id = workspace;
    question.asked_words = words;
    return agenda::ask(session, house.trail(), question, "");
}

Result<Pairs> add_all(store::Session& session, people::House& house, std::string const& workspace)
{
    auto const& trail = house.trail();
    WF_TRY(auto const fresh, ask(session, house, workspace, "Nog niet gelezen (verzonnen)"));
    WF_TRY(auto const asked, ask(session, house, workspace, "Zoals gevraagd (verzonnen)"));
    WF_TRY_VOID(agenda::write(session, trail, asked.question, {"Een bank op de Noordweg (verzonnen)", "", "", ""},
                              trail::program_actor));
    auto const written = agenda::find(session, workspace, asked.question.id);
    WF_TRY_VOID(agenda::tell(session, trail, *written, {"", "", agenda::Status::on_agenda, "Wij lezen mee", "", ""},
                             trail::program_actor));
    plans::By const by{trail, trail::program_actor};
    plans::Plan plan;
    plan.workspace_id = workspace;
    plan.content.title = "Nog in voorbereiding (verzonnen)";
    WF_TRY(auto const draft, plans::add(session, by, plan, {}));
    plan.content.title = "Wij zetten een bank neer (verzonnen)";
    plan.content.owner = "Gemeente";
    plan.content.due = "2027-04-01";
    plan.content.indicator = "Er staat een bank";
    std::vector<std::string> const questions{asked.question.id};
    WF_TRY(auto const running, plans::add(session, by, plan, questions));
    WF_TRY_VOID(plans::start(session, by, running));
    WF_TRY(auto const step, plans::promise(session, by, running, "De bank bestellen (verzonnen)", "2027-01-15"));
    return Pairs{{"question_new", fresh.question.id},
                 {"question", asked.question.id},
                 {"question_link", asked.token},
                 {"plan_draft", draft.id},
                 {"plan", running.id},
                 {"step", step.id}};
}

} // namespace

Pairs add_agenda(store::Store& store, people::House& house, std::string const& workspace)
{
    auto made = store.write([&](store::Session& session) { return add_all(session, house, workspace); });
    if (!made) throw std::runtime_error{to_line(made.error())};
    return std::move(*made);
}

} // namespace wf::http_scenarios
