// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/evidence_size.hpp"

#include "feature/calc/options.hpp"
#include "kernel/evidence/effect_size.hpp"

#include <cmath>

namespace wf::calc {
namespace {

using evidence::EffectSize;
using evidence::Measure;

std::vector<std::string> options_of(Measure measure)
{
    switch (measure) {
    case Measure::rr:
    case Measure::odds_ratio:
    case Measure::rd: return {"ai", "bi", "ci", "di"};
    case Measure::smd:
    case Measure::md: return {"m1", "sd1", "n1", "m2", "sd2", "n2"};
    case Measure::smcc: return {"m1", "m2", "sd1", "sd2", "n", "r"};
    }
    return {};
}

/// `x` in the order of `options_of`.
EffectSize work_out(Measure measure, std::vector<double> const& x)
{
    switch (measure) {
    case Measure::rr:
    case Measure::odds_ratio:
    case Measure::rd: return evidence::of_table(measure, {x[0], x[1], x[2], x[3]});
    case Measure::smd:
    case Measure::md: return evidence::of_groups(measure, {x[0], x[1], x[2]}, {x[3], x[4], x[5]});
    case Measure::smcc: return evidence::of_change({x[0], x[1], x[2], x[3], x[4], x[5]});
    }
    return {};
}

} // namespace

Result<int> run_effect_size(web::CommandInput const& input)
{
    WF_TRY(auto const measure, choice(input, "measure", evidence::measure_words, {}));
    WF_TRY(auto const file, file_of(input));
    std::vector<Wanted> wanted;
    for (auto const& option : options_of(measure)) {
        WF_TRY(auto const name, name_option(input, option));
        wanted.push_back({name, Kind::number});
    }
    WF_TRY(auto const columns, Columns::read(file, wanted));
    Basis basis{columns.rows(), 0, "effect-size", evidence::effect_size_version, {}, {}};
    basis.settings.emplace_back("measure", json_string(word_in(evidence::measure_words, measure)));
    std::string_view first_reason;
    std::size_t refused = 0;
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (std::size_t row = 0; row < columns.rows(); ++row) {
        std::vector<double> numbers;
        bool complete = true;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            numbers.push_back(columns[i].numbers[row]);
            complete = complete && !std::isnan(numbers.back());
        }
        auto const size = complete ? work_out(measure, numbers) : EffectSize{0, 0, "missing"};
        json.begin_object().member("row", row + 1);
        if (size.reason.empty()) {
            json.member("yi", size.effect).member("vi", size.variance);
        } else {
            json.key("yi").null().key("vi").null().member("reason", size.reason);
            if (first_reason.empty()) first_reason = size.reason;
            ++refused;
        }
        json.end_object();
        basis.missing += complete ? 0 : 1;
    }
    json.end_array().end_object();
    if (refused == columns.rows()) {
        return print_refusal(input.out, first_reason.empty() ? "no_rows" : first_reason,
                             "no row has an effect size; see the reason of each, or the columns that were named",
                             basis);
    }
    std::vector<Warning> warnings;
    if (refused > 0) {
        warnings.push_back(
            {"rows_without_answer", std::to_string(refused) + " rows have no effect size; each of them says why"});
    }
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

} // namespace wf::calc
