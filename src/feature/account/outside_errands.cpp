// SPDX-License-Identifier: EUPL-1.2
#include "base/percent.hpp"
#include "base/text.hpp"
#include "commons/people/memberships.hpp"
#include "feature/account/outside.hpp"
#include "feature/account/parts.hpp"
#include "platform/web/links.hpp"

namespace wf::account {

using namespace html;

namespace {

constexpr std::size_t most_of_name = 100; // as in the form of an invitation

/// As the provider tells it, on one line; else what stands before the @ of the invited address. It can be changed later.
std::string name_for(oidc::Person const& person, std::string_view mail)
{
    std::string name;
    std::size_t characters = 0;
    for (char const c : person.name) {
        auto const byte = static_cast<unsigned char>(c);
        bool const begins = (byte & 0xc0U) != 0x80U;
        if (begins && ++characters > most_of_name) break;
        name += byte < 0x20 || byte == 0x7f ? ' ' : c;
    }
    auto const trimmed = trim(name);
    return trimmed.empty() ? std::string{mail.substr(0, mail.find('@'))} : std::string{trimmed};
}

http::Response write_unknown(web::Visit const& visit)
{
    auto frame = frame_of(visit, "account.unknown");
    frame.status = http_status(Trouble::forbidden);
    auto request = visit.request;
    request.path = request.target = visit.link("/inloggen");
    request.query.clear();
    return web::page(visit.asking(request), frame, [&](Html& page) {
        auto const& t = visit.t;
        page(tag::h1, t("account.unknown"));
        page(tag::p, attr::cls("lead"), t("account.unknown.lead", {{"name", name_of_outside(visit)}}));
        page(tag::h2, t("account.unknown.how"));
        page(tag::ul, [&] {
            for (auto const* key : {"account.unknown.invitation", "account.unknown.link", "account.unknown.none"})
                page(tag::li, t(key));
        });
        page(tag::p, [&] { page(tag::a, attr::href(visit.link("/inloggen")), t("account.unknown.back")); });
    });
}

Result<http::Response> end_login(web::Visit const& visit, people::House& house, Kept const& kept,
                                 oidc::Person const& person)
{
    auto const account = visit.store().read([&](store::Session& session) -> std::optional<people::Account> {
        auto const id = people::find_by_identity(session, house, person.issuer, person.subject);
        return id ? people::find_account(session, house, *id) : std::nullopt;
    });
    if (!account || account->is_blocked)
        house.note(watch::Kind::outside_wrong, account ? account->id : "", visit.request.peer);
    if (!account) {
        if (visit.request.format == http::Format::html) return write_unknown(visit);
        return Error{Trouble::forbidden, "people.no_account", "", "ask for an invitation"};
    }
    if (account->is_blocked) return Error{Trouble::forbidden, "people.blocked", "", "ask an administrator"};
    auto const target = web::safe_target(kept.matter, visit.link("/mijn"));
    if (!account->has_code) return let_in(visit, house, account->id, people::Proof::password, target);
    return let_in(visit, house, account->id, people::Proof::password_code_waits,
                  visit.link("/inloggen/code") + "?naar=" + percent_encode(target));
}

Result<http::Response> end_link(web::Visit const& visit, people::House& house, Kept const& kept,
                                oidc::Person const& person)
{
    // Somebody else logged in meanwhile, or nobody is any more.
    if (!visit.actor.has_account() || visit.actor.person_id != kept.person)
        return Error{Trouble::forbidden, "oidc.other_login", "", "log in again and link again"};
    auto const linked = visit.store().write([&](store::Session& session) -> Result<void> {
        WF_TRY_VOID(people::add_identity(session, house, kept.person, person.issuer, person.subject));
        return tell_by_letter(session, visit, house, kept.person, "account.changed.linked");
    });
    if (!linked) return linked.error();
    return web::done(visit, visit.link("/mijn") + "#veiligheid");
}

Result<http::Response> end_invitation(web::Visit const& visit, people::House& house, Kept const& kept,
                                      oidc::Person const& person)
{
    access::Roles roles;
    WF_TRY(auto const id, visit.store().write([&](store::Session& session) -> Result<std::string> {
        auto const invitation = people::find_invitation(session, house, kept.matter);
        if (!invitation) return Error{Trouble::not_found, "people.no_invitation", "", "ask for a new one"};
        roles = invitation->roles;
        // The address is the invited one, whatever the provider says: the letter came there.
        WF_TRY(auto made, people::add_account(session, house, invitation->mail, name_for(person, invitation->mail),
                                              words::to_code(visit.language())));
        WF_TRY_VOID(people::add_identity(session, house, made, person.issuer, person.subject));
        WF_TRY_VOID(people::accept(session, house, *invitation, made));
        return made;
    }));
    return let_in(visit, house, id, people::Proof::password, next_after_invitation(visit, roles), Entry::is_new);
}

} // namespace

Result<http::Response> end_errand(web::Visit const& visit, people::House& house, Kept const& kept,
                                  oidc::Person const& person)
{
    switch (kept.errand) {
    case Errand::link: return end_link(visit, house, kept, person);
    case Errand::invitation: return end_invitation(visit, house, kept, person);
    case Errand::log_in: break;
    }
    return end_login(visit, house, kept, person);
}

} // namespace wf::account
