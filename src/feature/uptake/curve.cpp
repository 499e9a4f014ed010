// SPDX-License-Identifier: EUPL-1.2
#include "feature/uptake/curve.hpp"

#include <map>
#include <numeric>
#include <utility>

namespace wf::uptake_pages {

std::vector<CurvePoint> curve_of(std::span<uptake::Claim const> claims)
{
    std::map<std::string, KindCounts> by_month;
    for (auto const& claim : claims) {
        if (claim.state == uptake::State::confirmed)
            ++by_month[claim.taken_on.substr(0, 7)].at(static_cast<std::size_t>(claim.kind));
    }
    std::vector<CurvePoint> points;
    KindCounts total{};
    for (auto const& [month, counts] : by_month) {
        for (std::size_t kind = 0; kind < total.size(); ++kind) total.at(kind) += counts.at(kind);
        points.push_back({month, total});
    }
    return points;
}

std::vector<Region> regions_of(std::span<uptake::Claim const> claims)
{
    std::map<std::pair<std::string, std::string>, KindCounts> by_region;
    for (auto const& claim : claims) {
        if (claim.state == uptake::State::confirmed)
            ++by_region[{claim.region, claim.region_code}].at(static_cast<std::size_t>(claim.kind));
    }
    std::vector<Region> regions;
    for (auto const& [region, counts] : by_region) regions.push_back({region.first, region.second, counts});
    return regions;
}

std::int64_t sum_of(KindCounts const& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

} // namespace wf::uptake_pages
