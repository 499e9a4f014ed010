// SPDX-License-Identifier: EUPL-1.2
// No longer by way of one's organisation: with one's own password, which is then the only way in.
#include "feature/account/forms.hpp"
#include "feature/account/outside.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"

namespace wf::account {
namespace {

Error no_provider()
{
    return {Trouble::not_found, "oidc.not_configured", "", "log in with a mail address and a password"};
}

Result<http::Response> write_unlink(web::Visit const& visit, web::Filled<PasswordForm> const& filled)
{
    return form_page(visit, "account.unlink", visit.link("/mijn/organisatie"), filled);
}

} // namespace

Result<http::Response> unlink_page(web::Visit const& visit, people::House&, Outside* outside)
{
    if (outside == nullptr) return no_provider();
    return write_unlink(visit, {});
}

Result<http::Response> unlink_answer(web::Visit const& visit, people::House& house, Outside* outside)
{
    if (outside == nullptr) return no_provider();
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(PasswordForm{}, sent);
    if (filled.faults.empty()) {
        auto const right = check_own_password(visit, house, filled.form.password);
        if (!right) filled.faults.push_back(fault_of("wachtwoord", right.error()));
    }
    if (filled.faults.empty()) {
        auto const removed = visit.store().write([&](store::Session& session) -> Result<void> {
            auto const& person = visit.actor.person_id;
            auto const issuer = visit.context.settings->text("oidc.issuer");
            WF_TRY_VOID(people::remove_identity(session, house, person, issuer));
            return tell_by_letter(session, visit, house, person, "account.changed.unlinked");
        });
        if (removed) return web::done(visit, visit.link("/mijn") + "#veiligheid");
        filled.faults.push_back(fault_of("wachtwoord", removed.error()));
    }
    return write_unlink(visit, filled);
}

} // namespace wf::account
