// SPDX-License-Identifier: EUPL-1.2
// Question     many people marked what they find most important, each at most so many: which of it may be called more important than
//              which, and between which places can each stand?
// Assumption   who marked stands for more people than were there (another evening, others would have come), each chose for
//              themselves. When everybody who counts was there, the marks themselves are the answer and no test is needed.
// Method       for each pair, those who marked the one and not the other (exact sign test, two-sided; McNemar 1947), all pairs together
//              held to `level` by Holm (1979). Place: from 1 + how many are surely above it, to all minus how many are surely below:
//              with a chance of at least 1 - level all true places lie between these at once (Mogstad, Romano, Shaikh, Wilhelm 2024).
// Shapes       places in the order of the options; O(ballots x marks^2 + options^2 log options).
// Errors       refused, never a guess: too_few_options (below 2), no_ballots, bad_mark (no such option, or marked twice).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace wf::ranking {

inline constexpr char const* order_version = "1";

struct OrderInput {
    std::size_t options{0};
    std::vector<std::vector<std::size_t>> ballots; ///< of each, which options were marked
    double level{0.05};
};

struct Place {
    std::int64_t marks{0};
    std::size_t first{1}; ///< highest place that it can have
    std::size_t last{1};
};

enum class Status { answered, refused };

struct OrderResult {
    Status status{Status::refused};
    std::string reason;
    std::vector<Place> places;
    /// How many can stand first: 1 says that one surely does, all of them that nothing can be told apart at the top.
    [[nodiscard]] std::size_t can_be_first() const;
};

[[nodiscard]] OrderResult compute_order(OrderInput const& input);

/// Two-sided p of the exact sign test: so many marked the one alone, so many the other alone. 1 when nobody did.
[[nodiscard]] double sign_test(std::int64_t only_one, std::int64_t only_other);

} // namespace wf::ranking
