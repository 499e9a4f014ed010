// SPDX-License-Identifier: EUPL-1.2
// One question to the configured provider, by libcurl, which stays in fetch.cpp. No redirect is followed.
#pragma once

#include "base/result.hpp"

#include <string>

namespace wf::oidc {

struct Question {
    std::string url;            ///< one that reach_of allows
    std::string form{};         ///< posted; empty: a plain GET
    std::string bearer{};       ///< access token, or empty
    std::string certificates{}; ///< file; empty: those of the system
};

/// The body of an answer of any status: the caller knows which ones mean something.
struct Page {
    int status{0};
    std::string body; ///< at most 1 MB
};

/// At most 15 seconds. Errors, field = the address without its question: oidc.unreachable, oidc.too_large.
Result<Page> fetch(Question const& question);

} // namespace wf::oidc
