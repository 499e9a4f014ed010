// SPDX-License-Identifier: EUPL-1.2
// Certain and possible streets do not change from person to person: a few speeds say how long all people walk. Between them
// the logarithm of time is a straight line over the normal score of speed, which is exact where all time is walking.
#include "kernel/reach/stages.hpp"
#include "kernel/reach/walker.hpp"

#include "base/check.hpp"
#include "base/parallel.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace wf::reach {
namespace {

/// Beyond the outermost speeds nothing that rounds to a share of 1/200 lives further than this many standard deviations.
constexpr double margin = 1.5;
constexpr double flat = 1e-9;

/// Speeds from slow to fast, as normal scores. The median is one of them.
struct Scores {
    std::vector<double> score;
    std::size_t median{0};
};

Scores make_scores(std::uint32_t quantiles)
{
    Scores scores;
    for (std::uint32_t i = 0; i < quantiles; ++i) {
        if (2 * i == quantiles) scores.score.push_back(0);
        scores.score.push_back(2 * i + 1 == quantiles ? 0 : normal_quantile((i + 0.5) / quantiles));
    }
    scores.median = quantiles / 2;
    return scores;
}

double widest_gap(std::vector<double> const& score)
{
    double widest = 0;
    for (std::size_t i = 1; i < score.size(); ++i) widest = std::max(widest, score[i] - score[i - 1]);
    return widest;
}

std::uint8_t share_above(double score)
{
    double const share = std::erfc(score * std::numbers::sqrt2 / 2) / 2;
    return static_cast<std::uint8_t>(std::lround(share * share_whole));
}

/// Reads off which share of people is within a limit.
class Reader {
public:
    Reader(std::vector<double> const& score, double log_sd)
        : m_score{score}, m_log_sd{log_sd}, m_far{std::exp(margin * log_sd)}
    {
    }

    /// `ticks(i)`: at score i; not longer at a higher score.
    template <class Time>
    [[nodiscard]] std::uint8_t share(Time const& ticks, graph::Ticks limit) const
    {
        std::size_t const last = m_score.size() - 1;
        double const wanted = limit;
        if (ticks(0) * m_far < wanted) return share_whole;
        if (ticks(last) > wanted * m_far) return 0;
        std::size_t i = 0;
        while (i <= last && ticks(i) > wanted) ++i;
        // The line through the two neighbours; at the outside through the two outermost that there are.
        std::size_t const upper = std::min(std::max<std::size_t>(i, 1), last);
        std::size_t const lower = upper == 0 ? 0 : upper - 1;
        double const slope = slope_of(ticks, lower, upper);
        std::size_t const anchor = std::min(i, last);
        double const log_ratio = std::log(wanted) - std::log(std::max(1.0, ticks(anchor)));
        if (slope > -flat) return i <= last ? share_above(i == 0 ? -8 : m_score[i]) : 0;
        double score = m_score[anchor] + log_ratio / slope;
        if (i > 0 && i <= last) score = std::clamp(score, m_score[i - 1], m_score[i]);
        return share_above(score);
    }

private:
    /// Of the logarithm of time over score: not steeper than when all time is walking.
    template <class Time>
    [[nodiscard]] double slope_of(Time const& ticks, std::size_t lower, std::size_t upper) const
    {
        if (lower == upper || ticks(lower) >= far_away) return -m_log_sd;
        double const rise = std::log(std::max(1.0, ticks(upper))) - std::log(std::max(1.0, ticks(lower)));
        return std::max(-m_log_sd, rise / (m_score[upper] - m_score[lower]));
    }

