// SPDX-License-Identifier: EUPL-1.2
// Question     how many metres is it along a chain of streets?
// Inside       for the files of this folder.
// Units        metres.
#pragma once

#include "kernel/reach/chains.hpp"
#include "kernel/reach/reach.hpp"

#include <cmath>
#include <vector>

namespace wf::reach {

/// Metres to walk; a ferry has none.
class Metres {
public:
    Metres(Network const& network, Chains const& chains) : m_chains{chains}
    {
        m_length.reserve(network.edges.size());
        for (Edge const& edge : network.edges) {
            bool const walked = network.ways[edge.way].road != Road::ferry;
            m_length.push_back(walked ? static_cast<double>(edge.metres) : 0);
        }
        m_before.resize(network.edges.size());
        m_whole.resize(chains.size());
        for (std::size_t c = 0; c < chains.size(); ++c) {
            double sum = 0;
            for (std::uint32_t i = chains.first_edge[c]; i < chains.first_edge[c + 1]; ++i) {
                m_before[chains.edges[i]] = sum;
                sum += m_length[chains.edges[i]];
            }
            m_whole[c] = sum;
        }
    }
    /// From the beginning of the chain, along it.
    [[nodiscard]] double along(Foothold const& at) const
    {
        double const part = static_cast<double>(m_chains.onward[at.edge] != 0 ? at.fraction : 1 - at.fraction);
        return m_before[at.edge] + part * m_length[at.edge];
    }
    [[nodiscard]] double to_begin(Foothold const& at) const { return static_cast<double>(at.metres) + along(at); }
    [[nodiscard]] double to_end(Foothold const& at) const
    {
        return static_cast<double>(at.metres) + m_whole[m_chains.chain_of[at.edge]] - along(at);
    }
    [[nodiscard]] double between(Foothold const& a, Foothold const& b) const
    {
        return static_cast<double>(a.metres) + static_cast<double>(b.metres) + std::abs(along(a) - along(b));
    }
    [[nodiscard]] double whole(std::uint32_t chain) const { return m_whole[chain]; }

private:
    Chains const& m_chains;
    std::vector<double> m_length;
    std::vector<double> m_before;
    std::vector<double> m_whole;
};

} // namespace wf::reach
