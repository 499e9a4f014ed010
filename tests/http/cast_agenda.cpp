// SPDX-License-Identifier: EUPL-1.2
#include "cast_agenda.hpp"

#include "commons/codesign/code.hpp"
#include "commons/codesign/codesign.hpp"
#include "commons/glossary/glossary.hpp"
#include "commons/people/accounts.hpp"
#include "commons/plans/plans.hpp"
#include "commons/priorities/priorities.hpp"
#include "commons/programme/programme.hpp"
#include "commons/reflections/reflections.hpp"
#include "commons/studios/studios.hpp"
#include "commons/uptake/uptake.hpp"
#include "platform/clock/today.hpp"

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

/// A session at its ideas, with one on the screen; what the worker wrote for themselves, and what they shared of it.
Result<Pairs> add_session(store::Session& session, people::House& house, studios::Studio const& studio)
{
    studios::By const by{house.trail(), trail::program_actor};
    codesign::Session wanted;
    wanted.question = "Wie eet er niet mee? (verzonnen)";
    wanted.day = today_iso();
    WF_TRY(auto const opened, codesign::open(session, by, house.codesign_key(), studio, wanted));
    WF_TRY_VOID(codesign::move(session, by, opened, codesign::Stage::question, codesign::Stage::ideas));
    WF_TRY_VOID(codesign::send(session, opened, codesign::Stage::ideas, "Een bel bij de deur (verzonnen)"));
    auto const worker = people::find_by_mail(session, house, "worker@voorbeeld.example");
    if (!worker) return Error{Trouble::not_found, "people.unknown", "worker", ""};
    auto const& keys = house.trail().person_keys();
    reflections::Place const place{studio.workspace_id, studio.id, worker->id};
    WF_TRY_VOID(reflections::write(session, keys, place, "Gedeelde gedachte (verzonnen)"));
    WF_TRY(auto const own, reflections::list_own(session, keys, place));
    WF_TRY_VOID(reflections::share(session, place, own.front().id));
    return Pairs{{"session", opened.id}, {"session_code", codesign::make_code(house.codesign_key(), opened.id)}};
}

/// A studio with an open cycle and a decision; and one that ended.
Result<Pairs> add_studios(store::Session& session, people::House& house, std::string const& workspace,
                          std::vector<std::string> const& questions)
{
    studios::By const by{house.trail(), trail::program_actor};
    studios::Studio studio;
    studio.workspace_id = workspace;
    studio.content.title = "Wij zoeken het uit (verzonnen)";
    studio.content.from = "2026-09-01";
    studio.content.who = "Een groep studenten (verzonnen)";
    WF_TRY(auto const open, studios::add(session, by, studio, questions));
    studios::Entry decision;
    decision.kind = studios::Kind::decision;
    decision.words = "Op dinsdag (verzonnen)";
    decision.reason = "Dan kan iedereen (verzonnen)";
    WF_TRY_VOID(studios::write(session, by, open, decision));
    studios::Entry cycle;
    cycle.kind = studios::Kind::cycle;
    cycle.words = "Een keer proberen (verzonnen)";
    WF_TRY_VOID(studios::write(session, by, open, cycle));
    studio.content.title = "Al geëindigd (verzonnen)";
    WF_TRY(auto const ended, studios::add(session, by, studio, {}));
    WF_TRY_VOID(studios::end(session, by, ended, "Het werkt (verzonnen)"));
    WF_TRY(auto made, add_session(session, house, open));
    made.emplace_back("studio", open.id);
    made.emplace_back("studio_ended", ended.id);
    return made;
}

/// A round that is open, and one that is closed with five ballots of paper.
Result<Pairs> add_rounds(store::Session& session, people::House& house, std::string const& workspace,
                         std::string const& question)
{
    WF_TRY(auto const asked, ask(session, house, workspace, "Ook gevraagd (verzonnen)"));
    WF_TRY_VOID(agenda::write(session, house.trail(), asked.question,
                              {"Een fontein op het plein (verzonnen)", "", "", ""}, trail::program_actor));
    auto const written = agenda::find(session, workspace, asked.question.id);
    WF_TRY_VOID(agenda::tell(session, house.trail(), *written, {"", "", agenda::Status::on_agenda, "", "", ""},
                             trail::program_actor));
    priorities::By const by{house.trail(), trail::program_actor};
    priorities::Round round;
    round.workspace_id = workspace;
    round.title = "Wat eerst (verzonnen)";
    round.marks = 1;
    std::vector<std::string> const questions{question, asked.question.id};
    WF_TRY(auto const open, priorities::open(session, by, round, questions));
    WF_TRY(auto const closed, priorities::open(session, by, round, questions));
    std::vector<std::vector<std::int64_t>> const ballots{{1}, {1}, {2}, {1}, {1}};
    WF_TRY_VOID(priorities::add_paper(session, by, closed, ballots));
    WF_TRY_VOID(priorities::close(session, by, closed));
    return Pairs{{"round_open", open.id}, {"round_closed", closed.id}};
}

