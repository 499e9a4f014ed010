// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/effect.hpp"

#include "base/text.hpp"
#include "feature/calc/effect_designs.hpp"
#include "kernel/effect/planned.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace wf::calc {

std::size_t Asking::add(Wanted wanted)
{
    m_wanted.push_back(std::move(wanted));
    return m_wanted.size() - 1;
}

Result<std::size_t> Asking::one(std::string_view option, Kind kind)
{
    WF_TRY(auto name, name_option(*m_input, option));
    return add({std::move(name), kind});
}

Result<std::optional<std::size_t>> Asking::maybe(std::string_view option, Kind kind)
{
    if (!m_input->option(option)) return std::optional<std::size_t>{};
    WF_TRY(auto const place, one(option, kind));
    return std::optional{place};
}

Result<std::vector<std::size_t>> Asking::list(std::string_view option, Kind kind)
{
    WF_TRY(auto const names, list_option(*m_input, option));
    std::vector<std::size_t> places;
    for (auto const& name : names) places.push_back(add(kind == Kind::any ? covariate(name) : Wanted{name, kind}));
    return places;
}

Result<Columns> Asking::read() const
{
    WF_TRY(auto const file, file_of(*m_input));
    return Columns::read(file, m_wanted);
}

std::vector<stat::Column const*> chosen(Columns const& columns, std::vector<std::size_t> const& which)
{
    std::vector<stat::Column const*> answer;
    answer.reserve(which.size());
    for (auto const place : which) answer.push_back(&columns[place]);
    return answer;
}

Result<stat::Spread> spread_of(web::CommandInput const& input, std::size_t clusters, stat::Spread alone)
{
    auto const word = input.option("se");
    if (clusters > 2) return usage("--cluster", "one column, or two with a comma between them");
    if (!word && clusters == 0) return alone;
    if (!word) return clusters == 2 ? stat::Spread::cr1 : stat::Spread::cr2;
    auto const spread = stat::find_spread(*word);
    if (!spread)
        return usage("--se",
                     "\"" + *word + "\": one of classical, hc0, hc1, hc2, hc3, cr0, cr1, cr1s, cr2, cr3 is wanted");
    if (stat::is_clustered(*spread) && clusters == 0) return usage("--cluster", *word + " needs a column of clusters");
    if (!stat::is_clustered(*spread) && clusters > 0)
        return usage("--se", *word + " does not look at --cluster: choose one of cr0, cr1, cr1s, cr2, cr3");
    if (clusters == 2 && (*spread == stat::Spread::cr2 || *spread == stat::Spread::cr3))
        return usage("--se", "two clusters go with cr0, cr1 and cr1s");
    return *spread;
}

Result<int> refuse_or_fail(web::CommandInput const& input, Error error, Basis const& basis)
{
    if (error.kind != Trouble::refused) return error;
    return print_refusal(input.out, error.code, error.detail, basis);
}

Result<std::optional<std::int64_t>> planned_of(web::CommandInput const& input)
{
    auto const text = input.option("planned");
    if (!text) return std::optional<std::int64_t>{};
    auto const number = parse_integer(*text);
    if (!number || *number < 1)
        return usage("--planned", "\"" + *text + "\": a whole number of rows, said before the first look, is wanted");
    return number;
}

bool hold_to_plan(std::optional<std::int64_t> planned, double level, std::span<effect::Estimate> estimates,
                  Basis& basis, std::vector<Warning>& warnings)
{
    if (!planned) return false;
    basis.settings.emplace_back("planned", std::to_string(*planned));
    auto const come_in = static_cast<std::int64_t>(basis.n);
    if (come_in >= *planned) return false;
    for (auto& each : estimates)
        each =
            effect::look_before(std::move(each), static_cast<double>(come_in) / static_cast<double>(*planned), level);
    warnings.push_back(
        {"before_planned",
         std::to_string(come_in) + " of the " + std::to_string(*planned) +
             " that were planned: p and ci are so wide that one may look as often as one wants until then"});
    return true;
}

void write_interval(JsonWriter& json, double low, double high)
{
    json.begin_array().value(low).value(high).end_array();
}

void write_estimate(JsonWriter& json, effect::Estimate const& estimate)
{
    json.member("estimate", estimate.estimate);
    if (!estimate.se) {
        for (auto const* const name : {"se", "statistic", "p", "ci"}) json.key(name).null();
        return;
    }
    json.member("se", *estimate.se).member("statistic", estimate.statistic);
    if (std::isfinite(estimate.df)) json.member("df", estimate.df);
    json.member("p", estimate.p).key("ci");
    write_interval(json, estimate.low, estimate.high);
}

void warn_of_spread(std::vector<Warning>& warnings, std::vector<effect::Estimate> const& estimates,
                    std::vector<std::size_t> const& clusters, stat::Spread spread)
{
    constexpr std::size_t few_clusters = 40;
    constexpr double few_df = 4;
    std::string without;
    std::string few;
    for (auto const& each : estimates) {
        if (!each.se) without += (without.empty() ? "" : ", ") + each.name;
        else if (spread >= stat::Spread::cr2 && each.df < few_df) few += (few.empty() ? "" : ", ") + each.name;
    }
    if (!without.empty())
        warnings.push_back(
            {"no_standard_error", "one cluster alone decides, or nothing varies: no standard error for " + without});
    if (!few.empty())
        warnings.push_back(
            {"few_degrees", "fewer than 4 degrees of freedom: p and ci of " + few + " are rough; see wild-bootstrap"});
    auto const least = std::min_element(clusters.begin(), clusters.end());
    if (least != clusters.end() && *least < few_clusters && spread >= stat::Spread::cr0 && spread <= stat::Spread::cr1s)
        warnings.push_back({"few_clusters", std::to_string(*least) +
                                                " clusters: these standard errors are too small on average; choose "
                                                "cr2, or wild-bootstrap"});
}

std::vector<web::Command> effect_commands()
{
    std::vector<web::Command> commands;
    for (auto more :
         {effect_regression_commands(), effect_compare_commands(), effect_change_commands(), effect_chance_commands(),
          staggered_commands(), decompose_commands(), power_commands(), advise_commands()})
        std::move(more.begin(), more.end(), std::back_inserter(commands));
    return commands;
}

} // namespace wf::calc
