// SPDX-License-Identifier: EUPL-1.2
#include "commons/codesign/codesign.hpp"

#include "base/date.hpp"
#include "commons/agenda/test_werkplaats.hpp"
#include "commons/codesign/code.hpp"
#include "commons/plans/plans.hpp"
#include "platform/clock/today.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace wf;
using namespace wf::codesign;

namespace {

struct Room : agenda::TestWerkplaats {
    secret::Key key = secret::Key::make();
    studios::By by{trail, worker};
    studios::Studio studio;
    Session session;

    Room() : TestWerkplaats{plans::migrations(), studios::migrations(), migrations()}
    {
        studio = write([&](store::Session& s) {
            studios::Studio made;
            made.workspace_id = id;
            made.content.title = "Samen eten";
            return studios::add(s, by, made, {});
        });
        session = opened("2026-11-22").value();
    }
    Result<Session> opened(std::string day, std::string question = "Hoe wordt de tafel van iedereen?")
    {
        return attempt([&](store::Session& s) {
            Session wanted;
            wanted.question = question;
            wanted.day = std::move(day);
            return codesign::open(s, by, key, studio, wanted);
        });
    }
    Result<void> send(Stage stage, std::string const& words)
    {
        return attempt([&](store::Session& s) { return codesign::send(s, session, stage, words); });
    }
    Result<std::int64_t> type_in(Stage stage, std::string const& lines)
    {
        return attempt([&](store::Session& s) { return codesign::type_in(s, by, session, stage, lines); });
    }
    Result<void> move(Stage from, Stage to)
    {
        return attempt([&](store::Session& s) { return codesign::move(s, by, session, from, to); });
    }
    Result<void> choose(std::int64_t number, std::string const& because)
    {
        return attempt([&](store::Session& s) { return codesign::choose(s, by, session, number, because); });
    }
    Result<void> set_shown(std::int64_t number, Shown shown)
    {
        return attempt([&](store::Session& s) { return codesign::set_shown(s, by, session, number, shown); });
    }
    Result<void> close(std::string const& decision, std::string const& reason)
    {
        return attempt([&](store::Session& s) { return codesign::close(s, by, session, decision, reason); });
    }
    void go_to_decision()
    {
        for (auto const stage : {Stage::question, Stage::ideas, Stage::prototype, Stage::test})
            REQUIRE(move(stage, *after(stage)));
    }
    std::vector<Note> notes()
    {
        return read([&](store::Session& s) { return list_notes(s, session); });
    }
    Session now()
    {
        return *read([&](store::Session& s) { return codesign::find(s, id, session.id); });
    }
    Result<Session> by_code(std::string const& typed, std::string const& today = "2026-11-22")
    {
        return read([&](store::Session& s) { return find_by_code(s, key, typed, today); });
    }
    std::vector<trail::SeenEntry> seen()
    {
        return read([&](store::Session& s) { return trail.list(s, {.workspace_id = id, .record_id = session.id}); });
    }
};

} // namespace

TEST_CASE("a session is opened with a question and a day, in a studio that is open")
{
    Room room;
    CHECK(room.opened("2026-11-22", "  ").error().code == "codesign.no_question");
    CHECK(room.opened("dinsdag").error().code == "codesign.bad_day");
    CHECK(room.session.stage == Stage::question);
    auto const later = room.opened("2026-12-01").value();
    auto const all = room.read([&](store::Session& s) { return list_of_studio(s, room.id, room.studio.id); });
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == later.id);
    room.write([&](store::Session& s) { return studios::end(s, room.by, room.studio, "Klaar"); });
    CHECK(room.opened("2026-11-22").error().code == "studio.ended");
}

TEST_CASE("the code opens the session however it is typed, and only a keyed digest of it is stored")
{
    Room room;
    auto const code = code_of(room.key, room.session);
    REQUIRE(code.size() == 9);
    CHECK(code[4] == '-');
    std::string capitals;
    for (char const c : code)
        capitals += c == '-' ? std::string{"  "} : std::string(1, static_cast<char>(std::toupper(c)));
    CHECK(room.by_code(capitals).value().id == room.session.id);
    CHECK(room.by_code("aaaa-aaaa").error().code == "codesign.unknown_code");
    CHECK(room.by_code("").error().code == "codesign.unknown_code");
    CHECK(tidy_code("K7O-I l") == "k7011");
    std::string stored;
    room.read([&](store::Session& s) {
        s.query("SELECT code_digest FROM codesign_code ORDER BY code_digest", {},
                [&](store::Row const& row) { stored = row.string(0); });
    });
    CHECK(stored.size() == 64);
    CHECK(stored == digest_of_code(room.key, tidy_code(code)));
    CHECK(stored != digest_of_code(secret::Key::make(), tidy_code(code)));
    // Every one is its own, also with the same key.
    std::set<std::string> codes;
    for (int i = 0; i < 100; ++i) codes.insert(make_code(room.key, std::to_string(i)));
    CHECK(codes.size() == 100);
}

