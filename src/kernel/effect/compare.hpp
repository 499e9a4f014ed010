// SPDX-License-Identifier: EUPL-1.2
// Question     what did a measure change for those who got it, when they are set beside others who did not?
// Assumption   who got it differs from who did not in the covariates only (none is left out that counts for both), and for everybody in
//              the comparison both could have happened. The e-value says how strong what was left out must be to explain all.
// Method       difference; regression; ipw (weights from a logit, normalised); nearest (1:1 on the chance, without replacement, treated with the
//              highest chance first, ties by order of rows); exact; cem (bins by Sturges); subclass (6 classes at type-7 quantiles of
//              the chance among the treated, or of all for ate); entropy (weights that make the means equal, as near as can be to equal weights).
//              Standard errors take weights and matches as given; nearest takes pairs as clusters.
// Units        those of the outcome; balance in standard deviations of the treated (ate: root of the mean of both variances).
// Shapes       n rows, k columns: O(n k^2 + n log n).
// Errors       refused: those of regression and logit; no_group, no_overlap (nothing matches, an empty class, or no weights make means equal).
// Source       Ho, Imai, King, Stuart (2011); Iacus, King, Porro (2012); Hainmueller (2012); VanderWeele and Ding (2017).
#pragma once

#include "kernel/effect/regression.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace wf::effect {

inline constexpr char const* compare_version = "1";

enum class Method { difference, regression, ipw, nearest, exact, cem, subclass, entropy };
inline constexpr std::array method_words{std::pair{Method::difference, "difference"},
                                         std::pair{Method::regression, "regression"},
                                         std::pair{Method::ipw, "ipw"},
                                         std::pair{Method::nearest, "match-nearest"},
                                         std::pair{Method::exact, "match-exact"},
                                         std::pair{Method::cem, "match-cem"},
                                         std::pair{Method::subclass, "subclass"},
                                         std::pair{Method::entropy, "entropy"}};
enum class Whom { att, ate };
inline constexpr std::array whom_words{std::pair{Whom::att, "att"}, std::pair{Whom::ate, "ate"}};

struct Comparison {
    stat::Column const* outcome{nullptr};
    stat::Column const* treated{nullptr}; ///< 0 or 1
    std::vector<stat::Column const*> covariates;
    stat::Column const* cluster{nullptr};
    Method method{Method::difference};
    Whom whom{Whom::att};
    std::optional<stat::Spread> spread; ///< nothing: as suits the method
    double level{0.95};
};

struct Balance {
    std::string name;
    std::optional<double> before; ///< nothing where the column does not vary
    std::optional<double> after;
};

struct EValue {
    double point{1};
    double bound{1}; ///< of the end of the interval that is nearest to nothing
};

struct ComparisonAnswer {
    Estimate effect;
    std::size_t rows{0};
    std::size_t missing{0};
    std::size_t treated{0}; ///< that count
    std::size_t control{0};
    double effective_control{0}; ///< (sum of weights)^2 / sum of squares
    std::size_t treated_left_out{0};
    std::vector<Balance> balance;
    EValue e_value;
    stat::Spread spread{stat::Spread::classical};
    std::vector<std::size_t> clusters;
    double least_chance{0}; ///< of the propensity, where there is one
    double largest_chance{1};
};

[[nodiscard]] Result<ComparisonAnswer> compare(Comparison const& question);

/// From a difference in standard deviations and its error (Chinn 2000: a ratio of exp(0.91 d)).
[[nodiscard]] EValue e_value(double difference, double se);

} // namespace wf::effect
