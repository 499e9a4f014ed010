// SPDX-License-Identifier: EUPL-1.2
// The accounting of a year: the page, its spreadsheet, its text and its PDF, all of one sheet.
#include "base/text.hpp"
#include "commons/trail/chain.hpp"
#include "commons/workspaces/pages.hpp"
#include "feature/accounting/forms.hpp"
#include "feature/accounting/pages.hpp"
#include "feature/accounting/views.hpp"
#include "platform/clock/today.hpp"
#include "platform/web/assets.hpp"
#include "platform/web/components.hpp"
#include "platform/web/links.hpp"
#include "platform/web/paging.hpp"
#include "platform/web/redirect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace wf::accounting {

using namespace html;
using Kind = SheetLine::Kind;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    std::shared_ptr<Sheet const> sheet;
    std::string today;
};

/// This year, when none is asked for.
Result<int> read_year(web::Visit const& visit)
{
    auto const asked = visit.request.parameter("jaar");
    auto const year = parse_integer(asked ? *asked : std::string_view{today_iso()}.substr(0, 4));
    constexpr std::int64_t first = 2000;
    constexpr std::int64_t last = 2099;
    if (!year || *year < first || *year > last)
        return Error{Trouble::bad_input, "accounting.bad_year", "jaar", std::string{*asked}};
    return static_cast<int>(*year);
}

Result<Loaded> load(web::Visit const& visit, Desk& desk)
{
    WF_TRY(auto const year, read_year(visit));
    struct Head {
        workspaces::Workspace workspace;
        std::string last;
    };
    WF_TRY(auto head, visit.store().read([&](store::Session& session) -> Result<Head> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto last = trail::head(session, workspace.id).hash;
        return Head{std::move(workspace), std::move(last)};
    }));
    auto const& workspace = head.workspace;
    auto const today = today_iso();
    std::string const key = workspace.id + '|' + workspace.address + '|' + workspace.name + '|' + std::to_string(year) +
                            '|' + std::string{words::to_code(visit.language())} + '|' + today + '|' + head.last;
    using Made = std::shared_ptr<Sheet const>;
    WF_TRY(auto sheet, desk.sheets.get(visit.store(), key, [&]() -> Result<Made> {
        auto const input = visit.store().read([&](store::Session& session) {
            return load_input(session, {workspace.id, workspace.address, year});
        });
        return std::make_shared<Sheet const>(
            make_sheet(make_report(input),
                       {visit.t, workspace.name, today, [&](std::string_view path) { return visit.link(path); }}));
    }));
    return Loaded{std::move(head.workspace), std::move(sheet), today};
}

std::optional<std::string_view> known(std::string const& text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>{text};
}

web::Table<AccountingSummary, AccountingLine> make_view(Loaded const& loaded)
{
    web::Table<AccountingSummary, AccountingLine> view;
    view.summary = {loaded.workspace.name, loaded.sheet->year, loaded.today};
    for (auto const& section : loaded.sheet->sections) {
        for (auto const& line : section.lines) {
            AccountingLine row{section.key, section.heading, to_word(line.kind), line.label};
            if (line.number && line.unit == "%") row.percent = line.number;
            else if (line.number) row.number = std::llround(*line.number);
            row.unit = known(line.unit);
            row.detail = known(line.detail);
            row.link = known(line.link);
            view.rows.push_back(std::move(row));
        }
    }
    return view;
}

void write_counts(Html& page, web::Visit const& visit, SheetSection const& section)
{
    auto const& t = visit.t;
    std::array const columns{web::Column{"", std::string{t("accounting.column.what")}, web::Align::start, false},
                             web::Column{"", std::string{t("accounting.column.number")}, web::Align::number, false}};
    web::table(page, visit, t("accounting.caption", {{"section", section.heading}}), columns, "", [&] {
        for (auto const& line : section.lines) {
            if (line.kind != Kind::count) continue;
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), line.label);
                page(tag::td, attr::cls("n"), line.value);
            });
        }
    });
}

std::string here_link(web::Visit const& visit, Loaded const& loaded, std::string_view below, int year)
{
    return workspaces::inside(visit, loaded.workspace, "/verantwoording") + std::string{below} +
           "?jaar=" + std::to_string(year);
}

/// Which part is turned, and to where.
struct Turned {
    std::string section;
    std::int64_t from{0};
};

/// Where the others are: on the pages before and after this one, and all of them in the files.
void write_turns(Html& page, web::Visit const& visit, Loaded const& loaded, std::string const& section,
                 std::int64_t from, std::int64_t all)
{
    auto const last = std::min(from + web::rows_on_a_page, all);
    if (from == 0 && last == all) return;
    auto const& t = visit.t;
    page(tag::p, t("accounting.shown", {{"first", t.number(static_cast<double>(from + 1))},
                                        {"last", t.number(static_cast<double>(last))},
                                        {"all", t.number(static_cast<double>(all))}}));
    web::write_turns(page, visit, "accounting", from, all, [&](std::int64_t to) {
        return here_link(visit, loaded, "", loaded.sheet->year) + "&deel=" + section + "&vanaf=" + std::to_string(to) +
               "#" + section;
    });
}

