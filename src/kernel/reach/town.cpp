// SPDX-License-Identifier: EUPL-1.2
#include "base/parallel.hpp"
#include "kernel/reach/reach.hpp"

namespace wf::reach {

Town make_town(Network const& network, Priors const& priors, std::vector<std::optional<Foothold>> homes,
               Options const& options)
{
    Town town;
    town.network = &network;
    town.graph = make_walking_graph(network);
    town.homes = std::move(homes);
    town.certain = make_certain_streets(network, priors);
    town.possible = make_streets(network, State::possible);
    town.drawn.resize(options.draws);
    parallel_for(town.drawn.size(), Threads{options.threads}, [&](std::size_t i) {
        town.drawn[i] = draw_streets(network, priors, options.seed, static_cast<std::uint32_t>(i));
    });
    return town;
}

} // namespace wf::reach
