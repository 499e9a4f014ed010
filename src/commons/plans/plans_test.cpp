// SPDX-License-Identifier: EUPL-1.2
#include "commons/agenda/test_werkplaats.hpp"
#include "commons/plans/plans.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::plans;

namespace {

struct Werkplaats : agenda::TestWerkplaats {
    By by{trail, worker};
    Werkplaats() : TestWerkplaats{migrations()} {}
    Plan plan(Content const& content, std::vector<std::string> const& questions = {})
    {
        return write([&](store::Session& s) {
            Plan plan;
            plan.workspace_id = id;
            plan.content = content;
            return add(s, by, plan, questions);
        });
    }
    Plan find(Plan const& plan)
    {
        auto const found = read([&](store::Session& s) { return plans::find(s, id, plan.id); });
        REQUIRE(found);
        return *found;
    }
    Result<Saved> save(Plan const& plan, std::int64_t seen, Content const& mine)
    {
        return attempt([&](store::Session& s) { return plans::save(s, by, id, plan.id, seen, mine); });
    }
};

Content bench()
{
    Content content;
    content.title = "Een bank op de Noordweg";
    content.change = "Onderweg naar de supermarkt kan iemand gaan zitten";
    return content;
}

Content ready()
{
    auto content = bench();
    content.owner = "Gemeente, beheer openbare ruimte";
    content.due = "2027-04-01";
    content.indicator = "Inwoners met een rollator binnen tien minuten van een supermarkt";
    return content;
}

} // namespace

TEST_CASE("a plan cannot start without owner, date and indicator, and each of the three is asked for")
{
    Werkplaats here;
    CHECK(missing(bench()) == std::vector<std::string_view>{"eigenaar", "klaar", "maat"});
    CHECK(missing(ready()).empty());
    for (auto const text : {&Content::owner, &Content::due, &Content::indicator}) {
        auto content = ready();
        content.*text = "  ";
        auto const plan = here.plan(content);
        auto const started = here.attempt([&](store::Session& s) { return start(s, here.by, plan); });
        CHECK(started.error().code == "plan.not_ready");
        CHECK(here.find(plan).state == State::draft);
    }
    auto const plan = here.plan(ready());
    here.write([&](store::Session& s) { return start(s, here.by, plan); });
    auto const running = here.find(plan);
    CHECK(running.state == State::active);
    // And it does not lose them while it runs.
    auto without = ready();
    without.owner = "";
    CHECK(here.save(plan, running.version, without).error().code == "plan.not_ready");
}

TEST_CASE("a plan cannot end while steps are open or nothing is said of what it did")
{
    Werkplaats here;
    auto const plan = here.plan(ready());
    auto const close_it = [&](std::string const& outcome) {
        return here.attempt(
            [&](store::Session& s) { return close(s, here.by, *plans::find(s, here.id, plan.id), outcome); });
    };
    CHECK(close_it("Klaar").error().code == "plan.not_active");
    here.write([&](store::Session& s) { return start(s, here.by, plan); });
    auto const step = here.write([&](store::Session& s) {
        return promise(s, here.by, *plans::find(s, here.id, plan.id), "Bank bestellen", "2027-01-15");
    });
    CHECK(close_it("Klaar").error().code == "plan.open_steps");
    auto const end = [&](StepState state, std::string const& said) {
        return here.attempt([&](store::Session& s) {
            return end_step(s, here.by, *plans::find(s, here.id, plan.id), step.id, state, said);
        });
    };
    CHECK(end(StepState::dropped, " ").error().code == "plan.no_outcome");
    REQUIRE(end(StepState::dropped, "De leverancier is failliet"));
    CHECK(end(StepState::done, "").error().code == "plan.step_ended");
    CHECK(close_it("").error().code == "plan.no_outcome");
    REQUIRE(close_it("Er staat geen bank"));
    CHECK(here.find(plan).state == State::closed);
    CHECK(here.save(plan, 1, ready()).error().code == "plan.ended");
    CHECK(here.read([&](store::Session& s) { return list_steps(s, plan); }).front().said ==
          "De leverancier is failliet");
}

TEST_CASE("who asked hears that a plan starts, each step that was done or not, and what it did")
{
    Werkplaats here;
    auto const question = here.question("Waarom staat hier geen bank?");
    auto const plan = here.plan(ready(), {question});
    CHECK(here.words(question).size() == 1); // a draft is told to nobody
    here.write([&](store::Session& s) { return start(s, here.by, plan); });
    std::vector<std::string> steps;
    for (auto const* words : {"Plek kiezen", "Bank plaatsen"}) {
        steps.push_back(here.write([&](store::Session& s) {
                                return promise(s, here.by, *plans::find(s, here.id, plan.id), words, "");
                            })
                            .id);
    }
    here.write([&](store::Session& s) {
        return end_step(s, here.by, *plans::find(s, here.id, plan.id), steps[0], StepState::dropped,
                        "Er lag een kabel");
    });
    here.write([&](store::Session& s) {
        return end_step(s, here.by, *plans::find(s, here.id, plan.id), steps[1], StepState::done, "Hij staat er");
    });
    here.write(
        [&](store::Session& s) { return close(s, here.by, *plans::find(s, here.id, plan.id), "Dertig mensen meer"); });
    auto const words = here.words(question);
    REQUIRE(words.size() == 5);
    CHECK(words[1].status == agenda::Status::in_plan);
    CHECK(words[1].record_id == plan.id);
    CHECK(words[2].words == "Plek kiezen. Er lag een kabel");
    CHECK(words[2].record_kind == "dropped");
    CHECK(words[3].status == agenda::Status::applied);
    CHECK(words[4].status == agenda::Status::answered);
    CHECK(words[4].words == "Dertig mensen meer");
    // And back: from the question to the plan, from the plan to the question.
    CHECK(here.read([&](store::Session& s) { return list_of_question(s, here.id, question); }).front().id == plan.id);
    CHECK(here.read([&](store::Session& s) { return list_questions(s, plan); }).front().id == question);
}

