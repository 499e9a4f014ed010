// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/parts.hpp"

#include "base/date.hpp"

#include <array>

namespace wf::admin {

using namespace html;

namespace {

struct MenuItem {
    std::string_view path;
    std::string_view key;
};
constexpr std::array menu{
    MenuItem{"/beheer", "admin.overview"},
    MenuItem{"/beheer/werkplaatsen", "admin.workspaces"},
    MenuItem{"/beheer/instellingen", "admin.settings"},
    MenuItem{"/beheer/opslag", "admin.storage"},
    MenuItem{"/beheer/post", "admin.mail"},
    MenuItem{"/beheer/inloggen", "admin.logins"},
    MenuItem{"/beheer/rechten", "admin.rights"},
    MenuItem{"/bronnen", "admin.sources"},
    MenuItem{"/taken", "admin.jobs"},
};

void write_menu(Html& page, web::Visit const& visit, std::string_view current)
{
    auto const& t = visit.t;
    page(tag::nav, attr::cls("sub noprint"), attr::label(t("admin.menu")), [&] {
        page(tag::ul, [&] {
            for (auto const& item : menu) {
                page(tag::li, [&] {
                    page(tag::a, attr::href(visit.link(item.path)), attr::current(item.path == current), t(item.key));
                });
            }
        });
    });
}

std::string health_word(Health health)
{
    switch (health) {
    case Health::ok: return "ok";
    case Health::warn: return "warn";
    case Health::wrong: return "wrong";
    }
    return "ok";
}

} // namespace

http::Response write_page(web::Visit const& visit, std::string_view path, std::string_view title_key,
                          std::function<void(Html&)> const& write, int status)
{
    auto const& t = visit.t;
    web::Frame frame;
    frame.title = t(title_key);
    frame.section = "admin";
    frame.status = status;
    frame.cache = http::Cache::never;
    if (path != menu.front().path)
        frame.crumbs = {{std::string{t("admin.title")}, visit.link(menu.front().path)}, {frame.title, ""}};
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t(title_key));
        page(tag::div, attr::cls("lay"), [&] {
            write_menu(page, visit, path);
            page(tag::div, attr::cls("main"), [&] { write(page); });
        });
    });
}

std::string size_of(words::Words const& t, std::int64_t bytes)
{
    constexpr double mega = 1e6;
    constexpr double many = 1000;
    constexpr double few = 10;
    auto const megas = static_cast<double>(bytes) / mega;
    if (megas >= many) return t.number(megas / many, 1) + " GB";
    return t.number(megas, megas < few ? 1 : 0) + " MB";
}

std::string size_of(words::Words const& t, std::optional<std::int64_t> const& bytes)
{
    return bytes ? size_of(t, *bytes) : std::string{t("admin.unknown")};
}

std::string finding_title(words::Words const& t, Finding const& finding)
{
    auto const key = "admin.finding." + finding.subject;
    return t.has(key) ? std::string{t(key)} : finding.subject;
}

void write_english(Html& page, web::Visit const& visit, std::string_view words)
{
    page(tag::span, attr::when(visit.language() != words::Language::en, attr::lang("en")), words);
}

void write_finding(Html& page, web::Visit const& visit, Finding const& finding)
{
    auto const key = "admin.finding." + finding.subject + "." + health_word(finding.health);
    if (visit.t.has(key)) page(tag::p, visit.t(key));
    page(tag::p, attr::cls("small soft"), [&] { write_english(page, visit, finding.what); });
    if (!finding.remedy.empty())
        page(tag::p, attr::cls("small soft"), [&] { write_english(page, visit, finding.remedy); });
}

} // namespace wf::admin
