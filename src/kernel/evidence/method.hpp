// SPDX-License-Identifier: EUPL-1.2
// Question     how is the spread between studies (tau2) worked out, and on what do interval and p rest?
// Source       Viechtbauer (2005, 2010); Knapp and Hartung (2003).
#pragma once

#include <array>
#include <utility>

namespace wf::evidence {

inline constexpr char const* evidence_version = "1";

/// Restricted and full maximum likelihood, DerSimonian-Laird, Paule-Mandel, empirical Bayes (the same equation as pm), Sidik-Jonkman,
/// Hedges, Hunter-Schmidt; `fixed` takes tau2 as 0.
enum class Spread { reml, dl, pm, ml, eb, sj, he, hs, fixed };
inline constexpr std::array spread_words{std::pair{Spread::reml, "reml"},  std::pair{Spread::dl, "dl"},
                                         std::pair{Spread::pm, "pm"},      std::pair{Spread::ml, "ml"},
                                         std::pair{Spread::eb, "eb"},      std::pair{Spread::sj, "sj"},
                                         std::pair{Spread::he, "he"},      std::pair{Spread::hs, "hs"},
                                         std::pair{Spread::fixed, "fixed"}};
/// Normal reference, or Knapp-Hartung with t; the latter is never held to at least 1.
enum class Reference { z, knha };
inline constexpr std::array reference_words{std::pair{Reference::z, "z"}, std::pair{Reference::knha, "knha"}};
/// Of standard errors by clusters: G/(G-1), or bias reduced.
enum class Correction { cr1, cr2 };
enum class Status { answered, refused };

struct Interval {
    double low{0};
    double high{0};
};

} // namespace wf::evidence
