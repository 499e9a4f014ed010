// SPDX-License-Identifier: EUPL-1.2
// The words that files use for what the program knows by number.
#pragma once

#include "commons/walking/fields.hpp"
#include "commons/walking/walking.hpp"

#include <array>
#include <span>

namespace wf::walking {

[[nodiscard]] std::span<Word<Sphere> const> sphere_words();
[[nodiscard]] std::span<Word<Condition> const> condition_words();
[[nodiscard]] std::span<Word<reach::Attribute> const> attribute_words();
[[nodiscard]] std::span<Word<reach::Road> const> road_words();
[[nodiscard]] std::span<Word<reach::Surroundings> const> surroundings_words();

} // namespace wf::walking
