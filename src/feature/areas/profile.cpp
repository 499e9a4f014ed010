// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/profile.hpp"

#include "commons/statistics/statistics.hpp"
#include "kernel/indicator/rate.hpp"
#include "kernel/indicator/share.hpp"

#include <cstdlib>
#include <limits>
#include <set>

namespace wf::area_pages {
namespace {

using Areas = std::vector<ProfileInput::AreaFigures>;

Known const* find_known(ProfileInput::AreaFigures const& area, std::string const& measure, std::string const& group,
                        int year)
{
    auto const found = area.known.find({measure, group, year});
    return found != area.known.end() ? &found->second : nullptr;
}

/// Years in which any area of the municipality has this figure, newest first.
std::set<int, std::greater<>> years_of(Areas const& areas, Indicator const& indicator)
{
    std::set<int, std::greater<>> years;
    for (auto const& area : areas) {
        auto from = area.known.lower_bound({indicator.measure, indicator.group, std::numeric_limits<int>::min()});
        for (; from != area.known.end(); ++from) {
            auto const& [measure, group, year] = from->first;
            if (measure != indicator.measure || group != indicator.group) break;
            years.insert(year);
        }
    }
    return years;
}

/// How many there are of `measure_code` in the same year, or else in the year nearest to it: the kernel refuses a rate over two years.
indicator::Count find_count(ProfileInput::AreaFigures const& area, std::string const& measure_code, int year)
{
    auto const& measure = *statistics::Measures::built_in().find(measure_code);
    indicator::Count count{std::nullopt, measure.rounding(area.code.level()), year};
    auto from = area.known.lower_bound({measure_code, "", std::numeric_limits<int>::min()});
    int best_distance = std::numeric_limits<int>::max();
    for (; from != area.known.end(); ++from) {
        auto const& [code, group, known_year] = from->first;
        if (code != measure_code || !group.empty()) break;
        auto const distance = std::abs(known_year - year);
        if (distance < best_distance) {
            best_distance = distance;
            count.value = from->second.value;
            count.year = known_year;
        }
    }
    return count;
}

void work_out(ProfileFigure& figure, ProfileInput::AreaFigures const& area, Indicator const& wanted, Known const& known)
{
    auto const& measure = *statistics::Measures::built_in().find(wanted.measure);
    auto const rounding = measure.rounding(area.code.level());
    figure.dataset_id = known.dataset_id;
    figure.boundary_year = known.boundary_year;
    auto const take = [&](indicator::RateResult const& result) {
        if (result.status == indicator::Status::refused) {
            figure.status = Status::refused;
            figure.reason = result.reason;
            return;
        }
        figure.status = Status::answered;
        figure.value = result.rate;
        figure.low = result.low;
        figure.high = result.high;
    };
    if (!wanted.denominator.empty()) {
        take(indicator::compute_rate({{known.value, rounding, figure.year},
                                      find_count(area, wanted.denominator, figure.year),
                                      wanted.factor,
                                      indicator::RateInput{}.least_denominator}));
    } else if (!wanted.base.empty()) {
        auto const base = find_count(area, wanted.base, figure.year).value;
        constexpr auto least = indicator::ShareInput{}.least_base;
        take(wanted.unit == "percent" ? indicator::judge_share({known.value, rounding, base, least})
                                      : indicator::judge_average({known.value, rounding, base, least}));
    } else {
        figure.status = Status::answered;
        figure.value = known.value;
        auto const bounds = indicator::rounding_bounds(known.value, rounding, 0);
        figure.low = bounds.low;
        figure.high = bounds.high;
    }
    // What a model or an estimate leaves open is not published, and rounding is the least of it.
    if (measure.kind != datasets::Kind::counted) figure.low = figure.high = std::nullopt;
}

} // namespace

std::string_view to_word(Status status)
{
    switch (status) {
    case Status::answered: return "answered";
    case Status::refused: return "refused";
    case Status::missing: return "missing";
    }
    return {};
}

Status parse_status(std::string_view word)
{
    for (auto const status : {Status::answered, Status::refused, Status::missing}) {
        if (to_word(status) == word) return status;
    }
    WF_CHECK(false && "only our own words are stored");
    return Status::missing;
}

std::vector<ProfileFigure> make_profile(ProfileInput const& input, Indicators const& indicators)
{
    std::vector<ProfileFigure> profile;
    std::map<std::pair<std::string, int>, double> of_municipality;
    for (auto const& area : input.areas) {
        int position = 0;
        for (auto const& wanted : indicators.all()) {
            if (wanted.only && *wanted.only != area.code.level()) continue;
            for (auto const year : years_of(input.areas, wanted)) {
                ProfileFigure figure;
                figure.area_code = area.code.text();
                figure.position = position++;
                figure.indicator = wanted.code;
                figure.year = year;
                if (auto const* known = find_known(area, wanted.measure, wanted.group, year)) {
                    work_out(figure, area, wanted, *known);
                } else {
                    figure.reason = "not_published";
                }
                if (area.code.level() == AreaLevel::municipality && figure.value)
                    of_municipality[{wanted.code, year}] = *figure.value;
                if (auto const found = of_municipality.find({wanted.code, year}); found != of_municipality.end())
                    figure.reference = found->second;
                profile.push_back(std::move(figure));
            }
        }
    }
    return profile;
}

} // namespace wf::area_pages
