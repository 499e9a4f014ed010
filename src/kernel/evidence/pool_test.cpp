// SPDX-License-Identifier: EUPL-1.2
// Expected: by hand, and `rma` of metafor 3.8 on invented studies, iterated to 1e-14, 13 digits.
#include "kernel/evidence/pool.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace wf;
using namespace wf::evidence;

namespace {

struct Studies {
    std::vector<double> effects;
    std::vector<double> variances;
};

PoolResult pool(Studies const& studies, Spread spread = Spread::reml, Reference reference = Reference::z)
{
    Pooler pooler;
    return pooler.pool({studies.effects, studies.variances, spread, reference});
}

struct Expected {
    Spread spread;
    Reference reference;
    double estimate, se, statistic, p, low, high, tau2, tau2_se, i2, h2, prediction_low, prediction_high;
};

Studies const eight{{-0.41, 0.12, 0.35, 0.02, 0.71, -0.15, 0.48, 0.29},
                    {0.051, 0.022, 0.084, 0.017, 0.121, 0.033, 0.046, 0.062}};

// clang-format off
std::vector<Expected> const of_metafor{
    {Spread::reml, Reference::z, 0.1250868066298, 0.1091670520105, 1.145829298549, 0.2518657898013, -0.08887668360908, 0.3390502968687, 0.04947893584877, 0.0498509428856, 55.38216123789, 2.241256026164, -0.3605588148989, 0.6107324281586},
    {Spread::reml, Reference::knha, 0.1250868066298, 0.1158446078984, 1.079781000593, 0.3160330166294, -0.1488421626229, 0.3990157758826, 0.04947893584877, 0.0498509428856, 55.38216123789, 2.241256026164, -0.4679527955286, 0.7181264087882},
    {Spread::dl, Reference::z, 0.1232617040081, 0.1063848991097, 1.158639102351, 0.2466033231558, -0.08524886674579, 0.331772274762, 0.04504304546171, 0.04738849489579, 53.05108817545, 2.12997481973, -0.3420421348069, 0.588565542823},
    {Spread::dl, Reference::knha, 0.1232617040081, 0.1152759991742, 1.069274652929, 0.3204255293887, -0.1493227192658, 0.395846127282, 0.04504304546171, 0.04738849489579, 53.05108817545, 2.12997481973, -0.4478408328195, 0.6943642408357},
    {Spread::pm, Reference::z, 0.1299867871178, 0.1172802700008, 1.10834317756, 0.2677136349002, -0.09987831818087, 0.3598518924165, 0.06323132637143, 0.05881740762296, 61.33406929469, 2.586256122014, -0.4138316596709, 0.6738052339065},
    {Spread::pm, Reference::knha, 0.1299867871178, 0.1172802700008, 1.10834317756, 0.3043364768562, -0.1473369835594, 0.407310557795, 0.06323132637143, 0.05881740762296, 61.33406929469, 2.586256122014, -0.5261101095004, 0.786083683736},
    {Spread::ml, Reference::z, 0.1171122033511, 0.09777926318282, 1.197720248026, 0.2310259439492, -0.07453163092211, 0.3087560376243, 0.0322490612169, 0.03622933140856, 44.72138524655, 1.809017835306, -0.2836505692286, 0.5178749759307},
    {Spread::ml, Reference::knha, 0.1171122033511, 0.1132061078344, 1.034504282422, 0.3353110149704, -0.1505777046626, 0.3848021113648, 0.0322490612169, 0.03622933140856, 44.72138524655, 1.809017835306, -0.3848607350605, 0.6190851417626},
    {Spread::eb, Reference::z, 0.1299867871178, 0.1172802700008, 1.10834317756, 0.2677136349002, -0.09987831818087, 0.3598518924165, 0.06323132637143, 0.05881740762296, 61.33406929469, 2.586256122014, -0.4138316596709, 0.6738052339065},
    {Spread::eb, Reference::knha, 0.1299867871178, 0.1172802700008, 1.10834317756, 0.3043364768562, -0.1473369835594, 0.407310557795, 0.06323132637143, 0.05881740762296, 61.33406929469, 2.586256122014, -0.5261101095004, 0.786083683736},
    {Spread::sj, Reference::z, 0.1349218381587, 0.1266288492556, 1.065490517775, 0.2866540143076, -0.1132661457861, 0.3831098221034, 0.08055507616427, 0.04829153269463, 66.89672688081, 3.020849317225, -0.4742138472658, 0.7440575235831},
    {Spread::sj, Reference::knha, 0.1349218381587, 0.1186065947525, 1.13755764121, 0.2927394987387, -0.145538192192, 0.4153818685093, 0.08055507616427, 0.04829153269463, 66.89672688081, 3.020849317225, -0.5924551866008, 0.8622988629181},
    {Spread::he, Reference::z, 0.1331290160225, 0.123074177889, 1.081697382066, 0.2793870168126, -0.1080919400668, 0.3743499721117, 0.07378392857143, 0.07041157845071, 64.9243978254, 2.850984553371, -0.4513583430306, 0.7176163750755},
    {Spread::he, Reference::knha, 0.1331290160225, 0.1181375975012, 1.126897946449, 0.2969283103213, -0.1462220120537, 0.4124800440986, 0.07378392857143, 0.07041157845071, 64.9243978254, 2.850984553371, -0.5672965587195, 0.8335545907644},
    {Spread::hs, Reference::z, 0.1172794066277, 0.09799949514599, 1.196734804123, 0.2314099368223, -0.0747960743616, 0.3093548876169, 0.03255874778621, 0.03305317935323, 44.95776842874, 1.816786804338, -0.2851706887523, 0.5197295020076},
    {Spread::hs, Reference::knha, 0.1172794066277, 0.1132657883452, 1.035435397935, 0.3349053827649, -0.1505516233691, 0.3851104366244, 0.03255874778621, 0.03305317935323, 44.95776842874, 1.816786804338, -0.386490383035, 0.6210491962903},
    {Spread::fixed, Reference::z, 0.09043638703798, 0.06864364903859, 1.317476391547, 0.1876789894741, -0.04410269284507, 0.224975466921, 0, 0, 53.05108817545, 2.12997481973, 0, 0},
    {Spread::fixed, Reference::knha, 0.09043638703798, 0.1001815154128, 0.9027252848523, 0.3966710256848, -0.1464552538685, 0.3273280279445, 0, 0, 53.05108817545, 2.12997481973, 0, 0}
};
// clang-format on

bool near(double found, double expected)
{
    return std::abs(found - expected) <= 2e-10 * (1 + std::abs(expected));
}

/// Any studies: sizes from alike to very unequal.
Studies draw(Random& random, std::size_t k)
{
    Studies studies;
    double const unequal = random.uniform() * 8;
    double const tau = random.below(3) == 0 ? 0 : random.uniform();
    for (std::size_t i = 0; i < k; ++i) {
        double const v = std::exp(-unequal * random.uniform());
        studies.variances.push_back(v);
        studies.effects.push_back(0.3 + std::sqrt(v) * random.normal() + tau * random.normal());
    }
    return studies;
}

/// In long double, without the program's own sums.
long double likelihood(Studies const& studies, long double tau2, bool restricted)
{
    long double sum = 0;
    long double mean = 0;
    for (std::size_t i = 0; i < studies.effects.size(); ++i) {
        long double const w = 1 / (studies.variances[i] + tau2);
        sum += w;
        mean += w * studies.effects[i];
    }
    mean /= sum;
    long double found = restricted ? -std::log(sum) : 0;
    for (std::size_t i = 0; i < studies.effects.size(); ++i) {
        long double const all = studies.variances[i] + tau2;
        found -= std::log(all) + (studies.effects[i] - mean) * (studies.effects[i] - mean) / all;
    }
    return found / 2;
}

} // namespace

