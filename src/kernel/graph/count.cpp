// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/parallel.hpp"
#include "kernel/graph/search_state.hpp"

#include <array>
#include <atomic>
#include <memory>
#include <numeric>

namespace wf::graph {

namespace {

/// Seeds in groups that count as one, groups near one another in the numbering next to one another: a search then finds
/// in the cache what the one before it needed.
struct Groups {
    std::vector<Seed> seeds;
    std::vector<std::size_t> first;
};

Groups make_groups(std::span<Seed const> seeds)
{
    std::vector<std::uint32_t> order(seeds.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (seeds[a].label != seeds[b].label) return seeds[a].label < seeds[b].label;
        return seeds[a].node != seeds[b].node ? seeds[a].node < seeds[b].node : a < b;
    });
    struct Range {
        std::size_t begin;
        std::size_t end;
    };
    std::vector<Range> ranges;
    for (std::size_t i = 0; i < order.size(); ++i) {
        bool const with_last =
            i != 0 && seeds[order[i]].label != none && seeds[order[i]].label == seeds[order[i - 1]].label;
        if (with_last) ranges.back().end = i + 1;
        else ranges.push_back({i, i + 1});
    }
    std::stable_sort(ranges.begin(), ranges.end(), [&](Range const& a, Range const& b) {
        return seeds[order[a.begin]].node < seeds[order[b.begin]].node;
    });
    Groups groups;
    groups.seeds.reserve(seeds.size());
    groups.first.push_back(0);
    for (Range const& range : ranges) {
        for (std::size_t i = range.begin; i < range.end; ++i) groups.seeds.push_back(seeds[order[i]]);
        groups.first.push_back(groups.seeds.size());
    }
    return groups;
}

/// What one thread works with.
struct Bench {
    SearchState state;
    std::vector<std::uint32_t> count;
};

/// Benches that are made when first wanted. As there are never more threads at work than chunks, and never more chunks
/// than slots, whoever looks for a free one finds it.
class Workshop {
public:
    explicit Workshop(std::size_t nodes) : m_nodes{nodes} {}

    template <class Work>
    void with_bench(Work const& work)
    {
        std::size_t slot = 0;
        while (m_slots[slot].taken.test_and_set(std::memory_order_acquire)) slot = (slot + 1) % m_slots.size();
        auto& bench = m_slots[slot].bench;
        if (!bench) {
            bench = std::make_unique<Bench>();
            bench->count.assign(m_nodes, 0);
        }
        work(*bench);
        m_slots[slot].taken.clear(std::memory_order_release);
    }

    void add_up(std::span<std::uint32_t> count) const
    {
        std::fill(count.begin(), count.end(), 0);
        for (Slot const& slot : m_slots)
            if (slot.bench)
                for (std::size_t node = 0; node < count.size(); ++node) count[node] += slot.bench->count[node];
    }

    [[nodiscard]] static constexpr std::size_t slots() { return 256; }

private:
    struct Slot {
        std::atomic_flag taken;
        std::unique_ptr<Bench> bench;
    };
    std::size_t m_nodes;
    std::array<Slot, 256> m_slots{};
};

} // namespace

void count_within(GraphView graph, std::span<Seed const> seeds, Ticks limit, unsigned threads,
                  std::span<std::uint32_t> count)
{
    check_search(graph, seeds);
    WF_CHECK(count.size() == graph.nodes() && seeds.size() < none);
    Groups const groups = make_groups(seeds);
    std::size_t const all = groups.first.size() - 1;
    std::size_t const chunks = std::min(all, Workshop::slots());
    Workshop workshop{graph.nodes()};
    parallel_for(chunks, Threads{threads}, [&](std::size_t chunk) {
        workshop.with_bench([&](Bench& bench) {
            for (std::size_t group = all * chunk / chunks; group < all * (chunk + 1) / chunks; ++group) {
                std::size_t const begin = groups.first[group];
                bench.state.visit(graph, std::span{groups.seeds}.subspan(begin, groups.first[group + 1] - begin),
                                  limit);
                for (SearchState::Reached const& place : bench.state.reached) {
                    ++bench.count[place.node];
                    bench.state.cost[place.node] = unreachable;
                }
            }
        });
    });
    workshop.add_up(count);
}

} // namespace wf::graph
