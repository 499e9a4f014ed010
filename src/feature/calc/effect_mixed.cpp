// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/effect.hpp"
#include "kernel/stat/mixed.hpp"

#include <algorithm>

namespace wf::calc {
namespace {

/// Columns of one `--random`: a slope or 1, and groups, the outer ones first.
struct Typed {
    std::optional<std::size_t> slope; ///< nothing: an intercept alone
    std::vector<std::size_t> groups;
};

Result<Typed> read_term(std::string const& text, Asking& asking)
{
    auto const bar = text.find('|');
    auto const wrong = [&] {
        return usage("--random", "\"" + text + "\" is not of the form 1|group, slope|group or 1|outer/inner");
    };
    if (bar == std::string::npos || bar == 0) return wrong();
    Typed typed;
    if (auto const slope = text.substr(0, bar); slope != "1") typed.slope = asking.add({slope, Kind::number});
    for (std::size_t begin = bar + 1; begin <= text.size();) {
        auto const end = std::min(text.find('/', begin), text.size());
        if (end == begin) return wrong();
        typed.groups.push_back(asking.add({text.substr(begin, end - begin), Kind::label}));
        begin = end + 1;
    }
    if (typed.groups.empty()) return wrong();
    return typed;
}

Result<std::vector<Typed>> read_terms(web::CommandInput const& input, Asking& asking)
{
    std::vector<Typed> terms;
    for (auto const& [name, text] : input.options) {
        if (name != "random") continue;
        WF_TRY(auto term, read_term(text, asking));
        terms.push_back(std::move(term));
    }
    if (terms.empty()) return usage("--random", "say which groups: 1|group, slope|group or 1|outer/inner");
    return terms;
}

/// Terms as the kernel has them: `a/b` is a term for a and one for b within a.
std::vector<stat::RandomTerm> make_terms(std::vector<Typed> const& typed, Columns const& columns,
                                         std::vector<std::size_t> const& rows)
{
    std::vector<stat::RandomTerm> terms;
    for (auto const& each : typed) {
        stat::RandomTerm term;
        if (each.slope) {
            term.slope = stat::pick(columns[*each.slope], rows);
            term.slope_name = columns[*each.slope].name;
        }
        for (auto const group : each.groups) {
            auto const own = stat::make_groups(columns[group], rows);
            term.groups = term.group.empty() ? own : stat::crossed(term.groups, own);
            term.group += (term.group.empty() ? "" : "/") + columns[group].name;
            terms.push_back(term);
        }
    }
    return terms;
}

void write(JsonWriter& json, stat::Mixed const& fit, stat::Likelihood likelihood)
{
    json.begin_object().key("fixed").begin_array();
    for (auto const& each : fit.fixed)
        json.begin_object()
            .member("name", each.name)
            .member("estimate", each.estimate)
            .member("se", each.se)
            .end_object();
    json.end_array().key("random").begin_array();
    for (auto const& each : fit.random) {
        json.begin_object().member("group", each.group).member("groups", each.count).key("sd").begin_array();
        for (auto const sd : each.sd) json.value(sd);
        json.end_array();
        if (each.sd.size() > 1) json.member("correlation", each.correlation);
        json.end_object();
    }
    json.end_array().member("sigma", fit.sigma);
    json.member(likelihood == stat::Likelihood::restricted ? "reml" : "deviance", fit.criterion);
    json.member("loglik", -fit.criterion / 2).end_object();
}

Result<int> run_mixed(web::CommandInput const& input)
{
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const fixed, asking.list("fixed", Kind::any));
    WF_TRY(auto const typed, read_terms(input, asking));
    WF_TRY(auto const columns, asking.read());
    auto const terms = chosen(columns, fixed);
    auto used = terms;
    used.push_back(&columns[outcome]);
    for (auto const& term : typed) {
        if (term.slope) used.push_back(&columns[*term.slope]);
        for (auto const group : term.groups) used.push_back(&columns[group]);
    }
    auto const rows = stat::complete_rows(used);
    Basis basis{columns.rows(), columns.rows() - rows.size(), "mixed", stat::mixed_version, {}, {}};
    auto const design = stat::make_design(terms, rows);
    if (!design) return refuse_or_fail(input, design.error(), basis);
    auto const likelihood = input.option("ml") ? stat::Likelihood::full : stat::Likelihood::restricted;
    auto const numbers = stat::pick(columns[outcome], rows);
    auto const fit = stat::compute_mixed({numbers, *design, make_terms(typed, columns, rows), likelihood});
    if (!fit) return refuse_or_fail(input, fit.error(), basis);

    JsonWriter json;
    write(json, *fit, likelihood);
    auto warnings = columns.warnings();
    if (fit->boundary) {
        warnings.push_back({"boundary",
                            "a variance lies at its border of 0, or a correlation at 1: these rows cannot tell so many "
                            "kinds of difference between groups apart; a simpler --random says as much"});
    }
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

} // namespace

std::vector<web::Command> mixed_commands()
{
    return {
        {"calc effect mixed",
         "FILE --outcome C [--fixed a,b] --random \"1|group\" [--random \"slope|group\" ...] [--ml]",
         "How an outcome goes with columns when rows lie in groups, each with a level or a slope of its own; 1|outer/inner are "
         "groups inside groups",
         with_common_options({"outcome", "fixed", "random", "ml"}), run_mixed, web::NeedsStore::no}};
}

} // namespace wf::calc
