// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/indicator.hpp"

#include "feature/calc/frame.hpp"
#include "kernel/indicator/rate.hpp"
#include "kernel/indicator/share.hpp"

#include <functional>

namespace wf::calc {
namespace {

using indicator::RateResult;

/// Works out each row; a row without an answer carries its reason. Refused as a whole when no row has one.
Result<int> answer_rows(web::CommandInput const& input, Question const& question, std::string_view value_name,
                        std::function<Result<RateResult>(std::size_t row)> const& work_out)
{
    WF_TRY(auto const id, question.optional_column("id"));
    auto const& table = question.table();
    Basis basis{table.rows(), 0, "indicator", indicator::rate_version, {}, {}};
    std::string first_reason;
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        WF_TRY(auto const result, work_out(row));
        json.begin_object();
        if (id) json.member("id", table.cell(row, *id));
        else json.member("row", row + 1);
        if (result.status == indicator::Status::answered) {
            json.member(value_name, result.rate)
                .key("ci")
                .begin_array()
                .value(result.low)
                .value(result.high)
                .end_array();
        } else {
            json.key(value_name).null().member("reason", result.reason);
            if (first_reason.empty()) first_reason = result.reason;
            ++basis.missing;
        }
        json.end_object();
    }
    json.end_array().end_object();
    if (basis.missing == basis.n)
        return print_refusal(input.out, first_reason.empty() ? "no_rows" : first_reason, "no row has an answer", basis);
    std::vector<Warning> warnings{
        {"rounding_only", "ci holds what rounding leaves open and nothing else: the counts are taken as complete"}};
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

Result<int> run_rate(web::CommandInput const& input)
{
    WF_TRY(auto const question, Question::read(input));
    WF_TRY(auto const numerator, question.column("numerator"));
    WF_TRY(auto const denominator, question.column("denominator"));
    WF_TRY(auto const factor, question.number("factor", indicator::RateInput{}.factor));
    WF_TRY(auto const rounding, question.number("rounding", 0));
    WF_TRY(auto const least, question.number("least", indicator::RateInput{}.least_denominator));
    return answer_rows(input, question, "rate", [&](std::size_t row) -> Result<RateResult> {
        WF_TRY(auto const above, question.cell(row, numerator));
        WF_TRY(auto const below, question.cell(row, denominator));
        return indicator::compute_rate({{above, rounding, 0}, {below, rounding, 0}, factor, least});
    });
}

Result<int> run_share(web::CommandInput const& input)
{
    WF_TRY(auto const question, Question::read(input));
    WF_TRY(auto const share, question.column("share"));
    WF_TRY(auto const base, question.optional_column("base"));
    WF_TRY(auto const rounding, question.number("rounding", 0));
    WF_TRY(auto const least, question.number("least", indicator::ShareInput{}.least_base));
    return answer_rows(input, question, "share", [&](std::size_t row) -> Result<RateResult> {
        WF_TRY(auto const percent, question.cell(row, share));
        if (!percent) {
            RateResult missing;
            missing.reason = "share_missing";
            return missing;
        }
        indicator::ShareInput wanted{*percent, rounding, std::nullopt, least};
        if (base) {
            WF_TRY(wanted.base, question.cell(row, *base));
        }
        return indicator::judge_share(wanted);
    });
}

} // namespace

std::vector<web::Command> indicator_commands()
{
    using web::NeedsStore;
    return {
        {"calc indicator rate",
         "FILE --numerator C --denominator C [--factor 1000] [--rounding 0] [--least 25] [--id C]",
         "How many per so many in each row, with the bounds that rounding leaves",
         with_common_options({"numerator", "denominator", "factor", "rounding", "least", "id"}), run_rate,
         NeedsStore::no},
        {"calc indicator share", "FILE --share C [--base C] [--rounding 0] [--least 25] [--id C]",
         "Published percentages with the bounds that rounding leaves; refused where too few people stand below them",
         with_common_options({"share", "base", "rounding", "least", "id"}), run_share, NeedsStore::no},
    };
}

} // namespace wf::calc
