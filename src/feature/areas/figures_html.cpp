// SPDX-License-Identifier: EUPL-1.2
#include "commons/statistics/statistics.hpp"
#include "feature/areas/pages.hpp"
#include "kernel/indicator/rate.hpp"
#include "platform/web/components.hpp"

#include <algorithm>

namespace wf::area_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// All years of one indicator, newest first, as a page shows them together.
using Series = std::vector<ShownFigure>;

std::vector<Series> group_by_indicator(std::vector<ShownFigure> const& figures)
{
    std::vector<Series> series;
    for (auto const& shown : figures) {
        if (series.empty() || series.back().front().indicator != shown.indicator) series.emplace_back();
        series.back().push_back(shown);
    }
    return series;
}

ShownFigure const& newest_answered(Series const& series)
{
    auto const found = std::find_if(series.begin(), series.end(),
                                    [](ShownFigure const& shown) { return shown.figure->status == Status::answered; });
    return found != series.end() ? *found : series.front();
}

/// The year of the boundary that the page shows, since the whole page is about that; else the newest.
ShownFigure const& of_boundary_year(Series const& series, int boundary_year)
{
    auto const found = std::find_if(series.begin(), series.end(), [&](ShownFigure const& shown) {
        return shown.figure->year == boundary_year && shown.figure->status == Status::answered;
    });
    return found != series.end() ? *found : newest_answered(series);
}

/// "3.730 (2017)": what the other years say.
std::string write_other_years(words::Words const& t, Series const& series, ShownFigure const& shown)
{
    std::string text;
    for (auto const& other : series) {
        if (other.figure == shown.figure || other.figure->status != Status::answered) continue;
        if (!text.empty()) text += ", ";
        text += show_value(t, *other.indicator, *other.figure->value).whole() + " (" +
                std::to_string(other.figure->year) + ")";
    }
    return text;
}

std::string kind_key(datasets::Kind kind, std::string_view tail)
{
    return "areas.kind." + std::string{datasets::to_word(kind)} + std::string{tail};
}

/// "between 2 and 13 %", "margin unknown" or "exact".
std::string write_margin(words::Words const& t, ShownFigure const& shown)
{
    auto const& figure = *shown.figure;
    if (!figure.low || !figure.high) return std::string{t("areas.margin.unknown")};
    if (*figure.low == *figure.high) return std::string{t("areas.margin.none")};
    // One decimal more than the figure itself: half a step of rounding must not round away.
    auto const write = [&](double value) {
        return show_value(t, *shown.indicator, value, shown.indicator->decimals + 1).whole();
    };
    return t("areas.margin.between", {{"low", write(*figure.low)}, {"high", write(*figure.high)}});
}

void write_why(web::FactWriter& facts, web::Visit const& visit, AreaPage const& data, ShownFigure const& shown)
{
    auto const& t = visit.t;
    auto const& figure = *shown.figure;
    auto const& indicator = *shown.indicator;
    if (shown.dataset != nullptr) {
        auto const& origin = shown.dataset->origin;
        facts.add(t("areas.why.source"), origin.title + " (" + origin.source + "; " + origin.licence + ")",
                  visit.link("/dataset/" + shown.dataset->id));
    }
    facts.add(t("areas.why.year"), std::to_string(figure.year));
    facts.add(t("areas.why.kind"), t(kind_key(indicator.kind, "")));
    if (indicator.denominator.empty()) {
        facts.add(t("areas.why.how"), t(kind_key(indicator.kind, ".how")));
    } else {
        auto const& measures = statistics::Measures::built_in();
        auto const name = [&](std::string const& code) -> std::string_view {
            auto const& measure = *measures.find(code);
            return visit.language() == words::Language::nl ? measure.name_nl : measure.name_en;
        };
        facts.add(t("areas.why.how"), t("areas.why.rate", {{"numerator", name(indicator.measure)},
                                                           {"denominator", name(indicator.denominator)},
                                                           {"factor", t.number(indicator.factor)}}));
    }
    if (indicator.kind == datasets::Kind::modelled)
        facts.add(t("areas.why.assumption"), t("areas.kind.modelled.assumption"));
    if (figure.status == Status::answered) facts.add(t("areas.why.margin"), write_margin(t, shown));
    if (figure.boundary_year != 0 && figure.boundary_year != data.area.year) {
        facts.add(t("areas.why.boundary"),
                  t("areas.why.boundary." + std::string{areas::to_word(figure.boundary)},
                    {{"year", std::to_string(figure.boundary_year)}, {"shown", std::to_string(data.area.year)}}));
    }
    facts.add(t("areas.why.run"), t("areas.why.run_name", {{"id", std::string_view{data.run_id}.substr(0, 13)}}),
              visit.link("/run/" + data.run_id));
}

std::string why_not(web::Visit const& visit, ShownFigure const& shown)
{
    return visit.t("areas.reason." + shown.figure->reason, {{"year", std::to_string(shown.figure->year)}});
}

