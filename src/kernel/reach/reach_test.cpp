// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/reach.hpp"

#include "base/check.hpp"
#include "kernel/reach/stages.hpp"
#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>
#include <iostream>
#include <rapidcheck.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

#include <algorithm>
#include <limits>

namespace wf::reach {
namespace {

/// The same cases at every run, whatever else runs with them.
template <class Property>
bool holds(Property const& property)
{
    rc::detail::TestParams params;
    params.seed = 20'240'131;
    params.maxSuccess = 40;
    rc::detail::TestListenerAdapter silent;
    auto const result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params, silent,
                                                  std::unordered_map<std::string, rc::detail::Reproduce>{});
    bool const held = result.template is<rc::detail::SuccessResult>();
    if (!held) rc::detail::printResultMessage(result, std::cerr);
    return held;
}

struct Case {
    Network network;
    std::vector<std::optional<Foothold>> homes;
    std::vector<std::vector<Destination>> categories;
};

Case make_case(std::uint64_t seed, std::uint32_t junctions = 5, std::size_t homes = 60)
{
    Random random{seed};
    Case made{grid_network(junctions, 2, 90, seed), {}, {}};
    made.homes = random_homes(made.network, random, homes);
    made.categories = {random_places(made.network, random, 2), random_places(made.network, random, 5), {}};
    return made;
}

Options few_draws()
{
    Options options;
    options.draws = 20;
    options.threads = 1;
    return options;
}

Town town_of(Case const& made, Options const& options = few_draws())
{
    return make_town(made.network, flat_priors(0.6, 0.3, 0.9), made.homes, options);
}

constexpr graph::Ticks far_limit = 20'000'000;

std::vector<graph::Ticks> times(Town const& town, Profile const& profile, DrawnStreets const& streets, double speed,
                                std::vector<Destination> const& places)
{
    return times_to_nearest(town, profile, streets, speed, places, far_limit);
}

/// Dijkstra as in a textbook, forward from one home, in seconds as doubles, over a table of all nodes.
class Textbook {
public:
    Textbook(Town const& town, Profile const& profile, DrawnStreets const& streets, double speed)
        : m_network{*town.network}, m_speed{speed}
    {
        ArcCosts const costs = make_arc_costs(m_network, town.graph, profile, streets);
        auto const seconds = [&](graph::ArcIndex arc) {
            if (costs.metres[arc] < 0) return never;
            return static_cast<double>(costs.metres[arc]) / speed + static_cast<double>(costs.fixed_ms[arc]) / 1000;
        };
        for (std::uint32_t e = 0; e < m_network.edges.size(); ++e) {
            m_there.push_back(seconds(town.graph.arc_forward(e)));
            m_back.push_back(seconds(town.graph.arc_backward(e)));
        }
    }
    [[nodiscard]] double nearest(Foothold const& home, std::vector<Destination> const& places) const
    {
        std::vector<double> cost(m_network.nodes.size(), never);
        double const out = static_cast<double>(home.metres) / m_speed;
        double const part = static_cast<double>(home.fraction);
        Edge const& own = m_network.edges[home.edge];
        cost[own.from] = out + times(part, m_back[home.edge]);
        cost[own.to] = std::min(cost[own.to], out + times(1 - part, m_there[home.edge]));
        std::vector<bool> done(cost.size(), false);
        for (;;) {
            std::size_t best = cost.size();
            for (std::size_t i = 0; i < cost.size(); ++i) {
                if (!done[i] && cost[i] < never && (best == cost.size() || cost[i] < cost[best])) best = i;
            }
            if (best == cost.size()) break;
            done[best] = true;
            for (std::size_t e = 0; e < m_network.edges.size(); ++e) {
                Edge const& edge = m_network.edges[e];
                if (edge.from == best) cost[edge.to] = std::min(cost[edge.to], cost[best] + m_there[e]);
                if (edge.to == best) cost[edge.from] = std::min(cost[edge.from], cost[best] + m_back[e]);
            }
        }
        double nearest = never;
        for (Destination const& place : places) {
            for (Foothold const& door : place.footholds) {
                double const in = static_cast<double>(door.metres) / m_speed;
                double const at = static_cast<double>(door.fraction);
                Edge const& edge = m_network.edges[door.edge];
                nearest = std::min(nearest, cost[edge.from] + times(at, m_there[door.edge]) + in);
                nearest = std::min(nearest, cost[edge.to] + times(1 - at, m_back[door.edge]) + in);
                if (door.edge != home.edge) continue;
                double const along =
                    at >= part ? times(at - part, m_there[door.edge]) : times(part - at, m_back[door.edge]);
                nearest = std::min(nearest, out + along + in);
            }
        }
        return nearest;
    }
    static constexpr double never = std::numeric_limits<double>::infinity();

private:
    static double times(double part, double seconds) { return seconds == never ? never : part * seconds; }

