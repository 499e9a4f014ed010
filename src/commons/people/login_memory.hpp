// SPDX-License-Identifier: EUPL-1.2
// Who is behind a cookie, remembered for a moment, so that a page costs no question to the store. What this process changes is
// forgotten at once; what another process changes, after `lasts`.
#pragma once

#include "platform/access/actor.hpp"
#include "platform/secret/token.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wf::people {

/// Shared, not copied: a page only reads it.
using KnownActor = std::shared_ptr<access::Actor const>;

class LoginMemory {
public:
    static constexpr std::int64_t lasts = 2'000; ///< milliseconds

    /// nullptr: not known at this moment.
    [[nodiscard]] KnownActor find(std::string_view token, std::int64_t now);
    void keep(std::string_view token, KnownActor actor, std::int64_t now);
    /// Everything: a role, a name or a login changed.
    void forget();

private:
    struct Kept {
        KnownActor actor;
        std::int64_t until;
    };
    static constexpr std::size_t most = 4096;
    std::mutex m_mutex;
    // By the token itself: a digest for each page would cost more than all the rest of knowing who asks.
    std::unordered_map<std::string, Kept, secret::TableHash, secret::TableSame> m_kept;
};

} // namespace wf::people