/// One that a second reader confirmed, one that waits.
Result<Pairs> add_claims(store::Session& session, people::House& house, std::string const& workspace)
{
    uptake::By const by{house.trail(), trail::program_actor};
    uptake::Claim claim;
    claim.workspace_id = workspace;
    claim.what = "Onze les over de bank (verzonnen)";
    claim.taker = "Een hogeschool (verzonnen)";
    claim.region = "Overijssel";
    claim.taken_on = "2026-09-01";
    claim.proof = "Studiegids (verzonnen)";
    WF_TRY(auto const read, uptake::claim(session, by, claim));
    WF_TRY_VOID(uptake::judge(session, {house.trail(), "0190a0b0-0000-7000-8000-0000000000aa"}, workspace, read.id,
                              uptake::Verdict::confirm, ""));
    claim.kind = uptake::Kind::municipal;
    claim.what = "Beleid dat nog wacht (verzonnen)";
    WF_TRY(auto const waiting, uptake::claim(session, by, claim));
    return Pairs{{"claim", read.id}, {"claim_waiting", waiting.id}};
}

/// With a line, an activity that was done and one that was not yet.
Result<Pairs> add_programme(store::Session& session, people::House& house, std::string const& workspace)
{
    programme::By const by{house.trail(), trail::program_actor};
    programme::Programme one;
    one.workspace_id = workspace;
    one.name = "Samen eten (verzonnen)";
    one.from = "2026-01-01";
    one.until = "2026-12-31";
    one.giver = "Een fonds (verzonnen)";
    one.amount = 40'000;
    one.source = "Beschikking (verzonnen)";
    WF_TRY(auto const made, programme::add(session, by, one));
    WF_TRY(auto const line, programme::add_line(session, by, made, {"", "Mensen (verzonnen)", 30'000, false}));
    WF_TRY_VOID(programme::spend(session, by, made, {line.id, 12'000, "2026-06-01", ""}));
    programme::Activity activity;
    activity.name = "Eettafels (verzonnen)";
    WF_TRY(auto done, programme::add_activity(session, by, made, activity));
    done.state = programme::State::done;
    done.ended_on = "2026-10-01";
    done.result = "Negen keer gegeten (verzonnen)";
    WF_TRY_VOID(programme::end_activity(session, by, made, done));
    WF_TRY(auto const open, programme::add_activity(session, by, made, activity));
    return Pairs{{"programme", made.id}, {"line", line.id}, {"activity", open.id}};
}

/// A word of the werkplaats, and one that was taken away.
Result<Pairs> add_words(store::Session& session, people::House& house, std::string const& workspace)
{
    glossary::By const by{house.trail(), trail::program_actor};
    WF_TRY(auto const shown,
           glossary::add(session, by, workspace, {"brink", "Het plein voor de kerk (verzonnen)", "", ""}));
    WF_TRY(auto const retired, glossary::add(session, by, workspace, {"dam", "De oude dam (verzonnen)", "", ""}));
    WF_TRY_VOID(glossary::retire(session, by, workspace, retired.id));
    return Pairs{{"term", shown.id}, {"term_retired", retired.id}};
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
    std::vector<std::string> const questions{asked.question.id};
    WF_TRY(auto const studios, add_studios(session, house, workspace, questions));
    plans::By const by{trail, trail::program_actor};
    plans::Plan plan;
    plan.workspace_id = workspace;
    plan.content.title = "Nog in voorbereiding (verzonnen)";
    WF_TRY(auto const draft, plans::add(session, by, plan, {}));
    plan.content.title = "Wij zetten een bank neer (verzonnen)";
    plan.content.owner = "Gemeente";
    plan.content.due = "2027-04-01";
    plan.content.indicator = "Er staat een bank";
    WF_TRY(auto const running, plans::add(session, by, plan, questions));
    WF_TRY_VOID(plans::start(session, by, running));
    WF_TRY(auto const step, plans::promise(session, by, running, "De bank bestellen (verzonnen)", "2027-01-15"));
    Pairs made{{"question_new", fresh.question.id},
               {"question", asked.question.id},
               {"question_link", asked.token},
               {"plan_draft", draft.id},
               {"plan", running.id},
               {"step", step.id}};
    made.insert(made.end(), studios.begin(), studios.end());
    WF_TRY(auto const rounds, add_rounds(session, house, workspace, asked.question.id));
    made.insert(made.end(), rounds.begin(), rounds.end());
    WF_TRY(auto const claims, add_claims(session, house, workspace));
    made.insert(made.end(), claims.begin(), claims.end());
    WF_TRY(auto const programme, add_programme(session, house, workspace));
    made.insert(made.end(), programme.begin(), programme.end());
    WF_TRY(auto const words, add_words(session, house, workspace));
    made.insert(made.end(), words.begin(), words.end());
    return made;
}

} // namespace

Pairs add_agenda(store::Store& store, people::House& house, std::string const& workspace)
{
    auto made = store.write([&](store::Session& session) { return add_all(session, house, workspace); });
    if (!made) throw std::runtime_error{to_line(made.error())};
    return std::move(*made);
}

} // namespace wf::http_scenarios