TEST_CASE("two studies of the same size by hand")
{
    // Means 0 and 2, variance 1/2 each: Q = 2 * 2 * 1 = 4 with one degree, s^2 = 2, tau2 = 2 - 1/2.
    Studies const two{{0, 2}, {0.5, 0.5}};
    for (auto const spread : {Spread::reml, Spread::dl, Spread::pm, Spread::eb, Spread::he}) {
        auto const result = pool(two, spread);
        REQUIRE(result.status == Status::answered);
        CHECK(near(result.estimate, 1));
        CHECK(near(result.tau2, 1.5));
        CHECK(near(result.se, 1));
        CHECK(near(result.q, 4));
        CHECK(near(result.i2, 75));
        CHECK(near(result.h2, 4));
        CHECK(near(result.prediction->high, 1 + 1.959963984540054 * std::sqrt(2.5)));
    }
    CHECK(near(pool(two, Spread::ml).tau2, 0.5)); // s^2 with k instead of k - 1
    CHECK(near(pool(two, Spread::hs).tau2, 0.5)); // (4 - 2) / 4
    auto const fixed = pool(two, Spread::fixed);
    CHECK(near(fixed.se, 0.5));
    CHECK(!fixed.prediction);
    CHECK(!fixed.tau2_se);
    auto const knha = pool(two, Spread::reml, Reference::knha);
    CHECK(near(knha.se, 1));
    CHECK(*knha.df == 1);
    CHECK(near(knha.p, 0.5)); // t = 1 with one degree: a quarter in each tail
}

