// SPDX-License-Identifier: EUPL-1.2
#include "commons/watch/writer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <set>
#include <thread>

using namespace wf;
using namespace wf::watch;

namespace {

constexpr std::int64_t noon = 1'790'000'040'000; // 2026-09-21T14:14:00Z: a whole minute
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 86'400'000;
std::string const fatma = "01900000-0000-7000-8000-000000000001";
std::string const bea = "01900000-0000-7000-8000-000000000002";
constexpr std::int64_t day_before = noon - day;

class Door {
public:
    enum class Sort { memory, file };
    explicit Door(Notebook::Bounds bounds = {}, Sort sort = Sort::memory)
        : book{std::make_shared<Notebook>(secret::Key::make(), bounds)}
    {
        std::string url = "sqlite::memory:";
        if (sort == Sort::file) {
            m_folder = (std::filesystem::temp_directory_path() / "wf-watch-XXXXXX").string();
            REQUIRE(::mkdtemp(m_folder.data()) != nullptr);
            url = "sqlite:" + m_folder + "/w.db";
        }
        store = store::Store::open(url).value();
        static_cast<void>(store->migrate(migrations()).value());
    }
    ~Door()
    {
        store.reset();
        if (!m_folder.empty()) std::filesystem::remove_all(m_folder);
    }
    Door(Door const&) = delete;
    Door& operator=(Door const&) = delete;

    std::vector<Event> written(Choice choice = {.limit = 100000})
    {
        write_down(*store, *book);
        return store->read([&](store::Session& session) { return list(session, choice); });
    }
    std::vector<Oddity> odd()
    {
        write_down(*store, *book);
        return store->read([&](store::Session& session) { return find_oddities(session, day_before); });
    }

    std::shared_ptr<Notebook> book;
    std::unique_ptr<store::Store> store;

private:
    std::string m_folder;
};

std::int64_t sum_of(std::vector<Event> const& events)
{
    return std::accumulate(events.begin(), events.end(), std::int64_t{0},
                           [](std::int64_t sum, Event const& event) { return sum + event.count; });
}

template <class F>
void in_each(F const& check)
{
    for (auto const sort : {Door::Sort::memory, Door::Sort::file}) {
        Door door{{}, sort};
        check(door);
    }
}

} // namespace

TEST_CASE("what was noted is read back: what, when, who and from where, newest first")
{
    in_each([](Door& door) {
        door.book->note(Kind::login_wrong, "", "192.0.2.1", noon);
        door.book->note(Kind::login_right, fatma, "192.0.2.1", noon + 2 * minute);
        auto const events = door.written();
        REQUIRE(events.size() == 2);
        CHECK(events[0].kind == Kind::login_right);
        CHECK(events[0].person == fatma);
        CHECK(events[0].at == "2026-09-21T14:16:00.000Z");
        CHECK(events[0].count == 1);
        CHECK_FALSE(events[0].is_rest);
        CHECK(events[1].kind == Kind::login_wrong);
        CHECK_FALSE(events[1].person);
        CHECK(events[0].place == events[1].place);
        CHECK(events[0].place == door.book->place_of("192.0.2.1"));
        CHECK(door.written({.person = fatma}).size() == 1);
        CHECK(door.written({.below = events[0].id}).front().id == events[1].id);
        CHECK(door.written({.limit = 1}).size() == 1);
    });
}

