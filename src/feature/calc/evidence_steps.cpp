// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/evidence_steps.hpp"

#include "feature/calc/evidence_studies.hpp"
#include "kernel/evidence/bias.hpp"
#include "kernel/evidence/refusal.hpp"
#include "kernel/evidence/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wf::calc {
namespace {

Result<evidence::PoolInput> pool_input(web::CommandInput const& input, Studies const& studies)
{
    WF_TRY(auto const spread, spread_of(input));
    WF_TRY(auto const reference, reference_of(input));
    WF_TRY(auto const level, level_of(input));
    return evidence::PoolInput{studies.effects, studies.variances, spread, reference, level};
}

int print_steps(web::CommandInput const& input, Studies const& studies, std::vector<evidence::Step> const& steps,
                std::string_view what)
{
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (auto const& step : steps) {
        json.begin_object().member(what, studies.rows[step.study] + 1).member("estimate", step.estimate);
        json.member("se", step.se);
        if (step.ci) write_interval(json, "ci", *step.ci);
        else json.key("ci").null();
        json.member("tau2", step.tau2).end_object();
    }
    json.end_array().end_object();
    return print_answer(input.out, std::move(json).finish(), studies.basis, studies.warnings);
}

void write_filled(JsonWriter& json, evidence::TrimFill const& found)
{
    json.key("trim_fill").begin_object().member("k0", found.missing);
    json.member("side", found.side == evidence::Side::left ? "left" : "right");
    json.member("estimate", found.filled.estimate).member("se", found.filled.se);
    write_interval(json, "ci", found.filled.ci);
    json.member("tau2", found.filled.tau2).end_object();
}

} // namespace

Result<int> run_leave_one_out(web::CommandInput const& input)
{
    auto const studies = read_studies(input);
    if (!studies) return refuse_or_fail(input, studies.error(), empty_basis());
    WF_TRY(auto const asked, pool_input(input, *studies));
    auto steps = evidence::leave_one_out(asked);
    if (!steps) return refuse_or_fail(input, steps.error(), studies->basis);
    std::sort(steps->begin(), steps->end(),
              [&](auto const& a, auto const& b) { return studies->rows[a.study] < studies->rows[b.study]; });
    return print_steps(input, *studies, *steps, "left_out");
}

Result<int> run_cumulative(web::CommandInput const& input)
{
    WF_TRY(auto const by, name_option(input, "order"));
    auto const studies = read_studies(input, {{by, Kind::any}});
    if (!studies) return refuse_or_fail(input, studies.error(), empty_basis());
    WF_TRY(auto const asked, pool_input(input, *studies));
    auto const& column = studies->labels.front();
    auto const place_of = [&](std::size_t study) {
        std::size_t const row = studies->rows[study];
        return column.is_text() ? static_cast<double>(column.codes[row]) : column.numbers[row];
    };
    std::vector<std::size_t> order(studies->effects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Those that are equal come in the order of their effects, not of the file.
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return place_of(a) < place_of(b); });
    auto const steps = evidence::accumulate(asked, order);
    if (!steps) return refuse_or_fail(input, steps.error(), studies->basis);
    return print_steps(input, *studies, *steps, "added");
}

Result<int> run_bias(web::CommandInput const& input)
{
    constexpr std::size_t enough = 10;
    auto read = read_studies(input);
    if (!read) return refuse_or_fail(input, read.error(), empty_basis());
    auto studies = std::move(*read);
    WF_TRY(auto const level, level_of(input));
    auto const bias = evidence::compute_bias(studies.effects, studies.variances, level);
    if (!bias) return refuse_or_fail(input, bias.error(), studies.basis);
    JsonWriter json;
    json.begin_object().key("egger").begin_object().member("statistic", bias->statistic).member("p", bias->p);
    json.member("slope", bias->slope).member("se", bias->slope_se).member("limit", bias->limit).end_object();
    write_filled(json, bias->trim_fill);
    json.end_object();
    if (studies.effects.size() < enough) {
        studies.warnings.push_back({"few_studies",
                                    "with fewer than 10 studies neither test tells much: a funnel of chance "
                                    "looks uneven too"});
    }
    studies.warnings.push_back({"not_only_bias",
                                "small studies can find something else because they are other studies; "
                                "trim_fill is a what-if, not a corrected answer"});
    return print_answer(input.out, std::move(json).finish(), studies.basis, studies.warnings);
}

} // namespace wf::calc
