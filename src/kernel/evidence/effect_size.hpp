// SPDX-License-Identifier: EUPL-1.2
// Question     what did one study find, as one number with its sampling variance, so that studies can be pooled?
// Method       rr, or (on the log scale), rd of a 2x2 table; md, smd of two groups; smcc of one group before and after. smd and smcc take
//              the exact correction of small samples J(m) = G(m/2) / (sqrt(m/2) G((m-1)/2)); a table with an empty cell gets 1/2 in each.
// Variances    large samples: smd 1/n1 + 1/n2 + g^2/(2(n1+n2)), smcc 1/n + d^2/(2n).
// Units        those of the outcome (md), chances (rd), natural logarithms (rr, or), standard deviations (smd; smcc: of the change).
// Errors       refused: negative_count, empty_group, too_few_people, no_spread (a standard deviation of 0), bad_correlation, out_of_range.
// Source       Hedges (1981); Viechtbauer (2010), metafor 3.8 `escalc`.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace wf::evidence {

inline constexpr char const* effect_size_version = "1";

enum class Measure { rr, odds_ratio, rd, smd, md, smcc };
inline constexpr std::array measure_words{std::pair{Measure::rr, "rr"}, std::pair{Measure::odds_ratio, "or"},
                                          std::pair{Measure::rd, "rd"}, std::pair{Measure::smd, "smd"},
                                          std::pair{Measure::md, "md"}, std::pair{Measure::smcc, "smcc"}};
[[nodiscard]] std::optional<Measure> find_measure(std::string_view word);

struct EffectSize {
    double effect{0};
    double variance{0};
    std::string_view reason; ///< empty when there is an answer
};

/// People with and without the outcome: a, b of the treated, c, d of the others.
struct TwoByTwo {
    double a{0};
    double b{0};
    double c{0};
    double d{0};
};
/// For rr, odds_ratio, rd.
[[nodiscard]] EffectSize of_table(Measure measure, TwoByTwo table);

struct Group {
    double mean{0};
    double sd{0};
    double n{0};
};
/// For md, smd: the first minus the second.
[[nodiscard]] EffectSize of_groups(Measure measure, Group const& first, Group const& second);

struct BeforeAfter {
    double mean_first{0};
    double mean_second{0};
    double sd_first{0};
    double sd_second{0};
    double n{0};
    double correlation{0};
};
/// smcc: the first minus the second, over the standard deviation of the change.
[[nodiscard]] EffectSize of_change(BeforeAfter const& change);

/// J(m): what a standardised difference with m degrees of freedom is multiplied by. m is above 1.
[[nodiscard]] double small_sample_correction(double m);

} // namespace wf::evidence
