// SPDX-License-Identifier: EUPL-1.2
// Before and after: `calc effect prepost`, `did`, `series`.
#include "base/text.hpp"
#include "feature/calc/effect.hpp"
#include "kernel/effect/did.hpp"
#include "kernel/effect/prepost.hpp"
#include "kernel/effect/series.hpp"

#include <cmath>

namespace wf::calc {
namespace {

void warn_of_change(std::vector<Warning>& warnings, effect::PrePostAnswer const& answer)
{
    constexpr double apart = 0.2;
    constexpr int digits = 4;
    if (answer.selected) {
        warnings.push_back(
            {"regression_to_the_mean",
             "the first measurement spreads less than the second (p = " +
                 format_number(answer.selected_p, digits, Locale::en) +
                 "): these persons look chosen by it. A part of the change would have come without any help; compare with "
                 "others who were chosen in the same way"});
    }
    if (answer.dropout.apart && std::abs(*answer.dropout.apart) > apart) {
        warnings.push_back(
            {"dropout",
             std::to_string(answer.dropout.left) +
                 " persons have no second measurement, and began more than 0.2 standard deviation away from who "
                 "stayed: the change is about those who stayed"});
    }
    warnings.push_back(
        {"no_comparison", "nobody is compared with: what else changed in the meantime is in the change"});
}

Result<int> run_prepost(web::CommandInput const& input)
{
    Asking asking{input};
    WF_TRY(auto const before, asking.one("before", Kind::number));
    WF_TRY(auto const after, asking.one("after", Kind::number));
    WF_TRY(auto const cluster, asking.maybe("cluster", Kind::label));
    effect::PrePost question;
    WF_TRY(question.level, level_of(input));
    WF_TRY(auto const planned, planned_of(input));
    if (auto const text = input.option("min-pairs")) {
        auto const least = parse_integer(*text);
        if (!least || *least < 2)
            return usage("--min-pairs", "\"" + *text + "\": a whole number of at least 2 is wanted");
        question.least_pairs = static_cast<std::size_t>(*least);
    }
    WF_TRY(auto const columns, asking.read());
    question.before = &columns[before];
    question.after = &columns[after];
    if (cluster) question.cluster = &columns[*cluster];
    Basis basis{columns.rows(), 0, "prepost", effect::prepost_version, {}, {}};
    auto answer = effect::measure_change(question);
    if (!answer) return refuse_or_fail(input, answer.error(), basis);
    if (!answer->change.se)
        return print_refusal(input.out, "no_spread", "one cluster alone decides the change: more clusters are needed",
                             basis);
    basis.n = answer->pairs;
    basis.missing = answer->missing;
    auto warnings = columns.warnings();
    hold_to_plan(planned, question.level, {&answer->change, 1}, basis, warnings);
    JsonWriter json;
    json.begin_object()
        .member("n", answer->pairs)
        .member("mean_before", answer->mean_before)
        .member("mean_after", answer->mean_after)
        .member("change", answer->change.estimate)
        .member("se", *answer->change.se)
        .member("df", answer->change.df);
    write_interval(json, "ci", answer->change.low, answer->change.high);
    json.member("statistic", answer->change.statistic)
        .member("p", answer->change.p)
        .member("effect_size", answer->effect_size)
        .member("sd_before", answer->sd_before)
        .member("sd_after", answer->sd_after)
        .member("correlation", answer->correlation)
        .key("dropout")
        .begin_object()
        .member("n", answer->dropout.left)
        .key("mean_before");
    if (answer->dropout.left > 0) json.value(answer->dropout.mean_left);
    else json.null();
    json.member("smd", answer->dropout.apart).end_object().end_object();
    warn_of_spread(warnings, {answer->change}, answer->clusters, stat::Spread::cr2);
    warn_of_change(warnings, *answer);
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

Result<int> run_did(web::CommandInput const& input)
{
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const treated, asking.one("treated", Kind::number));
    WF_TRY(auto const post, asking.one("post", Kind::number));
    WF_TRY(auto const covariates, asking.list("covariates", Kind::any));
    WF_TRY(auto const clusters, asking.list("cluster", Kind::label));
    effect::Did question;
    WF_TRY(question.spread, spread_of(input, clusters.size(), stat::Spread::classical));
    WF_TRY(question.level, level_of(input));
    WF_TRY(auto const planned, planned_of(input));
    WF_TRY(auto const columns, asking.read());
    question.outcome = &columns[outcome];
    question.treated = &columns[treated];
    question.post = &columns[post];
    question.covariates = chosen(columns, covariates);
    question.clusters = chosen(columns, clusters);
    Basis basis{columns.rows(), 0, "did", effect::did_version, {}, {}};
    basis.settings.emplace_back("se", json_string(stat::to_word(question.spread)));
    auto answer = effect::difference_in_differences(question);
    if (!answer) return refuse_or_fail(input, answer.error(), basis);
    basis.n = answer->rows;
    basis.missing = answer->missing;
    auto warnings = columns.warnings();
    hold_to_plan(planned, question.level, {&answer->effect, 1}, basis, warnings);
    JsonWriter json;
    json.begin_object();
    write_estimate(json, answer->effect);
    json.key("cells").begin_array();
    for (std::size_t i = 0; i < answer->cells.size(); ++i) {
        json.begin_object()
            .member("treated", i % 2)
            .member("post", i / 2)
            .member("mean", answer->cells[i].mean)
            .member("n", answer->cells[i].rows)
            .end_object();
    }
    json.end_array().end_object();
    warn_of_spread(warnings, {answer->effect}, answer->clusters, question.spread);
    if (clusters.empty())
        warnings.push_back({"rows_stand_alone",
                            "rows are taken as independent; when the same persons or places come back, name them "
                            "with --cluster"});
    warnings.push_back({"parallel_not_seen", "two moments cannot show whether both groups would have changed alike"});
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

Result<int> run_series(web::CommandInput const& input)
{
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const time, asking.one("time", Kind::number));
    if (!input.option("from"))
        return usage("--from", "the first moment of the measure is wanted, as a number of --time");
    effect::Series question;
    WF_TRY(question.from, number_option(input, "from", 0, -INFINITY, INFINITY));
    WF_TRY(question.level, level_of(input));
    WF_TRY(auto const columns, asking.read());
    std::vector<stat::Column const*> const both{&columns[outcome], &columns[time]};
    auto const rows = stat::complete_rows(both);
    question.outcome = stat::pick(columns[outcome], rows);
    question.time = stat::pick(columns[time], rows);
    Basis basis{rows.size(), columns.rows() - rows.size(), "series", effect::series_version, {}, {}};
    auto const answer = effect::interrupted_series(question);
    if (!answer) return refuse_or_fail(input, answer.error(), basis);
    JsonWriter json;
    json.begin_object();
    for (auto const* const part : {&answer->level, &answer->slope, &answer->before}) {
        json.key(part == &answer->before ? "slope_before" : part->name).begin_object();
        write_estimate(json, *part);
        json.end_object();
    }
    json.member("rho", answer->rho).member("sigma", answer->sigma).end_object();
    std::vector<Warning> warnings{
        {"nothing_else", "that nothing else happened at that moment cannot be seen from one series"}};
    constexpr std::size_t short_series = 24;
    if (answer->moments < short_series)
        warnings.push_back({"short_series",
                            "fewer than 24 moments: how much each hangs on the one before is hardly known, and the "
                            "intervals are a little too narrow"});
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

} // namespace

std::vector<web::Command> effect_change_commands()
{
    using web::NeedsStore;
    return {
        {"calc effect prepost", "FILE --before C --after C [--cluster C] [--min-pairs 20] [--planned N] [--level 0.95]",
         "How much the same persons changed between two measurements; warns when they were chosen by the first, and of who left",
         with_common_options({"before", "after", "cluster", "min-pairs", "planned"}), run_prepost, NeedsStore::no},
        {"calc effect did",
         "FILE --outcome C --treated C --post C [--covariates a,b] [--cluster C[,C2]] [--se classical|hc0|...|cr3] [--planned N]",
         "How much more the treated changed than the others, from before to after (two by two)",
         with_common_options({"outcome", "treated", "post", "covariates", "cluster", "se", "planned"}), run_did,
         NeedsStore::no},
        {"calc effect series", "FILE --outcome C --time C --from T [--level 0.95]",
         "Whether a row of measurements jumps or turns at a moment, when each hangs on the one before (AR(1))",
         with_common_options({"outcome", "time", "from"}), run_series, NeedsStore::no},
    };
}

} // namespace wf::calc
