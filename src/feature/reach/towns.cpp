// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/towns.hpp"

#include "base/text.hpp"

#include <algorithm>

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

Result<std::shared_ptr<ReadyTown const>> Towns::get(store::Store& store, std::string_view municipality,
                                                    Rules const& rules)
{
    std::scoped_lock const lock{m_mutex};
    auto const generation = store.generation();
    auto const found =
        std::find_if(m_kept.begin(), m_kept.end(), [&](Kept const& kept) { return kept.municipality == municipality; });
    if (found != m_kept.end() && found->generation == generation) {
        std::rotate(found, found + 1, m_kept.end());
        return m_kept.back().town;
    }
    if (found != m_kept.end()) m_kept.erase(found);
    WF_TRY(auto prepared, load_town(store, municipality, rules.categories));
    auto ready = std::make_shared<ReadyTown>();
    ready->options.threads = 0;
    ready->town = reach::make_town(prepared->network, rules.priors.priors, prepared->footholds, ready->options);
    ready->prepared = std::move(prepared);
    if (m_kept.size() >= most_kept) m_kept.erase(m_kept.begin());
    m_kept.push_back({std::string{municipality}, generation, ready});
    return std::shared_ptr<ReadyTown const>{std::move(ready)};
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
