// SPDX-License-Identifier: EUPL-1.2
// A question without an honest answer: a code that stays, and a text that says what would make it answerable.
#pragma once

#include "base/error.hpp"

#include <string>
#include <utility>

namespace wf::stat {

[[nodiscard]] inline Error refuse(std::string code, std::string text)
{
    return {Trouble::refused, std::move(code), {}, std::move(text)};
}

} // namespace wf::stat