/// The waves of a series, oldest first: "28 → 22 → 16 (2012–2020)".
void write_trend(html::Html& page, web::Visit const& visit, Series const& series)
{
    std::vector<ShownFigure> known;
    for (auto const& shown : series) {
        if (shown.figure->status == Status::answered) known.push_back(shown);
    }
    if (known.size() < 2) return;
    std::reverse(known.begin(), known.end());
    std::vector<std::optional<double>> values;
    std::string text;
    // A line joins years that are about the same land: one boundary for all, or each the same as the one that is shown.
    bool one_year = true;
    auto boundary = areas::Boundary::same;
    for (auto const& shown : known) {
        values.push_back(shown.figure->value);
        auto const decimals = shown.indicator->unit == "percent" ? 0 : shown.indicator->decimals;
        if (!text.empty()) text += " → ";
        text += show_value(visit.t, *shown.indicator, *shown.figure->value, decimals).number;
        one_year = one_year && shown.figure->boundary_year == known.front().figure->boundary_year;
        if (shown.figure->boundary != areas::Boundary::same && boundary != areas::Boundary::changed)
            boundary = shown.figure->boundary;
    }
    page(tag::span, attr::cls("tr"), [&] {
        bool const joined = one_year || boundary == areas::Boundary::same;
        web::spark(page, values, joined);
        page.text(text);
        page(tag::span, attr::cls("soft"),
             " (" + std::to_string(known.front().figure->year) + "–" + std::to_string(known.back().figure->year) + ")");
        if (!joined)
            page(tag::span, attr::cls("soft"), visit.t("areas.boundary." + std::string{areas::to_word(boundary)}));
    });
}

void write_number(html::Html& page, web::Visit const& visit, ShownFigure const& shown)
{
    page(tag::p, attr::cls("big"), [&] {
        if (shown.figure->status != Status::answered) {
            page(tag::span, attr::cls("soft"),
                 visit.t(shown.figure->status == Status::refused ? "areas.no_number" : "areas.unknown"));
            return;
        }
        auto const value = show_value(visit.t, *shown.indicator, *shown.figure->value);
        page.text(value.before);
        page(tag::b, value.number);
        page.text(value.after);
    });
}

/// People read whole euros, not thousands.
web::Scale in_euros(web::Scale scale)
{
    auto const times = [](std::optional<double> value) { return value ? std::optional{*value * 1000} : value; };
    return {scale.least * 1000, scale.most * 1000,      times(scale.value),    times(scale.low),
            times(scale.high),  times(scale.reference), std::move(scale.label)};
}

void write_scale(html::Html& page, web::Visit const& visit, AreaPage const& data, ShownFigure const& shown)
{
    auto const& t = visit.t;
    auto const& figure = *shown.figure;
    auto const& indicator = *shown.indicator;
    bool const whole = data.area.level == AreaLevel::municipality;
    web::Scale scale{indicator.least, indicator.most, figure.value, figure.low, figure.high, std::nullopt, {}};
    if (!whole) scale.reference = figure.reference;
    if (indicator.unit == "euro_1000") scale = in_euros(scale);
    scale.label = indicator.name(visit.language()) + ": " + data.area.name + " " +
                  show_value(t, indicator, *figure.value).whole();
    if (scale.reference)
        scale.label += ", " + data.municipality_name + " " + show_value(t, indicator, *figure.reference).whole();
    scale.label += ", " + write_margin(t, shown);
    web::scale(page, visit, scale);
}

void write_indicator(html::Html& page, web::Visit const& visit, AreaPage const& data, Series const& series)
{
    auto const& t = visit.t;
    auto const& shown = newest_answered(series);
    bool const whole = data.area.level == AreaLevel::municipality;
    page(tag::div, attr::cls("ind"), [&] {
        page(tag::div, attr::cls("indh"), [&] {
            page(tag::h4, shown.indicator->name(visit.language()));
            write_number(page, visit, shown);
        });
        if (shown.figure->status == Status::answered) {
            write_scale(page, visit, data, shown);
            page(tag::div, attr::cls("indf"), [&] {
                if (!whole) {
                    page(tag::span, shown.figure->reference
                                        ? data.municipality_name + ": " +
                                              show_value(t, *shown.indicator, *shown.figure->reference).whole()
                                        : t("areas.reference_unknown", {{"place", data.municipality_name}}));
                }
                write_trend(page, visit, series);
            });
        } else {
            page(tag::p, attr::cls("small"), why_not(visit, shown));
        }
        web::why(page, visit, [&](web::FactWriter& facts) { write_why(facts, visit, data, shown); });
    });
}

constexpr Theme conditions[] = {Theme::security, Theme::inclusion, Theme::cohesion, Theme::empowerment};

