// SPDX-License-Identifier: EUPL-1.2
#include "base/units.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace wf;

namespace {

template <class A, class B>
concept Addable = requires(A a, B b)
{
    a + b;
};
template <class A, class B>
concept Comparable = requires(A a, B b)
{
    a < b;
};
template <class A, class B>
concept Multipliable = requires(A a, B b)
{
    a* b;
};
template <class A>
concept Halvable = requires(A a)
{
    a / typename A::rep{2};
};

static_assert(Addable<Metres, Metres> && Comparable<Metres, Metres>);
static_assert(!Addable<Metres, Seconds> && !Addable<Metres, double> && !Comparable<Metres, Seconds>);
static_assert(!Addable<Persons, Fte> && !Addable<Share, double> && !Multipliable<Seconds, Seconds>);
static_assert(!std::is_convertible_v<double, Metres> && !std::is_convertible_v<Metres, double>);
static_assert(Halvable<Metres> && !Halvable<Persons>, "half a person is not a person");
static_assert(Metres{400} + Metres{5} == Metres{405});
static_assert(sizeof(Metres) == sizeof(double));

} // namespace

TEST_CASE("units: quantities of a kind add, scale and compare")
{
    Metres walked{300};
    walked += Metres{100};
    CHECK(walked == Metres{400});
    walked -= Metres{150};
    CHECK(walked.count() == 250.0);
    CHECK(walked * 2.0 == Metres{500});
    CHECK(2.0 * walked == Metres{500});
    CHECK(walked / 2.0 == Metres{125});
    CHECK(-walked == Metres{-250});
    CHECK(Metres{3} < Metres{4});
    CHECK(Seconds{90} / Seconds{60} == 1.5);
    CHECK(Metres{3} * Metres{4} == SquareMetres{12});
    CHECK(Persons{7} / Persons{2} == 3.5);
    CHECK(Fte{}.count() == 0.0);
}

TEST_CASE("units: dividing by nothing and overflowing are bugs")
{
    CHECK_THROWS_AS((void)(Metres{1} / 0.0), Bug);
    CHECK_THROWS_AS((void)(Metres{1} / Metres{0}), Bug);
    Persons const most{std::numeric_limits<std::int64_t>::max()};
    CHECK_THROWS_AS((void)(most + Persons{1}), Bug);
    CHECK_THROWS_AS((void)(most * 2), Bug);
    CHECK_THROWS_AS((void)(-most - Persons{2}), Bug);
}

TEST_CASE("units: a share stays between nothing and everything")
{
    CHECK(Share{0.25} + Share{0.75} == Share{1.0});
    CHECK(Share{1.0 + 1e-12} == Share{1.0});
    CHECK(Share{-1e-12} == Share{0.0});
    CHECK_THROWS_AS(Share{1.01}, Bug);
    CHECK_THROWS_AS(Share{-0.01}, Bug);
    CHECK_THROWS_AS(Share{std::numeric_limits<double>::quiet_NaN()}, Bug);
    CHECK_THROWS_AS((void)(Share{0.2} - Share{0.3}), Bug);
}
