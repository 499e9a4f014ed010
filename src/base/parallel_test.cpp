// SPDX-License-Identifier: EUPL-1.2
#include "base/parallel.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <string>

using namespace wf;

namespace {

double add_up(std::size_t n, unsigned threads)
{
    // Sizes far apart, so that every other order of adding gives other last bits.
    auto const term = [](std::size_t i) { return std::exp(20.0 * Random{1, i}.uniform()) * (i % 2 == 0 ? 1.0 : -0.9); };
    return parallel_reduce(
        n, Threads{threads}, 0.0, [&](double& part, std::size_t i) { part += term(i); },
        [](double& whole, double part) { whole += part; });
}

} // namespace

TEST_CASE("parallel: sums are equal bit for bit for any number of threads")
{
    for (std::size_t const n :
         {std::size_t{0}, std::size_t{1}, std::size_t{255}, std::size_t{256}, std::size_t{257}, std::size_t{10'007}}) {
        CAPTURE(n);
        auto const alone = std::bit_cast<std::uint64_t>(add_up(n, 1));
        for (unsigned const threads : {2U, 3U, 7U, 0U})
            CHECK(std::bit_cast<std::uint64_t>(add_up(n, threads)) == alone);
    }
}

TEST_CASE("parallel: every item is visited once")
{
    for (std::size_t const n :
         {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{256}, std::size_t{511}, std::size_t{1000}}) {
        for (unsigned const threads : {1U, 2U, 5U, 0U}) {
            std::vector<int> visits(n, 0);
            parallel_for(n, Threads{threads}, [&](std::size_t i) { ++visits[i]; });
            CHECK(visits == std::vector<int>(n, 1));
        }
    }
}

TEST_CASE("parallel: parts are joined in order, and parts may be large things")
{
    using List = std::vector<std::size_t>;
    auto const list = parallel_reduce(
        1000, Threads{3}, List{}, [](List& part, std::size_t i) { part.push_back(i); },
        [](List& whole, List&& part) { whole.insert(whole.end(), part.begin(), part.end()); });
    List wanted(1000);
    std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    CHECK(list == wanted);
}

TEST_CASE("parallel: an exception stops the work and comes out, the same one each time")
{
    for (unsigned const threads : {1U, 2U, 7U}) {
        for (int again = 0; again < 20; ++again) {
            std::string said;
            try {
                parallel_for(256, Threads{threads}, [](std::size_t i) {
                    if (i >= 100 && i % 10 == 3) throw std::runtime_error{std::to_string(i)};
                });
            } catch (std::runtime_error const& error) {
                said = error.what();
            }
            REQUIRE(said == "103");
        }
    }
    std::atomic<int> done{0};
    CHECK_THROWS_AS(parallel_for(256, Threads{1},
                                 [&](std::size_t i) {
                                     if (i == 5) throw std::runtime_error{"five"};
                                     ++done;
                                 }),
                    std::runtime_error);
    CHECK(done == 5);
}

TEST_CASE("parallel: work inside work")
{
    std::vector<double> sums(8);
    parallel_for(sums.size(), Threads{2}, [&](std::size_t i) { sums[i] = add_up(1000 + i, 2); });
    for (std::size_t i = 0; i < sums.size(); ++i) CHECK(sums[i] == add_up(1000 + i, 1));
}
