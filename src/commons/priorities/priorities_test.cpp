// SPDX-License-Identifier: EUPL-1.2
#include "commons/agenda/test_werkplaats.hpp"
#include "commons/priorities/priorities.hpp"
#include "platform/clock/clock.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::priorities;

namespace {

struct Room : agenda::TestWerkplaats {
    std::vector<std::string> questions;
    By by{trail, worker};

    Room() : TestWerkplaats{{priorities::migrations()}}
    {
        for (auto const* words : {"Een bank", "Een fontein", "Een eettafel", "Een pad"}) {
            agenda::Question question;
            question.workspace_id = id;
            question.asked_words = words;
            auto const asked = write([&](store::Session& s) { return agenda::ask(s, trail, question, ""); });
            write([&](store::Session& s) {
                return agenda::write(s, trail, asked.question, {words, "", "", ""}, worker);
            });
            auto const now = read([&](store::Session& s) { return *agenda::find(s, id, asked.question.id); });
            write([&](store::Session& s) {
                return agenda::tell(s, trail, now, {"", "", agenda::Status::on_agenda, "", "", ""}, worker);
            });
            questions.push_back(now.id);
        }
    }
    Round open(std::int64_t marks = 2)
    {
        Round round;
        round.workspace_id = id;
        round.title = "Wat eerst in 2027?";
        round.marks = marks;
        return write([&](store::Session& s) { return priorities::open(s, by, round, questions); });
    }
    std::string try_mark(Round const& round, std::string_view voter, std::vector<std::int64_t> const& numbers)
    {
        auto const done = attempt([&](store::Session& s) { return mark(s, round, voter, numbers); });
        return done ? "" : done.error().code;
    }
    auto result(Round const& round)
    {
        return read([&](store::Session& s) { return outcome(s, *priorities::find(s, id, round.id)); });
    }
};

} // namespace

TEST_CASE("a round holds what was on the agenda that day, and a third of it may be marked")
{
    Room room;
    CHECK(usual_marks(4) == 2);
    CHECK(usual_marks(12) == 4);
    CHECK(usual_marks(2) == 1);
    auto const round = room.open();
    CHECK(round.options.size() == 4);
    auto const again = room.read([&](store::Session& s) { return *priorities::find(s, room.id, round.id); });
    CHECK(again.options.size() == 4);
    CHECK(again.is_open);
    auto const refused = [&](Round wanted, std::vector<std::string> const& questions) {
        wanted.workspace_id = room.id;
        return room.attempt([&](store::Session& s) { return priorities::open(s, room.by, wanted, questions); })
            .error()
            .code;
    };
    Round named;
    named.title = "Wat eerst?";
    named.marks = 1;
    CHECK(refused({}, room.questions) == "priority.no_title");
    CHECK(refused(named, {room.questions[0], room.questions[0]}) == "priority.too_few");
    CHECK(refused(named, {room.questions[0], new_uuid_v4()}) == "agenda.unknown");
    named.marks = 4;
    CHECK(refused(named, room.questions) == "priority.bad_marks");
}

TEST_CASE("somebody can change their mind until it closes, and nobody marks more than they may")
{
    Room room;
    auto const round = room.open();
    CHECK(room.try_mark(round, "anna", {1, 2}).empty());
    CHECK(room.try_mark(round, "anna", {3}).empty());
    CHECK(room.read([&](store::Session& s) { return marks_of(s, round, "anna"); }) == std::vector<std::int64_t>{3});
    CHECK(room.read([&](store::Session& s) { return marks_of(s, round, "bart"); }).empty());
    CHECK(room.try_mark(round, "anna", {1, 2, 3}) == "priority.too_many_marks");
    CHECK(room.try_mark(round, "anna", {}) == "priority.no_marks");
    CHECK(room.try_mark(round, "anna", {5}) == "priority.no_option");
    CHECK(room.try_mark(round, "anna", {2, 2}) == "priority.marked_twice");
    auto const there = room.read([&](store::Session& s) { return turnout(s, round); });
    CHECK(there.accounts == 1);
    CHECK(there.paper == 0);
    CHECK(room.result(round).error().code == "priority.still_open");
    room.write([&](store::Session& s) { return close(s, room.by, round); });
    CHECK(room.try_mark(round, "anna", {1}) == "priority.closed");
    CHECK(room.attempt([&](store::Session& s) { return close(s, room.by, round); }).error().code == "priority.closed");
    // What led back to her is gone.
    CHECK(room.read([&](store::Session& s) { return marks_of(s, round, "anna"); }).empty());
}

TEST_CASE("paper and accounts count alike; nothing is told of fewer than five")
{
    Room room;
    auto const round = room.open();
    CHECK(room.try_mark(round, "anna", {1, 2}).empty());
    std::vector<std::vector<std::int64_t>> const paper{{1}, {1, 3}, {1, 4}};
    room.write([&](store::Session& s) { return add_paper(s, room.by, round, paper); });
    std::vector<std::vector<std::int64_t>> const wrong{{1}, {9}};
    CHECK(room.attempt([&](store::Session& s) { return add_paper(s, room.by, round, wrong); }).error().code ==
          "priority.no_option");
    CHECK(room.read([&](store::Session& s) { return turnout(s, round); }).paper == 3);
    auto few = room.open();
    room.write([&](store::Session& s) { return close(s, room.by, few); });
    CHECK(room.result(few).error().code == "priority.too_few_ballots");
    CHECK(room.try_mark(round, "bart", {1, 2}).empty());
    room.write([&](store::Session& s) { return close(s, room.by, round); });
    auto const told = room.result(round);
    REQUIRE(told.has_value());
    CHECK(told->places[0].marks == 5);
    CHECK(told->places[1].marks == 2);
    CHECK(told->places[2].marks == 1);
    CHECK(told->can_be_first() == 4); // five people: nothing can be told apart
}

TEST_CASE("the trail tells that a round was held, and of nobody what they marked or that they did")
{
    Room room;
    auto const round = room.open();
    auto const lines = [&] {
        return room.read([&](store::Session& s) { return room.trail.list(s, {.workspace_id = room.id}); }).size();
    };
    auto const before = lines();
    CHECK(room.try_mark(round, "anna", {1, 2}).empty());
    CHECK(lines() == before);
    room.write([&](store::Session& s) { return close(s, room.by, round); });
    CHECK(lines() == before + 1);
}
