// SPDX-License-Identifier: EUPL-1.2
// The towns that were asked for last, ready for questions that are worked out at once (what-if, a place's own reach, an address).
// Each is valid for one generation of the store.
#pragma once

#include "feature/reach/run.hpp"
#include "feature/reach/town.hpp"
#include "platform/store/kept.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// A town with its streets drawn. `town` points into `prepared`.
struct ReadyTown {
    std::shared_ptr<PreparedTown const> prepared;
    reach::Town town;
    reach::Options options;
};

class Towns {
public:
    /// What is stored, put together; enough to find places, streets and addresses. Errors: those of load_town.
    [[nodiscard]] Result<std::shared_ptr<PreparedTown const>>
    prepare(store::Store& store, std::string_view municipality, Rules const& rules);
    /// With its streets drawn as the runs of this site draw them (options_of): for what is worked out at once.
    [[nodiscard]] Result<std::shared_ptr<ReadyTown const>> get(store::Store& store, std::string_view municipality,
                                                               Rules const& rules, reach::Options const& options);

private:
    static constexpr std::size_t most_kept = 4;
    store::Kept<PreparedTown> m_prepared{most_kept};
    store::Kept<ReadyTown> m_ready{most_kept};
};

/// The home at an address ("Noordweg 158", "noordwg. 158 a"); nothing when it is not known here. A slip is not mended: see below.
[[nodiscard]] std::optional<std::size_t> find_address(PreparedTown const& town, std::string_view address);
/// What somebody may have meant who typed something else, likeliest first: "Noordweg 158".
[[nodiscard]] std::vector<std::string> suggest_addresses(PreparedTown const& town, std::string_view address);

} // namespace wf::reach_pages
