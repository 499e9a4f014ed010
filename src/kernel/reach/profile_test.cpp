// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/profile.hpp"

#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace wf::reach {
namespace {

std::string field_after(auto const& change)
{
    Profile profile = resting_person();
    change(profile);
    auto const result = check(profile);
    if (result) return "";
    CHECK(result.error().code == "profile.bad_number");
    return result.error().field;
}

TEST_CASE("quantiles of the normal distribution are those of the tables")
{
    CHECK(normal_quantile(0.5) == doctest::Approx(0).epsilon(1e-12));
    CHECK(normal_quantile(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-12));
    CHECK(normal_quantile(0.025) == doctest::Approx(-1.959963984540054).epsilon(1e-12));
    CHECK(normal_quantile(0.001) == doctest::Approx(-3.090232306167813).epsilon(1e-12));
    CHECK(normal_quantile(1e-10) == doctest::Approx(-6.361340902404056).epsilon(1e-12));
}

TEST_CASE("speeds have the mean and the standard deviation that were asked")
{
    Profile profile = careful_person(0.7, 0.2);
    double sum = 0;
    double squares = 0;
    constexpr int parts = 200'000;
    for (int i = 0; i < parts; ++i) {
        double const speed = speed_at(profile, (i + 0.5) / parts);
        sum += speed;
        squares += speed * speed;
    }
    double const mean = sum / parts;
    CHECK(mean == doctest::Approx(0.7).epsilon(1e-4));
    CHECK(std::sqrt(squares / parts - mean * mean) == doctest::Approx(0.2).epsilon(2e-3));
    CHECK(speed_at(profile, 0.3) < speed_at(profile, 0.31));
    // exp(ln 0.7 - s2 / 2) with s2 = ln(1 + 0.04 / 0.49): 0.7 / sqrt(1.0816...) = 0.673073
    CHECK(speed_at(profile, 0.5) == doctest::Approx(0.673073).epsilon(1e-5));
    CHECK(speed_at(plain_person(), 0.01) == 1);
}

TEST_CASE("a profile with a bad number is refused by name")
{
    CHECK(field_after([](Profile&) {}) == "");
    CHECK(field_after([](Profile& p) { p.speed_mean = 0; }) == "speed_mean");
    CHECK(field_after([](Profile& p) { p.speed_mean = std::numeric_limits<double>::quiet_NaN(); }) == "speed_mean");
    CHECK(field_after([](Profile& p) { p.speed_sd = -0.1; }) == "speed_sd");
    CHECK(field_after([](Profile& p) { p.kerb[3].seconds = -1; }) == "kerb");
    CHECK(field_after([](Profile& p) { p.surface[2].factor = 0; }) == "surface");
    CHECK(field_after([](Profile& p) { p.longest_leg_m = 0; }) == "longest_leg_m");
    CHECK(field_after([](Profile& p) { p.rest_seconds = 1e9; }) == "rest_seconds");
    CHECK(field_after([](Profile& p) { p.narrow.factor = std::numeric_limits<double>::infinity(); }) == "narrow");
}

TEST_CASE("what is called not fine may not be better than what is called fine")
{
    CHECK(field_after([](Profile& p) { p.kerb[5].seconds = 1; }) == "kerb"); // raised 1, lowered 2
    CHECK(field_after([](Profile& p) { p.surface[4].factor = 0.9; }) == "surface");
    CHECK(field_after([](Profile& p) { p.smoothness[1].forbidden = true; }) == "smoothness");
    CHECK(field_after([](Profile& p) { p.kerb[5] = {true, 0}; }) == "");
}

} // namespace
} // namespace wf::reach