TEST_CASE("every method as metafor has it")
{
    for (auto const& expected : of_metafor) {
        auto const result = pool(eight, expected.spread, expected.reference);
        CAPTURE(static_cast<int>(expected.spread));
        REQUIRE(result.status == Status::answered);
        CHECK(near(result.estimate, expected.estimate));
        CHECK(near(result.se, expected.se));
        CHECK(near(result.statistic, expected.statistic));
        CHECK(near(result.p, expected.p));
        CHECK(near(result.ci.low, expected.low));
        CHECK(near(result.ci.high, expected.high));
        CHECK(near(result.tau2, expected.tau2));
        CHECK(near(result.tau2_se.value_or(0), expected.tau2_se));
        CHECK(near(result.i2, expected.i2));
        CHECK(near(result.h2, expected.h2));
        CHECK(near(result.prediction.value_or(Interval{}).low, expected.prediction_low));
        CHECK(near(result.prediction.value_or(Interval{}).high, expected.prediction_high));
        CHECK(near(result.q, 14.90982373811));
        CHECK(near(result.q_p, 0.03717286258689));
    }
    Pooler pooler;
    REQUIRE(pooler.pool({eight.effects, eight.variances, Spread::reml, Reference::knha}).status == Status::answered);
    std::array<double, 8> const weights{11.86064038595, 16.67266741333, 8.928334024296, 17.92664863313,
                                        6.99056759436,  14.44907735777, 12.48175331942, 10.69031127174};
    for (std::size_t i = 0; i < weights.size(); ++i) CHECK(near(pooler.weights()[i], weights[i]));
}

TEST_CASE("what cannot be pooled is refused, each for its own reason")
{
    double const nothing = std::numeric_limits<double>::quiet_NaN();
    CHECK(pool({{}, {}}).reason == "no_studies");
    CHECK(pool({{1}, {1}}).reason == "one_study");
    CHECK(pool({{1}, {-1}}).reason == "variance_negative");
    CHECK(pool({{1, 2}, {1, nothing}}).reason == "not_a_number");
    CHECK(pool({{1, 2}, {1, -1}}).reason == "variance_negative");
    CHECK(pool({{1, 2}, {1, 0}}).reason == "variance_zero");
    CHECK(pool({{1, 2}, {0, 0}}).reason == "all_variances_zero");
    CHECK(pool({{2, 2}, {1, 3}}, Spread::reml, Reference::knha).reason == "no_spread");
    CHECK(pool({{1e200, -1e200}, {1, 1}}).reason == "out_of_range");
    CHECK(pool({{1, 2}, {1e-320, 1e-320}}).reason == "out_of_range");
    Pooler pooler;
    CHECK(pooler.pool({eight.effects, eight.variances, Spread::reml, Reference::z, 1}).reason == "bad_level");
    CHECK(pooler.weights().empty());
}