void write_known(html::Html& page, web::Visit const& visit, std::vector<Series> const& all)
{
    auto const& t = visit.t;
    auto const known = std::count_if(all.begin(), all.end(), [](Series const& series) {
        return newest_answered(series).figure->status == Status::answered;
    });
    page(tag::footer, [&] {
        page(tag::p,
             html::Marked{t("areas.known", {{"known", std::to_string(known)}, {"all", std::to_string(all.size())}})});
        page(tag::div, attr::cls("threads"), attr::hidden_from_readers(), [&] {
            for (std::size_t at = 0; at < all.size(); ++at) {
                page(tag::i, attr::when(at < static_cast<std::size_t>(known), attr::cls("k")));
            }
        });
    });
}

} // namespace

Shown show_value(words::Words const& t, Indicator const& indicator, double value, std::optional<int> decimals)
{
    if (indicator.unit == "euro_1000") return {"€ ", t.number(value * 1000), ""};
    auto number = t.number(value, decimals.value_or(indicator.decimals));
    auto const key = "areas.suffix." + indicator.unit;
    return {"", std::move(number), t.has(key) ? std::string{t(key)} : std::string{}};
}

void write_conditions(html::Html& page, web::Visit const& visit, AreaPage const& data)
{
    auto const& t = visit.t;
    page(tag::ul, attr::cls("key"), [&] {
        page(tag::li, [&] {
            page(tag::span, attr::cls("mark mark--margin"), attr::hidden_from_readers());
            page.text(t("areas.key.margin", {{"area", data.area.name}}));
        });
        page(tag::li, [&] {
            page(tag::span, attr::cls("mark mark--open"), attr::hidden_from_readers());
            page.text(t("areas.key.open", {{"area", data.area.name}}));
        });
        if (data.area.level != AreaLevel::municipality) {
            page(tag::li, [&] {
                page(tag::span, attr::cls("mark mark--reference"), attr::hidden_from_readers());
                page.text(t("areas.key.reference", {{"place", data.municipality_name}}));
            });
        }
    });
    page(tag::div, attr::cls("grid conds"), [&] {
        for (auto const condition : conditions) {
            auto const all = group_by_indicator(data.shown(condition));
            std::string const key = "areas.theme." + std::string{to_word(condition)};
            page(tag::article, attr::cls("card cond"), [&] {
                page(tag::header, [&] {
                    page(tag::h3, t(key));
                    page(tag::p, attr::cls("q"), t(key + ".question"));
                });
                for (auto const& series : all) write_indicator(page, visit, data, series);
                write_known(page, visit, all);
            });
        }
    });
}

void write_theme_table(html::Html& page, web::Visit const& visit, AreaPage const& data, Theme theme)
{
    auto const& t = visit.t;
    bool const whole = data.area.level == AreaLevel::municipality;
    std::vector<web::Column> columns{
        {"", std::string{t("areas.column.figure")}, web::Align::start, false},
        {"", data.area.name, web::Align::number, false},
        {"", data.municipality_name, web::Align::number, false},
        {"", std::string{t("areas.column.year")}, web::Align::number, false},
        {"", std::string{t("areas.column.other_years")}, web::Align::number, true},
        {"", std::string{t("areas.column.kind")}, web::Align::start, true},
        {"", std::string{t("areas.column.origin")}, web::Align::start, true},
    };
    if (whole) columns.erase(columns.begin() + 2); // it would say everything twice
    auto const caption = t(whole ? "areas.theme_caption_whole" : "areas.theme_caption",
                           {{"theme", t("areas.theme." + std::string{to_word(theme)})}, {"area", data.area.name}});
    web::table(page, visit, caption, columns, "", [&] {
        for (auto const& series : group_by_indicator(data.shown(theme))) {
            auto const& shown = of_boundary_year(series, data.area.year);
            auto const& figure = *shown.figure;
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), shown.indicator->name(visit.language()));
                page(tag::td, attr::cls("n"), [&] {
                    if (figure.status == Status::answered)
                        page.text(show_value(t, *shown.indicator, *figure.value).whole());
                    else
                        page(tag::span, attr::cls("soft"),
                             t(figure.status == Status::refused ? "areas.no_number" : "areas.unknown_short"));
                });
                if (!whole)
                    page(tag::td, attr::cls("n soft"),
                         figure.reference ? show_value(t, *shown.indicator, *figure.reference).whole()
                                          : std::string{t("areas.unknown_short")});
                page(tag::td, attr::cls("n"), std::to_string(figure.year));
                page(tag::td, attr::cls("n wide earlier"), write_other_years(t, series, shown));
                page(tag::td, attr::cls("wide"), t(kind_key(shown.indicator->kind, "")));
                page(tag::td, attr::cls("wide"), [&] {
                    if (figure.status != Status::answered)
                        page(tag::span, attr::cls("soft"), why_not(visit, shown) + " ");
                    if (shown.dataset == nullptr) return;
                    page(tag::a, attr::href(visit.link("/dataset/" + shown.dataset->id)), shown.dataset->origin.source);
                });
            });
        }
    });
    page(tag::p, attr::cls("small soft"), [&] {
        page.text(t("areas.rounded"));
        page.text(" ");
        page(tag::a, attr::href(visit.link("/run/" + data.run_id)), t("areas.why_numbers"));
    });
}

} // namespace wf::area_pages
