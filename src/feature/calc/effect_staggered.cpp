// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/calc/effect.hpp"
#include "kernel/effect/staggered.hpp"
#include "kernel/stat/distribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace wf::calc {
namespace {

using effect::Average;
using effect::Base;
using effect::Control;
using effect::Estimator;
using effect::Panel;

constexpr std::array control_words{std::pair{Control::never, "never"}, std::pair{Control::notyet, "notyet"}};
constexpr std::array estimator_words{std::pair{Estimator::dr, "dr"}, std::pair{Estimator::ipw, "ipw"},
                                     std::pair{Estimator::reg, "reg"}};
constexpr std::array base_words{std::pair{Base::universal, "universal"}, std::pair{Base::varying, "varying"}};

/// A row without one of its covariates lacks something too.
std::vector<double> where_complete(std::vector<double> values, std::vector<stat::Column const*> const& terms)
{
    if (terms.empty()) return values;
    std::vector<bool> whole(values.size(), false);
    for (auto const row : stat::complete_rows(terms)) whole[row] = true;
    for (std::size_t row = 0; row < values.size(); ++row)
        if (!whole[row]) values[row] = std::numeric_limits<double>::quiet_NaN();
    return values;
}

Result<Panel> read_panel(Columns const& columns, std::vector<double> const& outcomes, std::size_t unit,
                         std::size_t time, std::size_t first)
{
    effect::PanelRows const rows{columns[unit].codes, static_cast<std::uint32_t>(columns[unit].levels.size()),
                                 columns[time].numbers, outcomes, columns[first].numbers};
    for (std::size_t row = 0; row < rows.group.size(); ++row) {
        if (rows.group[row] < 0)
            return columns.error_at(row, first, "effect.negative", "when a unit was first treated, or 0 for never");
    }
    WF_TRY_VOID(check_once(columns, unit, rows));
    if (auto const row = effect::find_change(rows))
        return columns.error_at(*row, first, "effect.first_treated_changes",
                                "unit " + columns[unit].levels[rows.unit[*row]] + " at " + to_text(rows.time[*row]) +
                                    " is said to be first treated at another moment than in its rows above");
    return effect::make_panel(rows);
}

/// One matrix for each moment, or a single one when nothing changes over time.
Result<std::vector<stat::Matrix>> read_covariates(Panel const& panel, std::vector<stat::Column const*> const& terms)
{
    if (terms.empty()) {
        stat::Matrix constant;
        constant.add_column(std::vector<double>(panel.units, 1));
        return std::vector<stat::Matrix>{std::move(constant)};
    }
    WF_TRY(auto const design, stat::make_design(terms, panel.row));
    std::vector<stat::Matrix> all(panel.times.size(), stat::Matrix{panel.units, design.x.columns()});
    bool changes = false;
    for (std::size_t column = 0; column < design.x.columns(); ++column) {
        auto const values = design.x.column(column);
        for (std::size_t at = 0; at < all.size(); ++at) {
            auto const part = values.subspan(at * panel.units, panel.units);
            std::copy(part.begin(), part.end(), all[at].column(column).begin());
            changes = changes || !std::equal(part.begin(), part.end(), values.begin());
        }
    }
    if (!changes) all.resize(1);
    return all;
}

class Writing {
public:
    explicit Writing(double level) : m_level{level} {}

