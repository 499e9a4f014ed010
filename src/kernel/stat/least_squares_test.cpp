// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/absorb.hpp"
#include "kernel/stat/logit.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace wf;
using namespace wf::stat;

namespace {

LeastSquares line(std::vector<double> const& x, std::vector<double> y, std::vector<double> weights = {})
{
    LeastSquares model;
    model.x.add_column(std::vector<double>(x.size(), 1));
    model.x.add_column(x);
    model.names = {"intercept", "x"};
    model.y = std::move(y);
    model.weights = std::move(weights);
    return model;
}

} // namespace

TEST_CASE("a line by hand")
{
    auto const answer = fit(line({0, 1, 2}, {1, 2, 4}));
    REQUIRE(answer);
    CHECK(answer->coefficients[0] == doctest::Approx(5.0 / 6));
    CHECK(answer->coefficients[1] == doctest::Approx(1.5));
    CHECK(answer->residual_sum == doctest::Approx(1.0 / 6));
    CHECK(answer->df() == 1);
    CHECK(total_sum(std::vector<double>{1, 2, 4}, {}) == doctest::Approx(14.0 / 3));
}

TEST_CASE("a weight of 2 is the same line as the row twice; a weight of 0 is no row")
{
    auto const heavy = fit(line({0, 1, 2, 9}, {1, 2, 4, 7}, {2, 1, 1, 0}));
    auto const twice = fit(line({0, 0, 1, 2}, {1, 1, 2, 4}));
    REQUIRE(heavy);
    CHECK(heavy->coefficients[1] == doctest::Approx(twice->coefficients[1]));
    CHECK(heavy->residual_sum == doctest::Approx(twice->residual_sum));
    CHECK(fit(line({0, 1, 2}, {1, 2, 4}, {1, 1, 0})).error().code == "too_few_rows");
    CHECK(fit(line({0, 1}, {1, 2}, {0, 0})).error().code == "no_weight");
    CHECK(fit(line({0, 1, 2}, {1, 2, 4}, {1, -1, 3})).error().code == "no_weight");
}

TEST_CASE("a column that follows from others is named, whatever its unit")
{
    for (double const unit : {1e-9, 1.0, 1e9}) {
        auto model = line({0, 1, 2, 5}, {1, 2, 4, 4});
        model.x.add_column(std::vector<double>{3 * unit, 5 * unit, 7 * unit, 13 * unit});
        model.names.emplace_back("twice x and 3");
        auto const answer = fit(model);
        REQUIRE(!answer);
        CHECK(answer.error().code == "collinear");
        CHECK(answer.error().kind == Trouble::refused);
        CHECK(answer.error().detail.find("twice x and 3") != std::string::npos);
    }
    CHECK(fit(line({2, 2, 2}, {1, 2, 4})).error().code == "collinear");
    CHECK(fit(line({0, 1}, {1, 2})).error().code == "too_few_rows");
    CHECK(fit(line({0, 1, 2}, {1, INFINITY, 2})).error().code == "not_finite");
}

TEST_CASE("what may be dropped in front is dropped without a word")
{
    auto model = line({0, 1, 2, 5}, {1, 2, 4, 4});
    LeastSquares more;
    more.x.add_column(std::vector<double>(4, 2));
    for (std::size_t column = 0; column < 2; ++column) more.x.add_column(model.x.column(column));
    more.names = {"two", "intercept", "x"};
    more.y = model.y;
    more.may_drop = 2;
    auto const answer = fit(more);
    REQUIRE(answer);
    CHECK(answer->dropped == 1);
    CHECK(answer->shown_from == 1);
    CHECK(answer->coefficients[1] == doctest::Approx(fit(model)->coefficients[1]));
}

TEST_CASE("logit of a table by hand: the coefficient is the log of the odds ratio")
{
    // yes/no: 6/2 with x, 3/9 without.
    std::vector<double> x;
    std::vector<double> y;
    auto const add = [&](int count, double of_x, double of_y) {
        for (int i = 0; i < count; ++i) {
            x.push_back(of_x);
            y.push_back(of_y);
        }
    };
    add(6, 1, 1);
    add(2, 1, 0);
    add(3, 0, 1);
    add(9, 0, 0);
    auto const answer = fit_logit(line(x, y));
    REQUIRE(answer);
    CHECK(answer->coefficients[0] == doctest::Approx(std::log(3.0 / 9)));
    CHECK(answer->coefficients[1] == doctest::Approx(std::log(6.0 * 9 / (2 * 3))));
    CHECK(answer->se[1] == doctest::Approx(std::sqrt(1.0 / 6 + 1.0 / 2 + 1.0 / 3 + 1.0 / 9)));
    CHECK(answer->chance.front() == doctest::Approx(0.75));
    CHECK(answer->likelihood ==
          doctest::Approx(6 * std::log(.75) + 2 * std::log(.25) + 3 * std::log(.25) + 9 * std::log(.75)));
}

TEST_CASE("logit without an answer: separation, all yes, collinear")
{
    CHECK(fit_logit(line({1, 2, 3, 4}, {0, 0, 1, 1})).error().code == "separation");
    CHECK(fit_logit(line({0, 0, 0, 1, 1}, {0, 1, 0, 1, 1})).error().code == "separation");
    CHECK(fit_logit(line({1, 2, 3}, {1, 1, 1})).error().code == "one_answer");
    CHECK(fit_logit(line({1, 1, 1}, {1, 0, 1})).error().code == "collinear");
}
