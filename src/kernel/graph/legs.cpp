// SPDX-License-Identifier: EUPL-1.2
// Labels are kept while nothing dominates them. Let a label have cost c (exact, in 2^-20 ticks) and leg l, let L be the
// longest leg and s the surcharge. What going m further costs is c + m + s * (max(0, l + m - L) - max(0, l - L)). Two
// labels compare the same way for every m exactly when they compare so at m = 0 and for m without end: that is, in c
// and in c + s * min(l, L). The second grows by (1 + s) * m whatever the label, the first by something in between. A
// resting place rounds c down to whole ticks and keeps the order. Labels equal in both have the same future; the longer
// leg is then kept, which keeps the answer free of the order in which labels come: of two labels of which one
// dominates, and that become equal further on, it is the one that dominates that has the longer leg.
// With Limit::hard there is no surcharge, and the two things that matter are c and l.
#include "base/check.hpp"
#include "kernel/graph/search_state.hpp"

#include <cmath>

namespace wf::graph {

namespace {

constexpr unsigned fraction = 20;
constexpr std::uint32_t most_surcharge = 1000;

/// Legs in whole numbers: the surcharge in 2^-20.
struct Rule {
    Ticks longest;
    std::uint64_t surcharge;

    explicit Rule(Legs const& legs) : longest{legs.longest}
    {
        WF_CHECK(legs.surcharge >= 0 && legs.surcharge <= most_surcharge);
        surcharge = static_cast<std::uint64_t>(std::llround(legs.surcharge * (1U << fraction)));
    }
    /// What a leg costs on top of its ticks, in 2^-20 ticks.
    [[nodiscard]] std::uint64_t extra(std::uint64_t leg) const
    {
        return surcharge * (leg > longest ? leg - longest : 0);
    }
    [[nodiscard]] std::uint64_t exact(LegLabel label) const
    {
        return (std::uint64_t{label.cost} << fraction) + (extra(label.leg) & ((1U << fraction) - 1));
    }
};

struct Soft : Rule {
    using Rule::Rule;
    /// The second thing that matters beside the cost.
    [[nodiscard]] std::uint64_t second(std::uint64_t exact, Ticks leg) const
    {
        return exact + surcharge * std::min(leg, longest);
    }
    [[nodiscard]] static bool allows(std::uint64_t) { return true; }
    [[nodiscard]] std::uint64_t onward(std::uint64_t exact, std::uint64_t leg, std::uint64_t more) const
    {
        return exact + (more << fraction) + (extra(leg + more) - extra(leg));
    }
};

struct Hard : Rule {
    using Rule::Rule;
    [[nodiscard]] static std::uint64_t second(std::uint64_t, Ticks leg) { return leg; }
    [[nodiscard]] bool allows(std::uint64_t leg) const { return leg <= longest; }
    [[nodiscard]] static std::uint64_t onward(std::uint64_t exact, std::uint64_t, std::uint64_t more)
    {
        return exact + (more << fraction);
    }
};

template <class Kind>
class LegSearch {
public:
    LegSearch(GraphView graph, Legs const& legs, Ticks limit, SearchState& state)
        : m_graph{graph},
          m_kind{legs},
          m_rest{legs.rest_here},
          m_state{state},
          m_beyond{(std::uint64_t{std::min(limit, unreachable - 1)} + 1) << fraction}
    {
        m_state.first_label.assign(graph.nodes(), {nobody, 0, none});
        m_state.more_labels.clear();
    }

    void run(std::span<Seed const> seeds)
    {
        Ticks lowest = unreachable;
        for (Seed const& seed : seeds) lowest = std::min(lowest, seed.cost);
        auto& wheel = m_state.label_wheel;
        wheel.start(m_state.shift, lowest);
        for (Seed const& seed : seeds) go(seed.node, 0, 0, seed.cost);
        constexpr std::size_t ahead = 8;
        while (wheel.next()) {
            auto& bucket = wheel.current();
            for (std::size_t i = 0; i < bucket.size(); ++i) {
                WaitingLabel const item = bucket[i];
                if (i + ahead < bucket.size()) {
                    Node const later = bucket[i + ahead].node;
                    __builtin_prefetch(&m_state.first_label[later]);
                    __builtin_prefetch(&m_graph.first[later]);
                    __builtin_prefetch(m_graph.arcs.data() + m_graph.first[bucket[i + ahead / 2].node]);
                }
                if (!stands(item)) continue;
                std::uint32_t const end = m_graph.first[item.node + 1];
                for (ArcIndex arc = m_graph.first[item.node]; arc < end; ++arc)
                    go(m_graph.arcs[arc].head, item.exact, item.leg, m_graph.arcs[arc].weight);
            }
        }
    }

