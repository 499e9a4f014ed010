// SPDX-License-Identifier: EUPL-1.2
// Stored moments as people read them. Clock time is that of the Netherlands nowhere in this program: UTC is said to be UTC.
#pragma once

#include "platform/words/words.hpp"

#include <cstdint>
#include <string>

namespace wf::web {

/// "22 november 2026, 11:22 UTC"; what is only a day is written as one, what is neither as it is.
[[nodiscard]] std::string moment_of(words::Words const& t, std::string const& iso);
[[nodiscard]] std::string moment_of(words::Words const& t, std::int64_t millis);
/// "22 november 2026"
[[nodiscard]] std::string day_of(words::Words const& t, std::string const& iso);

/// "november 2026" of "2026-11"; what is no month as it is.
[[nodiscard]] std::string month_of(words::Words const& t, std::string const& month);

} // namespace wf::web
