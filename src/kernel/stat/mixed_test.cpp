// SPDX-License-Identifier: EUPL-1.2
// Expected: `lmer` of lme4 1.1-31 on made-up rows (bobyqa to 1e-10), and what must hold of any.
#include "kernel/stat/mixed.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace wf;
using namespace wf::stat;

namespace {

struct Rows {
    std::vector<double> y, x, z, centred;
    Groups g, s;
};

/// 24 groups in 6, numbers from sines.
Rows made_up()
{
    Rows rows;
    for (int i = 0; i < 240; ++i) {
        int const g = i % 24;
        int const s = g % 6;
        double const x = 3 + std::sin(3.3 * i);
        double const z = 2010 + 10 * std::sin(0.77 * i);
        rows.x.push_back(x);
        rows.z.push_back(z);
        rows.centred.push_back((z - 2010) / 10);
        rows.y.push_back(2 + 0.5 * x + 0.1 * (z - 2010) + 0.8 * std::sin(1.7 * g + 1) + 0.7 * std::cos(2.1 * s) +
                         0.4 * std::sin(5.1 * g) * x + 1.2 * std::sin(i * i * 0.37 + 1));
        rows.g.of.push_back(static_cast<std::uint32_t>(g));
        rows.s.of.push_back(static_cast<std::uint32_t>(s));
    }
    rows.g.count = 24;
    rows.s.count = 6;
    return rows;
}

Design with(std::vector<std::pair<char const*, std::vector<double> const*>> const& columns, std::size_t n)
{
    Design design;
    design.names.emplace_back("intercept");
    design.x.add_column(std::vector<double>(n, 1));
    for (auto const& [name, values] : columns) {
        design.names.emplace_back(name);
        design.x.add_column(*values);
    }
    return design;
}

struct Expected {
    int model;
    bool restricted;
    std::vector<double> fixed, errors, random;
    double criterion;
};

// clang-format off
std::vector<Expected> const of_lme4{
    {1, true, {-228.09232941166, 0.46481641824, 0.11453556761}, {19.1056586392189, 0.0822017514039, 0.0095030349369}, {1.229392198, 0.896648068}, 708.890683547},
    {2, true, {-228.42255117189, 0.46387474269, 0.11470135098}, {18.4022477353533, 0.1046269534814, 0.0091533296292}, {1.062176231, 0.335643559, -0.291193112, 0.862323158}, 701.8580500446},
    {3, true, {-228.09568927275, 0.46479098349, 0.11453727706}, {19.0617798998832, 0.0822007061963, 0.0094805665434}, {1.089109878, 0.611575788, 0.896638430}, 707.533245309},
    {4, true, {2.13906245529, 0.46310058888}, {0.41608520759, 0.11232284089}, {0.598989382, 0.195919007, 1.000000000, 0.567135844, 1.144913332}, 810.3537360283},
    {5, true, {3.5181902133, 1.1454110187}, {0.25757163234, 0.10152271378}, {1.22484689636, 0.00945756376, 0.99999999997, 0.95901636201}, 731.0533076608},
    {1, false, {-228.10707796810, 0.46481194637, 0.11454291156}, {19.0116450097408, 0.0818238343831, 0.0094563010987}, {1.201908484, 0.892526048}, 697.3502892126},
    {2, false, {-228.42184133880, 0.46393681914, 0.11470090519}, {18.3446142795107, 0.1024518662480, 0.0091247140667}, {1.014679741, 0.320361589, -0.256923041, 0.860080438}, 690.5710747211},
    {3, false, {-228.10987202804, 0.46479092721, 0.11454433295}, {18.9755444646910, 0.0818237030251, 0.0094379145007}, {1.088699037, 0.509232597, 0.892526066}, 696.4677552607},
    {4, false, {2.13907946036, 0.46309553141}, {0.39403431100, 0.11148376645}, {0.623528528, 0.186822880, 1.000000000, 0.457594818, 1.142691905}, 807.350534603},
    {5, false, {3.5181966953, 1.1454632989}, {0.25202506903, 0.10124747882}, {1.19700864999, 0.00869482931, 1.00000000000, 0.95684447720}, 727.4163442776}
};
// clang-format on

bool near(double found, double expected, double tolerance)
{
    return std::abs(found - expected) <= tolerance * std::max(1e-3, std::abs(expected));
}

/// Standard deviations, correlation and what is left, in the order of lme4.
std::vector<double> described(Mixed const& fit)
{
    std::vector<double> all;
    for (auto const& each : fit.random) {
        all.insert(all.end(), each.sd.begin(), each.sd.end());
        if (each.correlation) all.push_back(*each.correlation);
    }
    all.push_back(fit.sigma);
    return all;
}

Result<Mixed> fit(Rows const& rows, int model, bool restricted)
{
    auto const likelihood = restricted ? Likelihood::restricted : Likelihood::full;
    std::size_t const n = rows.y.size();
    auto const xz = with({{"x", &rows.x}, {"z", &rows.z}}, n);
    auto const only_x = with({{"x", &rows.x}}, n);
    auto const only_z = with({{"z", &rows.centred}}, n);
    switch (model) {
    case 1: return compute_mixed({rows.y, xz, {{"g", rows.g, {}, {}}}, likelihood});
    case 2: return compute_mixed({rows.y, xz, {{"g", rows.g, rows.x, "x"}}, likelihood});
    case 3: return compute_mixed({rows.y, xz, {{"s/g", rows.g, {}, {}}, {"s", rows.s, {}, {}}}, likelihood});
    case 4: return compute_mixed({rows.y, only_x, {{"g", rows.g, rows.x, "x"}, {"s", rows.s, {}, {}}}, likelihood});
    default: return compute_mixed({rows.y, only_z, {{"g", rows.g, rows.centred, "z"}}, likelihood});
    }
}

std::string reason(MixedInput const& input)
{
    auto const found = compute_mixed(input);
    REQUIRE(!found);
    CHECK(found.error().kind == Trouble::refused);
    CHECK(!found.error().detail.empty());
    return found.error().code;
}

} // namespace

