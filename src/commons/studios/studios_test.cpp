// SPDX-License-Identifier: EUPL-1.2
#include "commons/agenda/test_werkplaats.hpp"
#include "commons/studios/handover.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::studios;

namespace {

struct Werkplaats : agenda::TestWerkplaats {
    By by{trail, worker};
    Werkplaats() : TestWerkplaats{plans::migrations(), migrations()} {}

    Studio studio(Content const& content, std::vector<std::string> const& questions = {})
    {
        return write([&](store::Session& s) {
            Studio studio;
            studio.workspace_id = id;
            studio.content = content;
            return add(s, by, studio, questions);
        });
    }
    Studio find(Studio const& studio)
    {
        auto const found = read([&](store::Session& s) { return studios::find(s, id, studio.id); });
        REQUIRE(found);
        return *found;
    }
    Result<Entry> add_to(Studio const& studio, Entry const& entry)
    {
        return attempt([&](store::Session& s) { return studios::write(s, by, studio, entry); });
    }
    Result<Entry> go(Studio const& studio, std::int64_t cycle, Stage stage, std::string const& words = "Iets")
    {
        Entry entry;
        entry.kind = Kind::cycle;
        entry.cycle = cycle;
        entry.stage = stage;
        entry.words = words;
        return add_to(studio, entry);
    }
    Result<Saved> save(Studio const& studio, std::int64_t seen, Content const& mine)
    {
        return attempt([&](store::Session& s) { return studios::save(s, by, id, studio.id, seen, mine); });
    }
    Result<Group> hand_over(Studio const& studio, NewGroup const& next)
    {
        return attempt([&](store::Session& s) { return studios::hand_over(s, by, studio, next); });
    }
    Handover handover(Studio const& studio, std::string_view today = "2026-11-22")
    {
        return read([&](store::Session& s) { return make_handover(s, *studios::find(s, id, studio.id), today); });
    }
};

Content table()
{
    Content content;
    content.title = "Een eettafel zonder aanmelden";
    content.from = "2026-09-01";
    content.until = "2027-01-31";
    content.who = "Tweede jaar Social Work";
    content.students = "8";
    return content;
}

Entry of(Kind kind, std::string words, std::string reason = {}, std::string link = {})
{
    Entry entry;
    entry.kind = kind;
    entry.words = std::move(words);
    entry.reason = std::move(reason);
    entry.link = std::move(link);
    return entry;
}

NewGroup next_group(std::string from = "2027-02-01")
{
    NewGroup next;
    next.from = std::move(from);
    next.team.who = "Derde jaar Social Work";
    next.words = "Bel eerst de kok";
    return next;
}

std::vector<Task::What> whats(std::vector<Task> const& tasks)
{
    std::vector<Task::What> all;
    for (auto const& task : tasks) all.push_back(task.what);
    return all;
}

} // namespace

TEST_CASE("a decision without a reason is refused; so is an entry without words, and a handover by hand")
{
    Werkplaats here;
    auto const studio = here.studio(table());
    CHECK(here.add_to(studio, of(Kind::decision, "We koken op dinsdag", "  ")).error().code == "studio.no_reason");
    CHECK(here.add_to(studio, of(Kind::decision, " ", "Dan is de keuken vrij")).error().code == "studio.no_words");
    CHECK(here.add_to(studio, of(Kind::handover, "Klaar")).error().code == "studio.not_by_hand");
    CHECK(here.read([&](store::Session& s) { return list_entries(s, studio); }).empty());
    auto const decided = here.add_to(studio, of(Kind::decision, "We koken op dinsdag", "Dan is de keuken vrij"));
    REQUIRE(decided);
    CHECK(decided->group == 1);
    CHECK(here.read([&](store::Session& s) { return list_entries(s, studio); }).front().reason ==
          "Dan is de keuken vrij");
}

