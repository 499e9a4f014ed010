// SPDX-License-Identifier: EUPL-1.2
// Files of the demonstration: what is missing in one is empty, what does not fit is told by who fills the store with it.
#pragma once

#include "platform/json/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wf::app {

/// Nothing when the file is not there. Errors: those of file::load and json::read.
Result<std::optional<json::Value>> load_demo_file(std::string const& path);

[[nodiscard]] std::string text_of(json::Value const& value, std::string_view name);
[[nodiscard]] std::optional<std::int64_t> number_of(json::Value const& value, std::string_view name);
[[nodiscard]] json::Array const& list_of(json::Value const& value, std::string_view name);

} // namespace wf::app
