// SPDX-License-Identifier: EUPL-1.2
// How what was taken up adds up over time, for each kind; and by region. Confirmed claims only: others are left out.
#pragma once

#include "commons/uptake/uptake.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wf::uptake_pages {

using KindCounts = std::array<std::int64_t, uptake::all_kinds.size()>; ///< in the order of uptake::all_kinds

/// At the end of a month.
struct CurvePoint {
    std::string month; ///< "2026-09"
    KindCounts total{};
};
/// Months in which something came; each total is that of all before, too. Any order of claims.
[[nodiscard]] std::vector<CurvePoint> curve_of(std::span<uptake::Claim const> claims);

struct Region {
    std::string name;
    std::string code; ///< empty: a name alone
    KindCounts count{};
};
/// By name, then code.
[[nodiscard]] std::vector<Region> regions_of(std::span<uptake::Claim const> claims);

[[nodiscard]] std::int64_t sum_of(KindCounts const& counts);

} // namespace wf::uptake_pages
