// SPDX-License-Identifier: EUPL-1.2
// The table of rules: what each asks of a situation. Left out is anything.
#pragma once

#include "kernel/effect/advise.hpp"

#include <limits>
#include <optional>
#include <span>

namespace wf::effect {

inline constexpr std::uint64_t no_bound = std::numeric_limits<std::uint64_t>::max();

struct Range {
    std::uint64_t least{0};
    std::uint64_t most{no_bound};
};

enum class Unit : std::uint8_t { any, people, clusters };

struct Conditions {
    std::uint8_t others{0b111};  ///< bits: never, later, none
    std::uint8_t decides{0b111}; ///< bits: lot, organisation, people
    Unit unit{Unit::any};
    Range before{};
    Range after{};
    Range moments{}; ///< before and after together
    Range people{};
    Range clusters{}; ///< counts only where `unit` is clusters
    Range starts{};
    std::optional<bool> can_stagger{};
    std::optional<bool> selected{};
};

struct Rule {
    Conditions when;
    Advice advice;
};

/// In their order: the first that fits is the advice. The last of them fits everything.
[[nodiscard]] std::span<Rule const> design_rules();
/// All that fit go along with a design.
[[nodiscard]] std::span<Rule const> caution_rules();

} // namespace wf::effect
