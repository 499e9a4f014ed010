// SPDX-License-Identifier: EUPL-1.2
#include "base/money.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <numeric>

using namespace wf;

namespace {

std::vector<std::int64_t> cents_of(Result<std::vector<Money>> const& parts)
{
    std::vector<std::int64_t> cents;
    for (Money const part : parts.value()) cents.push_back(part.cents());
    return cents;
}

using Weights = std::vector<std::int64_t>;
using Cents = std::vector<std::int64_t>;

} // namespace

TEST_CASE("money: what people and files write")
{
    CHECK(parse_money("1.234,56", Locale::nl).value() == Money{123'456});
    CHECK(parse_money("1234,56", Locale::nl).value() == Money{123'456});
    CHECK(parse_money("1234.56", Locale::nl).value() == Money{123'456});
    CHECK(parse_money("1234.56", Locale::en).value() == Money{123'456});
    CHECK(parse_money("1,234.56", Locale::en).value() == Money{123'456});
    CHECK(parse_money("1.234", Locale::nl).value() == Money{123'400});
    CHECK(parse_money("1,234", Locale::en).value() == Money{123'400});
    CHECK(parse_money("12,5", Locale::nl).value() == Money{1'250});
    CHECK(parse_money(" \xe2\x82\xac 12,50 ", Locale::nl).value() == Money{1'250});
    CHECK(parse_money("-0,05", Locale::nl).value() == Money{-5});
    CHECK(parse_money("\xe2\x82\xac \xe2\x88\x92"
                      "3",
                      Locale::nl)
              .value() == Money{-300});
    CHECK(parse_money("\xe2\x88\x92\xe2\x82\xac"
                      "3",
                      Locale::en)
              .value() == Money{-300});
    CHECK(parse_money("10.000.000.000", Locale::nl).value() == Money{1'000'000'000'000});
}

TEST_CASE("money: what could mean two things, or nothing, is refused")
{
    for (std::string_view bad : {"", "-", "--1", "\xe2\x82\xac", "1.23.456", "12.34,56", "1,2,3", "1,234", "1.2345",
                                 ",50", "5,", "5,-", "1 000", "12a", "0x10", "1e3", "1.234.56", "+5"}) {
        CAPTURE(bad);
        REQUIRE(!parse_money(bad, Locale::nl));
        CHECK(parse_money(bad, Locale::nl).error().code == "money.malformed");
    }
    CHECK(!parse_money("1.234", Locale::en));
    CHECK(!parse_money("1.234,56", Locale::en));
    CHECK(parse_money("10000000001", Locale::nl).error().code == "money.too_large");
    CHECK(parse_money("99999999999999999999", Locale::nl).error().code == "money.too_large");
}

TEST_CASE("money: for people")
{
    CHECK(format_money(Money{123'456}, Locale::nl) == "\xe2\x82\xac 1.234,56");
    CHECK(format_money(Money{123'456}, Locale::en) == "\xe2\x82\xac"
                                                      "1,234.56");
    CHECK(format_money(Money{-123'456}, Locale::nl) == "\xe2\x82\xac \xe2\x88\x92"
                                                       "1.234,56");
    CHECK(format_money(Money{-5}, Locale::en) == "\xe2\x88\x92\xe2\x82\xac"
                                                 "0.05");
    CHECK(format_money(Money{0}, Locale::nl) == "\xe2\x82\xac 0,00");
    CHECK(format_money(Money{std::numeric_limits<std::int64_t>::min()}, Locale::en) == "\xe2\x88\x92\xe2\x82\xac"
                                                                                       "92,233,720,368,547,758.08");
    for (std::int64_t const cents : {0L, 1L, -1L, 99L, 100L, -123'456'789L, 99'999'999L})
        for (Locale const locale : {Locale::nl, Locale::en})
            CHECK(parse_money(format_money(Money{cents}, locale), locale).value() == Money{cents});
}

TEST_CASE("money: arithmetic is exact or a bug")
{
    Money sum;
    for (int i = 0; i < 10; ++i) sum += Money{10};
    CHECK(sum == Money{100});
    CHECK(Money{5} - Money{7} == Money{-2});
    CHECK(3 * Money{5} == Money{15});
    CHECK(-Money{5} < Money{0});
    CHECK(Money{150}.euros() == 1.5);
    Money const most{std::numeric_limits<std::int64_t>::max()};
    Money const least{std::numeric_limits<std::int64_t>::min()};
    CHECK_THROWS_AS((void)(most + Money{1}), Bug);
    CHECK_THROWS_AS((void)(least - Money{1}), Bug);
    CHECK_THROWS_AS((void)(most * 2), Bug);
    CHECK_THROWS_AS((void)(-least), Bug);
}

TEST_CASE("money: dividing loses no cent")
{
    CHECK(cents_of(allocate(Money{100}, Weights{1, 1, 1})) == Cents{34, 33, 33});
    CHECK(cents_of(allocate(Money{-100}, Weights{1, 1, 1})) == Cents{-34, -33, -33});
    CHECK(cents_of(allocate(Money{5}, Weights{3, 7})) == Cents{2, 3}); // 1.5 and 3.5: the tie goes to the first
    CHECK(cents_of(allocate(Money{101}, Weights{0, 1, 0, 3})) == Cents{0, 25, 0, 76});
    CHECK(cents_of(allocate(Money{0}, Weights{2, 1})) == Cents{0, 0});
    CHECK(cents_of(allocate(Money{1000}, std::vector<double>{0.5, 0.25, 0.25})) == Cents{500, 250, 250});
    CHECK(cents_of(allocate(Money{100}, std::vector<double>{1e-300, 1e-300, 1e-300})) == Cents{34, 33, 33});
    CHECK(cents_of(allocate(Money{100}, std::vector<double>{1.7e308, 1.7e308})) == Cents{50, 50});
    CHECK(cents_of(allocate(Money{100}, std::vector<double>{1e-320, 3e-320})) == Cents{25, 75});
    std::int64_t const most = std::numeric_limits<std::int64_t>::max();
    CHECK(cents_of(allocate(Money{-most - 1}, Weights{most})) == Cents{-most - 1});
    CHECK(cents_of(allocate(Money{most}, Weights{most, most})) == Cents{most / 2 + 1, most / 2});
}

TEST_CASE("money: the parts add up, and no part is a cent or more from its proportion")
{
    for (std::int64_t cents = -500; cents <= 500; cents += 37) {
        for (std::size_t count = 1; count < 12; ++count) {
            Weights weights;
            for (std::size_t i = 0; i < count; ++i) weights.push_back(static_cast<std::int64_t>(i * i % 7) + 1);
            auto const parts = cents_of(allocate(Money{cents}, weights));
            CHECK(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == cents);
            std::int64_t const sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
            for (std::size_t i = 0; i < count; ++i) CHECK(std::abs(parts[i] * sum - cents * weights[i]) < sum);
        }
    }
}

TEST_CASE("money: weights that cannot divide are refused")
{
    CHECK(allocate(Money{1}, Weights{}).error().code == "money.no_weights");
    CHECK(allocate(Money{1}, Weights{0, 0}).error().code == "money.no_weights");
    CHECK(allocate(Money{1}, Weights{2, -1}).error().code == "money.weight_negative");
    CHECK(allocate(Money{1}, std::vector<double>{0.0}).error().code == "money.no_weights");
    CHECK(allocate(Money{1}, std::vector<double>{std::numeric_limits<double>::quiet_NaN()}).error().code ==
          "money.weight_negative");
}
