// SPDX-License-Identifier: EUPL-1.2
#include "commons/agenda/test_werkplaats.hpp"
#include "commons/areas/areas.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/plans/plans.hpp"
#include "commons/studios/studios.hpp"
#include "commons/uptake/uptake.hpp"

#include <doctest/doctest.h>
#include <span>

using namespace wf;
using namespace wf::uptake;

namespace {

constexpr auto reader = "0190a0b0-0000-7000-8000-000000000002";

struct Werkplaats : agenda::TestWerkplaats {
    By claimer{trail, worker};
    By second{trail, reader};
    Werkplaats()
        : TestWerkplaats{datasets::migrations(), areas::migrations(), plans::migrations(), studios::migrations(),
                         migrations()}
    {
    }
    [[nodiscard]] Claim example() const
    {
        Claim claim;
        claim.workspace_id = id;
        claim.kind = Kind::education;
        claim.what = "De eettafel is een les geworden";
        claim.taker = "Hogeschool";
        claim.region = "Overijssel";
        claim.taken_on = "2026-09-01";
        claim.proof = "Studiegids 2026, bladzijde 14";
        return claim;
    }
    Claim make(Claim const& one)
    {
        return write([&](store::Session& s) { return claim(s, claimer, one); });
    }
    std::string refused(Claim const& one)
    {
        auto const made = attempt([&](store::Session& s) { return claim(s, claimer, one); });
        return made ? "" : made.error().code + " " + made.error().field;
    }
    Result<void> judge(Claim const& one, By const& by, Verdict verdict, std::string_view said = "")
    {
        return attempt([&](store::Session& s) { return uptake::judge(s, by, id, one.id, verdict, said); });
    }
    Claim now(Claim const& one)
    {
        return *read([&](store::Session& s) { return find(s, id, one.id); });
    }
};

} // namespace

TEST_CASE("a claim waits until another than who made it has read the proof")
{
    Werkplaats here;
    auto const made = here.make(here.example());
    CHECK(here.now(made).state == State::waiting);
    auto const own = here.judge(made, here.claimer, Verdict::confirm);
    REQUIRE(!own);
    CHECK(own.error().code == "uptake.same_reader");
    CHECK(here.now(made).state == State::waiting);
    REQUIRE(here.judge(made, here.second, Verdict::confirm, "Bladzijde 14, tweede alinea"));
    auto const read = here.now(made);
    CHECK(read.state == State::confirmed);
    CHECK(read.read_by == reader);
    CHECK(read.said == "Bladzijde 14, tweede alinea");
    CHECK(here.judge(made, here.second, Verdict::refuse, "Toch niet").error().code == "uptake.not_waiting");
}

TEST_CASE("the database itself refuses a reader who is the claimer, and a confirmation without a reader")
{
    Werkplaats here;
    auto const made = here.make(here.example());
    auto const set = [&](std::string_view change) {
        return here.attempt([&](store::Session& s) -> Result<void> {
            s.exec("UPDATE uptake_claim SET " + std::string{change} + " WHERE workspace_id = $1 AND claim_id = $2",
                   {here.id, made.id});
            return {};
        });
    };
    CHECK_THROWS_AS((void)set("read_by = claimed_by"), store::ConstraintFailure);
    CHECK_THROWS_AS((void)set("state = 'confirmed'"), store::ConstraintFailure);
    CHECK_THROWS_AS((void)set("proof = ''"), store::ConstraintFailure);
}

TEST_CASE("who refuses says why, and a refusal stays and is not confirmed")
{
    Werkplaats here;
    auto const made = here.make(here.example());
    CHECK(here.judge(made, here.second, Verdict::refuse, "  ").error().code == "uptake.no_said");
    REQUIRE(here.judge(made, here.second, Verdict::refuse, "Staat er niet"));
    CHECK(here.now(made).state == State::refused);
    CHECK(here.now(made).said == "Staat er niet");
}

TEST_CASE("what is withdrawn says why, also after it was confirmed, and only once")
{
    Werkplaats here;
    auto const made = here.make(here.example());
    REQUIRE(here.judge(made, here.second, Verdict::confirm));
    auto const withdraw = [&](std::string_view why) {
        return here.attempt(
            [&](store::Session& s) { return uptake::withdraw(s, here.claimer, here.id, made.id, why); });
    };
    CHECK(withdraw("").error().code == "uptake.no_said");
    REQUIRE(withdraw("De les is geschrapt"));
    CHECK(here.now(made).state == State::withdrawn);
    CHECK(withdraw("Nog eens").error().code == "uptake.withdrawn");
    CHECK(here.judge(made, here.second, Verdict::confirm).error().code == "uptake.not_waiting");
}

