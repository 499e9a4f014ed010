// SPDX-License-Identifier: EUPL-1.2
// Row 5 of the product: an agenda of forty questions, traced both ways. What happens to each is written down beside, not read back.
#include "commons/agenda/test_werkplaats.hpp"
#include "commons/plans/plans.hpp"
#include "commons/studios/studios.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace wf;
using agenda::Status;

namespace {

/// What becomes of a question; forty questions, five of each.
enum class Fate { unread, listed, found_out, planned, done, told, refused, joined };
constexpr std::array fates{Fate::unread, Fate::listed, Fate::found_out, Fate::planned,
                           Fate::done,   Fate::told,   Fate::refused,   Fate::joined};
constexpr int many = 40;

struct Traced {
    Fate fate;
    std::string id;
    std::string token;
    std::string studio;
    std::string plan;
    std::string step;
    int into{-1}; ///< which question it went on in
};

struct Agenda : agenda::TestWerkplaats {
    std::vector<Traced> all;
    studios::By studio_by{trail, worker};
    plans::By plan_by{trail, worker};

    Agenda() : TestWerkplaats{{studios::migrations(), plans::migrations()}}
    {
        for (int i = 0; i < many; ++i) all.push_back(make(i));
        for (int i = 0; i < many; ++i) {
            if (all[at(i)].fate == Fate::joined) join(i, i - 6); // the one that was listed in the same eight
        }
    }
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    agenda::Question question(std::string const& which)
    {
        return read([&](store::Session& s) { return *agenda::find(s, id, which); });
    }
    Traced make(int i)
    {
        agenda::Question asked;
        asked.workspace_id = id;
        asked.asked_words = "Vraag nummer " + std::to_string(i);
        asked.asker = i % 2 == 0 ? agenda::Asker::resident : agenda::Asker::worker;
        auto const made = write([&](store::Session& s) { return agenda::ask(s, trail, asked, ""); });
        Traced one{fates[at(i) % fates.size()], made.question.id, made.token, "", "", "", -1};
        if (one.fate == Fate::unread) return one;
        write([&](store::Session& s) {
            return agenda::write(s, trail, made.question, {"Nummer " + std::to_string(i), "", "", ""}, worker);
        });
        tell(one, Status::on_agenda, "");
        if (one.fate == Fate::refused) tell(one, Status::not_taken_up, "Dit doet de provincie");
        if (one.fate == Fate::found_out || one.fate == Fate::told) one.studio = begin_studio(one);
        if (one.fate == Fate::planned || one.fate == Fate::done || one.fate == Fate::told) make_plan(one);
        return one;
    }
    void tell(Traced const& one, Status status, std::string const& words)
    {
        auto const now = question(one.id);
        write([&](store::Session& s) { return agenda::tell(s, trail, now, {"", "", status, words, "", ""}, worker); });
    }
    std::string begin_studio(Traced const& one)
    {
        studios::Studio studio;
        studio.workspace_id = id;
        studio.content.title = "Uitzoeken";
        std::vector<std::string> const questions{one.id};
        return write([&](store::Session& s) { return studios::add(s, studio_by, studio, questions); }).id;
    }
    void make_plan(Traced& one)
    {
        plans::Plan plan;
        plan.workspace_id = id;
        plan.content.title = "Doen";
        plan.content.owner = "Gemeente";
        plan.content.due = "2027-05-01";
        plan.content.indicator = "Het staat er";
        std::vector<std::string> const questions{one.id};
        auto const added = write([&](store::Session& s) { return plans::add(s, plan_by, plan, questions); });
        write([&](store::Session& s) { return plans::start(s, plan_by, added); });
        one.plan = added.id;
        if (one.fate == Fate::planned) return;
        one.step =
            write([&](store::Session& s) { return plans::promise(s, plan_by, added, "Bestellen", "2027-01-15"); }).id;
        write([&](store::Session& s) {
            return plans::end_step(s, plan_by, added, one.step, plans::StepState::done, "Besteld");
        });
        if (one.fate == Fate::told)
            write([&](store::Session& s) { return plans::close(s, plan_by, added, "Er zitten elke dag mensen"); });
    }
    void join(int from, int into)
    {
        auto const first = question(all[at(from)].id);
        auto const second = question(all[at(into)].id);
        write([&](store::Session& s) { return agenda::merge(s, trail, first, second, worker); });
        all[at(from)].into = into;
    }
};

Status status_of(Fate fate)
{
    switch (fate) {
    case Fate::unread: return Status::asked;
    case Fate::listed: return Status::on_agenda;
    case Fate::found_out: return Status::in_studio;
    case Fate::planned: return Status::in_plan;
    case Fate::done: return Status::applied;
    case Fate::told: return Status::answered;
    case Fate::refused: return Status::not_taken_up;
    case Fate::joined: return Status::merged;
    }
    return Status::asked;
}

using Ids = std::set<std::string>;

} // namespace

