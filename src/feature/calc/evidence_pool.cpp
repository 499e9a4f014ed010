// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/evidence_pool.hpp"

#include "base/text.hpp"
#include "feature/calc/evidence_studies.hpp"
#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/profile.hpp"
#include "kernel/evidence/refusal.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace wf::calc {
namespace {

using evidence::Reference;
using evidence::Status;

/// What interval and p rest on; `profile` takes no tau2 as known.
enum class Test { z, knha, profile };
constexpr std::array test_words{std::pair{Test::z, "z"}, std::pair{Test::knha, "knha"},
                                std::pair{Test::profile, "profile"}};

struct Asked {
    evidence::Spread spread;
    Test test;
    double level;

    [[nodiscard]] Reference reference() const { return test == Test::knha ? Reference::knha : Reference::z; }
};

Result<Asked> read_asked(web::CommandInput const& input, Test fallback, Basis& basis)
{
    WF_TRY(auto const spread, spread_of(input));
    WF_TRY(auto const test, choice(input, "test", test_words, fallback));
    WF_TRY(auto const level, level_of(input));
    if (test == Test::profile && spread == evidence::Spread::fixed)
        return usage("--test",
                     "profile goes through all that tau2 can be, and fixed says that it is 0: choose one of them");
    basis.settings.emplace_back("tau2", json_string(input.option("method").value_or("reml")));
    basis.settings.emplace_back("test", json_string(word_in(test_words, test)));
    basis.settings.emplace_back("level", to_text(level));
    return Asked{spread, test, level};
}

/// What a profile says at a place; nothing when another test was asked for.
Result<std::optional<evidence::Profile>> profile_at(Studies const& studies, Asked const& asked,
                                                    std::span<double const> at)
{
    if (asked.test != Test::profile) return std::optional<evidence::Profile>{};
    auto profile = evidence::compute_profile({studies.effects, studies.variances, studies.design, at, asked.level});
    if (!profile) return std::move(profile.error());
    return std::optional{std::move(*profile)};
}

void write_weights(JsonWriter& json, Studies const& studies, std::span<double const> weights)
{
    json.key("weights").begin_array();
    for (auto const weight : in_file_order(studies, weights)) json.value(weight);
    json.end_array();
}

Result<int> pool_alone(web::CommandInput const& input, Studies& studies, Asked const& asked)
{
    evidence::Pooler pooler;
    auto result = pooler.pool({studies.effects, studies.variances, asked.spread, asked.reference(), asked.level});
    if (result.status == Status::refused) return refuse_or_fail(input, evidence::refusal(result.reason), studies.basis);
    auto const profile = profile_at(studies, asked, std::array{1.0});
    if (!profile) return refuse_or_fail(input, profile.error(), studies.basis);
    JsonWriter json;
    json.begin_object().member("k", result.k).member("estimate", result.estimate);
    if (*profile) {
        result.p = (*profile)->p;
        result.ci = (*profile)->mean;
        result.prediction = (*profile)->prediction;
    } else {
        json.member("se", result.se).member("statistic", result.statistic);
        if (result.df) json.member("df", *result.df);
        warn_of_mean(studies.warnings, studies, asked.reference());
        if (result.prediction) warn_of_prediction(studies.warnings, studies);
    }
    json.member("p", result.p);
    write_interval(json, "ci", result.ci);
    json.member("tau2", result.tau2).member("tau2_se", result.tau2_se);
    if (*profile) write_interval(json, "tau2_ci", (*profile)->tau2);
    json.member("i2", result.i2).member("h2", result.h2);
    json.member("q", result.q).member("q_df", result.k - 1).member("q_p", result.q_p);
    if (result.prediction) write_interval(json, "prediction", *result.prediction);
    write_weights(json, studies, pooler.weights());
    json.end_object();
    return print_answer(input.out, std::move(json).finish(), studies.basis, studies.warnings);
}

Result<int> pool_with_moderators(web::CommandInput const& input, Studies& studies, Asked const& asked)
{
    if (asked.test == Test::profile)
        return usage("--test", "profile tells of one mean: leave --moderators out, or use transfer with --at");
    auto const fit = evidence::compute_regression(
        {studies.effects, studies.variances, studies.design, asked.spread, asked.reference(), asked.level});
    if (!fit) return refuse_or_fail(input, fit.error(), studies.basis);
    JsonWriter json;
    json.begin_object().member("k", fit->k);
    write_coefficients(json, fit->coefficients);
    if (fit->qm) {
        json.member("qm", fit->qm->statistic).member("qm_df", fit->qm->df);
        if (fit->qm->df2) json.member("qm_df2", *fit->qm->df2);
        json.member("qm_p", fit->qm->p);
    }
    json.member("qe", fit->qe).member("qe_df", fit->qe_df).member("qe_p", fit->qe_p);
    if (fit->r2) json.member("r2", *fit->r2);
    json.member("tau2", fit->tau2).member("tau2_se", fit->tau2_se).member("i2", fit->i2).member("h2", fit->h2);
    write_weights(json, studies, fit->weights);
    json.end_object();
    return print_answer(input.out, std::move(json).finish(), studies.basis, studies.warnings);
}

/// Whether a study has that level.
bool occurs(Studies const& studies, stat::Column const& column, std::string const& level)
{
    return std::any_of(studies.rows.begin(), studies.rows.end(),
                       [&](std::size_t row) { return column.levels[column.codes[row]] == level; });
}

/// One moderator at one value, into the columns of the design.
Result<void> place(Studies const& studies, stat::Column const& moderator, std::string const& value,
                   std::vector<double>& at)
{
    if (!moderator.is_text()) {
        auto const read = parse_double(value);
        if (!read) return usage("--at", "\"" + value + "\" is not a number, and " + moderator.name + " holds numbers");
        at[studies.design.find(moderator.name)] = *read;
        return {};
    }
    if (!occurs(studies, moderator, value)) return usage("--at", "no study has " + moderator.name + " " + value);
    // The first level has no column of its own.
    if (auto const column = studies.design.find(moderator.name + "[" + value + "]"); column < at.size()) at[column] = 1;
    return {};
}

/// "a=1,b=2" as values for the columns of the design.
Result<std::vector<double>> read_place(web::CommandInput const& input, Studies const& studies)
{
    auto const& design = studies.design;
    std::vector<double> at(design.names.size(), 0);
    if (!design.names.empty() && design.names.front() == "intercept") at[0] = 1;
    std::vector<bool> named(studies.moderators.size(), false);
    WF_TRY(auto const parts, list_option(input, "at"));
    for (auto const& part : parts) {
        auto const equals = part.find('=');
        if (equals == std::string::npos) return usage("--at", "\"" + part + "\" is not of the form name=value");
        auto const name = part.substr(0, equals);
        auto const found = std::find_if(studies.moderators.begin(), studies.moderators.end(),
                                        [&](stat::Column const& column) { return column.name == name; });
        if (found == studies.moderators.end()) return usage("--at", "\"" + name + "\" is not one of the moderators");
        auto const term = static_cast<std::size_t>(found - studies.moderators.begin());
        if (named[term]) return usage("--at", "\"" + name + "\" is named twice");
        named[term] = true;
        WF_TRY_VOID(place(studies, *found, part.substr(equals + 1), at));
    }
    for (std::size_t term = 0; term < named.size(); ++term) {
        if (!named[term]) return usage("--at", "say where: " + studies.moderators[term].name + "=... is missing");
    }
    return at;
}

} // namespace