void write_records(Html& page, web::Visit const& visit, Loaded const& loaded, SheetSection const& section,
                   std::int64_t from)
{
    auto const all = static_cast<std::int64_t>(records_of(section).size());
    if (all == 0) return;
    from = std::min(from, all - 1);
    // Open, so that it prints with what it was counted from.
    page(tag::details, attr::cls("pane"), attr::bare("open"), [&] {
        page(tag::summary, visit.t.count("accounting.records", all));
        page(tag::ul, attr::cls("plain records"), [&] {
            for (auto const& line : some_records(section, from, web::rows_on_a_page)) {
                page(tag::li, [&] {
                    if (line.link.empty()) page(tag::b, line.label);
                    else page(tag::a, attr::href(line.link), line.label);
                    if (!line.detail.empty()) page(tag::p, line.detail);
                });
            }
        });
        write_turns(page, visit, loaded, section.key, from, all);
    });
}

void write_section(Html& page, web::Visit const& visit, Loaded const& loaded, SheetSection const& section,
                   Turned const& turned)
{
    page(tag::section, attr::id(section.key), [&] {
        page(tag::h2, section.heading);
        if (section.lines.front().kind == Kind::nothing) {
            page(tag::p, section.lines.front().label);
            return;
        }
        write_counts(page, visit, section);
        write_records(page, visit, loaded, section, section.key == turned.section ? turned.from : 0);
    });
}

void write_choices(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    auto const year = loaded.sheet->year;
    page(tag::p, attr::cls("row noprint"), [&] {
        auto const turn = [&](int to) {
            page(tag::a, attr::href(here_link(visit, loaded, "", to)),
                 t("accounting.turn", {{"year", std::to_string(to)}}));
        };
        turn(year - 1);
        turn(year + 1);
        page(tag::a, attr::href(here_link(visit, loaded, "/pdf", year)), t("accounting.as.pdf"));
        page(tag::a, attr::href(here_link(visit, loaded, "/tekst", year)), t("accounting.as.text"));
        page(tag::a, attr::href(here_link(visit, loaded, ".csv", year)), t("accounting.as.csv"));
    });
}

/// A file under a name of ours, that says which werkplaats and year.
http::Response as_file(Loaded const& loaded, std::string content_type, std::string_view ending, std::string body)
{
    http::Response response;
    web::add_security_headers(response);
    response.content_type = std::move(content_type);
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"verantwoording-" + loaded.workspace.address + "-" +
                                      std::to_string(loaded.sheet->year) + std::string{ending} + '"');
    response.body = std::move(body);
    response.cache = http::Cache::never;
    return response;
}

pdf::Fonts fonts_of(web::Assets const& assets)
{
    auto const bytes = [&](std::string_view name) {
        auto const* file = assets.find(assets.path(name));
        WF_CHECK(file != nullptr);
        return file->bytes;
    };
    return {bytes("atkinson-hyperlegible-next-latin-wght-normal.woff2"),
            bytes("atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"),
            bytes("source-sans-3-latin-wght-normal.woff2")};
}

Absolute absolute_of(web::Visit const& visit)
{
    return [&visit](std::string_view path) { return web::absolute_link(visit, path); };
}

} // namespace

Result<http::Response> accounting_page(web::Visit const& visit, Desk& desk)
{
    WF_TRY(auto const looked, web::read_looked(visit));
    Turned const turned{std::string{visit.request.parameter("deel").value_or("")}, looked.from};
    WF_TRY(auto const loaded, load(visit, desk));
    return web::answer_fresh(
        visit, [&] { return make_view(loaded); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            auto frame = workspaces::frame_inside(visit, std::string{t("accounting.title")}, loaded.workspace);
            auto const year = loaded.sheet->year;
            frame.formats = {{"JSON", here_link(visit, loaded, ".json", year)},
                             {"CSV", here_link(visit, loaded, ".csv", year)}};
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, loaded.sheet->title);
                page(tag::p, attr::cls("lead"), loaded.sheet->about);
                write_choices(page, visit, loaded);
                for (auto const& section : loaded.sheet->sections) write_section(page, visit, loaded, section, turned);
            });
        });
}

Result<http::Response> accounting_text(web::Visit const& visit, Desk& desk)
{
    WF_TRY(auto const loaded, load(visit, desk));
    return as_file(loaded, "text/plain; charset=utf-8", ".txt", as_text(*loaded.sheet, absolute_of(visit)));
}

Result<http::Response> accounting_paper(web::Visit const& visit, Desk& desk)
{
    WF_TRY(auto const loaded, load(visit, desk));
    WF_TRY(auto paper, as_paper(*loaded.sheet, absolute_of(visit), fonts_of(*visit.context.assets),
                                {loaded.sheet->title, loaded.workspace.name, loaded.today}));
    return as_file(loaded, "application/pdf", ".pdf", std::move(paper));
}

} // namespace wf::accounting
