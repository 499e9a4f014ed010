// SPDX-License-Identifier: EUPL-1.2
// A werkplaats with as much in it as one may ever have, made up, for the benchmark.
#pragma once

#include "base/result.hpp"
#include "commons/partners/partners.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/plans/plans.hpp"
#include "commons/priorities/priorities.hpp"
#include "commons/studios/studios.hpp"
#include "commons/uptake/uptake.hpp"
#include "commons/workspaces/workspaces.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace wf::app::bench {

inline constexpr std::array subjects{"bank",         "eettafel",   "sporthal", "bibliotheek",
                                     "stoep",        "buurttuin",  "fietspad", "computerles",
                                     "huiswerkhulp", "wandelclub", "taalcafe", "repaircafe"};
inline constexpr std::array places{"de Noordweg", "het plein", "de brug", "de school",
                                   "de kerk",     "het park",  "de dijk"};

/// Of the year in which things fall due: so many days apart, as far as they go.
inline std::string day_of(int number)
{
    auto const two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return "2027-" + two(number % 12 + 1) + "-" + two(number / 12 % 28 + 1);
}

struct Made {
    std::string workspace;
    std::string address;
    std::string token;
    std::string form_word;
    std::vector<std::string> questions;
    std::vector<std::string> plans;
    std::vector<std::string> studios;
    std::vector<std::string> partners;
    std::string reader; ///< an account: who reads what another claims
    std::string round;
};

inline std::string words_of(int number)
{
    auto const at = static_cast<std::size_t>(number);
    return "Kan er een " + std::string{subjects[at % subjects.size()]} + " komen bij " +
           places[at / subjects.size() % places.size()] + ", nummer " + std::to_string(number) + " (verzonnen)?";
}

inline Result<void> add_question(store::Session& session, trail::Trail const& trail, Made& made, int number)
{
    agenda::Question question;
    question.workspace_id = made.workspace;
    question.asked_words = words_of(number);
    question.asker = agenda::all_askers[static_cast<std::size_t>(number) % agenda::all_askers.size()];
    WF_TRY(auto const asked, agenda::ask(session, trail, question, trail::program_actor));
    WF_TRY_VOID(
        agenda::write(session, trail, asked.question, {words_of(number), "", "Ontmoeten", ""}, trail::program_actor));
    auto const written = agenda::find(session, made.workspace, asked.question.id);
    WF_TRY_VOID(agenda::tell(session, trail, *written, {"", "", agenda::Status::on_agenda, "Gelezen", "", ""},
                             trail::program_actor));
    made.questions.push_back(asked.question.id);
    return {};
}

inline Result<void> add_plan(store::Session& session, trail::Trail const& trail, Made& made, int number)
{
    plans::Plan plan;
    plan.workspace_id = made.workspace;
    plan.content.title = "Plan " + words_of(number);
    plan.content.owner = "Gemeente";
    plan.content.due = day_of(number * 5);
    plan.content.indicator = "Het staat er";
    plans::By const by{trail, trail::program_actor};
    std::vector<std::string> const questions{made.questions[static_cast<std::size_t>(number) % made.questions.size()]};
    WF_TRY(auto const added, plans::add(session, by, plan, questions));
    if (number % 4 != 0) WF_TRY_VOID(plans::start(session, by, added));
    int later = 0;
    for (auto const* step : {"Plek kiezen", "Bestellen", "Plaatsen"})
        WF_TRY_VOID(plans::promise(session, by, added, step, day_of(number + 7 * later++)));
    made.plans.push_back(added.id);
    return {};
}

/// With a record as a group leaves it after half a year.
inline Result<void> add_studio(store::Session& session, trail::Trail const& trail, Made& made, int number)
{
    studios::Studio studio;
    studio.workspace_id = made.workspace;
    studio.content.title = "Wij zoeken uit: " + words_of(number);
    studio.content.from = "2026-09-01";
    studio.content.who = "Een groep studenten (verzonnen)";
    studio.content.students = "8";
    studios::By const by{trail, trail::program_actor};
    std::vector<std::string> const questions{made.questions[static_cast<std::size_t>(number) % made.questions.size()]};
    WF_TRY(auto const added, studios::add(session, by, studio, questions));
    studios::Entry log;
    log.words = "Gesproken met bewoners over " + words_of(number + 1);
    for (int i = 0; i < 6; ++i) WF_TRY_VOID(studios::write(session, by, added, log));
    studios::Entry decision;
    decision.kind = studios::Kind::decision;
    decision.words = "Op dinsdag proberen we het";
    decision.reason = "Dan is de sporthal vrij";
    WF_TRY_VOID(studios::write(session, by, added, decision));
    studios::Entry cycle;
    cycle.kind = studios::Kind::cycle;
    cycle.words = "Drie keer, met wie er komt";
    WF_TRY_VOID(studios::write(session, by, added, cycle));
    made.studios.push_back(added.id);
    return {};
}