TEST_CASE("a cycle goes plan, do, study, act; it may stay in a stage, and after act it is closed")
{
    Werkplaats here;
    auto const studio = here.studio(table());
    CHECK(here.go(studio, 0, Stage::carry_out).error().code == "studio.stage_order");
    CHECK(here.go(studio, 1, Stage::plan).error().code == "studio.no_cycle");
    REQUIRE(here.go(studio, 0, Stage::plan).value().cycle == 1);
    auto const skipped = here.go(studio, 1, Stage::study);
    CHECK(skipped.error().code == "studio.stage_order");
    CHECK(skipped.error().detail == "plan");
    REQUIRE(here.go(studio, 1, Stage::carry_out));
    REQUIRE(here.go(studio, 1, Stage::carry_out));
    CHECK(here.go(studio, 1, Stage::plan).error().code == "studio.stage_order");
    REQUIRE(here.go(studio, 0, Stage::plan).value().cycle == 2);
    REQUIRE(here.go(studio, 1, Stage::study));
    REQUIRE(here.go(studio, 1, Stage::act));
    CHECK(here.go(studio, 1, Stage::act).error().code == "studio.cycle_closed");
    auto const cycles = cycles_of(here.read([&](store::Session& s) { return list_entries(s, studio); }));
    REQUIRE(cycles.size() == 2);
    CHECK(cycles[0].entries.size() == 5);
    CHECK_FALSE(cycles[0].is_open());
    CHECK_FALSE(cycles[0].next());
    CHECK(cycles[1].next() == Stage::carry_out);
}

TEST_CASE("a source or material has an address, or a page of this site")
{
    for (auto const* good : {"https://www.example.org/a?b=c#d", "http://example.org", "/plek/n12"})
        CHECK(check_link(good));
    for (auto const* bad : {"", "https://", "javascript:alert(1)", "//example.org", "www.example.org", "https://a b"})
        CHECK(check_link(bad).error().code == "studio.bad_link");
    CHECK_FALSE(check_link("https://" + std::string(300, 'a')));
    Werkplaats here;
    auto const studio = here.studio(table());
    CHECK(here.add_to(studio, of(Kind::source, "Een boek")).error().code == "studio.bad_link");
    CHECK(here.add_to(studio, of(Kind::material, "Een folder", "", "/plek/n12")));
}

TEST_CASE(
    "the handover holds every decision with its reason, each cycle with what comes next, sources and what was found")
{
    Werkplaats here;
    auto const question = here.question("Waar kan ik samen eten?");
    auto content = table();
    content.ethics = "Wie meedoet weet dat er studenten zijn";
    auto const studio = here.studio(content, {question});
    std::vector<std::pair<std::string, std::string>> const decided{{"Dinsdag", "Dan is de keuken vrij"},
                                                                   {"Geen lijst", "Wie zich moet opgeven komt niet"},
                                                                   {"Drie euro", "Wat het kost"}};
    for (auto const& [words, reason] : decided) REQUIRE(here.add_to(studio, of(Kind::decision, words, reason)));
    REQUIRE(here.add_to(studio, of(Kind::source, "Wie alleen eet", "", "/kansen")));
    REQUIRE(here.add_to(studio, of(Kind::material, "Boodschappenlijst", "", "https://example.org/lijst")));
    REQUIRE(here.add_to(studio, of(Kind::log, "Eerste keer gekookt")));
    REQUIRE(here.go(studio, 0, Stage::plan, "Een keer koken"));
    REQUIRE(here.go(studio, 1, Stage::carry_out, "Gekookt"));
    REQUIRE(here.go(studio, 1, Stage::study, "Elf mensen kwamen"));
    here.write([&](store::Session& s) {
        plans::Plan plan;
        plan.workspace_id = here.id;
        plan.content.title = "Elke week een tafel";
        return plans::add(s, {here.trail, here.worker}, plan, std::vector<std::string>{question});
    });
    auto const handover = here.handover(studio);
    REQUIRE(handover.decisions.size() == decided.size());
    for (std::size_t i = 0; i < decided.size(); ++i) {
        CHECK(handover.decisions[i].words == decided[i].first);
        CHECK(handover.decisions[i].reason == decided[i].second);
    }
    REQUIRE(handover.questions.size() == 1);
    CHECK(handover.questions[0].words.back().record_id == studio.id);
    CHECK(handover.sources.at(0).link == "/kansen");
    CHECK(handover.materials.size() == 1);
    CHECK(handover.log.size() == 1);
    CHECK(handover.found.at(0).words == "Elf mensen kwamen");
    CHECK(handover.plans.at(0).content.title == "Elke week een tafel");
    CHECK(whats(handover.first) == std::vector{Task::What::agree_data, Task::What::go_on_with_cycle});
    CHECK(handover.first.back().cycle == 1);
    CHECK(handover.first.back().stage == Stage::act);
}

