// SPDX-License-Identifier: EUPL-1.2
// Who is behind a cookie, remembered for a moment, so that a page costs no question to the store. What this process changes is
// forgotten at once; what another process changes, after `lasts`.
#pragma once

#include "platform/access/actor.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wf::people {

class LoginMemory {
public:
    static constexpr std::int64_t lasts = 2'000; ///< milliseconds

    [[nodiscard]] std::optional<access::Actor> find(std::string const& token_digest, std::int64_t now);
    void keep(std::string const& token_digest, access::Actor actor, std::int64_t now);
    /// Everything: a role, a name or a login changed.
    void forget();

private:
    struct Kept {
        access::Actor actor;
        std::int64_t until;
    };
    static constexpr std::size_t most = 4096;
    std::mutex m_mutex;
    std::unordered_map<std::string, Kept> m_kept;
};

} // namespace wf::people
