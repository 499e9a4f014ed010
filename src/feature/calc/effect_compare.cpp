// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/effect.hpp"
#include "kernel/effect/compare.hpp"

#include <cmath>

namespace wf::calc {
namespace {

using effect::Method;
using effect::Whom;

Result<void> read_method(web::CommandInput const& input, effect::Comparison& question)
{
    WF_TRY(question.method, choice(input, "method", effect::method_words, question.method));
    WF_TRY(question.whom, choice(input, "estimand", effect::whom_words, question.whom));
    if (question.method == Method::nearest && question.whom == Whom::ate)
        return usage("--estimand", "match-nearest looks for a counterpart of the treated only: att");
    return {};
}

void write_balance(JsonWriter& json, std::vector<effect::Balance> const& balance)
{
    json.key("balance").begin_array();
    for (auto const& line : balance) {
        json.begin_object()
            .member("name", line.name)
            .member("smd_before", line.before)
            .member("smd_after", line.after)
            .end_object();
    }
    json.end_array();
}

void warn_of_comparison(std::vector<Warning>& warnings, effect::ComparisonAnswer const& answer, Method method)
{
    constexpr double balanced = 0.1;
    constexpr double sure = 0.01;
    std::string apart;
    for (auto const& line : answer.balance) {
        auto const smd = method == Method::difference || method == Method::regression ? line.before : line.after;
        if (smd && std::abs(*smd) > balanced) apart += (apart.empty() ? "" : ", ") + line.name;
    }
    if (!apart.empty())
        warnings.push_back({"not_balanced", "the groups still differ by more than 0.1 standard deviation in " + apart});
    if (answer.treated_left_out > 0)
        warnings.push_back(
            {"treated_left_out", std::to_string(answer.treated_left_out) +
                                     " treated rows have no counterpart: the answer is about the others"});
    if (method == Method::ipw && (answer.least_chance < sure || answer.largest_chance > 1 - sure))
        warnings.push_back(
            {"little_overlap", "some rows are nearly certain to be treated, or not to be: a few rows weigh heavily"});
    if (answer.balance.empty())
        warnings.push_back(
            {"no_covariates",
             "nothing but the treatment is looked at: without a lottery the groups may differ in anything"});
}

Result<int> run_compare(web::CommandInput const& input)
{
    effect::Comparison question;
    WF_TRY_VOID(read_method(input, question));
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const treated, asking.one("treated", Kind::number));
    WF_TRY(auto const covariates, asking.list("covariates", Kind::any));
    WF_TRY(auto const cluster, asking.maybe("cluster", Kind::label));
    WF_TRY(question.level, level_of(input));
    WF_TRY(auto const planned, planned_of(input));
    if (input.option("se")) {
        WF_TRY(question.spread,
               spread_of(input, cluster || question.method == Method::nearest ? 1 : 0, stat::Spread::classical));
    }
    if (covariates.empty() && question.method != Method::difference)
        return usage("--covariates", "name what the groups may differ in: a,b,c");
    WF_TRY(auto const columns, asking.read());
    question.outcome = &columns[outcome];
    question.treated = &columns[treated];
    question.covariates = chosen(columns, covariates);
    if (cluster) question.cluster = &columns[*cluster];

    Basis basis{columns.rows(), 0, word_in(effect::method_words, question.method), effect::compare_version, {}, {}};
    auto answer = effect::compare(question);
    if (!answer) return refuse_or_fail(input, answer.error(), basis);
    basis.n = answer->rows;
    basis.missing = answer->missing;
    basis.settings.emplace_back("estimand", json_string(word_in(effect::whom_words, question.whom)));
    basis.settings.emplace_back("se", json_string(stat::to_word(answer->spread)));
    auto warnings = columns.warnings();
    // How strong what was not measured must be follows from the usual interval, which is not told yet.
    bool const is_early = hold_to_plan(planned, question.level, {&answer->effect, 1}, basis, warnings);
    JsonWriter json;
    json.begin_object();
    write_estimate(json, answer->effect);
    json.member("n_treated", answer->treated)
        .member("n_control", answer->control)
        .member("n_control_effective", answer->effective_control)
        .member("e_value", answer->e_value.point)
        .key("e_value_ci");
    if (is_early) json.null();
    else json.value(answer->e_value.bound);
    write_balance(json, answer->balance);
    json.end_object();
    warn_of_spread(warnings, {answer->effect}, answer->clusters, answer->spread);
    warn_of_comparison(warnings, *answer, question.method);
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

} // namespace

std::vector<web::Command> effect_compare_commands()
{
    return {
        {"calc effect compare",
         "FILE --outcome C --treated C [--covariates a,b] [--method "
         "difference|regression|ipw|match-nearest|match-exact|match-cem|subclass|entropy] [--estimand att|ate] [--se ...] [--cluster C] [--planned N]",
         "What a measure changed for those who got it, beside others who are like them",
         with_common_options({"outcome", "treated", "covariates", "method", "estimand", "se", "cluster", "planned"}),
         run_compare, web::NeedsStore::no}};
}

} // namespace wf::calc