    Network const& m_network;
    double m_speed;
    std::vector<double> m_there;
    std::vector<double> m_back;
};

TEST_CASE("times are those of a textbook search, to a tenth of a second")
{
    REQUIRE(holds([](std::uint64_t seed) {
        Case const made = make_case(seed, 4 + seed % 3, 20);
        Town const town = town_of(made);
        Profile const profile = careful_person();
        double const speed = 0.5 + 0.1 * static_cast<double>(seed % 10);
        for (DrawnStreets const* streets : {&town.certain, &town.possible, &town.drawn[3]}) {
            Textbook const book{town, profile, *streets, speed};
            auto const ours = times(town, profile, *streets, speed, made.categories[1]);
            for (std::size_t i = 0; i < made.homes.size(); ++i) {
                double const theirs =
                    made.homes[i] ? book.nearest(*made.homes[i], made.categories[1]) : Textbook::never;
                if (theirs == Textbook::never || ours[i] == graph::unreachable) {
                    RC_ASSERT((ours[i] == graph::unreachable) == (theirs == Textbook::never));
                } else {
                    RC_ASSERT(std::abs(ours[i] / 1000.0 - theirs) < 0.1);
                }
            }
        }
    }));
}

TEST_CASE("certain is never more than expected, expected never more than possible; nearer limits hold fewer")
{
    REQUIRE(holds([](std::uint64_t seed) {
        Case const made = make_case(seed);
        Town const town = town_of(made);
        for (Profile const& profile : {careful_person(), resting_person()}) {
            for (CategoryAnswer const& answer :
                 compute_reach(town, profile, made.categories, few_draws(), Counts::yes)) {
                for (std::size_t home = 0; home < made.homes.size(); ++home) {
                    for (std::size_t i = 0; i < limit_count; ++i) {
                        ThreeShares const& share = answer.share[i];
                        ThreeCounts const& count = answer.count[i];
                        RC_ASSERT(share.certain[home] <= share.expected[home]);
                        RC_ASSERT(share.expected[home] <= share.possible[home]);
                        RC_ASSERT((share.possible[home] == no_answer) == !made.homes[home].has_value());
                        RC_ASSERT(count.certain[home] <= count.expected[home]);
                        RC_ASSERT(count.expected[home] <= count.possible[home]);
                        if (i == 0) continue;
                        RC_ASSERT(answer.share[i - 1].certain[home] <= share.certain[home]);
                        RC_ASSERT(answer.share[i - 1].expected[home] <= share.expected[home]);
                        RC_ASSERT(answer.share[i - 1].possible[home] <= share.possible[home]);
                        RC_ASSERT(answer.count[i - 1].possible[home] <= count.possible[home]);
                    }
                    RC_ASSERT(answer.seconds.possible[home] <= answer.seconds.expected[home]);
                    RC_ASSERT(answer.seconds.expected[home] <= answer.seconds.certain[home]);
                }
            }
        }
    }));
}

TEST_CASE("a draw is never worse than certain streets and never better than possible ones")
{
    REQUIRE(holds([](std::uint64_t seed) {
        Case const made = make_case(seed);
        Town const town = town_of(made);
        for (Profile const& profile : {careful_person(), resting_person()}) {
            auto const certain = times(town, profile, town.certain, 0.8, made.categories[0]);
            auto const possible = times(town, profile, town.possible, 0.8, made.categories[0]);
            for (DrawnStreets const& drawn : town.drawn) {
                auto const between = times(town, profile, drawn, 0.8, made.categories[0]);
                for (std::size_t i = 0; i < between.size(); ++i) {
                    // Rests are counted to a part of a tick; two ways of rounding may differ by some.
                    RC_ASSERT(std::uint64_t{between[i]} <= std::uint64_t{certain[i]} + 100);
                    RC_ASSERT(std::uint64_t{possible[i]} <= std::uint64_t{between[i]} + 100);
                }
            }
        }
    }));
}

TEST_CASE("who is slower is never earlier")
{
    REQUIRE(holds([](std::uint64_t seed) {
        Case const made = make_case(seed);
        Town const town = town_of(made);
        for (Profile const& profile : {careful_person(), resting_person()}) {
            std::vector<graph::Ticks> faster(made.homes.size(), 0);
            for (double const speed : {1.4, 1.1, 0.8, 0.6, 0.4}) {
                auto const now = times(town, profile, town.drawn[0], speed, made.categories[1]);
                for (std::size_t i = 0; i < now.size(); ++i) RC_ASSERT(now[i] >= faster[i]);
                faster = now;
            }
        }
    }));
}

TEST_CASE("a bench, a place or a street less never helps")
{
    REQUIRE(holds([](std::uint64_t seed) {
        Case made = make_case(seed);
        Random random{seed ^ 77};
        Town town = town_of(made);
        Profile const profile = resting_person();
        auto const before = times(town, profile, town.drawn[1], 0.7, made.categories[1]);
        auto const none_earlier = [&](std::vector<graph::Ticks> const& after) {
            for (std::size_t i = 0; i < before.size(); ++i) {
                RC_ASSERT(std::uint64_t{after[i]} + 100 >= std::uint64_t{before[i]});
            }
        };
        DrawnStreets fewer_benches = town.drawn[1];
        for (std::uint8_t& rest : fewer_benches.rest_here) {
            if (random.below(3) == 0) rest = 0;
        }
        none_earlier(times(town, profile, fewer_benches, 0.7, made.categories[1]));

        std::vector<Destination> fewer = made.categories[1];
        fewer.pop_back();
        none_earlier(times(town, profile, town.drawn[1], 0.7, fewer));

        // A street that is gone: closed to all.
        Network closed = made.network;
        closed.ways[random.below(closed.ways.size())].smoothness = Smoothness::impassable;
        town.network = &closed;
        none_earlier(times(town, profile, town.drawn[1], 0.7, made.categories[1]));
    }));
}

void same(std::vector<CategoryAnswer> const& a, std::vector<CategoryAnswer> const& b)
{
    REQUIRE(a.size() == b.size());
    for (std::size_t c = 0; c < a.size(); ++c) {
        for (std::size_t i = 0; i < limit_count; ++i) {
            CHECK(a[c].share[i].certain == b[c].share[i].certain);
            CHECK(a[c].share[i].expected == b[c].share[i].expected);
            CHECK(a[c].share[i].possible == b[c].share[i].possible);
            CHECK(a[c].count[i].certain == b[c].count[i].certain);
            CHECK(a[c].count[i].expected == b[c].count[i].expected);
            CHECK(a[c].count[i].possible == b[c].count[i].possible);
        }
        CHECK(a[c].seconds.certain == b[c].seconds.certain);
        CHECK(a[c].seconds.expected == b[c].seconds.expected);
        CHECK(a[c].seconds.possible == b[c].seconds.possible);
        CHECK(a[c].nearest == b[c].nearest);
        CHECK(a[c].metres == b[c].metres);
    }
}

TEST_CASE("the answer does not depend on the number of threads")
{
    Case const made = make_case(5, 8, 300);
    Options one = few_draws();
    Options three = one;
    three.threads = 3;
    for (Profile const& profile : {careful_person(), resting_person()}) {
        same(compute_reach(town_of(made, one), profile, made.categories, one, Counts::yes),
             compute_reach(town_of(made, three), profile, made.categories, three, Counts::yes));
    }
}

TEST_CASE("the answer does not depend on how much is done at once")
{
    Case const made = make_case(21, 6, 150);
    Options const options = few_draws();
    Town const town = town_of(made, options);
    for (Profile const& profile : {careful_person(), resting_person()}) {
        auto const whole = compute_reach(town, profile, made.categories, options, Counts::yes);
        // One category and one draw at a time, over what was answered before: it must be overwritten with the same.
        Doors const doors = make_doors(town);
        Question question{town, doors, profile, made.categories, options};
        question.memory = 1;
        auto parts = whole;
        for (CategoryAnswer& answer : parts) {
            for (std::size_t i = 0; i < limit_count; ++i) {
                for (std::size_t home = 0; home < made.homes.size(); ++home) {
                    if (!made.homes[home]) continue;
                    answer.share[i].expected[home] = 77;
                    answer.count[i].expected[home] = 77;
                }
            }
        }
        answer_expected(question, parts);
        answer_counts(question, parts);
        same(whole, parts);
    }
}

TEST_CASE("expected is what the draws say, one by one, where all walk at one speed")
{
    Case const made = make_case(22, 6, 100);
    Options const options = few_draws();
    Town const town = town_of(made, options);
    Profile const profile = careful_person(0.7, 0);
    auto const answer = compute_reach(town, profile, made.categories, options, Counts::yes)[0];
    std::vector<std::vector<graph::Ticks>> drawn;
    for (DrawnStreets const& streets : town.drawn)
        drawn.push_back(times(town, profile, streets, 0.7, made.categories[0]));
    int in_between = 0;
    for (std::size_t home = 0; home < made.homes.size(); ++home) {
        if (!made.homes[home]) continue;
        for (std::size_t i = 0; i < limit_count; ++i) {
            auto const within = std::count_if(drawn.begin(), drawn.end(), [&](auto const& time) {
                return time[home] <= options.limits_seconds[i] * 1000;
            });
            CHECK(answer.share[i].expected[home] == within * 10); // 20 draws, 200 parts
            in_between += within != 0 && within != 20 ? 1 : 0;
        }
        std::vector<graph::Ticks> sorted;
        for (auto const& time : drawn) sorted.push_back(time[home]);
        std::sort(sorted.begin(), sorted.end());
        if (sorted[10] > 3'500'000) continue;
        // Read from minutes: the median lies between the tenth and the eleventh, or within a minute of them.
        CHECK(answer.seconds.expected[home] + 75.0 >= sorted[9] / 1000.0);
        CHECK(answer.seconds.expected[home] <= sorted[10] / 1000.0 + 75.0);
    }
    CHECK(in_between > 20);
}

TEST_CASE("draws of the same streets give the people that possible streets have")
{
    Case const made = make_case(23, 7, 100);
    Options options = few_draws();
    options.draws = 200;
    Town town = town_of(made, options);
    for (DrawnStreets& streets : town.drawn) streets = town.possible;
    auto const answer = compute_reach(town, careful_person(), made.categories, options, Counts::yes)[0];
    int compared = 0;
    for (std::size_t home = 0; home < made.homes.size(); ++home) {
        if (!made.homes[home]) continue;
        for (std::size_t i = 0; i < limit_count; ++i) {
            ThreeShares const& share = answer.share[i];
            if (share.certain[home] != 0) continue; // not put back to anything
            CHECK(std::abs(share.expected[home] - share.possible[home]) <= 2);
            CHECK(answer.count[i].expected[home] == answer.count[i].possible[home]);
            compared += share.possible[home] != 0 && share.possible[home] != share_whole ? 1 : 0;
        }
    }
    CHECK(compared > 5);
}

TEST_CASE("a category does not depend on which others are asked")
{
    Case const made = make_case(6, 6, 100);
    Town const town = town_of(made);
    auto const all = compute_reach(town, resting_person(), made.categories, few_draws(), Counts::yes);
    for (std::size_t c = 0; c < made.categories.size(); ++c) {
        same({all[c]},
             compute_reach(town, resting_person(), std::span{made.categories}.subspan(c, 1), few_draws(), Counts::yes));
    }
}

TEST_CASE("shares of certain and possible are those of a thousand people, to one in a hundred")
{
    Case made = make_case(9, 9, 50);
    made.categories.resize(1);
    Town const town = town_of(made);
    for (Profile const& profile :
         {careful_person(), resting_person(), careful_person(1.34, 0.2), careful_person(0.6, 0.3)}) {
        auto const answer = compute_reach(town, profile, made.categories, few_draws(), Counts::no)[0];
        for (State const state : {State::certain, State::possible}) {
            DrawnStreets const& streets = state == State::certain ? town.certain : town.possible;
            std::array<std::vector<int>, limit_count> within;
            within.fill(std::vector<int>(made.homes.size(), 0));
            for (int person = 0; person < 1000; ++person) {
                double const speed = speed_at(profile, (person + 0.5) / 1000);
                auto const time = times(town, profile, streets, speed, made.categories[0]);
                for (std::size_t i = 0; i < limit_count; ++i) {
                    for (std::size_t home = 0; home < time.size(); ++home) {
                        within[i][home] += time[home] <= few_draws().limits_seconds[i] * 1000 ? 1 : 0;
                    }
                }
            }
            double largest = 0;
            for (std::size_t i = 0; i < limit_count; ++i) {
                auto const& share = state == State::certain ? answer.share[i].certain : answer.share[i].possible;
                for (std::size_t home = 0; home < share.size(); ++home) {
                    if (share[home] == no_answer) continue;
                    largest = std::max(largest, std::abs(share[home] / 200.0 - within[i][home] / 1000.0));
                }
            }
            CHECK_MESSAGE(largest <= 0.01, profile.id, ": largest difference ", largest);
        }
    }
}

TEST_CASE("where nothing is unknown the draws only hold people, and agree with the two bounds")
{
    Case made = make_case(12, 7, 80);
    for (Way& way : made.network.ways) {
        Road const road = way.road;
        way = Maker::known(road);
    }
    for (NetworkNode& node : made.network.nodes) node = {node.osm_id, node.at, Kerb::none, Barrier::none, 0, false};
    Options options = few_draws();
    options.draws = 200;
    Town const town = town_of(made, options);
    auto const answer = compute_reach(town, careful_person(), made.categories, options, Counts::yes)[0];
    for (std::size_t home = 0; home < made.homes.size(); ++home) {
        if (!made.homes[home]) continue;
        for (std::size_t i = 0; i < limit_count; ++i) {
            CHECK(answer.share[i].certain[home] == answer.share[i].possible[home]);
            CHECK(answer.count[i].certain[home] == answer.count[i].possible[home]);
        }
        CHECK(answer.seconds.certain[home] == answer.seconds.possible[home]);
    }
    // The draws by themselves, not put back between the bounds: 200 speeds, share in 1/200.
    double const speed = speed_at(careful_person(), 0.5);
    auto const exact = times(town, careful_person(), town.drawn[0], speed, made.categories[0]);
    for (std::size_t home = 0; home < exact.size(); ++home) {
        if (exact[home] > 3'600'000) continue;
        CHECK(std::abs(answer.seconds.possible[home] - exact[home] / 1000.0) <= 0.51);
    }
}

TEST_CASE("counts are those of a search for each place, and the nearest is one of the nearest")
{
    Case const made = make_case(15, 6, 80);
    Town const town = town_of(made);
    for (Profile const& profile : {careful_person(), resting_person()}) {
        auto const answers = compute_reach(town, profile, made.categories, few_draws(), Counts::yes);
        double const speed = speed_at(profile, 0.5);
        for (std::size_t c = 0; c < made.categories.size(); ++c) {
            std::vector<int> certain(made.homes.size(), 0);
            std::vector<graph::Ticks> best(made.homes.size(), graph::unreachable);
            std::vector<std::vector<graph::Ticks>> plain;
            Profile without_rests = profile;
            without_rests.longest_leg_m.reset();
            for (Destination const& place : made.categories[c]) {
                auto const time = times(town, profile, town.certain, speed, {place});
                for (std::size_t i = 0; i < time.size(); ++i) certain[i] += time[i] <= 600'000 ? 1 : 0;
                plain.push_back(times(town, without_rests, town.possible, speed, {place}));
                for (std::size_t i = 0; i < time.size(); ++i) best[i] = std::min(best[i], plain.back()[i]);
            }
            for (std::size_t i = 0; i < made.homes.size(); ++i) {
                CHECK(answers[c].count[1].certain[i] == certain[i]);
                std::uint32_t const nearest = answers[c].nearest[i];
                CHECK((nearest == graph::none) == (answers[c].seconds.possible[i] == beyond));
                CHECK((answers[c].metres[i] == beyond) == (nearest == graph::none));
                if (nearest == graph::none) continue;
                CHECK(plain[nearest][i] == best[i]);
                // Nobody here is faster than speed, or walks more than 1.5 times as slow, beside 20 s at kerbs.
                CHECK(answers[c].metres[i] <= best[i] / 1000.0 * speed + 1);
            }
        }
    }
}

TEST_CASE("metres to the nearest place are those that are walked")
{
    Maker maker;
    for (int i = 0; i < 4; ++i) maker.node(100.0 * i);
    Way slow = Maker::known();
    slow.surface = Surface::loose;
    maker.edge(0, 1, maker.good_way(), 100);
    maker.edge(1, 2, maker.way(slow), 80);
    maker.edge(2, 3, maker.good_way(), 50);
    Options options = few_draws();
    Town const town = make_town(maker.network, flat_priors(0.5, 0, 1),
                                {Foothold{0, 0.25F, 5}, Foothold{2, 0.5F, 1}, std::nullopt}, options);
    std::vector<std::vector<Destination>> const categories{{{{}}, {{{2, 0.6F, 7}}}}};
    auto const answer = compute_reach(town, careful_person(), categories, options, Counts::yes)[0];
    CHECK(answer.nearest == std::vector<std::uint32_t>{1, 1, graph::none});
    CHECK(answer.metres == std::vector<std::uint16_t>{5 + 75 + 80 + 30 + 7, 1 + 5 + 7, beyond});
    CHECK(answer.count[0].possible == std::vector<std::uint8_t>{0, 1, 0});
    CHECK(answer.share[0].expected[2] == no_answer);
    CHECK(answer.seconds.possible[2] == beyond);
}

TEST_CASE("a category without places is out of reach, and no homes are no trouble")
{
    Case made = make_case(3);
    Town const town = town_of(made);
    auto const nothing = compute_reach(town, resting_person(), made.categories, few_draws(), Counts::yes)[2];
    for (std::size_t home = 0; home < made.homes.size(); ++home) {
        if (!made.homes[home]) continue;
        CHECK(nothing.share[2].possible[home] == 0);
        CHECK(nothing.seconds.expected[home] == beyond);
        CHECK(nothing.nearest[home] == graph::none);
    }
    made.homes.clear();
    auto const empty = compute_reach(town_of(made), careful_person(), made.categories, few_draws(), Counts::yes);
    REQUIRE(empty.size() == 3);
    CHECK(empty[0].metres.empty());
    CHECK(compute_reach(town, careful_person(), {}, few_draws(), Counts::yes).empty());
    auto const uncounted = compute_reach(town, careful_person(), made.categories, few_draws(), Counts::no);
    CHECK(uncounted[0].count[0].possible.empty());
}

TEST_CASE("limits are whole minutes within the horizon")
{
    Case const made = make_case(3);
    Town const town = town_of(made);
    Options options = few_draws();
    options.limits_seconds[0] = 90;
    CHECK_THROWS_AS((void)compute_reach(town, careful_person(), made.categories, options, Counts::no), Bug);
    options = few_draws();
    options.horizon_seconds = 600;
    CHECK_THROWS_AS((void)compute_reach(town, careful_person(), made.categories, options, Counts::no), Bug);
    options = few_draws();
    options.draws = 21; // more than the town has
    CHECK_THROWS_AS((void)compute_reach(town, careful_person(), made.categories, options, Counts::no), Bug);
}

} // namespace
} // namespace wf::reach