    std::vector<double> const& m_score;
    double m_log_sd;
    double m_far;
};

/// One of the two states, at all speeds.
class Bound {
public:
    Bound(Question const& question, Scores const& scores, DrawnStreets const& streets)
        : m_question{question},
          m_scores{scores},
          m_reader{scores.score, log_speed_sd(question.profile)},
          m_paces(scores.score.size()),
          m_exits(scores.score.size())
    {
        Town const& town = question.town;
        Profile const& profile = question.profile;
        ArcCosts const costs = make_arc_costs(*town.network, town.graph, profile, streets);
        std::shared_ptr<Chains const> const chains = question.chains_for(streets);
        double const median = speed_at(profile, 0.5);
        parallel_for(m_paces.size(), Threads{question.options.threads}, [&](std::size_t i) {
            double const speed = median * std::exp(log_speed_sd(profile) * scores.score[i]);
            m_paces[i] = question.pace(costs, streets, chains, speed);
            m_exits[i] = make_exits(question.doors, m_paces[i]);
        });
    }

    /// give(home, shares, seconds) for each door.
    template <class Give>
    void answer(std::vector<Destination> const& destinations, Give const& give) const
    {
        Doors const& doors = m_question.doors;
        std::vector<std::vector<graph::Ticks>> const times = find_times(destinations);
        for (std::size_t door = 0; door < doors.size(); ++door) {
            auto const time = [&](std::size_t i) { return static_cast<double>(times[i][door]); };
            std::array<std::uint8_t, limit_count> shares{};
            for (std::size_t i = 0; i < limit_count; ++i) shares[i] = m_reader.share(time, m_question.limit(i));
            give(doors.home[door], shares,
                 whole_seconds(times[m_scores.median][door], m_question.options.horizon_seconds));
        }
    }

private:
    /// For each speed, from slow to fast; who is faster is never later.
    [[nodiscard]] std::vector<std::vector<graph::Ticks>> find_times(std::vector<Destination> const& destinations) const
    {
        // A little further than the furthest limit tells all about shares; only the median is told up to the horizon.
        double const log_sd = log_speed_sd(m_question.profile);
        double const room = std::exp(log_sd * (margin + widest_gap(m_scores.score)));
        auto const near = static_cast<graph::Ticks>(std::min(m_question.furthest_limit() * room + 1, 1e9));
        std::vector<std::vector<graph::Ticks>> times(m_paces.size());
        Walker walker{m_question.doors};
        for (std::size_t i = 0; i < times.size(); ++i) {
            walker.enter(m_paces[i], m_exits[i]);
            graph::Ticks const limit = i == m_scores.median ? std::max(near, m_question.horizon()) : near;
            walker.find_times(destinations, limit, times[i]);
        }
        for (std::size_t i = 1; i < times.size(); ++i) {
            for (std::size_t door = 0; door < times[i].size(); ++door) {
                if (i != m_scores.median + 1 || times[i - 1][door] <= near) {
                    times[i][door] = std::min(times[i][door], times[i - 1][door]);
                }
            }
        }
        return times;
    }

    Question const& m_question;
    Scores const& m_scores;
    Reader m_reader;
    std::vector<Pace> m_paces;
    std::vector<Exits> m_exits;
};

} // namespace

void answer_bounds(Question const& question, std::vector<CategoryAnswer>& answers)
{
    Scores const scores = make_scores(question.options.quantiles);
    Threads const threads{question.options.threads};
    {
        Bound const possible{question, scores, question.town.possible};
        parallel_for(answers.size(), threads, [&](std::size_t c) {
            CategoryAnswer& answer = answers[c];
            possible.answer(question.categories[c], [&](std::uint32_t home, auto const& shares, std::uint16_t seconds) {
                for (std::size_t i = 0; i < limit_count; ++i) answer.share[i].possible[home] = shares[i];
                answer.seconds.possible[home] = seconds;
            });
        });
    }
    Bound const certain{question, scores, question.town.certain};
    parallel_for(answers.size(), threads, [&](std::size_t c) {
        CategoryAnswer& answer = answers[c];
        certain.answer(question.categories[c], [&](std::uint32_t home, auto const& shares, std::uint16_t seconds) {
            for (std::size_t i = 0; i < limit_count; ++i) {
                ThreeShares& share = answer.share[i];
                share.certain[home] = std::min(shares[i], share.possible[home]);
            }
            answer.seconds.certain[home] = std::max(seconds, answer.seconds.possible[home]);
        });
    });
}

} // namespace wf::reach