TEST_CASE("a claim without day, proof, words, taker or region is refused, and each is named")
{
    Werkplaats here;
    auto const without = [&](std::string Claim::*text, std::string value = "") {
        auto one = here.example();
        one.*text = std::move(value);
        return here.refused(one);
    };
    CHECK(without(&Claim::proof, " ") == "uptake.no_proof bewijs");
    CHECK(without(&Claim::what) == "uptake.no_words wat");
    CHECK(without(&Claim::taker) == "uptake.no_words door");
    CHECK(without(&Claim::region) == "uptake.no_words waar");
    CHECK(without(&Claim::taken_on) == "uptake.bad_day dag");
    CHECK(without(&Claim::taken_on, "2026-02-30") == "uptake.bad_day dag");
    CHECK(without(&Claim::taken_on, "9999-12-31") == "uptake.bad_day dag");
    CHECK(without(&Claim::proof_link, "javascript:alert(1)") == "uptake.bad_link adres");
    auto one = here.example();
    one.work = {work::Kind::plan, "0190a0b0-0000-7000-8000-00000000aaaa"};
    CHECK(here.refused(one) == "work.unknown over");
}

TEST_CASE("a claim names the studio that it came of; a draft of a plan is no work yet")
{
    Werkplaats here;
    auto const studio = here.write([&](store::Session& s) {
        studios::Studio one;
        one.workspace_id = here.id;
        one.content.title = "Een eettafel";
        one.content.from = "2026-01-01";
        return studios::add(s, {here.trail, here.worker}, one, {});
    });
    auto const draft = here.write([&](store::Session& s) {
        plans::Plan one;
        one.workspace_id = here.id;
        one.content.title = "Een bank";
        return plans::add(s, {here.trail, here.worker}, one, {});
    });
    auto one = here.example();
    one.work = {work::Kind::plan, draft.id};
    CHECK(here.refused(one) == "work.unknown over");
    one.work = {work::Kind::studio, studio.id};
    auto const made = here.make(one);
    here.make(here.example());
    auto const of = here.read([&](store::Session& s) {
        return list(s, {here.id, std::nullopt, work::Work{work::Kind::studio, studio.id}, "", ""});
    });
    REQUIRE(of.size() == 1);
    CHECK(of.front().id == made.id);
}

TEST_CASE("a municipality that we know is one region, by its name or its code; another name stays as it was written")
{
    Werkplaats here;
    here.write([&](store::Session& s) -> Result<void> {
        datasets::Origin origin;
        origin.slot = "verzonnen";
        auto const begun = datasets::begin(s, origin);
        areas::Area area;
        area.code = "GM9999";
        area.year = 2026;
        area.level = AreaLevel::municipality;
        area.name = "Verzonnen Stad";
        area.municipality = area.code;
        area.dataset_id = begun;
        areas::add(s, std::span{&area, 1});
        return datasets::publish(s, begun, {});
    });
    auto one = here.example();
    for (auto const* written : {"verzonnen stad", "GM9999", " Verzonnen Stad "}) {
        one.region = written;
        auto const made = here.now(here.make(one));
        CHECK(made.region_code == "GM9999");
        CHECK(made.region == "Verzonnen Stad");
    }
    one.region = "Overijssel";
    CHECK(here.now(here.make(one)).region_code.empty());
}

TEST_CASE("claims are listed by day, within bounds, and of one workspace alone")
{
    Werkplaats here;
    for (auto const* day : {"2026-03-01", "2025-12-31", "2026-01-01"}) {
        auto one = here.example();
        one.taken_on = day;
        here.make(one);
    }
    auto const days = [&](std::string from, std::string until) {
        std::vector<std::string> all;
        here.read([&](store::Session& s) {
            for (auto const& one : list(s, {here.id, std::nullopt, std::nullopt, from, until}))
                all.push_back(one.taken_on);
        });
        return all;
    };
    CHECK(days("", "") == std::vector<std::string>{"2025-12-31", "2026-01-01", "2026-03-01"});
    CHECK(days("2026-01-01", "2026-12-31") == std::vector<std::string>{"2026-01-01", "2026-03-01"});
    CHECK(here.read([&](store::Session& s) { return list(s, {"0190a0b0-0000-7000-8000-00000000bbbb"}); }).empty());
    CHECK(here.read([&](store::Session& s) { return tally(s, here.id); })[State::waiting] == 3);
}
