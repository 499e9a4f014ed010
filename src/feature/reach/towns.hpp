// SPDX-License-Identifier: EUPL-1.2
// The towns that were asked for last, ready for questions that are worked out at once (what-if, a place's own reach, an address).
// Each is valid for one generation of the store.
#pragma once

#include "feature/reach/run.hpp"
#include "feature/reach/town.hpp"

#include <memory>
#include <mutex>
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
    /// Errors: those of load_town. The first question after a change waits for the town to be made.
    [[nodiscard]] Result<std::shared_ptr<ReadyTown const>> get(store::Store& store, std::string_view municipality,
                                                               Rules const& rules);

private:
    struct Kept {
        std::string municipality;
        std::uint64_t generation{0};
        std::shared_ptr<ReadyTown const> town;
    };
    static constexpr std::size_t most_kept = 4;
    std::mutex m_mutex;       ///< also while a town is made: two visitors do not make it twice
    std::vector<Kept> m_kept; ///< asked for last at the end
};

/// The home at an address ("Noordweg 158", "noordweg 158 a"); nothing when it is not known here.
[[nodiscard]] std::optional<std::size_t> find_address(PreparedTown const& town, std::string_view address);

} // namespace wf::reach_pages
