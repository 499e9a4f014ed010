// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/feature.hpp"
#include "feature/reach/observations.hpp"
#include "feature/reach/store.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;

namespace {

constexpr std::string_view run_a = "00000000-0000-7000-8000-00000000000a";
constexpr std::string_view run_b = "00000000-0000-7000-8000-00000000000b";

std::unique_ptr<store::Store> open_store()
{
    auto store = std::move(store::Store::open("sqlite::memory:").value());
    REQUIRE(store->migrate(make_feature(walking::Rules::built_in()).migrations));
    return store;
}

} // namespace

TEST_CASE("what a replaced run said of homes goes, and nothing else")
{
    auto const store = open_store();
    AreaReach share;
    share.area_code = "BU00010001";
    share.profile = "rollator";
    share.category = "library";
    share.people = 200;
    share.share[1] = {0.1, 0.25, 0.5};
    share.median_seconds = {std::nullopt, 720.0, 600.0};
    share.obstacles.unknown = 30;
    REQUIRE(store->write([&](store::Session& session) -> Result<void> {
        for (auto const run : {run_a, run_b}) {
            add_shares(session, run, std::vector{share});
            add_home_answers(session, run, "rollator", "library", std::string_view{"\0packed", 7});
        }
        drop_home_answers(session, run_a);
        return {};
    }));
    store->read([&](store::Session& session) {
        CHECK_FALSE(load_home_answers(session, run_a, "rollator", "library"));
        CHECK(load_home_answers(session, run_b, "rollator", "library") == std::string{"\0packed", 7});
        auto const kept = load_all_shares(session, run_a);
        REQUIRE(kept.size() == 1);
        CHECK(kept.front() == share);
    });
}

TEST_CASE("an observation waits until somebody says yes, and a no never counts")
{
    auto const store = open_store();
    Observation seen;
    seen.municipality = "GM0001";
    seen.osm_id = 21;
    seen.value = "paving";
    seen.seen_on = "2026-11-21";
    std::string first;
    std::string second;
    REQUIRE(store->write([&](store::Session& session) -> Result<void> {
        first = add_observation(session, seen);
        second = add_observation(session, seen);
        CHECK(load_accepted(session).empty());
        CHECK(load_observations(session, Review::waiting).size() == 2);
        CHECK(review_observation(session, first, Review::accepted));
        CHECK(review_observation(session, second, Review::rejected));
        CHECK_FALSE(review_observation(session, run_a, Review::accepted));
        auto const counted = load_accepted(session);
        REQUIRE(counted.size() == 1);
        CHECK(counted.front().id == first);
        CHECK(counted.front().value == "paving");
        CHECK(load_observations(session, Review::waiting).empty());
        return {};
    }));
}
