// SPDX-License-Identifier: EUPL-1.2
// Does the trail of a workspace hold? Walking a whole chain takes longer the longer it is, so the answer is kept as long as the head is
// the same, and for ten minutes: what is changed in the middle does not change the head.
#pragma once

#include "commons/trail/chain.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace wf::admin {

struct ChainAnswer {
    trail::Verified verified;
    std::int64_t at_millis{0};
};

class ChainMemory {
public:
    static constexpr std::int64_t lasts = 600'000; ///< milliseconds

    [[nodiscard]] ChainAnswer verify(store::Session& session, std::string const& workspace_id);

private:
    std::mutex m_mutex;
    std::map<std::string, ChainAnswer> m_kept;
};

} // namespace wf::admin
