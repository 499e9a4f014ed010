// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/calc/effect.hpp"
#include "kernel/effect/power.hpp"

#include <cmath>

namespace wf::calc {
namespace {

using effect::PowerDesign;
using effect::PowerInput;

constexpr std::array design_words{std::pair{PowerDesign::prepost, "prepost"},
                                  std::pair{PowerDesign::compare, "compare"}, std::pair{PowerDesign::did, "did"},
                                  std::pair{PowerDesign::stepped_wedge, "stepped-wedge"}};

Result<double> number(web::CommandInput const& input, std::string_view option, double fallback)
{
    return number_option(input, option, fallback, -1e300, 1e300);
}

Result<std::uint64_t> whole(web::CommandInput const& input, std::string_view option, std::uint64_t fallback)
{
    auto const text = input.option(option);
    if (!text) return fallback;
    auto const value = parse_integer(*text);
    if (!value || *value < 1)
        return usage("--" + std::string{option}, "\"" + *text + "\" is not a whole number above 0");
    return static_cast<std::uint64_t>(*value);
}

Result<PowerInput> read_input(web::CommandInput const& input)
{
    PowerInput asked;
    WF_TRY(asked.design, choice(input, "design", design_words, {}));
    if (!input.option("effect"))
        return usage("--effect", "the effect that should be found, in the units of --sd (1 when left out)");
    if (asked.design == PowerDesign::prepost && !input.option("r"))
        return usage("--r", "how much before and after go together in one person: a correlation from 0 to 1");
    WF_TRY(asked.effect, number(input, "effect", 0));
    WF_TRY(asked.sd, number(input, "sd", 1));
    WF_TRY(asked.level, level_of(input));
    WF_TRY(asked.power, number(input, "power", 0.8));
    WF_TRY(asked.ratio, number(input, "ratio", 1));
    WF_TRY(asked.icc, number(input, "icc", 0));
    WF_TRY(asked.cac, number(input, "cac", 1));
    WF_TRY(asked.r, number(input, "r", 0));
    WF_TRY(asked.cluster_size, whole(input, "cluster-size", 1));
    WF_TRY(asked.before, whole(input, "before", 1));
    WF_TRY(asked.after, whole(input, "after", 1));
    WF_TRY(asked.steps, whole(input, "steps", 4));
    if (input.option("n")) {
        WF_TRY(auto const n, whole(input, "n", 0));
        asked.n = n;
    }
    if (asked.n && input.option("power"))
        return usage("--power", "give --n for the power, or --power for the n, not both");
    if (auto const wrong = effect::check_power(asked)) {
        auto const colon = wrong->find(": ");
        return usage("--" + wrong->substr(0, colon), wrong->substr(colon + 2));
    }
    return asked;
}

std::vector<Warning> warnings_of(web::CommandInput const& input, PowerInput const& asked,
                                 effect::PowerResult const& result)
{
    constexpr std::uint64_t few_clusters = 12;
    std::vector<Warning> warnings;
    bool const over_time = asked.design != PowerDesign::compare;
    if (over_time && asked.icc > 0 && !input.option("cac"))
        warnings.push_back({"cac_assumed",
                            "clusters are taken to keep their differences over time in full (--cac 1); they "
                            "seldom do, and 0.8 is often found"});
    if (asked.cluster_size > 1 && asked.icc == 0)
        warnings.push_back({"icc_assumed", "people of one cluster are taken to be no more alike than others (--icc 0); "
                                           "0.01 to 0.05 is often found"});
    if (asked.design == PowerDesign::stepped_wedge && result.n < few_clusters)
        warnings.push_back({"few_clusters", "with few clusters this is too good: it takes the spread as known. Plan a "
                                            "permutation test"});
    return warnings;
}

Result<int> run_power(web::CommandInput const& input)
{
    if (!input.arguments.empty()) return usage("FILE", "power asks for no file");
    WF_TRY(auto const asked, read_input(input));
    auto const result = effect::compute_power(asked);
    Basis basis{0, 0, "power", effect::power_version, {}, {{"level", to_text(asked.level)}}};
    if (!result) return refuse_or_fail(input, result.error(), basis);
    basis.n = result->n;
    JsonWriter json;
    json.begin_object().member("power", result->power).member("n", result->n);
    if (result->n_control > 0) json.member("n_control", result->n_control);
    json.member("people", result->people).member("effect", asked.effect).member("se", result->se);
    if (std::isfinite(result->df)) json.member("df", result->df);
    json.end_object();
    return print_answer(input.out, std::move(json).finish(), basis, warnings_of(input, asked, *result));
}

} // namespace

std::vector<web::Command> power_commands()
{
    return {
        {"calc effect power",
         "--design prepost|compare|did|stepped-wedge --effect E [--sd 1] [--n N | --power 0.8] [--level 0.95] [--r R] "
         "[--ratio 1] [--cluster-size M --icc I --cac 1] [--before 1] [--after 1] [--steps 4]",
         "How likely a study of this size finds such an effect, or how large it must be: n counts the treated people, "
         "or clusters with --cluster-size (of the stepped wedge all clusters)",
         with_common_options({"design", "effect", "sd", "n", "power", "r", "ratio", "cluster-size", "icc", "cac",
                              "before", "after", "steps"}),
         run_power, web::NeedsStore::no}};
}

} // namespace wf::calc