    void write(LegLabels& labels) const
    {
        std::size_t const nodes = m_graph.nodes();
        labels.first.resize(nodes + 1);
        labels.labels.clear();
        labels.labels.reserve(nodes + m_state.more_labels.size());
        for (std::size_t node = 0; node < nodes; ++node) {
            std::size_t const begin = labels.labels.size();
            labels.first[node] = static_cast<std::uint32_t>(begin);
            FirstLabel const* label = &m_state.first_label[node];
            if (label->exact == nobody) continue;
            add(labels, *label);
            if (label->more == none) continue;
            while (label->more != none) add(labels, *(label = &m_state.more_labels[label->more]));
            std::sort(labels.labels.begin() + static_cast<std::ptrdiff_t>(begin), labels.labels.end(),
                      [](LegLabel a, LegLabel b) { return a.cost != b.cost ? a.cost < b.cost : a.leg < b.leg; });
        }
        labels.first[nodes] = static_cast<std::uint32_t>(labels.labels.size());
    }

private:
    static constexpr std::uint64_t nobody = std::numeric_limits<std::uint64_t>::max();

    static void add(LegLabels& labels, FirstLabel const& label)
    {
        labels.labels.push_back({static_cast<Ticks>(label.exact >> fraction), label.leg});
    }

    [[nodiscard]] bool stands(WaitingLabel const& item) const
    {
        FirstLabel const* label = &m_state.first_label[item.node];
        while (label->exact != item.exact || label->leg != item.leg) {
            if (label->more == none) return false;
            label = &m_state.more_labels[label->more];
        }
        return true;
    }

    /// Goes `more` on from a label and leaves a label at the node, unless that is not allowed or of no use.
    void go(Node node, std::uint64_t exact, std::uint64_t leg, std::uint64_t more)
    {
        exact = m_kind.onward(exact, leg, more);
        leg += more;
        if (exact >= m_beyond || !m_kind.allows(leg)) return;
        if (!m_rest.empty() && m_rest[node] != 0) {
            leg = 0;
            exact = exact >> fraction << fraction;
        }
        FirstLabel& head = m_state.first_label[node];
        auto const walked = static_cast<Ticks>(leg);
        if (head.exact == nobody) {
            head = {exact, walked, none};
        } else if (!join(head, exact, walked)) {
            return;
        }
        m_state.label_wheel.push({exact, walked, node});
    }

    /// Whether the new label stays at the node where `head` is the first.
    bool join(FirstLabel& head, std::uint64_t exact, Ticks leg)
    {
        std::uint64_t const second = m_kind.second(exact, leg);
        auto const needless = [&](FirstLabel const& old) {
            std::uint64_t const old_second = m_kind.second(old.exact, old.leg);
            if (old.exact > exact || old_second > second) return false;
            return old.exact != exact || old_second != second || old.leg >= leg;
        };
        auto& more = m_state.more_labels;
        if (needless(head)) return false;
        for (std::uint32_t i = head.more; i != none; i = more[i].more)
            if (needless(more[i])) return false;

        auto const beaten = [&](FirstLabel const& old) {
            return exact <= old.exact && second <= m_kind.second(old.exact, old.leg);
        };
        std::uint32_t last = none; ///< the label before i; none: the head
        for (std::uint32_t i = head.more; i != none;) {
            std::uint32_t const next = more[i].more;
            if (beaten(more[i])) (last == none ? head.more : more[last].more) = next;
            else last = i;
            i = next;
        }
        if (beaten(head)) {
            head.exact = exact;
            head.leg = leg;
        } else {
            more.push_back({exact, leg, head.more});
            head.more = static_cast<std::uint32_t>(more.size() - 1);
        }
        return true;
    }

    GraphView m_graph;
    Kind m_kind;
    std::span<std::uint8_t const> m_rest;
    SearchState& m_state;
    std::uint64_t m_beyond;
};

template <class Kind>
void search_legs(GraphView graph, std::span<Seed const> seeds, Ticks limit, Legs const& legs, SearchState& state,
                 LegLabels& labels)
{
    LegSearch<Kind> search{graph, legs, limit, state};
    search.run(seeds);
    search.write(labels);
}

template <class Kind>
Ticks after(LegLabel label, Ticks more, Kind const& kind)
{
    std::uint64_t const exact = kind.onward(kind.exact(label), label.leg, more);
    if (!kind.allows(std::uint64_t{label.leg} + more) || exact >> fraction >= unreachable) return unreachable;
    return static_cast<Ticks>(exact >> fraction);
}

} // namespace

void Search::nearest_with_legs(GraphView graph, std::span<Seed const> seeds, Ticks limit, Legs const& legs,
                               LegLabels& labels)
{
    check_search(graph, seeds);
    WF_CHECK(legs.rest_here.empty() || legs.rest_here.size() == graph.nodes());
    m_state->choose_shift(graph);
    if (legs.limit == LegLimit::hard) search_legs<Hard>(graph, seeds, limit, legs, *m_state, labels);
    else search_legs<Soft>(graph, seeds, limit, legs, *m_state, labels);
}

Ticks cost_after(LegLabel label, Ticks more, Legs const& legs)
{
    if (label.cost == unreachable) return unreachable;
    return legs.limit == LegLimit::hard ? after(label, more, Hard{legs}) : after(label, more, Soft{legs});
}

} // namespace wf::graph
