// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/walker_words.hpp"

#include "feature/reach/parts.hpp"

#include <cmath>

namespace wf::reach_pages {
namespace {

std::string write_number(words::Words const& t, double value)
{
    for (int decimals = 0; decimals < 2; ++decimals) {
        auto written = t.number(value, decimals);
        if (std::abs(value * (decimals == 0 ? 1 : 10) - std::round(value * (decimals == 0 ? 1 : 10))) < 1e-9)
            return written;
    }
    return t.number(value, 2);
}

std::string write_amount(words::Words const& t, AssumptionRow const& row)
{
    if (row.forbidden) return std::string{t("reach.walker.forbidden")};
    if (!row.value) return std::string{t("reach.walker.not_used")};
    auto const n = write_number(t, *row.value);
    if (row.unit == "m/s") return t("reach.walker.speed", {{"n", n}, {"km", t.number(*row.value * 3.6, 1)}});
    if (row.unit == "s")
        return *row.value > 0 ? t("reach.walker.seconds", {{"n", n}}) : std::string{t("reach.walker.no_time")};
    if (row.unit == "factor")
        return *row.value > 1 ? t("reach.walker.factor", {{"n", n}}) : std::string{t("reach.walker.usual")};
    if (row.unit == "percent") return t("reach.walker.percent", {{"n", n}});
    if (row.unit == "cm") return t("reach.walker.cm", {{"n", n}});
    return t("reach.walker.m", {{"n", n}});
}

} // namespace

std::string write_assumption(words::Words const& t, AssumptionRow const& row)
{
    auto const amount = write_amount(t, row);
    if (row.level.empty()) return amount;
    auto const key = row.field + '.' + row.level;
    return t("reach.walker.level", {{"level", t("reach.level." + key)}, {"amount", amount}});
}

std::string write_prior(words::Words const& t, reach::Prior const& prior)
{
    return t("reach.prior.chance", {{"n", std::to_string(in_hundred(prior.chance))},
                                    {"low", std::to_string(in_hundred(prior.low))},
                                    {"high", std::to_string(in_hundred(prior.high))}});
}

std::string write_roads(words::Words const& t, walking::PriorEntry const& entry)
{
    std::string roads;
    if (entry.roads.size() == reach::road_count) {
        roads = t("reach.prior.all_roads");
    } else {
        for (auto const road : entry.roads) {
            roads += roads.empty() ? "" : ", ";
            roads += t("reach.road." + std::string{walking::to_word(road)});
        }
    }
    if (entry.surroundings.size() != 1) return roads;
    auto const where =
        entry.surroundings.front() == reach::Surroundings::rural ? t("reach.prior.rural") : t("reach.prior.built_up");
    return t("reach.prior.roads_where", {{"roads", roads}, {"where", where}});
}

} // namespace wf::reach_pages
