// SPDX-License-Identifier: EUPL-1.2
#include "kernel/graph/search.hpp"

#include "base/check.hpp"
#include "kernel/graph/search_state.hpp"

#include <bit>

namespace wf::graph {

unsigned suitable_shift(std::span<Arc const> arcs)
{
    constexpr std::size_t wanted = 255;
    std::array<Ticks, wanted> weights{};
    std::size_t known = 0;
    std::size_t const step = arcs.size() / wanted + 1;
    for (std::size_t i = 0; i < arcs.size(); i += step)
        if (arcs[i].weight != closed) weights[known++] = arcs[i].weight;
    if (known == 0) return 0;
    auto const middle = weights.begin() + static_cast<std::ptrdiff_t>(known / 2);
    std::nth_element(weights.begin(), middle, weights.begin() + static_cast<std::ptrdiff_t>(known));
    return static_cast<unsigned>(std::max(0, static_cast<int>(std::bit_width(*middle)) - 1));
}

void check_search(GraphView graph, std::span<Seed const> seeds)
{
    WF_CHECK(graph.nodes() < none);
    WF_CHECK(graph.arcs.size() == (graph.first.empty() ? 0 : graph.first.back()));
    for (Seed const& seed : seeds) WF_CHECK(seed.node < graph.nodes());
}

Search::Search() : m_state{std::make_unique<SearchState>()} {}
Search::~Search() = default;
Search::Search(Search&&) noexcept = default;
Search& Search::operator=(Search&&) noexcept = default;

void SearchState::choose_shift(GraphView graph)
{
    shift = suitable_shift(graph.arcs);
    shift_arcs = graph.arcs.data();
    shift_size = graph.arcs.size();
}

void Search::nearest(GraphView graph, std::span<Seed const> seeds, Ticks limit, std::span<Ticks> cost)
{
    check_search(graph, seeds);
    WF_CHECK(cost.size() == graph.nodes());
    std::fill(cost.begin(), cost.end(), unreachable);
    m_state->choose_shift(graph);
    settle(graph, seeds, limit, m_state->wheel, m_state->shift, cost.data(), [](auto const&) {});
}

void SearchState::visit(GraphView graph, std::span<Seed const> seeds, Ticks limit)
{
    if (shift_arcs != graph.arcs.data() || shift_size != graph.arcs.size()) choose_shift(graph);
    if (cost.size() < graph.nodes()) cost.resize(graph.nodes(), unreachable);
    reached.clear();
    try {
        settle(graph, seeds, limit, wheel, shift, cost.data(), [this](std::vector<Waiting> const& bucket) {
            for (Waiting const& item : bucket)
                if (cost[item.node] == item.cost) reached.push_back({item.node, item.cost});
        });
    } catch (...) {
        cost.assign(cost.size(), unreachable);
        throw;
    }
}

void SearchState::forget_visit()
{
    for (Reached const& place : reached) cost[place.node] = unreachable;
}

std::span<Search::Reached const> Search::within(GraphView graph, std::span<Seed const> seeds, Ticks limit)
{
    check_search(graph, seeds);
    SearchState& state = *m_state;
    state.visit(graph, seeds, limit);
    state.forget_visit();
    // Buckets came in their order: only within one is there anything to sort.
    auto const cheaper = [](Reached const& a, Reached const& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.node < b.node;
    };
    auto const end = state.reached.end();
    for (auto begin = state.reached.begin(); begin != end;) {
        auto stop = begin;
        while (stop != end && stop->cost >> state.shift == begin->cost >> state.shift) ++stop;
        std::sort(begin, stop, cheaper);
        begin = stop;
    }
    return state.reached;
}

} // namespace wf::graph