TEST_CASE("what to do first: nothing agreed, past its last day, no cycle; an ended studio asks nothing")
{
    Werkplaats here;
    auto const studio = here.studio(table());
    using enum Task::What;
    CHECK(whats(here.handover(studio, "2027-01-31").first) == std::vector{agree_ethics, agree_data, begin_cycle});
    CHECK(whats(here.handover(studio, "2027-02-01").first) ==
          std::vector{agree_ethics, agree_data, agree_period, begin_cycle});
    here.write([&](store::Session& s) { return end(s, here.by, studio, "Het werkt"); });
    CHECK(here.handover(studio).first.empty());
}

TEST_CASE("two people write one studio: both changes stand, and where both wrote the same text nothing is lost")
{
    Werkplaats here;
    auto const studio = here.studio(table());
    auto first = studio.content;
    first.ethics = "Toestemming aan tafel";
    auto second = studio.content;
    second.data_plan = "Alleen tellingen";
    REQUIRE(here.save(studio, 1, first));
    auto const saved = here.save(studio, 1, second).value();
    CHECK(saved.theirs == std::vector<std::string_view>{"ethiek"});
    CHECK(here.find(studio).content.ethics == "Toestemming aan tafel");
    CHECK(here.find(studio).content.data_plan == "Alleen tellingen");
    auto third = studio.content;
    third.ethics = "Geen namen";
    auto const clash = here.save(studio, 1, third).value();
    CHECK(clash.clashes == std::vector<std::string_view>{"ethiek"});
    CHECK(here.find(studio).version == saved.studio.version);
    auto over = clash.studio.content;
    over.ethics = "Geen namen";
    REQUIRE(here.save(studio, clash.studio.version, over).value().clashes.empty());
    CHECK(here.find(studio).content.ethics == "Geen namen");
    CHECK(here.save(studio, 99, over).error().code == "studio.unknown_version");
    over.title = " ";
    CHECK(here.save(studio, here.find(studio).version, over).error().code == "studio.no_title");
    over = table();
    over.until = "2026-08-31";
    CHECK(here.save(studio, here.find(studio).version, over).error().code == "studio.bad_period");
    over = table();
    over.residents = "veel";
    CHECK(here.save(studio, here.find(studio).version, over).error().field == "bewoners");
}

TEST_CASE("a new group: the period of the old one ends where that of the new one begins, and the log says so")
{
    Werkplaats here;
    auto const studio = here.studio(table());
    CHECK(here.hand_over(studio, next_group("2026-08-01")).error().code == "studio.bad_period");
    CHECK(here.hand_over(studio, next_group("")).error().code == "studio.bad_period");
    auto nobody = next_group();
    nobody.team.who = " ";
    CHECK(here.hand_over(studio, nobody).error().code == "studio.no_who");
    // Somebody writes while it is handed over; both stand.
    auto mine = studio.content;
    mine.ethics = "Geen namen";
    REQUIRE(here.hand_over(studio, next_group()));
    CHECK(here.save(studio, 1, mine).value().clashes.empty());
    CHECK(here.find(studio).content.who == "Derde jaar Social Work");
    CHECK(here.find(studio).content.students.empty());
    auto const groups = here.read([&](store::Session& s) { return list_groups(s, studio); });
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].from == "2026-09-01");
    CHECK(groups[0].until == "2027-02-01");
    CHECK(groups[0].team.who == "Tweede jaar Social Work");
    CHECK(groups[0].team.students == "8");
    CHECK(groups[0].team.title.empty());
    CHECK(groups[1].until.empty());
    CHECK(groups[1].team.who == "Derde jaar Social Work");
    auto const log = here.handover(studio).log;
    REQUIRE(log.size() == 1);
    CHECK(log[0].kind == Kind::handover);
    CHECK(log[0].words == "Bel eerst de kok");
    CHECK(log[0].group == 2);
    CHECK(here.add_to(studio, of(Kind::log, "Wij gaan door")).value().group == 2);
}