Result<int> run_pool(web::CommandInput const& input)
{
    auto read = read_studies(input);
    if (!read) return refuse_or_fail(input, read.error(), empty_basis());
    auto studies = std::move(*read);
    WF_TRY(auto const asked, read_asked(input, Test::z, studies.basis));
    return studies.design.x.columns() > 1 || input.option("no-intercept") ? pool_with_moderators(input, studies, asked)
                                                                          : pool_alone(input, studies, asked);
}

Result<int> run_transfer(web::CommandInput const& input)
{
    auto const benefit = input.option("benefit");
    if (benefit != "higher" && benefit != "lower")
        return usage("--benefit", "one of higher, lower: is a higher or a lower effect what helps people?");
    auto read = read_studies(input);
    if (!read) return refuse_or_fail(input, read.error(), empty_basis());
    auto studies = std::move(*read);
    WF_TRY(auto const asked, read_asked(input, Test::knha, studies.basis));
    if (studies.rows.empty()) return refuse_or_fail(input, evidence::refusal("no_studies"), studies.basis);
    if (asked.spread == evidence::Spread::fixed)
        return usage("--method", "fixed leaves no differences between places, so it says nothing of a next one");
    WF_TRY(auto const there, read_place(input, studies));
    auto const fit = evidence::compute_regression(
        {studies.effects, studies.variances, studies.design, asked.spread, asked.reference(), asked.level});
    if (!fit) return refuse_or_fail(input, fit.error(), studies.basis);
    auto const profile = profile_at(studies, asked, there);
    if (!profile) return refuse_or_fail(input, profile.error(), studies.basis);
    auto expected = evidence::expect_at(*fit, there, asked.level);
    JsonWriter json;
    json.begin_object().member("k", fit->k).member("estimate", expected.estimate);
    if (*profile) {
        expected.ci = (*profile)->mean;
        expected.prediction = (*profile)->prediction;
        expected.below_zero = (*profile)->below_zero;
    } else {
        json.member("se", expected.se);
        if (fit->df) json.member("df", *fit->df);
        warn_of_mean(studies.warnings, studies, asked.reference());
        warn_of_prediction(studies.warnings, studies);
    }
    write_interval(json, "ci", expected.ci);
    write_interval(json, "prediction", expected.prediction);
    json.member("p_benefit", benefit == "lower" ? expected.below_zero : 1 - expected.below_zero);
    json.member("tau2", fit->tau2);
    if (*profile) write_interval(json, "tau2_ci", (*profile)->tau2);
    json.end_object();
    studies.basis.settings.emplace_back("benefit", json_string(*benefit));
    return print_answer(input.out, std::move(json).finish(), studies.basis, studies.warnings);
}

} // namespace wf::calc