inline Result<void> add_partner(store::Session& session, trail::Trail const& trail, Made& made, int number)
{
    trail::By const by{trail, trail::program_actor};
    partners::Partner partner;
    partner.workspace_id = made.workspace;
    partner.content.name = "Partner " + std::to_string(number) + " (verzonnen)";
    partner.content.kind =
        partners::to_word(partners::all_kinds[static_cast<std::size_t>(number) % partners::all_kinds.size()]);
    partner.content.field =
        partners::to_word(partners::all_fields[static_cast<std::size_t>(number) % partners::all_fields.size()]);
    partner.content.source = "Verzonnen voor een meting";
    WF_TRY(auto const added, partners::add_partner(session, by, partner));
    for (std::size_t const apart : {1U, 7U}) {
        if (made.partners.size() < apart) break;
        WF_TRY_VOID(partners::add_tie(session, by, made.workspace,
                                      {"", added.id, made.partners[made.partners.size() - apart],
                                       "Samen " + std::to_string(number), "2025", "Een overleg (verzonnen)", ""}));
    }
    made.partners.push_back(added.id);
    return {};
}

inline Result<void> add_claim(store::Session& session, trail::Trail const& trail, Made& made, int number)
{
    uptake::Claim claim;
    claim.workspace_id = made.workspace;
    claim.kind = uptake::all_kinds[static_cast<std::size_t>(number) % uptake::all_kinds.size()];
    claim.what = "Overgenomen: " + words_of(number);
    claim.taker = "Organisatie " + std::to_string(number % 80) + " (verzonnen)";
    claim.region = "Streek " + std::to_string(number % 12) + " (verzonnen)";
    claim.taken_on = "20" + std::to_string(20 + number % 6) + day_of(number).substr(4);
    claim.proof = "Nota " + std::to_string(number) + " (verzonnen)";
    WF_TRY(auto const made_claim, uptake::claim(session, {trail, trail::program_actor}, claim));
    if (number % 5 == 0) return {}; // waits
    return uptake::judge(session, {trail, made.reader}, made.workspace, made_claim.id, uptake::Verdict::confirm, "");
}

/// Forty questions, and two hundred people who marked seven of them.
inline Result<void> add_round(store::Session& session, trail::Trail const& trail, Made& made)
{
    priorities::By const by{trail, trail::program_actor};
    priorities::Round round;
    round.workspace_id = made.workspace;
    round.title = "Wat eerst? (verzonnen)";
    round.marks = 7;
    auto const many = std::min(made.questions.size(), priorities::most_options);
    std::vector<std::string> const questions(made.questions.begin(),
                                             made.questions.begin() + static_cast<std::ptrdiff_t>(many));
    WF_TRY(auto const open, priorities::open(session, by, round, questions));
    std::vector<std::vector<std::int64_t>> ballots;
    for (std::int64_t person = 0; person < 200; ++person) {
        ballots.emplace_back();
        for (std::int64_t i = 0; i < round.marks; ++i)
            ballots.back().push_back((person * 3 + i * i) % static_cast<std::int64_t>(many) + 1);
        auto& own = ballots.back();
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
    }
    WF_TRY_VOID(priorities::add_paper(session, by, open, ballots));
    WF_TRY_VOID(priorities::close(session, by, open));
    made.round = open.id;
    return {};
}

inline Made fill(store::Store& store, people::House& house, int questions)
{
    Made made;
    static_cast<void>(
        store
            .write([&](store::Session& session) -> Result<void> {
                WF_TRY(auto const top, workspaces::add(session, "Beheer", workspaces::Kind::association, ""));
                static_cast<void>(top);
                WF_TRY(auto const here,
                       workspaces::add(session, "Werkplaats (verzonnen)", workspaces::Kind::werkplaats, ""));
                made.workspace = here.id;
                made.address = here.address;
                WF_TRY(auto const id,
                       people::add_account(session, house, "x@voorbeeld.example", "X (verzonnen)", "nl"));
                WF_TRY_VOID(people::set_roles(session, house, here.id, id, {access::Role::worker}, id));
                made.reader = id;
                made.token = people::begin_login(session, house, id, people::Proof::password, "");
                return {};
            })
            .value());
    made.form_word = people::identify(store, house, made.token)->form_word;
    constexpr int at_once = 500;
    auto const add_all = [&](int many, auto const& add) {
        for (int first = 0; first < many; first += at_once) {
            store
                .write([&](store::Session& session) -> Result<void> {
                    for (int i = first; i < std::min(many, first + at_once); ++i) WF_TRY_VOID(add(session, i));
                    return {};
                })
                .value();
        }
    };
    add_all(questions, [&](store::Session& session, int i) { return add_question(session, house.trail(), made, i); });
    add_all(questions / 2, [&](store::Session& session, int i) { return add_plan(session, house.trail(), made, i); });
    add_all(questions / 5, [&](store::Session& session, int i) { return add_studio(session, house.trail(), made, i); });
    add_all(questions / 25,
            [&](store::Session& session, int i) { return add_partner(session, house.trail(), made, i); });
    add_all(questions / 10, [&](store::Session& session, int i) { return add_claim(session, house.trail(), made, i); });
    add_all(1, [&](store::Session& session, int) { return add_round(session, house.trail(), made); });
    return made;
}

} // namespace wf::app::bench
