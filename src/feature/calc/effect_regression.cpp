// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/effect.hpp"

namespace wf::calc {
namespace {

Result<int> run_regression(web::CommandInput const& input)
{
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const covariates, asking.list("covariates", Kind::any));
    WF_TRY(auto const clusters, asking.list("cluster", Kind::label));
    WF_TRY(auto const absorbed, asking.list("absorb", Kind::label));
    WF_TRY(auto const weights, asking.maybe("weights", Kind::number));
    WF_TRY(auto const spread, spread_of(input, clusters.size(), stat::Spread::classical));
    WF_TRY(auto const level, level_of(input));
    WF_TRY(auto const wald, list_option(input, "wald"));
    WF_TRY(auto const planned, planned_of(input));
    if (covariates.empty()) return usage("--covariates", "name the columns to explain the outcome with: a,b,c");
    WF_TRY(auto const columns, asking.read());

    effect::Regression question;
    question.outcome = &columns[outcome];
    question.covariates = chosen(columns, covariates);
    question.clusters = chosen(columns, clusters);
    question.absorbed = chosen(columns, absorbed);
    if (weights) question.weights = &columns[*weights];
    question.spread = spread;
    question.level = level;
    question.wald = wald;
    Basis basis{columns.rows(), 0, "regression", effect::regression_version, {}, {}};
    basis.settings.emplace_back("se", json_string(stat::to_word(spread)));
    auto answer = effect::regress(question);
    if (!answer) {
        auto error = answer.error();
        if (error.code == "unknown_name") error.field = "--wald " + error.field;
        return refuse_or_fail(input, std::move(error), basis);
    }
    basis.n = answer->rows;
    basis.missing = answer->missing;
    auto warnings = columns.warnings();
    if (hold_to_plan(planned, level, answer->coefficients, basis, warnings)) answer->wald.reset();
    JsonWriter json;
    json.begin_object().key("coefficients").begin_array();
    for (auto const& each : answer->coefficients) {
        json.begin_object().member("name", each.name);
        write_estimate(json, each);
        json.end_object();
    }
    json.end_array().member("n", answer->rows).member("r2", answer->r2);
    if (!answer->clusters.empty()) {
        json.key("clusters").begin_array();
        for (auto const count : answer->clusters) json.value(count);
        json.end_array();
    }
    if (answer->wald) {
        json.key("wald")
            .begin_object()
            .member("f", answer->wald->f)
            .member("df1", answer->wald->df1)
            .member("df2", answer->wald->df2)
            .member("p", answer->wald->p)
            .end_object();
    }
    json.end_object();
    warn_of_spread(warnings, answer->coefficients, answer->clusters, spread);
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

} // namespace

std::vector<web::Command> effect_regression_commands()
{
    return {
        {"calc effect regression",
         "FILE --outcome C --covariates a,factor(b) [--se classical|hc0|hc1|hc2|hc3|cr0|cr1|cr1s|cr2|cr3] [--cluster C[,C2]] "
         "[--weights C] [--absorb C,...] [--wald NAME,NAME] [--planned N] [--level 0.95]",
         "How an outcome goes with columns: least squares, with standard errors that fit rows in clusters",
         with_common_options({"outcome", "covariates", "se", "cluster", "weights", "absorb", "wald", "planned"}),
         run_regression, web::NeedsStore::no}};
}

} // namespace wf::calc
