// SPDX-License-Identifier: EUPL-1.2
// Belo Horizonte: what the R package accessibility publishes, and what another program works out (tests/reference/access).
#include "kernel/access/inequality.hpp"
#include "kernel/access/test_sample.hpp"

#include <algorithm>
#include <cmath>

using namespace wf;
using namespace wf::access;
using sample::city;
using sample::compute;

namespace {

struct Named {
    std::string name;
    AccessResult result;
};

std::vector<Named> all_measures()
{
    return {
        {"exponential_schools_0.2", compute({Measure::gravity_exponential, 0, 0.2, 0}, city().schools)},
        {"linear_schools_50", compute({Measure::gravity_linear, 50, 0, 0}, city().schools)},
        {"logistic_jobs_30_5", compute({Measure::gravity_logistic, 30, 0, 5}, city().jobs)},
        {"2sfca_jobs_50", compute({Measure::fca_2sfca, 50, 0, 0}, city().jobs)},
        {"bfca_jobs_0.5", compute({Measure::fca_bfca, 0, 0.5, 0}, city().jobs)},
        {"bfca_jobs_0.05", compute({Measure::fca_bfca, 0, 0.05, 0}, city().jobs)},
    };
}

std::vector<double> jobs_within_30()
{
    std::vector<double> jobs;
    for (auto const& value : compute({Measure::cumulative, 30, 0, 0}, city().jobs).values) jobs.push_back(*value);
    return jobs;
}

} // namespace

TEST_CASE("jobs within 30 minutes are exactly the published ones, in all 898 zones")
{
    auto const published = sample::table("ref_cum30_jobs.csv");
    auto const expected = sample::numbers(published, "jobs");
    auto const jobs = jobs_within_30();
    REQUIRE(city().pairs.size() == 748'437);
    REQUIRE(published.rows() == 898);
    for (std::size_t row = 0; row < published.rows(); ++row)
        CHECK(jobs[city().place.find(published.cell(row, 0))->second] == expected[row]);
    CHECK(jobs[city().place.at("89a881a5a2bffff")] == 14'561);
}

TEST_CASE("minutes to the closest school are exactly the published ones; no way is no value")
{
    auto const published = sample::table("ref_cost_to_closest_school.csv");
    auto const closest = compute({Measure::closest, 0, 0, 0}, city().schools);
    std::size_t without = 0;
    for (std::size_t row = 0; row < published.rows(); ++row) {
        auto const value = closest.values[city().place.find(published.cell(row, 0))->second];
        auto const text = published.cell(row, 1);
        if (text == "Inf") {
            CHECK(!value);
            ++without;
        } else {
            REQUIRE(value);
            CHECK(*value == **published.number(row, 1));
        }
    }
    CHECK(without == 35);
    CHECK(closest.values[city().place.at("89a881a5a2bffff")] == 29);
}

TEST_CASE("gravity and floating catchment: as published, to the last printed digit")
{
    auto const published = sample::table("published.csv");
    auto const expected = sample::numbers(published, "value");
    auto const half_unit = sample::numbers(published, "half_unit");
    auto const measures = all_measures();
    std::size_t compared = 0;
    for (std::size_t row = 0; row < published.rows(); ++row) {
        for (auto const& [name, result] : measures) {
            if (published.cell(row, 0) != name) continue;
            double const value = *result.values[city().place.find(published.cell(row, 1))->second];
            CHECK_MESSAGE(std::abs(value - expected[row]) <= half_unit[row] * (1 + 1e-9), name, " ", value);
            ++compared;
        }
    }
    CHECK(compared == 24);
}

TEST_CASE("gravity and floating catchment: 1e-9 from another program, in all zones")
{
    auto const other = sample::table("computed.csv");
    for (auto const& [name, result] : all_measures()) {
        auto const expected = sample::numbers(other, name);
        double worst = 0;
        for (std::size_t row = 0; row < other.rows(); ++row) {
            double const value = *result.values[city().place.find(other.cell(row, 0))->second];
            if (expected[row] == 0) CHECK(value == 0);
            else worst = std::max(worst, std::abs(value / expected[row] - 1));
        }
        CHECK_MESSAGE(worst < 1e-9, name, " ", worst);
        MESSAGE(name, ": largest relative difference ", worst);
    }
}

TEST_CASE("inequality of jobs within 30 minutes is as published")
{
    auto const jobs = jobs_within_30();
    auto const result = compute_inequality({jobs, city().people, city().income});
    REQUIRE(result.status == Status::answered);
    CHECK(std::abs(result.gini - 0.4715251) <= 5e-8);
    CHECK(std::abs(result.theil - 0.3616631) <= 5e-8);
    REQUIRE(result.palma);
    CHECK(std::abs(*result.palma - 3.800465) <= 5e-7);

    // Published is the form of Erreygers (2009), 4 mean / (most - least) times ours, and it ranks zones of equal income by their
    // place in the file. With incomes that differ a hair in that order we say the same; ours gives equal incomes equal rank.
    auto income = city().income;
    for (std::size_t i = 0; i < income.size(); ++i) income[i] += 1e-6 * static_cast<double>(i);
    auto const in_file_order = compute_inequality({jobs, city().people, income});
    auto const [least, most] = std::minmax_element(jobs.begin(), jobs.end());
    double const corrected = 4 * in_file_order.mean / (*most - *least);
    CHECK(std::abs(*in_file_order.concentration * corrected - 0.3346494) <= 5e-8);
    CHECK(std::abs(*result.concentration - *in_file_order.concentration) < 5e-5);
}

TEST_CASE("concentration in a few zones is as in the tests of the package")
{
    auto const jobs = jobs_within_30();
    auto const of = [&](std::vector<std::string> const& ids) {
        std::vector<double> value;
        std::vector<double> people;
        std::vector<double> income;
        for (auto const& id : ids) {
            auto const zone = city().place.at(id);
            value.push_back(jobs[zone]);
            people.push_back(city().people[zone]);
            income.push_back(city().income[zone]);
        }
        return *compute_inequality({value, people, income}).concentration;
    };
    std::vector<std::string> ids{"89a88cd909bffff", "89a88cdb57bffff", "89a88cdb597ffff", "89a88cdb5b3ffff",
                                 "89a88cdb5cfffff"};
    CHECK(std::abs(of(ids) - -0.0248) <= 5e-5);
    ids.pop_back();
    CHECK(std::abs(of(ids) - -0.1148) <= 5e-5);
}
