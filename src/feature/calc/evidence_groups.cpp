// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/evidence_groups.hpp"

#include "base/text.hpp"
#include "feature/calc/evidence_studies.hpp"
#include "kernel/evidence/multilevel.hpp"
#include "kernel/evidence/refusal.hpp"
#include "kernel/evidence/robust.hpp"

namespace wf::calc {
namespace {

constexpr std::array correction_words{std::pair{evidence::Correction::cr1, "cr1"},
                                      std::pair{evidence::Correction::cr2, "cr2"}};
constexpr std::array model_words{std::pair{evidence::Dependence::correlated, "corr"},
                                 std::pair{evidence::Dependence::hierarchical, "hier"}};

void write_estimate(JsonWriter& json, evidence::Coefficient const& one)
{
    json.member("estimate", one.estimate).member("se", one.se).member("statistic", one.statistic).member("p", one.p);
    write_interval(json, "ci", one.ci);
}

void warn_of_border(std::vector<Warning>& warnings, std::vector<std::string> const& levels,
                    std::vector<double> const& sigma2)
{
    for (std::size_t i = 0; i < sigma2.size(); ++i) {
        if (sigma2[i] > 0) continue;
        warnings.push_back(
            {"boundary", "the variance of level " + levels[i] +
                             " lies at its border of 0: these studies show no difference between its groups "
                             "beyond what the other levels and chance give"});
    }
}

void warn_of_weak(std::vector<Warning>& warnings, std::vector<evidence::Coefficient> const& coefficients)
{
    constexpr double least = 4;
    for (auto const& each : coefficients) {
        if (!each.df || *each.df >= least) continue;
        warnings.push_back({"few_degrees_of_freedom", each.name +
                                                          " has fewer than 4 degrees of freedom: its p and interval "
                                                          "are not to be trusted"});
    }
}

/// As simulated (docs/methods/evidence.md): where nothing worked, how often was it said otherwise?
constexpr std::size_t enough_clusters = 20;

} // namespace

Result<int> run_multilevel(web::CommandInput const& input)
{
    WF_TRY(auto const levels, list_option(input, "levels"));
    if (levels.empty()) return usage("--levels", "name the columns of the groups, the outermost first");
    std::optional<evidence::Correction> correction;
    if (input.option("robust")) {
        WF_TRY(correction, choice(input, "robust", correction_words, {}));
    }
    auto const cluster = input.option("cluster");
    if (cluster && !correction) return usage("--robust", "one of cr1, cr2 belongs with --cluster");
    WF_TRY(auto const level, level_of(input));
    std::vector<Wanted> labels;
    for (auto const& name : levels) labels.push_back({name, Kind::label});
    if (cluster) labels.push_back({*cluster, Kind::label});
    auto read = read_studies(input, labels);
    if (!read) return refuse_or_fail(input, read.error(), empty_basis());
    auto studies = std::move(*read);
    evidence::MultilevelInput asked{studies.effects, studies.variances, studies.design, {}, level};
    for (std::size_t i = 0; i < levels.size(); ++i) asked.levels.push_back(studies.groups(i));
    auto const fit = evidence::compute_multilevel(asked);
    if (!fit) return refuse_or_fail(input, fit.error(), studies.basis);

    JsonWriter json;
    json.begin_object().member("k", fit->k);
    if (fit->coefficients.size() == 1) write_estimate(json, fit->coefficients.front());
    json.key("sigma2").begin_array();
    for (auto const sigma2 : fit->sigma2) json.value(sigma2);
    json.end_array().key("groups").begin_array();
    for (auto const count : fit->groups) json.value(count);
    json.end_array().member("loglik", fit->log_likelihood);
    if (correction) {
        auto const clusters = cluster ? studies.groups(levels.size()) : asked.levels.front();
        auto const robust = evidence::make_robust(asked, *fit, clusters, *correction);
        if (!robust) return refuse_or_fail(input, robust.error(), studies.basis);
        write_coefficients(json, *robust);
        json.member("clusters", clusters.count);
        warn_of_weak(studies.warnings, *robust);
        studies.basis.settings.emplace_back("robust", json_string(word_in(correction_words, *correction)));
    } else {
        write_coefficients(json, fit->coefficients);
        if (fit->groups.front() < enough_clusters) {
            studies.warnings.push_back({"z_of_few_groups",
                                        "with fewer than 20 outer groups the normal reference is too sure of "
                                        "itself: up to 11 instead of 5 false alarms of 100 simulations; "
                                        "use --robust cr2"});
        }
    }
    json.end_object();
    warn_of_border(studies.warnings, levels, fit->sigma2);
    return print_answer(input.out, std::move(json).finish(), studies.basis, studies.warnings);
}

Result<int> run_robust(web::CommandInput const& input)
{
    WF_TRY(auto const model, choice(input, "model", model_words, evidence::Dependence::correlated));
    bool const correlated = model == evidence::Dependence::correlated;
    WF_TRY(auto const cluster, name_option(input, "cluster"));
    WF_TRY(auto const level, level_of(input));
    // The bounds themselves are allowed.
    WF_TRY(auto const rho, number_option(input, "rho", 0.8, -1e-300, 1 + 1e-15));
    auto read = read_studies(input, {{cluster, Kind::label}});
    if (!read) return refuse_or_fail(input, read.error(), empty_basis());
    auto studies = std::move(*read);
    auto const clusters = studies.groups(0);
    auto const fit =
        evidence::compute_robust({studies.effects, studies.variances, studies.design, clusters, model, rho, level});
    if (!fit) return refuse_or_fail(input, fit.error(), studies.basis);
    JsonWriter json;
    json.begin_object().member("k", fit->k).member("clusters", fit->clusters);
    write_coefficients(json, fit->coefficients);
    json.member("tau2", fit->tau2);
    if (fit->omega2) json.member("omega2", *fit->omega2);
    json.end_object();
    studies.basis.settings.emplace_back("model", json_string(word_in(model_words, model)));
    if (correlated) studies.basis.settings.emplace_back("rho", to_text(rho));
    warn_of_weak(studies.warnings, fit->coefficients);
    if (!correlated && fit->clusters < enough_clusters) {
        studies.warnings.push_back({"few_clusters",
                                    "with fewer than 20 clusters the hierarchical weights gave up to 6.2 instead "
                                    "of 5 false alarms of 100 simulations"});
    }
    return print_answer(input.out, std::move(json).finish(), studies.basis, studies.warnings);
}

} // namespace wf::calc
