// SPDX-License-Identifier: EUPL-1.2
// Question     somebody looks at an answer each week while the data still come in: how sure may that look be called?
// Assumption   how many would be enough was said before the first look, and what comes in later is like what came before. From the planned
//              number on the usual interval holds, for one look.
// Method       until then the interval of a normal mixture, which holds at all looks at once (Robbins 1970; Howard and others 2021), for a tenth
//              of the chance of a false alarm: so that looking as often as one wants and then once as planned is wrong in at most 1.1 times
//              what one look alone would be (5.5 % for intervals of 95 %). It is narrowest at the planned number. The mixture is one of z;
//              with df, t is brought to the z of the same chance.
// Units        those of the estimate; `fraction` = come in / planned.
// Shapes       O(1).
// Errors       none: an estimate without a standard error stays as it is.
// Source       Robbins (1970), Annals of Mathematical Statistics 41; Howard, Ramdas, McAuliffe, Sekhon (2021), Annals of Statistics 49.
#pragma once

#include "kernel/effect/regression.hpp"

namespace wf::effect {

inline constexpr char const* planned_version = "1";

/// `fraction` above 0 and below 1. p is multiplied by ten, so that it is held against the same 5 %.
[[nodiscard]] Estimate look_before(Estimate estimate, double fraction, double level);

} // namespace wf::effect
