// SPDX-License-Identifier: EUPL-1.2
// Draws of streets and person together. Draws are walked in blocks: first every draw of a block on its own thread, which
// gives a minute for each category and door; then these are added up in a histogram for each category and door.
#include "kernel/reach/stages.hpp"
#include "kernel/reach/walker.hpp"

#include "base/check.hpp"
#include "base/parallel.hpp"

#include <cmath>
#include <numeric>

namespace wf::reach {
namespace {

constexpr std::uint32_t step_seconds = 30;

/// Speeds and streets must not go together: neighbours in draw number are far apart in speed.
double quantile_of_draw(std::uint32_t draw, std::uint32_t draws)
{
    auto stride = static_cast<std::uint32_t>(std::lround(draws * 0.6180339887498949));
    while (stride > 1 && std::gcd(stride, draws) != 1) --stride;
    std::uint64_t const place = std::uint64_t{draw} * std::max(1U, stride) % draws;
    return (static_cast<double>(place) + 0.5) / draws;
}

/// Minutes rounded up: 0 is at once, the last one stands for all that is further.
struct Minutes {
    std::uint8_t last;
    [[nodiscard]] std::size_t size() const { return std::size_t{last} + 1; }
    [[nodiscard]] std::uint8_t of(graph::Ticks ticks) const
    {
        return static_cast<std::uint8_t>(std::min<graph::Ticks>((std::min(ticks, far_away) + 59'999) / 60'000, last));
    }
};

std::uint16_t median_seconds(std::uint8_t const* histogram, Minutes minutes, std::uint32_t draws)
{
    double const half = draws / 2.0;
    std::uint32_t below = 0;
    for (std::uint32_t minute = 0; minute < minutes.last; ++minute) {
        std::uint32_t const here = histogram[minute];
        if (below + here >= half) {
            if (minute == 0) return 0;
            double const seconds = 60.0 * (minute - 1 + (half - below) / here);
            return static_cast<std::uint16_t>(std::lround(seconds / step_seconds) * step_seconds);
        }
        below += here;
    }
    return beyond;
}

/// Some of the categories: as many as the memory is for.
class Group {
public:
    Group(Question const& question, std::size_t first, std::size_t count)
        : m_question{question},
          m_first{first},
          m_count{count},
          m_doors{question.doors.size()},
          m_minutes{static_cast<std::uint8_t>(question.options.horizon_seconds / 60 + 1)},
          m_histogram(count * m_doors * m_minutes.size(), 0)
    {
    }

    void walk(std::uint32_t first_draw, std::uint32_t draws)
    {
        m_minute.resize(std::size_t{draws} * m_count * m_doors);
        parallel_for(draws, Threads{m_question.options.threads},
                     [&](std::size_t i) { walk_draw(first_draw + static_cast<std::uint32_t>(i), i); });
    }

    void add_up(std::uint32_t draws)
    {
        constexpr std::size_t together = 256;
        std::size_t const parts = (m_doors + together - 1) / together;
        parallel_for(m_count * parts, Threads{m_question.options.threads}, [&](std::size_t i) {
            std::size_t const category = i / parts;
            std::size_t const begin = i % parts * together;
            std::size_t const end = std::min(m_doors, begin + together);
            for (std::size_t draw = 0; draw < draws; ++draw) {
                std::uint8_t const* const minute = m_minute.data() + (draw * m_count + category) * m_doors;
                std::uint8_t* const rows = m_histogram.data() + category * m_doors * m_minutes.size();
                for (std::size_t door = begin; door < end; ++door) ++rows[door * m_minutes.size() + minute[door]];
            }
        });
    }

    void answer(std::vector<CategoryAnswer>& answers) const
    {
        parallel_for(m_count, Threads{m_question.options.threads}, [&](std::size_t category) {
            for (std::size_t door = 0; door < m_doors; ++door) {
                answer_door(m_histogram.data() + (category * m_doors + door) * m_minutes.size(),
                            m_question.doors.home[door], answers[m_first + category]);
            }
        });
    }

private:
    void walk_draw(std::uint32_t draw, std::size_t row)
    {
        Town const& town = m_question.town;
        DrawnStreets const& streets = town.drawn[draw];
        ArcCosts const costs = make_arc_costs(*town.network, town.graph, m_question.profile, streets);
        double const speed = speed_at(m_question.profile, quantile_of_draw(draw, m_question.options.draws));
        Pace const pace = m_question.pace(costs, streets, m_question.chains_for(streets), speed);
        Exits const exits = make_exits(m_question.doors, pace);
        Walker walker{m_question.doors};
        walker.enter(pace, exits);
        std::vector<graph::Ticks> times;
        for (std::size_t category = 0; category < m_count; ++category) {
            walker.find_times(m_question.categories[m_first + category], m_question.horizon(), times);
            std::uint8_t* const minute = m_minute.data() + (row * m_count + category) * m_doors;
            for (std::size_t door = 0; door < m_doors; ++door) minute[door] = m_minutes.of(times[door]);
        }
    }

    void answer_door(std::uint8_t const* histogram, std::uint32_t home, CategoryAnswer& answer) const
    {
        std::uint32_t const draws = m_question.options.draws;
        for (std::size_t limit = 0; limit < limit_count; ++limit) {
            std::uint32_t const minute = m_question.options.limits_seconds[limit] / 60;
            std::uint32_t const within = std::accumulate(histogram, histogram + minute + 1, 0U);
            auto const share = static_cast<std::uint8_t>((within * share_whole + draws / 2) / draws);
            ThreeShares& shares = answer.share[limit];
            shares.expected[home] = std::clamp(share, shares.certain[home], shares.possible[home]);
        }
        ThreeSeconds& seconds = answer.seconds;
        seconds.expected[home] =
            std::clamp(median_seconds(histogram, m_minutes, draws), seconds.possible[home], seconds.certain[home]);
    }

    Question const& m_question;
    std::size_t m_first;
    std::size_t m_count;
    std::size_t m_doors;
    Minutes m_minutes;
    std::vector<std::uint8_t> m_histogram; ///< [category][door][minute]
    std::vector<std::uint8_t> m_minute;    ///< [draw of the block][category][door]
};

} // namespace

void answer_expected(Question const& question, std::vector<CategoryAnswer>& answers)
{
    std::size_t const doors = std::max<std::size_t>(1, question.doors.size());
    std::size_t const minutes = question.options.horizon_seconds / 60 + 2;
    std::size_t const together = std::max<std::size_t>(1, question.memory / (doors * minutes));
    for (std::size_t first = 0; first < question.categories.size(); first += together) {
        std::size_t const count = std::min(together, question.categories.size() - first);
        Group group{question, first, count};
        auto const block = static_cast<std::uint32_t>(
            std::clamp<std::size_t>(question.memory / (doors * count), 1, question.options.draws));
        for (std::uint32_t draw = 0; draw < question.options.draws; draw += block) {
            std::uint32_t const draws = std::min(block, question.options.draws - draw);
            group.walk(draw, draws);
            group.add_up(draws);
        }
        group.answer(answers);
    }
}

} // namespace wf::reach