TEST_CASE("the code leads nowhere a week after the day of the session, and not when it or its studio ended")
{
    Room room;
    auto const code = code_of(room.key, room.session);
    CHECK(room.by_code(code, "2026-11-29"));
    CHECK(room.by_code(code, "2026-11-30").error().code == "codesign.unknown_code");
    auto const other = room.opened("2026-11-22").value();
    room.go_to_decision();
    REQUIRE(room.close("Wij beginnen", "Het kan"));
    CHECK(room.by_code(code).error().code == "codesign.unknown_code");
    room.write([&](store::Session& s) { return studios::end(s, room.by, room.studio, "Klaar"); });
    CHECK(room.by_code(code_of(room.key, other)).error().code == "codesign.unknown_code");
}

TEST_CASE(
    "a note is words on a line for a stage that was reached; nothing of who sent it is kept, and the trail is silent")
{
    Room room;
    CHECK(room.send(Stage::question, " \n ").error().code == "codesign.no_words");
    CHECK(room.send(Stage::ideas, "Een bel").error().code == "codesign.too_early");
    CHECK(room.send(Stage::question, std::string(301, 'a')).error().code == "codesign.too_long");
    auto const before = room.seen().size();
    REQUIRE(room.send(Stage::question, " Wie komt er\nniet? "));
    std::string accents;
    for (int i = 0; i < 300; ++i) accents += "é";
    REQUIRE(room.send(Stage::question, accents));
    REQUIRE(room.move(Stage::question, Stage::ideas));
    // Who was still writing when the group went on is not too late.
    REQUIRE(room.send(Stage::question, "Wie nog schreef"));
    auto const notes = room.notes();
    REQUIRE(notes.size() == 3);
    CHECK(notes[0].words == "Wie komt er niet?");
    CHECK(notes[0].medium == Medium::phone);
    CHECK(notes[0].written_on == today_iso());
    CHECK(notes[2].stage == Stage::question);
    CHECK(notes[2].number == 3);
    CHECK(room.seen().size() == before + 1); // of going on
}

TEST_CASE("a session takes five hundred notes and no more, also from paper")
{
    Room room;
    room.write([&](store::Session& s) -> Result<void> {
        for (std::int64_t i = 0; i < most_notes - 1; ++i)
            WF_TRY_VOID(codesign::send(s, room.session, Stage::question, "Iets"));
        return {};
    });
    CHECK(room.type_in(Stage::question, "Een\nTwee").error().code == "codesign.full");
    REQUIRE(room.send(Stage::question, "De laatste"));
    CHECK(room.send(Stage::question, "Te veel").error().code == "codesign.full");
    CHECK(static_cast<std::int64_t>(room.notes().size()) == most_notes);
}

TEST_CASE(
    "paper notes are typed in one a line; the line that is too long is told, and nothing of the others is kept then")
{
    Room room;
    auto const long_one = room.type_in(Stage::question, "Goed\n\n" + std::string(301, 'a'));
    CHECK(long_one.error().code == "codesign.too_long");
    CHECK(long_one.error().detail == "3");
    CHECK(room.notes().empty());
    CHECK(room.type_in(Stage::question, "\n \r\n").error().code == "codesign.no_words");
    std::string many;
    for (std::size_t i = 0; i <= most_paper_notes; ++i) many += "Iets\n";
    CHECK(room.type_in(Stage::question, many).error().code == "codesign.too_many_lines");
    CHECK(room.type_in(Stage::question, "Een bel\r\n\r\n  Een stoel erbij \n").value() == 2);
    auto const notes = room.notes();
    REQUIRE(notes.size() == 2);
    CHECK(notes[1].words == "Een stoel erbij");
    CHECK(notes[1].medium == Medium::paper);
    CHECK(room.seen().front().action == "codesign.paper");
    CHECK(room.seen().front().changes.at(1).after.text == "2");
}