TEST_CASE("intercepts, slopes, groups inside groups, by both likelihoods: as lme4 has them")
{
    auto const rows = made_up();
    for (auto const& expected : of_lme4) {
        CAPTURE(expected.model);
        CAPTURE(expected.restricted);
        auto const found = fit(rows, expected.model, expected.restricted);
        REQUIRE(found);
        CHECK(near(found->criterion, expected.criterion, 1e-10));
        for (std::size_t i = 0; i < expected.fixed.size(); ++i) {
            CHECK(near(found->fixed[i].estimate, expected.fixed[i], 1e-5));
            CHECK(near(found->fixed[i].se, expected.errors[i], 1e-4));
        }
        auto const random = described(*found);
        REQUIRE(random.size() == expected.random.size());
        for (std::size_t i = 0; i < random.size(); ++i) CHECK(near(random[i], expected.random[i], 2e-4));
    }
}

TEST_CASE("groups of equal size by hand: the mean squares of an analysis of variance")
{
    // Three groups of two: means 1, 5, 9 and differences of 2 inside. Within: 6 / 3 = 2; between: 2 * 32 / 2 = 32; (32 - 2) / 2 = 15.
    std::vector<double> const y{0, 2, 4, 6, 8, 10};
    auto const design = with({}, 6);
    auto const found = compute_mixed({y, design, {{"g", {{0, 0, 1, 1, 2, 2}, 3}, {}, {}}}});
    REQUIRE(found);
    CHECK(near(found->fixed[0].estimate, 5, 1e-12));
    CHECK(near(found->fixed[0].se, std::sqrt(32.0 / 6), 1e-7));
    CHECK(near(found->sigma, std::sqrt(2), 1e-7));
    CHECK(near(found->random[0].sd[0], std::sqrt(15), 1e-7));
    CHECK(!found->boundary);
}

TEST_CASE("groups that differ less than chance: a variance at its border")
{
    std::vector<double> const y{0, 2, 2, 0, 1, 1};
    auto const design = with({}, 6);
    auto const found = compute_mixed({y, design, {{"g", {{0, 0, 1, 1, 2, 2}, 3}, {}, {}}}});
    REQUIRE(found);
    CHECK(found->boundary);
    CHECK(found->random[0].sd[0] < 1e-4);
    CHECK(near(found->sigma, std::sqrt(4.0 / 5), 1e-7));
}

