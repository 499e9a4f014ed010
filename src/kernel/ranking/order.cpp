// SPDX-License-Identifier: EUPL-1.2
#include "kernel/ranking/order.hpp"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>

namespace wf::ranking {
namespace {

struct Pair {
    std::size_t one;
    std::size_t other;
    double p;
};

OrderResult refuse(std::string reason)
{
    return {Status::refused, std::move(reason), {}};
}

/// How many marked both, for every pair; the diagonal is how many marked it.
class Table {
public:
    explicit Table(std::size_t options) : m_options{options}, m_counts(options * options, 0) {}
    std::int64_t& at(std::size_t one, std::size_t other) { return m_counts[one * m_options + other]; }

private:
    std::size_t m_options;
    std::vector<std::int64_t> m_counts;
};

bool count(OrderInput const& input, Table& table)
{
    std::vector<bool> marked(input.options);
    for (auto const& ballot : input.ballots) {
        std::fill(marked.begin(), marked.end(), false);
        for (auto const option : ballot) {
            if (option >= input.options || marked[option]) return false;
            marked[option] = true;
        }
        for (auto const one : ballot) {
            for (auto const other : ballot) table.at(one, other) += 1;
        }
    }
    return true;
}

} // namespace

double sign_test(std::int64_t only_one, std::int64_t only_other)
{
    auto const all = only_one + only_other;
    if (all == 0) return 1;
    constexpr double half = 0.5;
    boost::math::binomial_distribution<> const even{static_cast<double>(all), half};
    return std::min(1.0, 2 * boost::math::cdf(even, static_cast<double>(std::min(only_one, only_other))));
}

std::size_t OrderResult::can_be_first() const
{
    return static_cast<std::size_t>(
        std::count_if(places.begin(), places.end(), [](Place const& place) { return place.first == 1; }));
}

OrderResult compute_order(OrderInput const& input)
{
    if (input.options < 2) return refuse("too_few_options");
    if (input.ballots.empty()) return refuse("no_ballots");
    Table both{input.options};
    if (!count(input, both)) return refuse("bad_mark");

    OrderResult result{Status::answered, "", std::vector<Place>(input.options)};
    std::vector<Pair> pairs;
    for (std::size_t one = 0; one < input.options; ++one) {
        result.places[one] = {both.at(one, one), 1, input.options};
        for (std::size_t other = one + 1; other < input.options; ++other) {
            auto const together = both.at(one, other);
            pairs.push_back({one, other, sign_test(both.at(one, one) - together, both.at(other, other) - together)});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](Pair const& a, Pair const& b) { return a.p < b.p; });
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        auto const& pair = pairs[i];
        if (pair.p > input.level / static_cast<double>(pairs.size() - i)) break;
        bool const one_is_above = both.at(pair.one, pair.one) > both.at(pair.other, pair.other);
        result.places[one_is_above ? pair.other : pair.one].first += 1;
        result.places[one_is_above ? pair.one : pair.other].last -= 1;
    }
    return result;
}

} // namespace wf::ranking
