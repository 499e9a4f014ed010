// SPDX-License-Identifier: EUPL-1.2
// Question     what is the mean of these values, and how many of them were there? (Put the question of @name@ here.)
// Assumption   the values are of one kind and none is more certain than another; a missing one is missing by chance.
// Units        those of the values.
// Errors       refused, never NaN: no_values, not_finite.
// Source       arithmetic mean; name the publication that the formula comes from.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace wf::@name@ {

inline constexpr char const* @name@_version = "1";

enum class Status { answered, refused };

struct @Name@Input {
    std::span<std::optional<double> const> values; ///< nothing: missing
};

struct @Name@Result {
    Status status{Status::refused};
    std::string reason; ///< code when refused
    double answer{0};
    std::int64_t n{0};       ///< values that counted
    std::int64_t missing{0}; ///< values that were not there
};

[[nodiscard]] @Name@Result compute_@name@(@Name@Input const& input);

} // namespace wf::@name@
