// SPDX-License-Identifier: EUPL-1.2
#include "base/random.hpp"
#include "kernel/ranking/order.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace wf;
using namespace wf::ranking;

namespace {

/// `alone[i]` people who marked option i and nothing else.
OrderInput from_counts(std::vector<int> const& alone)
{
    OrderInput input;
    input.options = alone.size();
    for (std::size_t i = 0; i < alone.size(); ++i) {
        for (int n = 0; n < alone[i]; ++n) input.ballots.push_back({i});
    }
    return input;
}

/// People who weigh each option by what it is worth to all and by what they themselves feel, and mark the best few: the method knows
/// nothing of worth.
OrderInput room_of(std::vector<double> const& worth, std::size_t people, std::size_t marks, Random& random)
{
    OrderInput input;
    input.options = worth.size();
    for (std::size_t person = 0; person < people; ++person) {
        std::vector<double> felt;
        for (auto const value : worth) felt.push_back(value + random.normal());
        std::vector<std::size_t> order(worth.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return felt[a] > felt[b]; });
        order.resize(marks);
        input.ballots.push_back(std::move(order));
    }
    return input;
}

} // namespace

TEST_CASE("the sign test by hand")
{
    CHECK(sign_test(0, 0) == 1);
    CHECK(sign_test(5, 5) == 1);
    CHECK(sign_test(0, 5) == doctest::Approx(2.0 / 32));         // 2 x 1/2^5
    CHECK(sign_test(10, 2) == doctest::Approx(2 * 79.0 / 4096)); // 1 + 12 + 66 of 2^12
    CHECK(sign_test(2, 10) == sign_test(10, 2));
}

TEST_CASE("one that all mark stands first, and of the two nobody marks nothing can be said")
{
    auto const result = compute_order(from_counts({12, 0, 0}));
    REQUIRE(result.status == Status::answered);
    CHECK(result.places[0].marks == 12);
    CHECK(result.places[0].first == 1);
    CHECK(result.places[0].last == 1);
    CHECK(result.places[1].first == 2);
    CHECK(result.places[1].last == 3);
    CHECK(result.places[2].first == 2);
    CHECK(result.can_be_first() == 1);
}

TEST_CASE("a few marks more tell nothing: all can stand first")
{
    auto const result = compute_order(from_counts({6, 5, 4}));
    CHECK(result.can_be_first() == 3);
    for (auto const& place : result.places) {
        CHECK(place.first == 1);
        CHECK(place.last == 3);
    }
}

TEST_CASE("Holm: the second smallest p is held to a little less")
{
    // Pairs: 0-1 and 0-2 have p = 2/2^9 (9 against 0) and are told apart; 1-2 has none.
    auto const result = compute_order(from_counts({9, 0, 0}));
    CHECK(result.places[0].last == 1);
    // 6 against 0 is 0.03125: below 5 % by itself, not when three pairs are looked at.
    CHECK(compute_order(from_counts({6, 0, 0})).can_be_first() == 3);
    CHECK(compute_order(from_counts({6, 0})).can_be_first() == 1);
}

TEST_CASE("who marked both says nothing of which comes first")
{
    OrderInput input{2, {}, 0.05};
    for (int i = 0; i < 100; ++i) input.ballots.push_back({0, 1});
    for (int i = 0; i < 5; ++i) input.ballots.push_back({0});
    CHECK(compute_order(input).can_be_first() == 2); // 5 against 0: 0.0625
    input.ballots.push_back({0});
    CHECK(compute_order(input).can_be_first() == 1);
}

TEST_CASE("no answer where there is none")
{
    CHECK(compute_order({1, {{0}}, 0.05}).reason == "too_few_options");
    CHECK(compute_order({3, {}, 0.05}).reason == "no_ballots");
    CHECK(compute_order({3, {{3}}, 0.05}).reason == "bad_mark");
    CHECK(compute_order({3, {{1, 1}}, 0.05}).reason == "bad_mark");
    CHECK(compute_order({3, {{}}, 0.05}).can_be_first() == 3); // somebody who marked nothing
}

TEST_CASE("places follow the options, whatever their order, and hold the order of marks")
{
    CHECK(rc::check([] {
        auto const options = *rc::gen::inRange<std::size_t>(2, 7);
        // Each ballot as the set of bits of a number.
        auto const drawn = *rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0U, 1U << options));
        std::vector<std::vector<std::size_t>> ballots;
        for (auto const bits : drawn) {
            ballots.emplace_back();
            for (std::size_t option = 0; option < options; ++option) {
                if ((bits >> option & 1U) != 0) ballots.back().push_back(option);
            }
        }
        OrderInput const input{options, ballots, 0.05};
        auto const result = compute_order(input);
        if (ballots.empty()) {
            RC_ASSERT(result.reason == "no_ballots");
            return;
        }
        auto turned = input;
        for (auto& ballot : turned.ballots) {
            for (auto& option : ballot) option = options - 1 - option;
        }
        auto const other = compute_order(turned);
        for (std::size_t i = 0; i < options; ++i) {
            auto const& place = result.places[i];
            RC_ASSERT(place.first >= 1 && place.first <= place.last && place.last <= options);
            RC_ASSERT(other.places[options - 1 - i].first == place.first);
            RC_ASSERT(other.places[options - 1 - i].marks == place.marks);
        }
    }));
}

TEST_CASE("promise: where nothing differs, something is told apart in at most one of twenty rooms")
{
    constexpr int rooms = 2000;
    for (std::size_t const people : {8U, 30U, 120U}) {
        Random random{20261122, people};
        int wrong = 0;
        for (int room = 0; room < rooms; ++room)
            if (compute_order(room_of({0, 0, 0, 0, 0, 0, 0, 0}, people, 3, random)).can_be_first() != 8) ++wrong;
        MESSAGE(people << " people: " << wrong << " of " << rooms);
        CHECK(wrong <= rooms * 0.055);
    }
}

TEST_CASE("promise: all true places lie inside at once in at least 19 of 20 rooms, and more people tell more apart")
{
    constexpr int rooms = 1000;
    std::vector<double> const worth{1.2, 1.2, 0.8, 0.4, 0.4, 0.4, 0.0, -0.5};
    // Places that are shared: 1-2, 3, 4-6, 7, 8.
    std::vector<std::size_t> const least{1, 1, 3, 4, 4, 4, 7, 8};
    std::vector<std::size_t> const most{2, 2, 3, 6, 6, 6, 7, 8};
    double before = 9;
    for (std::size_t const people : {15U, 60U, 240U}) {
        Random random{20261123, people};
        int wrong = 0;
        double width = 0;
        for (int room = 0; room < rooms; ++room) {
            auto const result = compute_order(room_of(worth, people, 3, random));
            bool holds = true;
            for (std::size_t i = 0; i < worth.size(); ++i) {
                auto const& place = result.places[i];
                // Of those that are worth the same, each may stand at any of their places.
                holds = holds && place.first <= least[i] && place.last >= most[i];
                width += static_cast<double>(place.last - place.first + 1);
            }
            if (!holds) ++wrong;
        }
        width /= static_cast<double>(rooms) * static_cast<double>(worth.size());
        MESSAGE(people << " people: " << wrong << " of " << rooms << " wrong, " << width << " places wide");
        CHECK(wrong <= rooms * 0.055);
        CHECK(width < before);
        before = width;
    }
}