TEST_CASE("who asked hears that a studio takes it up and what is known when it ends; a plan keeps its place")
{
    Werkplaats here;
    auto const first = here.question("Waar kan ik samen eten?");
    auto const planned = here.question("Wie kookt er?");
    here.write([&](store::Session& s) -> Result<void> {
        plans::Plan plan;
        plan.workspace_id = here.id;
        plan.content.title = "Wij koken";
        plan.content.owner = "Welzijn";
        plan.content.due = "2027-04-01";
        plan.content.indicator = "Er wordt gekookt";
        plans::By const by{here.trail, here.worker};
        WF_TRY(auto const added, plans::add(s, by, plan, std::vector<std::string>{planned}));
        return plans::start(s, by, added);
    });
    auto const studio = here.studio(table(), {first, planned});
    CHECK(here.status(first) == agenda::Status::in_studio);
    CHECK(here.status(planned) == agenda::Status::in_plan);
    CHECK(here.words(first).back().record_kind == "studio");
    CHECK(here.words(first).back().record_id == studio.id);
    CHECK(here.attempt([&](store::Session& s) { return end(s, here.by, studio, " "); }).error().code ==
          "studio.no_outcome");
    here.write([&](store::Session& s) { return end(s, here.by, studio, "Elf mensen aten mee"); });
    CHECK(here.status(first) == agenda::Status::on_agenda);
    CHECK(here.status(planned) == agenda::Status::in_plan);
    CHECK(here.words(first).back().words == "Elf mensen aten mee");
    CHECK(here.find(studio).state == State::ended);
    CHECK_FALSE(here.read([&](store::Session& s) { return list_groups(s, studio); }).back().until.empty());
    // And nothing is added to what ended.
    CHECK(here.add_to(studio, of(Kind::log, "Nog iets")).error().code == "studio.ended");
    CHECK(here.save(studio, 1, table()).error().code == "studio.ended");
    CHECK(here.hand_over(studio, next_group()).error().code == "studio.ended");
    CHECK(here.read([&](store::Session& s) { return list_of_question(s, here.id, first); }).at(0).id == studio.id);
    CHECK(here.read([&](store::Session& s) { return list_questions(s, studio); }).size() == 2);
}

TEST_CASE("who wrote an entry stands in the trail alone")
{
    Werkplaats here;
    auto const studio = here.studio(table());
    auto const entry = here.add_to(studio, of(Kind::log, "Gekookt")).value();
    auto const seen = here.read(
        [&](store::Session& s) { return here.trail.list(s, {.workspace_id = here.id, .record_id = studio.id}); });
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].action == "studio.entry");
    CHECK(seen[0].actor == here.worker);
    CHECK(seen[0].changes.at(0).after.text == entry.id);
}

TEST_CASE("studios are found by their words; open ones come first")
{
    Werkplaats here;
    auto const ended = here.studio(table());
    auto bench = table();
    bench.title = "Banken op weg";
    auto const open = here.studio(bench);
    here.write([&](store::Session& s) { return end(s, here.by, ended, "Het werkt"); });
    auto const all = here.read([&](store::Session& s) { return list(s, {.workspace_id = here.id}); });
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == open.id);
    auto const found =
        here.read([&](store::Session& s) { return list(s, {.workspace_id = here.id, .sought = "bank"}); });
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == open.id);
    CHECK(here.read([&](store::Session& s) { return count(s, {.workspace_id = here.id, .state = State::ended}); }) ==
          1);
    CHECK(here.read([&](store::Session& s) { return tally(s, here.id); })[State::open] == 1);
}
