// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/towns.hpp"

namespace wf::reach_pages {
Result<std::shared_ptr<PreparedTown const>> Towns::prepare(store::Store& store, std::string_view municipality,
                                                           Rules const& rules)
{
    return m_prepared.get(store, municipality, [&]() -> Result<std::shared_ptr<PreparedTown const>> {
        WF_TRY(std::shared_ptr<PreparedTown const> prepared, load_town(store, municipality, rules.categories));
        return prepared;
    });
}

Result<std::shared_ptr<ReadyTown const>> Towns::get(store::Store& store, std::string_view municipality,
                                                    Rules const& rules, reach::Options const& options)
{
    return m_ready.get(store, municipality, [&]() -> Result<std::shared_ptr<ReadyTown const>> {
        auto ready = std::make_shared<ReadyTown>();
        WF_TRY(ready->prepared, prepare(store, municipality, rules));
        auto const& prepared = *ready->prepared;
        ready->options = options;
        ready->town = reach::make_town(prepared.network, rules.priors.priors, prepared.footholds, options);
        return std::shared_ptr<ReadyTown const>{std::move(ready)};
    });
}

std::optional<std::size_t> find_address(PreparedTown const& town, std::string_view address)
{
    if (!town.addresses) return std::nullopt;
    auto const found = town.addresses->find(address, 1);
    if (found.empty() || found.front().fit != address::Fit::exact) return std::nullopt;
    return town.home_of_address[found.front().entry];
}

std::vector<std::string> suggest_addresses(PreparedTown const& town, std::string_view address)
{
    constexpr std::size_t most = 5;
    std::vector<std::string> suggested;
    if (!town.addresses) return suggested;
    for (auto const& match : town.addresses->find(address, most)) {
        auto const& home = town.homes[town.home_of_address[match.entry]];
        suggested.push_back(home.street + " " + home.number);
    }
    return suggested;
}

} // namespace wf::reach_pages
