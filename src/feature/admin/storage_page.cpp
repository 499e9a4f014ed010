// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "platform/web/moments.hpp"

#include <array>

namespace wf::admin {

using namespace html;

namespace {

struct Badge {
    std::string_view modifier;
    std::string_view key;
};

Badge badge_of(Health health)
{
    switch (health) {
    case Health::ok: return {"ok", "admin.health.ok"};
    case Health::warn: return {"made", "admin.health.warn"};
    case Health::wrong: break;
    }
    return {"bad", "admin.health.wrong"};
}

void write_room(Html& page, web::Visit const& visit, Checked const& checked)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("admin.room"));
        std::array const facts{web::Fact{std::string{t("admin.room.where")}, visit.context.settings->text("store.url"),
                                         ""},
                               web::Fact{std::string{t("admin.room.database")}, size_of(t, checked.database_bytes), ""},
                               web::Fact{std::string{t("admin.room.log")}, size_of(t, checked.log_bytes), ""},
                               web::Fact{std::string{t("admin.room.free")}, size_of(t, checked.free_bytes), ""}};
        web::facts(page, facts);
    });
}

void write_last_backup(Html& page, web::Visit const& visit, Checked const& checked)
{
    auto const& t = visit.t;
    if (!checked.last_backup) {
        page(tag::p, t("admin.backup.none"));
        return;
    }
    auto const& last = *checked.last_backup;
    std::array const facts{web::Fact{std::string{t("admin.backup.when")}, web::moment_of(t, last.made_millis), ""},
                           web::Fact{std::string{t("admin.backup.file")}, last.file, ""},
                           web::Fact{std::string{t("admin.backup.size")}, size_of(t, last.bytes), ""},
                           web::Fact{std::string{t("admin.backup.checksum")}, last.sha256, ""}};
    web::facts(page, facts);
}

void write_backup(Html& page, web::Visit const& visit, Checked const& checked)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("admin.backup"));
        write_last_backup(page, visit, checked);
        page(tag::h3, t("admin.backup.make"));
        page(tag::p, t("admin.backup.make_text"));
        page(tag::pre, attr::named("tabindex", "0"), attr::role("region"), attr::label(t("admin.backup.make")),
             [&] { page(tag::code, "weefsel backup weefsel.backup\nweefsel backup verify weefsel.backup"); });
        page(tag::h3, t("admin.backup.restore"));
        page(tag::p, t("admin.backup.restore_text"));
        page(tag::pre, attr::named("tabindex", "0"), attr::role("region"), attr::label(t("admin.backup.restore")),
             [&] { page(tag::code, "weefsel restore weefsel.backup --to new/weefsel.db"); });
    });
}

void write_findings(Html& page, web::Visit const& visit, Checked const& checked)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("admin.findings"));
        if (checked.findings.empty()) {
            page(tag::p, t("admin.care.not_looked"));
            return;
        }
        page(tag::p, t("admin.findings.text", {{"when", web::moment_of(t, checked.at_millis)}}));
        std::array const columns{web::Column{"", std::string{t("admin.findings.subject")}, web::Align::start, false},
                                 web::Column{"", std::string{t("admin.findings.health")}, web::Align::start, false},
                                 web::Column{"", std::string{t("admin.findings.what")}, web::Align::start, false}};
        web::table(page, visit, t("admin.findings.caption"), columns, "", [&] {
            for (auto const& finding : checked.findings) {
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), finding_title(t, finding));
                    page(tag::td, [&] {
                        auto const badge = badge_of(finding.health);
                        web::tag_label(page, badge.modifier, t(badge.key));
                    });
                    page(tag::td, [&] { write_finding(page, visit, finding); });
                });
            }
        });
    });
}

} // namespace

Result<http::Response> storage_page(web::Visit const& visit, Office& office)
{
    auto const checked = office.checkup.ask();
    return write_page(visit, "/beheer/opslag", "admin.storage", [&](Html& page) {
        write_room(page, visit, *checked);
        write_backup(page, visit, *checked);
        write_findings(page, visit, *checked);
    });
}

} // namespace wf::admin
