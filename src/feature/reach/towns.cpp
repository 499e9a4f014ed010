// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/towns.hpp"

#include "base/text.hpp"

namespace wf::reach_pages {
namespace {

/// Letters and digits only, small: "Noordweg 158-A" and "noordweg 158 a" are one address.
std::string fold_address(std::string_view text)
{
    std::string folded;
    for (char const c : fold_case(text)) {
        if (c != ' ' && c != '-' && c != ',' && c != '.') folded.push_back(c);
    }
    return folded;
}

} // namespace

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
    auto const wanted = fold_address(address);
    if (wanted.empty()) return std::nullopt;
    for (std::size_t home = 0; home < town.homes.size(); ++home) {
        auto const& known = town.homes[home];
        if (!known.street.empty() && fold_address(known.street + known.number) == wanted) return home;
    }
    return std::nullopt;
}

} // namespace wf::reach_pages