TEST_CASE("the same thing within a minute is one row with a count, also when it was written in between")
{
    in_each([](Door& door) {
        for (int i = 0; i < 3; ++i) door.book->note(Kind::login_wrong, fatma, "192.0.2.1", noon + i * 1000);
        CHECK(door.written().size() == 1);
        for (int i = 0; i < 4; ++i) door.book->note(Kind::login_wrong, fatma, "192.0.2.1", noon + 10'000 + i);
        auto const events = door.written();
        REQUIRE(events.size() == 1);
        CHECK(events[0].count == 7);
        CHECK(events[0].at == "2026-09-21T14:14:00.000Z");
        door.book->note(Kind::login_wrong, fatma, "192.0.2.1", noon + minute);
        CHECK(door.written().size() == 2);
    });
}

TEST_CASE("a flood has so many rows a minute and a day; the rest is counted, and hides nothing of another kind")
{
    Door door{{.lines_a_minute = 5, .lines_a_day = 8}};
    for (int i = 0; i < 1000; ++i) door.book->note(Kind::page_refused, "", "192.0.2." + std::to_string(i), noon + i);
    door.book->note(Kind::login_right, fatma, "198.51.100.7", noon + 2000);
    auto events = door.written();
    CHECK(events.size() == 5 + 1 + 1);
    CHECK(sum_of(events) == 1001);
    CHECK(std::count_if(events.begin(), events.end(), [](Event const& event) { return event.is_rest; }) == 1);
    for (auto const& event : events) {
        if (!event.is_rest) continue;
        CHECK(event.kind == Kind::page_refused);
        CHECK(event.count == 995);
        CHECK(event.place.empty());
        CHECK_FALSE(event.person);
    }
    CHECK(door.written({.person = fatma}).size() == 1);
    // Nor of the same kind with an account.
    door.book->note(Kind::page_refused, bea, "192.0.2.1", noon + 3000);
    CHECK(door.written({.person = bea}).size() == 1);

    // The next minute has room for what is left of the day; the next day begins anew.
    for (int i = 0; i < 1000; ++i)
        door.book->note(Kind::page_refused, "", "192.0.2." + std::to_string(i), noon + minute);
    CHECK(door.written().size() == 8 + 3 + 1);
    for (int i = 0; i < 2; ++i) door.book->note(Kind::page_refused, "", "192.0.2." + std::to_string(i), noon + day);
    CHECK(door.written().size() == 12 + 2);
}

TEST_CASE("a store that takes nothing is no reason to grow for ever, nor to lose what happened")
{
    Door door{{.lines_a_minute = 50, .lines_a_day = 1000, .wait = 100}};
    auto const given = [&] { return door.book->give_out(); };
    for (int i = 0; i < 50; ++i) door.book->note(Kind::bad_input, "", "192.0.2." + std::to_string(i), noon);
    auto const first = given();
    CHECK(first.size() == 50);
    for (int at = 1; at <= 20; ++at) {
        for (int i = 0; i < 50; ++i)
            door.book->note(Kind::bad_input, "", "192.0.2." + std::to_string(i), noon + at * minute);
    }
    CHECK(given().size() == 50); // the same: they were not struck out
    auto const events = door.written();
    CHECK(events.size() <= 100 + 20);
    CHECK(sum_of(events) == 21 * 50);
    CHECK(door.book->is_empty());
}

TEST_CASE("an address is not kept, and its digest differs for each installation")
{
    Door door;
    Door other;
    auto const place = door.book->place_of("192.0.2.1");
    CHECK(place.size() == 12);
    CHECK(place != door.book->place_of("192.0.2.2"));
    CHECK(place != other.book->place_of("192.0.2.1"));
    CHECK(door.book->place_of("").empty());
    // The same machine, written otherwise; and one house, which has 2^64 addresses.
    CHECK(place == door.book->place_of("::ffff:192.0.2.1"));
    CHECK(door.book->place_of("2001:db8:1:2::1") == door.book->place_of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    CHECK(door.book->place_of("2001:db8:1:2::1") != door.book->place_of("2001:db8:1:3::1"));
    CHECK(door.book->place_of("2001:db8::1") == door.book->place_of("2001:0DB8:0:0:0:0:0:2"));
    CHECK(door.book->place_of("2001:db8::1") != door.book->place_of("2001:db8:0:1::1"));
    CHECK(door.book->place_of("::1") == door.book->place_of("0:0:0:0:0:0:0:1"));
    CHECK(door.book->place_of("made:up") != door.book->place_of("made:up:too"));

    door.book->note(Kind::login_wrong, fatma, "192.0.2.1", noon);
    for (auto const& event : door.written()) {
        for (auto const* text : {&event.id, &event.at, &event.place, &*event.person})
            CHECK(text->find("192.0.2") == std::string::npos);
    }
}

TEST_CASE("somebody who goes takes every row along, also those that still wait or are being written")
{
    in_each([](Door& door) {
        door.book->note(Kind::login_right, fatma, "192.0.2.1", noon);
        door.book->note(Kind::login_right, bea, "192.0.2.1", noon);
        CHECK(door.written().size() == 2);
        door.book->note(Kind::logout, fatma, "192.0.2.1", noon + 1);
        CHECK(door.book->give_out().size() == 1);
        door.book->note(Kind::login_wrong, fatma, "192.0.2.1", noon + 2);
        door.book->note(Kind::login_wrong, bea, "192.0.2.1", noon + 2);
        door.store
            ->write([&](store::Session& session) -> Result<void> {
                door.book->forget(fatma);
                forget_person(session, fatma);
                return {};
            })
            .value();
        auto const events = door.written();
        CHECK(events.size() == 2);
        for (auto const& event : events) CHECK(event.person == bea);
    });
}

TEST_CASE("odd is more than so many failures from one place, for one account, or in all")
{
    in_each([](Door& door) {
        using What = Oddity::What;
        auto const fail = [&](Kind kind, std::string const& person, std::string const& peer, std::int64_t count) {
            for (std::int64_t i = 0; i < count; ++i) door.book->note(kind, person, peer, noon);
        };
        fail(Kind::page_refused, "", "192.0.2.1", odd_failures_of_place);
        fail(Kind::login_wrong, fatma, "192.0.2.2", odd_failures_of_account - 1);
        fail(Kind::code_wrong, fatma, "192.0.2.3", 1);
        fail(Kind::bad_input, "", "192.0.2.4", odd_inputs_of_place);
        // What everybody does all day is not odd, and what is long ago is over.
        fail(Kind::login_right, bea, "192.0.2.5", 5000);
        fail(Kind::login_needed, "", "192.0.2.6", 5000);
        for (int i = 0; i < 5000; ++i) door.book->note(Kind::login_wrong, bea, "192.0.2.7", noon - 2 * day);
        CHECK(door.odd().empty());
        CHECK(to_line(door.odd()).empty());

        fail(Kind::wrong_method, "", "192.0.2.1", 1);
        fail(Kind::code_again, fatma, "192.0.2.2", 1);
        fail(Kind::bad_input, "", "192.0.2.4", 1);
        auto const odd = door.odd();
        REQUIRE(odd.size() == 3);
        CHECK(odd[0] == Oddity{What::failures_of_place, door.book->place_of("192.0.2.1"), 101});
        CHECK(odd[1] == Oddity{What::failures_of_account, fatma, 21});
        CHECK(odd[2] == Oddity{What::inputs_of_place, door.book->place_of("192.0.2.4"), 1001});
        CHECK(to_line(odd) == "1 place above 100, the most 101; 1 account above 20, the most 21; "
                              "1 place with what cannot be read above 1000, the most 1001");
        // Guessing that is spread out.
        for (int i = 0; i < 1000; ++i) door.book->note(Kind::login_wrong, "", "10.0.0." + std::to_string(i), noon);
        auto const spread = door.odd();
        CHECK(std::any_of(spread.begin(), spread.end(), [](Oddity const& one) {
            return one == Oddity{What::failures_in_all, "", 101 + 21 + 1000};
        }));
    });
}

TEST_CASE("counts for each day and kind")
{
    in_each([](Door& door) {
        for (int i = 0; i < 3; ++i) door.book->note(Kind::login_wrong, "", "192.0.2." + std::to_string(i), noon);
        door.book->note(Kind::code_wrong, fatma, "192.0.2.1", noon);
        door.book->note(Kind::login_wrong, "", "192.0.2.1", noon - day);
        door.book->note(Kind::login_wrong, "", "192.0.2.1", noon - 2 * day);
        write_down(*door.store, *door.book);
        auto const counts =
            door.store->read([](store::Session& session) { return count_by_day(session, "2026-09-20"); });
        REQUIRE(counts.size() == 3);
        CHECK(counts[0].day == "2026-09-21");
        CHECK(counts[0].kind == Kind::code_wrong);
        CHECK(counts[1].kind == Kind::login_wrong);
        CHECK(counts[1].count == 3);
        CHECK(counts[2].day == "2026-09-20");
    });
}

TEST_CASE("the writer writes by itself, and at its end what is left")
{
    Door door;
    auto const count = [&] {
        return door.store->read([](store::Session& session) { return list(session, {}); }).size();
    };
    {
        Writer const writer{*door.store, door.book};
        std::vector<std::thread> many;
        for (int who = 0; who < 4; ++who)
            many.emplace_back([&, who] {
                for (int i = 0; i < 500; ++i)
                    door.book->note(Kind::page_refused, "", "192.0.2." + std::to_string(who), noon + i);
            });
        for (auto& one : many) one.join();
        while (count() == 0) std::this_thread::yield();
        door.book->note(Kind::login_right, fatma, "192.0.2.1", noon);
    }
    CHECK(count() == 5);
    CHECK(sum_of(door.written()) == 2001);
    CHECK(door.book->is_empty());
}

TEST_CASE("each kind has a word of its own that is read back")
{
    std::set<std::string_view> words;
    for (auto const kind : all_kinds()) {
        CHECK(words.insert(to_word(kind)).second);
        CHECK(read_kind(to_word(kind)) == kind);
        CHECK((!is_failed_login(kind) || is_failure(kind)));
    }
    CHECK_FALSE(read_kind("nothing"));
    CHECK(to_word(Kind::bad_input) == "bad_input");
    CHECK(to_word(Kind::login_wrong) == "login_wrong");
    CHECK(to_word(Kind::page_refused) == "page_refused");
}