    void estimate(double att, std::optional<double> se, effect::Certainty const& certainty)
    {
        double const t = stat::t_quantile(0.5 + m_level / 2, se ? certainty.df : 1);
        double const reach = t * certainty.widen * se.value_or(0);
        m_json.member("att", att).member("se", se);
        if (se) write_interval(m_json, "ci", att - reach, att + reach);
        else m_json.key("ci").null();
    }
    void average(std::string_view name, Average const& average, std::string_view by)
    {
        m_json.key(name).begin_object();
        estimate(average.att, average.se, average.certainty);
        double const t = average.att / (average.certainty.widen * average.se);
        double const df = average.certainty.df;
        m_json.member("statistic", t).member("df", df).member("p", stat::t_two_sided(t, df));
        if (!by.empty()) {
            m_json.key("by").begin_array();
            for (auto const& part : average.by) {
                m_json.begin_object().member(by, part.at);
                estimate(part.att, part.se, part.certainty);
                m_json.end_object();
            }
            m_json.end_array();
        }
        m_json.end_object();
    }
    void pretest(effect::Pretest const& test)
    {
        m_json.begin_object().member("w", test.w).member("df", test.df).member("p", test.p).key("f");
        if (test.small)
            m_json.begin_object()
                .member("f", test.small->f)
                .member("df1", test.df)
                .member("df2", test.small->df2)
                .member("p", test.small->p)
                .end_object();
        else m_json.null();
        m_json.end_object();
    }
    std::string all(effect::StaggeredResult const& result)
    {
        m_json.begin_object().key("att_gt").begin_array();
        for (auto const& cell : result.att_gt) {
            m_json.begin_object().member("group", cell.group).member("time", cell.time);
            estimate(cell.att, cell.se, cell.certainty);
            m_json.end_object();
        }
        m_json.end_array();
        average("simple", result.simple, "");
        average("group", result.group, "group");
        average("dynamic", result.dynamic, "event_time");
        average("calendar", result.calendar, "time");
        m_json.key("pretest");
        if (result.pretest) pretest(*result.pretest);
        else m_json.null();
        m_json.end_object();
        return std::move(m_json).finish();
    }

private:
    JsonWriter m_json;
    double m_level;
};

std::vector<Warning> warnings_of(effect::StaggeredResult const& result, Panel const& panel, Columns const& columns)
{
    auto warnings = columns.warnings();
    auto const& notes = result.notes;
    auto const warn = [&](bool holds, std::string code, std::string text) {
        if (holds) warnings.push_back({std::move(code), std::move(text)});
    };
    warn_of_dropped(warnings, panel);
    warn(notes.treated_at_once > 0, "treated_at_once",
         std::to_string(notes.treated_at_once) + " units are left out: they were treated before there was a moment to "
                                                 "compare with");
    if (notes.last_group)
        warn(true, "last_group_as_controls",
             "everybody is treated sooner or later: those who begin at " + to_text(*notes.last_group) +
                 " serve as the others, and moments from their beginning on are left out");
    for (double const group : notes.small_groups)
        warn(true, "small_group", "few units begin at " + to_text(group) + ": its standard errors are rough");
    warn(notes.trimmed > 0, "trimmed",
         "up to " + std::to_string(notes.trimmed) +
             " controls of a group are left out: their chance of treatment is above 0.995");
    warn(notes.pretest_singular, "pretest_singular",
         "no pretest: there are too few units for so many moments before the beginning");
    warn(!result.pretest && !notes.pretest_singular, "no_pretest",
         "no group was seen at two moments before it began: nothing can be said about trends before");
    bool const few = result.pretest && result.pretest->small;
    warn(result.pretest && (few ? result.pretest->small->p : result.pretest->p) < 0.05, "trends_differ",
         "groups changed differently before they began (pretest): the answer rests on trends that are not alike");
    return warnings;
}

Result<int> run_staggered(web::CommandInput const& input)
{
    WF_TRY(auto const level, level_of(input));
    WF_TRY(auto const control, choice(input, "control", control_words, Control::never));
    WF_TRY(auto const estimator, choice(input, "estimator", estimator_words, Estimator::dr));
    WF_TRY(auto const base, choice(input, "base", base_words, Base::varying));
    WF_TRY(auto const anticipation, number_option(input, "anticipation", 0, -1e-300, 1e9));
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const unit, asking.one("unit", Kind::label));
    WF_TRY(auto const time, asking.one("time", Kind::number));
    WF_TRY(auto const first, asking.one("first-treated", Kind::number));
    WF_TRY(auto const covariates, asking.list("covariates", Kind::any));
    WF_TRY(auto const columns, asking.read());
    Basis basis{columns.rows(), 0, "did-staggered", effect::staggered_version, {}, {}};
    auto const terms = chosen(columns, covariates);
    auto const outcomes = where_complete(columns[outcome].numbers, terms);
    auto const panel = read_panel(columns, outcomes, unit, time, first);
    if (!panel) return refuse_or_fail(input, panel.error(), basis);
    basis.missing = columns.rows() - panel->row.size();
    auto const x = read_covariates(*panel, terms);
    if (!x) return refuse_or_fail(input, x.error(), basis);
    auto const result = effect::compute_staggered({*panel, *x, control, estimator, base, anticipation});
    if (!result) return refuse_or_fail(input, result.error(), basis);
    basis.settings = {{"units", std::to_string(result->units)},
                      {"moments", std::to_string(panel->times.size())},
                      {"level", to_text(level)}};
    return print_answer(input.out, Writing{level}.all(*result), basis, warnings_of(*result, *panel, columns));
}

} // namespace

std::vector<web::Command> staggered_commands()
{
    return {{"calc effect did-staggered",
             "FILE --outcome C --unit C --time C --first-treated C [--control never|notyet] [--estimator dr|ipw|reg] "
             "[--covariates a,b] [--base varying|universal] [--anticipation 0] [--level 0.95]",
             "Units begin at different moments (0 is never): the effect by group, by time since, by moment and in all "
             "(Callaway and Sant'Anna 2021), with a test of trends before",
             with_common_options({"outcome", "unit", "time", "first-treated", "control", "estimator", "covariates",
                                  "base", "anticipation"}),
             run_staggered, web::NeedsStore::no}};
}

} // namespace wf::calc