TEST_CASE("a plan that stopped says why, and its question is on the agenda again")
{
    Werkplaats here;
    auto const question = here.question("Waarom staat hier geen bank?");
    auto const plan = here.plan(ready(), {question});
    here.write([&](store::Session& s) { return start(s, here.by, plan); });
    CHECK(here.attempt([&](store::Session& s) { return stop(s, here.by, *plans::find(s, here.id, plan.id), ""); })
              .error()
              .code == "plan.no_outcome");
    here.write(
        [&](store::Session& s) { return stop(s, here.by, *plans::find(s, here.id, plan.id), "Er is geen geld"); });
    CHECK(here.find(plan).outcome == "Er is geen geld");
    CHECK(here.words(question).back().status == agenda::Status::on_agenda);
    CHECK(here.words(question).back().words == "Er is geen geld");
}

TEST_CASE("putting together: what one changed alone is kept, what both changed is a clash unless they agree")
{
    auto const base = ready();
    auto theirs = base;
    auto mine = base;
    theirs.cost = "900 euro";
    mine.payer = "De gemeente";
    auto merged = merge(base, theirs, mine);
    CHECK(merged.clashes.empty());
    CHECK(merged.theirs == std::vector<std::string_view>{"kosten"});
    CHECK(merged.content.cost == "900 euro");
    CHECK(merged.content.payer == "De gemeente");
    mine.cost = "1.100 euro";
    merged = merge(base, theirs, mine);
    CHECK(merged.clashes == std::vector<std::string_view>{"kosten"});
    CHECK(merged.content.cost == "1.100 euro");
    mine.cost = theirs.cost;
    CHECK(merge(base, theirs, mine).clashes.empty());
    // Who empties a text changed it, too.
    theirs = base;
    theirs.owner = "";
    mine = base;
    mine.owner = "Welzijn";
    CHECK(merge(base, theirs, mine).clashes == std::vector<std::string_view>{"eigenaar"});
}

TEST_CASE("two people write one plan: both changes stand, and where both wrote the same text nothing is lost")
{
    Werkplaats here;
    auto const plan = here.plan(bench());
    auto first = bench();
    first.cost = "900 euro";
    auto second = bench();
    second.payer = "De gemeente";
    CHECK(here.save(plan, 1, first).value().clashes.empty());
    auto const saved = here.save(plan, 1, second).value();
    CHECK(saved.clashes.empty());
    CHECK(saved.theirs == std::vector<std::string_view>{"kosten"});
    CHECK(here.find(plan).content.cost == "900 euro");
    CHECK(here.find(plan).content.payer == "De gemeente");

    auto third = bench();
    third.cost = "1.100 euro";
    auto const clash = here.save(plan, 1, third).value();
    CHECK(clash.clashes == std::vector<std::string_view>{"kosten"});
    CHECK(here.find(plan).content.cost == "900 euro");
    CHECK(here.find(plan).version == saved.plan.version);
    // Having seen it, the third writes it over.
    auto over = here.find(plan).content;
    over.cost = "1.100 euro";
    CHECK(here.save(plan, clash.plan.version, over).value().clashes.empty());
    CHECK(here.find(plan).content.cost == "1.100 euro");
    CHECK(here.save(plan, 99, over).error().code == "plan.unknown_version");
}

TEST_CASE("all texts of a plan come back from the store as they went in")
{
    Content content;
    for (auto const& part : parts) content.*part.text = "\"" + std::string{part.name} + "\" \xc3\xab\n<b>";
    CHECK(writing::read_content<Content>(parts, writing::to_json(parts, content)) == content);
    CHECK(writing::read_content<Content>(parts, "{}") == Content{});
}

TEST_CASE("plans are found by their words; running ones by their date come first")
{
    Werkplaats here;
    auto late = ready();
    late.due = "2028-01-01";
    late.title = "Een eettafel in de buurtkamer";
    auto const draft = here.plan(bench());
    auto const second = here.plan(late);
    auto const first = here.plan(ready());
    for (auto const& plan : {second, first}) here.write([&](store::Session& s) { return start(s, here.by, plan); });
    auto const all = here.read([&](store::Session& s) { return list(s, {.workspace_id = here.id}); });
    REQUIRE(all.size() == 3);
    CHECK(all[0].id == first.id);
    CHECK(all[1].id == second.id);
    CHECK(all[2].id == draft.id);
    auto const found =
        here.read([&](store::Session& s) { return list(s, {.workspace_id = here.id, .sought = "eettafels"}); });
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == second.id);
    CHECK(here.read([&](store::Session& s) { return tally(s, here.id); })[State::active] == 2);
}
