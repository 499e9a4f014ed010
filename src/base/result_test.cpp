// SPDX-License-Identifier: EUPL-1.2
#include "base/result.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace wf;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) return Error{Trouble::bad_input, "test.odd", std::to_string(number), {}};
    return number / 2;
}

Result<int> quarter(int number)
{
    WF_TRY(int const once, half(number));
    WF_TRY(int const twice, half(once));
    return twice;
}

Result<void> must_be_even(int number)
{
    WF_TRY_VOID(half(number));
    return {};
}

Result<std::unique_ptr<int>> boxed(int number)
{
    WF_TRY(int const once, half(number));
    return std::make_unique<int>(once);
}

} // namespace

TEST_CASE("result: a value or an error")
{
    CHECK(half(8).value() == 4);
    CHECK(*half(8) == 4);
    auto const odd = half(3);
    CHECK(!odd);
    CHECK(!odd.has_value());
    CHECK(odd.error() == Error{Trouble::bad_input, "test.odd", "3", {}});
}

TEST_CASE("result: trying goes on with the value or returns the first error")
{
    CHECK(quarter(8).value() == 2);
    CHECK(quarter(6).error().field == "3");
    CHECK(quarter(5).error().field == "5");
    CHECK(must_be_even(2));
    CHECK(must_be_even(3).error().code == "test.odd");
}

TEST_CASE("result: what can only be moved moves out")
{
    std::unique_ptr<int> const box = std::move(boxed(10)).value();
    CHECK(*box == 5);
    CHECK(!boxed(1));
    Result<std::string> const converted = "text";
    CHECK(converted->size() == 4);
}

TEST_CASE("result: asking for what is not there is a bug")
{
    CHECK_THROWS_AS((void)half(3).value(), Bug);
    CHECK_THROWS_AS((void)half(4).error(), Bug);
    CHECK_THROWS_AS(must_be_even(3).value(), Bug);
    CHECK_THROWS_AS((void)must_be_even(2).error(), Bug);
}
