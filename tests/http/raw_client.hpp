// SPDX-License-Identifier: EUPL-1.2
// A client that sends exactly the bytes that it is given, also those that no browser would send, and reads one answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::http_scenarios {

struct Answer {
    int status{0};                                            ///< 0: there was no answer that could be read
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case
    std::string body;

    [[nodiscard]] std::optional<std::string> header(std::string_view lower_case_name) const;
};

/// To 127.0.0.1. Waits at most ten seconds for the answer. Sends whole requests that ask to close.
[[nodiscard]] Answer exchange(std::uint16_t port, std::string_view request, bool has_body);

/// What gzip was made of; nothing when it is no gzip.
[[nodiscard]] std::optional<std::string> gunzip(std::string_view bytes);

} // namespace wf::http_scenarios
