// SPDX-License-Identifier: EUPL-1.2
// Question     what waits at the lowest cost, give or take the width of a bucket?
// Method       a ring of buckets, each 2^shift ticks wide; what lies further ahead than the ring is long waits in a
//              heap. Within a bucket there is no order: whoever takes from it repairs (an item is stale when its place
//              has meanwhile been reached at a lower cost), and may push into the very bucket it is reading.
// Assumption   nothing is pushed below the bucket that is being read. Item has `Ticks queue_cost() const`.
// Units        ticks.
// Errors       none.
#pragma once

#include "kernel/graph/graph.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace wf::graph {

template <class Item>
class BucketWheel {
public:
    /// Empties the wheel and sets its width. `lowest` is the lowest cost that will be pushed.
    void start(unsigned shift, Ticks lowest)
    {
        for (auto& bucket : m_ring) bucket.clear();
        m_far.clear();
        m_shift = shift;
        m_now = lowest >> shift;
        m_fresh = true;
    }

    void push(Item const& item)
    {
        std::uint32_t const bucket = item.queue_cost() >> m_shift;
        if (bucket - m_now < ring_size) [[likely]] {
            m_ring[bucket % ring_size].push_back(item);
        } else {
            push_far(item);
        }
    }

    /// Leaves the current bucket and goes to the next that holds something. False: nothing waits any more.
    [[nodiscard]] bool next()
    {
        std::uint32_t ahead = m_fresh ? 0 : 1;
        if (!m_fresh) current().clear();
        m_fresh = false;
        while (ahead < ring_size && m_ring[(m_now + ahead) % ring_size].empty()) ++ahead;
        if (m_far.empty()) {
            if (ahead == ring_size) return false;
            m_now += ahead;
            return true;
        }
        std::uint32_t const far = m_far.front().queue_cost() >> m_shift;
        m_now = ahead == ring_size ? far : std::min(m_now + ahead, far);
        pull_far();
        return true;
    }

    [[nodiscard]] std::vector<Item>& current() { return m_ring[m_now % ring_size]; }

private:
    static constexpr std::uint32_t ring_size = 256;
    static bool later(Item const& a, Item const& b) { return a.queue_cost() > b.queue_cost(); }

    void push_far(Item const& item)
    {
        m_far.push_back(item);
        std::push_heap(m_far.begin(), m_far.end(), later);
    }
    void pull_far()
    {
        while (!m_far.empty() && (m_far.front().queue_cost() >> m_shift) - m_now < ring_size) {
            m_ring[(m_far.front().queue_cost() >> m_shift) % ring_size].push_back(m_far.front());
            std::pop_heap(m_far.begin(), m_far.end(), later);
            m_far.pop_back();
        }
    }

    std::array<std::vector<Item>, ring_size> m_ring;
    std::vector<Item> m_far;
    unsigned m_shift{0};
    std::uint32_t m_now{0};
    bool m_fresh{true};
};

/// Width of a bucket, as a power of two, that suits these weights: from the median of some of them. It decides how long
/// a search takes, never what it answers.
[[nodiscard]] unsigned suitable_shift(std::span<Arc const> arcs);

} // namespace wf::graph