TEST_CASE("units and origin of a column change its coefficient and nothing else")
{
    auto rows = made_up();
    auto const before = fit(rows, 5, true);
    for (auto& z : rows.centred) z = 2000 + 7 * z;
    auto const after = fit(rows, 5, true);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(near(after->fixed[1].estimate, before->fixed[1].estimate / 7, 1e-6));
    CHECK(near(after->random[0].sd[1], before->random[0].sd[1] / 7, 1e-4));
    CHECK(near(after->sigma, before->sigma, 1e-7));
    // Restricted: the criterion moves with the scale of the columns, by 2 log 7.
    CHECK(near(after->criterion, before->criterion + 2 * std::log(7), 1e-9));
}

TEST_CASE("what rows in groups cannot tell is refused")
{
    auto const rows = made_up();
    std::size_t const n = rows.y.size();
    auto const design = with({{"x", &rows.x}}, n);
    Groups const one{std::vector<std::uint32_t>(n, 0), 1};
    CHECK(reason({rows.y, design, {{"g", one, {}, {}}}}) == "one_group");
    Groups each;
    for (std::uint32_t i = 0; i < n; ++i) each.of.push_back(i);
    each.count = static_cast<std::uint32_t>(n);
    CHECK(reason({rows.y, design, {{"g", each, {}, {}}}}) == "no_repeats");
    Groups across;
    for (std::uint32_t i = 0; i < n; ++i) across.of.push_back(i % 7);
    across.count = 7;
    CHECK(reason({rows.y, design, {{"g", rows.g, {}, {}}, {"h", across, {}, {}}}}) == "crossed_groups");
    CHECK(reason({rows.y, design, {{"g", rows.g, {}, {}}, {"g", rows.g, {}, {}}}}) == "group_twice");
    std::vector<double> const same(n, 3);
    CHECK(reason({rows.y, design, {{"g", rows.g, same, "c"}}}) == "no_slope");
    CHECK(reason({same, design, {{"g", rows.g, {}, {}}}}) == "no_spread");
    CHECK(reason({rows.x, design, {{"g", rows.g, {}, {}}}}) == "perfect_fit");
    auto const twice = with({{"x", &rows.x}, {"x2", &rows.x}}, n);
    CHECK(reason({rows.y, twice, {{"g", rows.g, {}, {}}}}) == "collinear");
    std::vector<double> const exact{1, 1, 3, 3, 5, 5};
    CHECK(reason({exact, with({}, 6), {{"g", {{0, 0, 1, 1, 2, 2}, 3}, {}, {}}}}) == "perfect_fit");
    std::vector<double> const huge{1e300, 1, 3, 3, 5, 5};
    CHECK(reason({huge, with({}, 6), {{"g", {{0, 0, 1, 1, 2, 2}, 3}, {}, {}}}}) == "out_of_range");
    std::vector<double> const few{1, 2, 3};
    auto const three = with({}, 3);
    CHECK(reason({few, three, {{"g", {{0, 0, 1}, 2}, few, "t"}}}) == "too_few_rows");
}

TEST_CASE("promise: variances of groups come back on average, and an interval of two standard errors holds the slope")
{
    Random random{20261220};
    constexpr int runs = 200;
    double sd = 0;
    int holds = 0;
    for (int run = 0; run < runs; ++run) {
        Rows rows;
        for (std::uint32_t group = 0; group < 30; ++group) {
            double const own = 0.7 * random.normal();
            for (int i = 0; i < 8; ++i) {
                rows.x.push_back(random.normal());
                rows.y.push_back(1 + 0.4 * rows.x.back() + own + random.normal());
                rows.g.of.push_back(group);
            }
        }
        rows.g.count = 30;
        auto const design = with({{"x", &rows.x}}, rows.y.size());
        auto const found = compute_mixed({rows.y, design, {{"g", rows.g, {}, {}}}});
        REQUIRE(found);
        sd += found->random[0].sd[0] * found->random[0].sd[0] / runs;
        holds += std::abs(found->fixed[1].estimate - 0.4) < 1.96 * found->fixed[1].se ? 1 : 0;
    }
    MESSAGE("mean variance of groups ", sd, " (0.49), slope held ", holds, " of ", runs);
    CHECK(std::abs(sd - 0.49) < 0.04);
    CHECK(holds >= runs * 0.91);
}