TEST_CASE("forty questions are traced from who asked to what came of it")
{
    Agenda here;
    for (auto const& one : here.all) {
        auto const found = here.read([&](store::Session& s) { return agenda::find_by_link(s, here.id, one.token); });
        REQUIRE(found);
        CHECK(found->id == one.id);
        CHECK(found->status == status_of(one.fate));
        if (one.into >= 0) CHECK(found->merged_into == here.all[Agenda::at(one.into)].id);
        // Every word that tells of a record leads to one that is there, and to no other.
        Ids told;
        for (auto const& word : here.read([&](store::Session& s) { return agenda::list_words(s, *found); })) {
            if (!word.record_id.empty()) told.insert(word.record_id);
        }
        Ids expected;
        for (auto const& id : {one.studio, one.plan, one.step}) {
            if (!id.empty()) expected.insert(id);
        }
        if (one.into >= 0) expected.insert(here.all[Agenda::at(one.into)].id);
        CHECK(told == expected);
        Ids studios_of, plans_of;
        here.read([&](store::Session& s) {
            for (auto const& studio : studios::list_of_question(s, here.id, one.id)) studios_of.insert(studio.id);
            for (auto const& plan : plans::list_of_question(s, here.id, one.id)) plans_of.insert(plan.id);
            return 0;
        });
        CHECK(studios_of == (one.studio.empty() ? Ids{} : Ids{one.studio}));
        CHECK(plans_of == (one.plan.empty() ? Ids{} : Ids{one.plan}));
    }
}

TEST_CASE("and back: from every plan, step and studio to who asked")
{
    Agenda here;
    auto const by_id = [&](std::string const& id) {
        return *std::find_if(here.all.begin(), here.all.end(), [&](auto const& one) { return one.id == id; });
    };
    int plans_seen = 0;
    int steps_seen = 0;
    for (auto const& plan : here.read([&](store::Session& s) { return plans::list(s, {.workspace_id = here.id}); })) {
        auto const questions = here.read([&](store::Session& s) { return plans::list_questions(s, plan); });
        REQUIRE(questions.size() == 1);
        CHECK(by_id(questions[0].id).plan == plan.id);
        ++plans_seen;
        for (auto const& step : here.read([&](store::Session& s) { return plans::list_steps(s, plan); })) {
            CHECK(by_id(questions[0].id).step == step.id);
            ++steps_seen;
        }
    }
    int studios_seen = 0;
    for (auto const& studio :
         here.read([&](store::Session& s) { return studios::list(s, {.workspace_id = here.id}); })) {
        auto const questions = here.read([&](store::Session& s) { return studios::list_questions(s, studio); });
        REQUIRE(questions.size() == 1);
        CHECK(by_id(questions[0].id).studio == studio.id);
        ++studios_seen;
    }
    // By hand: of eight, three have a plan, two of those a step, two a studio; five times.
    CHECK(plans_seen == 15);
    CHECK(steps_seen == 10);
    CHECK(studios_seen == 10);
    int joined = 0;
    for (auto const& one : here.all) {
        auto const question = here.question(one.id);
        for (auto const& other : here.read([&](store::Session& s) { return agenda::list_merged(s, question); })) {
            CHECK(by_id(other.id).into >= 0);
            CHECK(here.all[Agenda::at(by_id(other.id).into)].id == one.id);
            ++joined;
        }
    }
    CHECK(joined == 5);
}

TEST_CASE("what the agenda says of itself equals the count by hand")
{
    Agenda here;
    auto const tally = here.read([&](store::Session& s) { return agenda::tally(s, here.id); });
    CHECK(tally.all_public() == 30); // without five unread and five that went on in another
    for (auto const fate : fates) CHECK(tally.by_status.at(status_of(fate)) == 5);
    // Even numbers are residents; unread (0) and joined (7) are not counted: 2, 4 and 6 of each eight are.
    CHECK(tally.by_asker.at(agenda::Asker::resident) == 15);
    CHECK(tally.by_asker.at(agenda::Asker::worker) == 15);
}
