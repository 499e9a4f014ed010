// SPDX-License-Identifier: EUPL-1.2
// How many places of a category lie within the limits: a small search from each place, at the median speed.
#include "kernel/reach/stages.hpp"
#include "kernel/reach/walker.hpp"

#include "base/parallel.hpp"

namespace wf::reach {
namespace {

using Counted = std::array<std::vector<std::uint8_t>, limit_count>;

/// Counts on one state or draw, by door: 255 is 255 or more.
Counted count_places(Question const& question, Walker& walker, std::vector<Destination> const& destinations)
{
    Counted counted;
    for (auto& row : counted) row.assign(question.doors.size(), 0);
    for (Destination const& destination : destinations) {
        walker.visit_doors(destination, question.furthest_limit(), [&](std::size_t door, graph::Ticks time) {
            for (std::size_t i = 0; i < limit_count; ++i) {
                std::uint8_t& count = counted[i][door];
                if (time <= question.limit(i) && count != 255) ++count;
            }
        });
    }
    return counted;
}

/// The streets that are counted on: certain, possible, draws.
class Streets {
public:
    explicit Streets(Question const& question) : m_streets{&question.town.certain, &question.town.possible}
    {
        Town const& town = question.town;
        for (std::uint32_t i = 0; i < question.options.count_draws; ++i) m_streets.push_back(&town.drawn[i]);
        m_paces.resize(m_streets.size());
        m_exits.resize(m_streets.size());
        double const speed = speed_at(question.profile, 0.5);
        parallel_for(m_paces.size(), Threads{question.options.threads}, [&](std::size_t i) {
            ArcCosts const costs = make_arc_costs(*town.network, town.graph, question.profile, *m_streets[i]);
            m_paces[i] = question.pace(costs, *m_streets[i], question.chains_for(*m_streets[i]), speed);
            m_exits[i] = make_exits(question.doors, m_paces[i]);
        });
    }
    [[nodiscard]] std::size_t size() const { return m_paces.size(); }
    void enter(std::size_t i, Walker& walker) const { walker.enter(m_paces[i], m_exits[i]); }

private:
    std::vector<DrawnStreets const*> m_streets;
    std::vector<Pace> m_paces;
    std::vector<Exits> m_exits;
};

/// `counts`: certain, possible, then the draws.
void join(Question const& question, std::span<Counted const> counts, CategoryAnswer& answer)
{
    auto const draws = static_cast<std::uint32_t>(counts.size() - 2);
    for (std::size_t i = 0; i < limit_count; ++i) {
        for (std::size_t door = 0; door < question.doors.size(); ++door) {
            std::uint32_t sum = 0;
            for (Counted const& drawn : counts.subspan(2)) sum += drawn[i][door];
            std::uint8_t const possible = counts[1][i][door];
            std::uint8_t const certain = std::min(counts[0][i][door], possible);
            auto const mean = static_cast<std::uint8_t>((sum + draws / 2) / draws);
            std::uint32_t const home = question.doors.home[door];
            answer.count[i].certain[home] = certain;
            answer.count[i].possible[home] = possible;
            answer.count[i].expected[home] = std::clamp(mean, certain, possible);
        }
    }
}

} // namespace

void answer_counts(Question const& question, std::vector<CategoryAnswer>& answers)
{
    Streets const streets{question};
    std::size_t const states = streets.size();
    Threads const threads{question.options.threads};
    std::size_t const row = std::max<std::size_t>(1, question.doors.size() * limit_count * states);
    std::size_t const together = std::max<std::size_t>(1, question.memory / row);
    for (std::size_t first = 0; first < answers.size(); first += together) {
        std::size_t const count = std::min(together, answers.size() - first);
        std::vector<Counted> counts(count * states);
        parallel_for(counts.size(), threads, [&](std::size_t i) {
            Walker walker{question.doors};
            streets.enter(i % states, walker);
            counts[i] = count_places(question, walker, question.categories[first + i / states]);
        });
        parallel_for(count, threads, [&](std::size_t c) {
            join(question, std::span{counts}.subspan(c * states, states), answers[first + c]);
        });
    }
}

} // namespace wf::reach
