// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/forms.hpp"
#include "feature/reach/rules_compared.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// Were these files in force when the run was made? What the run does not say is not held against it.
bool is_made_with(Picture const& picture, Rules const& rules)
{
    auto const settings = json::read(picture.run.settings);
    if (!settings) return false;
    auto const same = [&](std::string_view name, std::string const& version) {
        auto const* said = settings->find(name);
        return said == nullptr || said->text() == nullptr || *said->text() == version;
    };
    return same("categories", rules.categories.version()) && same("profiles", rules.profiles.version()) &&
           same("priors", rules.priors.version);
}

std::string count_of(words::Words const& t, std::vector<DifferenceRow> const& rows, std::string_view file)
{
    auto const n = std::count_if(rows.begin(), rows.end(), [&](DifferenceRow const& row) { return row.file == file; });
    return t.number(static_cast<double>(n));
}

void write_files(html::Html& page, web::Visit const& visit, Rules const& rules, std::vector<DifferenceRow> const& rows)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{{"", std::string{t("reach.rules.column.file")}, web::Align::start, false},
                                           {"", std::string{t("reach.rules.column.whose")}, web::Align::start, false},
                                           {"", std::string{t("reach.rules.column.differences")}, web::Align::number,
                                            false}};
    auto const link = [&](std::string_view file) {
        if (file == "profiles.json") return link_to(visit, "/lopers", {});
        if (file == "priors_walk.json") return link_to(visit, "/loper/" + rules.profiles.all().front().profile.id, {});
        if (file == "provision_norms.json") return link_to(visit, "/basisvoorzieningen", {});
        return link_to(visit, "/plekken", {});
    };
    web::table(page, visit, t("reach.rules.files"), columns, "", [&] {
        for (auto const& file : walking::rules_files()) {
            bool const own = rules.is_own(file.name);
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(link(file.name)), t("reach.rules.file." + std::string{file.name}));
                    page(tag::span, attr::cls("within"), file.name);
                });
                page(tag::td, t(own ? "reach.rules.own" : "reach.rules.built_in"));
                page(tag::td, attr::cls("n"), own ? count_of(t, rows, file.name) : "–");
            });
        }
    });
}

void write_differences(html::Html& page, web::Visit const& visit, std::vector<DifferenceRow> const& rows)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{{"", std::string{t("reach.rules.column.what")}, web::Align::start, false},
                                           {"", std::string{t("reach.rules.column.before")}, web::Align::start, false},
                                           {"", std::string{t("reach.rules.column.after")}, web::Align::start, false}};
    web::table(page, visit, t("reach.rules.caption"), columns, "", [&] {
        for (auto const& row : rows) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page.text(row.what);
                    page(tag::span, attr::cls("within"), t("reach.rules.file." + row.file));
                });
                page(tag::td, row.kind == "added" ? std::string{t("reach.rules.not_there")} : row.before);
                page(tag::td, row.kind == "removed" ? std::string{t("reach.rules.taken_out")} : row.after);
            });
        }
    });
}

} // namespace

Result<http::Response> rules_page(web::Visit const& visit, Desk& desk)
{
    auto const& rules = desk.rules;
    auto const picture = desk.pictures.get(visit.store(), municipality_of(visit));
    web::Table<RulesSummary, DifferenceRow> view;
    view.rows = compare_with_built_in(rules);
    view.summary = {rules.categories.version(),
                    rules.profiles.version(),
                    rules.priors.version,
                    {},
                    picture != nullptr && !is_made_with(*picture, rules)};
    for (auto const& file : rules.own) view.summary.own += (view.summary.own.empty() ? "" : ",") + file.name;
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& t = visit.t;
        web::Frame frame;
        frame.title = t("reach.rules.title");
        frame.section = "home";
        frame.crumbs = {{std::string{t("reach.crumb.home")}, visit.link("/")}, {frame.title, ""}};
        frame.formats = other_formats(visit, "/uitgangspunten");
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, frame.title);
            page(tag::p, attr::cls("lead"), t("reach.rules.lead"));
            if (view.summary.run_differs)
                web::message(page, web::Message::warn, t("reach.rules.stale"),
                             [&] { page(tag::p, t("reach.rules.stale_help")); });
            page(tag::section, [&] { write_files(page, visit, rules, view.rows); });
            page(tag::section, [&] {
                page(tag::h2, t("reach.rules.differences"));
                if (rules.own.empty()) page(tag::p, t("reach.rules.none_own"));
                else if (view.rows.empty()) page(tag::p, t("reach.rules.no_differences"));
                else write_differences(page, visit, view.rows);
            });
            page(tag::section, [&] {
                page(tag::h2, t("reach.rules.how"));
                page(tag::p, t("reach.rules.how_help"));
            });
        });
    });
}

} // namespace wf::reach_pages
