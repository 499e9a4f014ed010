// SPDX-License-Identifier: EUPL-1.2
// What a browser keeps while somebody logs in at an organisation: sealed, so that it can neither be read nor made up; for ten minutes;
// for one return.
#pragma once

#include "platform/http/message.hpp"
#include "platform/oidc/oidc.hpp"
#include "platform/secret/seal.hpp"
#include "platform/words/words.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace wf::account {

/// What somebody went there for.
enum class Errand { log_in, link, invitation };
/// "inloggen", "koppelen", "uitnodiging"
[[nodiscard]] std::string_view to_word(Errand errand);
[[nodiscard]] std::optional<Errand> read_errand(std::string_view word);

struct Kept {
    Errand errand{Errand::log_in};
    std::string matter; ///< where to go on after logging in, or the token of the invitation; no line ends
    std::string person; ///< who was logged in when it began; empty: nobody
    words::Language language{words::Language::nl};
    std::int64_t ends_at{0}; ///< milliseconds since 1970
    oidc::Asked asked;       ///< without its address
};

inline constexpr std::string_view outside_cookie = "__Host-weefsel-oidc";
inline constexpr std::int64_t outside_minutes = 10;

/// The value of Set-Cookie.
[[nodiscard]] std::string write_outside_cookie(secret::Key const& key, Kept const& kept);
/// And the one that takes it away.
[[nodiscard]] std::string no_outside_cookie();
/// Nothing when it is missing, past its time, or not of our making.
[[nodiscard]] std::optional<Kept> read_outside_cookie(secret::Key const& key, http::Request const& request,
                                                      std::int64_t now);

/// Which returns were made already: who copied a cookie does nothing with it. Of this process, for as long as a cookie holds. Safe for
/// several threads.
class Spent {
public:
    /// True the first time.
    [[nodiscard]] bool take(Kept const& kept, std::int64_t now);

private:
    std::mutex m_mutex; ///< guards m_until
    std::map<std::string, std::int64_t, std::less<>> m_until;
};

} // namespace wf::account
