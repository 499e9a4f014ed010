// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "platform/web/roles.hpp"

#include <array>

namespace wf::admin {

using namespace html;

namespace {

std::string_view where_key(access::Where where)
{
    switch (where) {
    case access::Where::everywhere: return "admin.rights.everywhere";
    case access::Where::workspace: return "admin.rights.workspace";
    case access::Where::top: return "admin.rights.top";
    case access::Where::own: break;
    }
    return "admin.rights.own";
}

/// Everybody with a role, whichever.
bool are_members(access::Roles roles)
{
    for (auto const role : access::all_roles) {
        if (!access::everybody.has(role) && !roles.has(role)) return false;
    }
    return true;
}

std::string who(words::Words const& t, access::Rights::Kind const& kind, access::Roles roles)
{
    if (kind.where == access::Where::own) return std::string{t("admin.rights.any_account")};
    if (roles.has_any(access::everybody)) return std::string{t("admin.rights.everybody")};
    if (are_members(roles)) return std::string{t("admin.rights.members")};
    return web::role_list(t, roles);
}

void write_kind(Html& page, web::Visit const& visit, access::Rights::Kind const& kind)
{
    auto const& t = visit.t;
    page(tag::tr, [&] {
        page(tag::th, attr::scope("row"), visit.language() == words::Language::nl ? kind.nl : kind.en);
        page(tag::td, [&] {
            page(tag::ul, attr::cls("plain"), [&] {
                for (auto const& line : kind.lines) {
                    page(tag::li, [&] {
                        page(tag::b, t("admin.rights.action." + std::string{access::to_word(line.action)}));
                        page.text(": " + who(t, kind, line.roles));
                    });
                }
            });
        });
        page(tag::td, t(where_key(kind.where)));
    });
}

} // namespace

Result<http::Response> rights_page(web::Visit const& visit, Office&)
{
    auto const& rights = *visit.context.rights;
    return write_page(visit, "/beheer/rechten", "admin.rights", [&](Html& page) {
        auto const& t = visit.t;
        page(tag::p, attr::cls("lead"), t("admin.rights.lead"));
        page(tag::p, t("admin.rights.factors", {{"roles", web::role_list(t, rights.careful())}}));
        std::array const columns{web::Column{"", std::string{t("admin.rights.kind")}, web::Align::start, false},
                                 web::Column{"", std::string{t("admin.rights.who")}, web::Align::start, false},
                                 web::Column{"", std::string{t("admin.rights.where")}, web::Align::start, false}};
        web::table(page, visit, t("admin.rights.caption"), columns, "", [&] {
            for (auto const& kind : rights.kinds()) write_kind(page, visit, kind);
        });
    });
}

} // namespace wf::admin
