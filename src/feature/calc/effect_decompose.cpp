// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/calc/effect.hpp"
#include "kernel/effect/bacon.hpp"

#include <cmath>

namespace wf::calc {
namespace {

using effect::Panel;

Result<Panel> read_panel(Columns const& columns, std::size_t outcome, std::size_t unit, std::size_t time,
                         std::size_t treated)
{
    effect::PanelRows const rows{columns[unit].codes, static_cast<std::uint32_t>(columns[unit].levels.size()),
                                 columns[time].numbers, columns[outcome].numbers, columns[treated].numbers};
    for (std::size_t row = 0; row < rows.group.size(); ++row) {
        double const value = rows.group[row];
        if (value > 0 && value < 1)
            return columns.error_at(row, treated, "effect.not_yes_or_no",
                                    "1 where the unit is treated at that moment, else 0");
        if (value < 0 || value > 1)
            return columns.error_at(row, treated, "effect.not_yes_or_no",
                                    "1 where the unit is treated at that moment, else 0 (not the moment itself)");
    }
    WF_TRY_VOID(check_once(columns, unit, rows));
    return effect::make_panel(rows);
}

std::string write(effect::BaconResult const& result)
{
    JsonWriter json;
    json.begin_object().member("twfe", result.twfe).key("pairs").begin_array();
    for (auto const& pair : result.pairs) {
        json.begin_object().member("type", effect::name_of(pair.type)).member("treated", pair.treated).key("untreated");
        if (pair.type == effect::PairType::treated_vs_never) json.value("never");
        else if (pair.type == effect::PairType::treated_vs_always) json.value("always");
        else json.value(pair.untreated);
        json.member("estimate", pair.estimate).member("weight", pair.weight).end_object();
    }
    json.end_array().key("by_type").begin_array();
    for (auto const& part : result.by_type) {
        json.begin_object()
            .member("type", effect::name_of(part.type))
            .member("estimate", part.estimate)
            .member("weight", part.weight)
            .end_object();
    }
    json.end_array().end_object();
    return std::move(json).finish();
}

Result<int> run_decompose(web::CommandInput const& input)
{
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const unit, asking.one("unit", Kind::label));
    WF_TRY(auto const time, asking.one("time", Kind::number));
    WF_TRY(auto const treated, asking.one("treated", Kind::number));
    WF_TRY(auto const columns, asking.read());
    Basis basis{columns.rows(), 0, "did-decompose", effect::bacon_version, {}, {}};
    auto const panel = read_panel(columns, outcome, unit, time, treated);
    if (!panel) return refuse_or_fail(input, panel.error(), basis);
    basis.missing = columns.rows() - panel->row.size();
    auto const result = effect::compute_bacon(*panel);
    if (!result) return refuse_or_fail(input, result.error(), basis);
    basis.settings = {{"units", std::to_string(panel->units)}, {"moments", std::to_string(panel->times.size())}};
    auto warnings = columns.warnings();
    warn_of_dropped(warnings, *panel);
    double already = 0;
    for (auto const& part : result->by_type)
        if (part.type == effect::PairType::later_vs_earlier || part.type == effect::PairType::treated_vs_always)
            already += part.weight;
    if (already > 0)
        warnings.push_back(
            {"treated_as_controls",
             to_text(std::round(already * 1000) / 10) +
                 " % of the regression compares with units that are treated already: where effects grow or "
                 "differ that is wrong, and did-staggered answers without it"});
    return print_answer(input.out, write(*result), basis, warnings);
}

} // namespace

std::vector<web::Command> decompose_commands()
{
    return {
        {"calc effect did-decompose", "FILE --outcome C --unit C --time C --treated C",
         "Which comparisons a regression on units and moments is made of, and how much each weighs (Goodman-Bacon); "
         "treated is 1 from the moment at which a unit begins",
         with_common_options({"outcome", "unit", "time", "treated"}), run_decompose, web::NeedsStore::no}};
}

} // namespace wf::calc