TEST_CASE("the leader goes one stage on or back; who was second to press changes nothing")
{
    Room room;
    CHECK(room.move(Stage::question, Stage::prototype).error().code == "codesign.stage_order");
    REQUIRE(room.move(Stage::question, Stage::ideas));
    CHECK(room.move(Stage::question, Stage::ideas).error().code == "codesign.moved");
    CHECK(room.now().stage == Stage::ideas);
    REQUIRE(room.move(Stage::ideas, Stage::question));
    CHECK(room.now().stage == Stage::question);
    room.go_to_decision();
    CHECK_FALSE(after(Stage::decision));
    CHECK_FALSE(before(Stage::question));
}

TEST_CASE("an idea is chosen with a reason; what is off the screen stays and is not chosen")
{
    Room room;
    REQUIRE(room.send(Stage::question, "Voor wie?"));
    REQUIRE(room.move(Stage::question, Stage::ideas));
    REQUIRE(room.send(Stage::ideas, "Een bel bij de deur"));
    CHECK(room.choose(1, "Past").error().code == "codesign.no_idea");
    CHECK(room.choose(2, "  ").error().code == "codesign.no_reason");
    CHECK(room.choose(9, "Past").error().code == "codesign.no_note");
    REQUIRE(room.choose(2, "Kan morgen"));
    CHECK(room.notes()[1].chosen_because == "Kan morgen");
    REQUIRE(room.set_shown(2, Shown::no));
    CHECK(room.notes()[1].words == "Een bel bij de deur");
    CHECK_FALSE(room.notes()[1].is_chosen());
    CHECK(room.choose(2, "Toch").error().code == "codesign.no_idea");
    REQUIRE(room.set_shown(2, Shown::yes));
    REQUIRE(room.choose(2, "Toch"));
    REQUIRE(room.attempt([&](store::Session& s) { return leave_out(s, room.by, room.session, 2); }));
    CHECK_FALSE(room.notes()[1].is_chosen());
    CHECK(room.seen().front().action == "codesign.leave_out");
}

TEST_CASE("a session ends with a decision and its reason in the record of the studio, and takes nothing after that")
{
    Room room;
    REQUIRE(room.send(Stage::question, "Voor wie?"));
    CHECK(room.close("Een bel", "Kan morgen").error().code == "codesign.not_at_decision");
    room.go_to_decision();
    CHECK(room.close("Een bel", " ").error().code == "studio.no_reason");
    CHECK(room.close("", "Kan morgen").error().code == "studio.no_words");
    CHECK(room.now().state == State::open);
    REQUIRE(room.close("Er komt een bel", "Kan morgen"));
    auto const ended = room.now();
    CHECK(ended.state == State::ended);
    CHECK(ended.decision == "Er komt een bel");
    auto const record = room.read([&](store::Session& s) { return studios::list_entries(s, room.studio); });
    REQUIRE(record.size() == 1);
    CHECK(record[0].id == ended.entry_id);
    CHECK(record[0].kind == studios::Kind::decision);
    CHECK(record[0].words == "Er komt een bel");
    CHECK(record[0].reason == "Kan morgen");
    CHECK(room.send(Stage::question, "Nog iets").error().code == "codesign.ended");
    CHECK(room.type_in(Stage::question, "Nog iets").error().code == "codesign.ended");
    CHECK(room.set_shown(1, Shown::no).error().code == "codesign.ended");
    CHECK(room.choose(1, "Past").error().code == "codesign.ended");
    CHECK(room.move(Stage::decision, Stage::test).error().code == "codesign.ended");
    CHECK(room.close("Weer", "Weer").error().code == "codesign.ended");
}

TEST_CASE("a session of one workspace is not found in another")
{
    Room room;
    auto const elsewhere =
        room.write([](store::Session& s) { return workspaces::add(s, "Elders", workspaces::Kind::werkplaats, ""); });
    CHECK_FALSE(room.read([&](store::Session& s) { return codesign::find(s, elsewhere.id, room.session.id); }));
    CHECK(room.read([&](store::Session& s) { return list_of_studio(s, elsewhere.id, room.studio.id); }).empty());
    CHECK_FALSE(room.read([&](store::Session& s) { return codesign::find(s, room.id, "x"); }));
}
