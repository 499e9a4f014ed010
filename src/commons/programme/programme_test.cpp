// SPDX-License-Identifier: EUPL-1.2
#include "commons/agenda/test_werkplaats.hpp"
#include "commons/plans/plans.hpp"
#include "commons/programme/programme.hpp"
#include "commons/studios/studios.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::programme;

namespace {

struct Werkplaats : agenda::TestWerkplaats {
    By by{trail, worker};
    Werkplaats() : TestWerkplaats{plans::migrations(), studios::migrations(), migrations()} {}
    [[nodiscard]] Programme example() const
    {
        Programme one;
        one.workspace_id = id;
        one.name = "Samen eten (verzonnen)";
        one.from = "2026-01-01";
        one.until = "2026-12-31";
        one.giver = "Ministerie (verzonnen)";
        one.amount = 100'000;
        one.source = "Beschikking (verzonnen)";
        return one;
    }
    Programme make(Programme const& one)
    {
        return write([&](store::Session& s) { return add(s, by, one); });
    }
    std::string refused(Programme const& one)
    {
        auto const made = attempt([&](store::Session& s) { return add(s, by, one); });
        return made ? "" : made.error().code + " " + made.error().field;
    }
    template <class F>
    std::string trouble(F&& work)
    {
        auto const done = attempt(std::forward<F>(work));
        return done ? "" : done.error().code + " " + done.error().field;
    }
};

} // namespace

TEST_CASE("a programme says who gives, over which period, and where an amount stands")
{
    Werkplaats here;
    auto const with = [&](auto&& change) {
        auto one = here.example();
        change(one);
        return here.refused(one);
    };
    CHECK(with([](Programme& one) { one.name = " "; }) == "programme.no_words naam");
    CHECK(with([](Programme& one) { one.giver.clear(); }) == "programme.no_words gever");
    CHECK(with([](Programme& one) { one.from = "vorig jaar"; }) == "programme.bad_period van");
    CHECK(with([](Programme& one) { one.until = "2025-12-31"; }) == "programme.bad_period tot");
    CHECK(with([](Programme& one) { one.source.clear(); }) == "programme.no_words bron");
    CHECK(with([](Programme& one) { one.amount = -1; }) == "programme.bad_amount bedrag");
    auto none = here.example();
    none.amount.reset();
    none.source.clear();
    auto const made = here.make(none);
    auto const found = here.read([&](store::Session& s) { return find(s, here.id, made.id); });
    REQUIRE(found);
    CHECK(!found->amount); // not said is not nothing
}

TEST_CASE("of two who change a programme at once the second is told")
{
    Werkplaats here;
    auto one = here.make(here.example());
    auto const save = [&](Programme const& as) {
        return here.trouble([&](store::Session& s) { return programme::save(s, here.by, as); });
    };
    auto other = one;
    one.name = "Samen eten, tweede jaar";
    CHECK(save(one).empty());
    other.name = "Eettafels";
    CHECK(save(other) == "programme.overtaken naam");
    CHECK(here.read([&](store::Session& s) { return find(s, here.id, one.id); })->name == "Samen eten, tweede jaar");
}

TEST_CASE("what was spent adds up, a mistake is booked back with why, and nothing comes off a line that is not there")
{
    Werkplaats here;
    auto const one = here.make(here.example());
    auto const line = here.write([&](store::Session& s) {
        return add_line(s, here.by, one, {"", "Mensen", 60'000, false});
    });
    auto const spend = [&](Spent const& spent) {
        return here.trouble([&](store::Session& s) { return programme::spend(s, here.by, one, spent); });
    };
    CHECK(spend({line.id, 20'000, "2026-03-01", ""}).empty());
    CHECK(spend({line.id, 500, "2026-02-01", ""}).empty());
    CHECK(spend({line.id, -500, "2026-04-01", ""}) == "programme.no_words woorden");
    CHECK(spend({line.id, -500, "2026-04-01", "Dubbel geboekt"}).empty());
    CHECK(spend({line.id, 0, "2026-04-01", ""}) == "programme.bad_amount bedrag");
    CHECK(spend({line.id, 1, "9999-01-01", ""}) == "programme.bad_day dag");
    CHECK(spend({"0190a0b0-0000-7000-8000-00000000aaaa", 1, "2026-04-01", ""}) == "programme.no_line post");
    auto const all = here.read([&](store::Session& s) { return list_spent(s, one); });
    REQUIRE(all.size() == 3);
    CHECK(all[0].on == "2026-02-01");
    CHECK(all[0].amount + all[1].amount + all[2].amount == 20'000);
}

TEST_CASE("an activity ends once, done or not done, and says what came of it")
{
    Werkplaats here;
    auto const one = here.make(here.example());
    Activity wanted;
    wanted.name = "Twaalf eettafels";
    wanted.planned_on = "2026-12-01";
    wanted.planned_number = 12;
    auto const made = here.write([&](store::Session& s) { return add_activity(s, here.by, one, wanted); });
    auto const end = [&](State state, std::optional<std::int64_t> number, std::string result) {
        Activity ended;
        ended.id = made.id;
        ended.state = state;
        ended.ended_on = "2026-10-01";
        ended.done_number = number;
        ended.result = std::move(result);
        return here.trouble([&](store::Session& s) { return end_activity(s, here.by, one, ended); });
    };
    CHECK(end(State::done, 9, " ") == "programme.no_words resultaat");
    CHECK(end(State::done, -9, "Negen") == "programme.bad_amount aantal");
    CHECK(end(State::done, 9, "Negen keer gegeten").empty());
    CHECK(end(State::dropped, std::nullopt, "Toch niet") == "programme.activity_ended staat");
    auto const all = here.read([&](store::Session& s) { return list_activities(s, one); });
    REQUIRE(all.size() == 1);
    CHECK(all[0].planned_number == 12);
    CHECK(all[0].done_number == 9);
    CHECK(all[0].state == State::done);
}

TEST_CASE("a publication has a title, a place and a day that came")
{
    Werkplaats here;
    Publication one;
    one.workspace_id = here.id;
    one.title = "Eten zonder lijst";
    one.place = "Sociaal Bestek (verzonnen)";
    one.on = "2026-05-01";
    auto const publish = [&](Publication const& as) {
        return here.trouble([&](store::Session& s) { return programme::publish(s, here.by, as); });
    };
    CHECK(publish(one).empty());
    auto bad = one;
    bad.on = "";
    CHECK(publish(bad) == "programme.bad_day dag");
    bad = one;
    bad.link = "//elders.example";
    CHECK(publish(bad) == "programme.bad_link adres");
    bad = one;
    bad.work = {work::Kind::studio, "0190a0b0-0000-7000-8000-00000000aaaa"};
    CHECK(publish(bad) == "work.unknown over");
    CHECK(here.read([&](store::Session& s) { return list_publications(s, here.id); }).size() == 1);
}