TEST_CASE("equal effects: nothing between studies, the mean is that effect")
{
    for (int i = 0; i <= static_cast<int>(Spread::fixed); ++i) {
        auto const result = pool({{0.1, 0.1, 0.1}, {1, 2, 3}}, static_cast<Spread>(i));
        REQUIRE(result.status == Status::answered);
        CHECK(result.estimate == 0.1);
        CHECK(result.tau2 == 0);
        CHECK(result.q == 0);
    }
}

TEST_CASE("there is no higher likelihood anywhere, also where there are several tops")
{
    Random random{20261201};
    int several = 0;
    for (int round = 0; round < 1500; ++round) {
        auto const studies = draw(random, 2 + random.below(9));
        bool const restricted = random.below(2) == 0;
        auto const result = pool(studies, restricted ? Spread::reml : Spread::ml);
        REQUIRE(result.status == Status::answered);
        long double const best = likelihood(studies, result.tau2, restricted);
        int tops = 0;
        long double before = -std::numeric_limits<long double>::infinity();
        bool rising = true;
        for (long double t = 0; t < 1000; t = (t + 1e-5L) * 1.03L - (t == 0 ? 0 : 1e-5L)) {
            long double const here = likelihood(studies, t, restricted);
            REQUIRE(here <= best + 1e-12L);
            if (rising && here < before) ++tops;
            rising = here >= before;
            before = here;
        }
        several += tops > 1 ? 1 : 0;
    }
    MESSAGE(several << " of 1500 had several tops");
    CHECK(several > 0);
}

TEST_CASE("units and origin: effects times a and plus b give tau2 times a^2 and the estimate times a plus b")
{
    Random random{20261202};
    for (int round = 0; round < 300; ++round) {
        auto const studies = draw(random, 2 + random.below(30));
        double const a = std::exp(random.normal());
        double const b = random.normal();
        auto moved = studies;
        for (auto& effect : moved.effects) effect = a * effect + b;
        for (auto& variance : moved.variances) variance *= a * a;
        auto const spread = static_cast<Spread>(random.below(9));
        auto const here = pool(studies, spread, Reference::knha);
        auto const there = pool(moved, spread, Reference::knha);
        REQUIRE(here.status == Status::answered);
        CHECK(std::abs(there.tau2 - a * a * here.tau2) < 1e-9 * a * a * (1 + here.tau2));
        CHECK(std::abs(there.estimate - (a * here.estimate + b)) < 1e-9 * (1 + a));
        CHECK(std::abs(there.se - a * here.se) < 1e-9 * a * (1 + here.se));
        CHECK(std::abs(there.q - here.q) < 1e-9 * (1 + here.q));
        // An interval holds its estimate, the one for a next place holds that interval, and weights are shares.
        CHECK(here.ci.low <= here.estimate);
        CHECK(here.estimate <= here.ci.high);
        if (here.prediction) CHECK(here.prediction->low <= here.ci.low);
        CHECK(here.p >= 0);
        CHECK(here.p <= 1);
    }
}

TEST_CASE("one room serves many pools: the same answer as a fresh one")
{
    Random random{20261203};
    Pooler kept;
    for (int round = 0; round < 50; ++round) {
        auto const studies = draw(random, 2 + random.below(20));
        PoolInput const input{studies.effects, studies.variances, Spread::reml, Reference::knha,
                              round % 2 == 0 ? 0.95 : 0.9};
        auto const one = kept.pool(input);
        double all = 0;
        for (auto const weight : kept.weights()) all += weight;
        CHECK(near(all, 100));
        Pooler fresh;
        auto const other = fresh.pool(input);
        CHECK(one.ci.low == other.ci.low);
        CHECK(one.prediction->high == other.prediction->high);
    }
}
