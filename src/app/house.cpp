// SPDX-License-Identifier: EUPL-1.2
#include "app/house.hpp"

#include "app/keys.hpp"
#include "base/text.hpp"
#include "commons/people/logins.hpp"
#include "platform/file/file.hpp"
#include "platform/mail/outbox.hpp"

namespace wf::app {
namespace {

Error bad_setting(std::string name, std::string what)
{
    return {Trouble::bad_input, "oidc.bad_settings", std::move(name), std::move(what)};
}

/// The setting that a member of oidc::Client came from.
std::string setting_of(std::string_view member)
{
    return member == "redirect_uri" ? "site.url" : "oidc." + std::string{member};
}

watch::Kind kind_of(Refusal refusal)
{
    switch (refusal) {
    case Refusal::needs_login: return watch::Kind::login_needed;
    case Refusal::needs_factor: return watch::Kind::code_needed;
    case Refusal::rights: return watch::Kind::page_refused;
    case Refusal::other_site: return watch::Kind::other_site;
    case Refusal::form_word: return watch::Kind::form_word_wrong;
    case Refusal::method: return watch::Kind::wrong_method;
    case Refusal::input: break;
    }
    return watch::Kind::bad_input;
}

} // namespace

Result<std::shared_ptr<people::House>> make_house(settings::Settings const& settings)
{
    WF_TRY(auto const key, installation_key(settings));
    people::Post post = [key](store::Session& session, people::Letter const& letter) -> Result<void> {
        WF_TRY(auto const id, mail::enqueue(session, key, {letter.to, letter.subject, letter.text, ""}));
        static_cast<void>(id);
        return {};
    };
    people::LoginTimes const times{settings.integer("login.idle_minutes"), settings.integer("login.hours")};
    return std::make_shared<people::House>(key, times, std::move(post));
}

Identify identify_by(std::shared_ptr<people::House> house, store::Store& store)
{
    return
        [house = std::move(house), &store](std::string_view token) { return people::identify(store, *house, token); };
}

OnRefusal refusals_for(std::shared_ptr<people::House> house)
{
    return [house = std::move(house)](Refusal refusal, http::Request const& request, access::Actor const& actor) {
        house->note(kind_of(refusal), actor.person_id, request.peer);
    };
}

Result<std::string> redirect_address(settings::Settings const& settings)
{
    auto address = settings.text("site.url");
    while (address.ends_with('/')) address.pop_back();
    if (address.empty())
        return bad_setting("site.url", "to log in through an organisation the address of this site is wanted, such as "
                                       "https://weefsel.kampen.nl: people come back to it");
    return address + "/inloggen/terug";
}

Result<std::string> load_provider_key(settings::Settings const& settings)
{
    constexpr std::size_t most = 64 * 1024;
    auto const& path = settings.text("oidc.key_file");
    if (path.empty())
        return bad_setting("oidc.key_file",
                           "a file with an RSA key is wanted; openssl genrsa -out weefsel-oidc.pem 3072 makes one");
    return file::load(path, most);
}

Result<std::shared_ptr<oidc::Provider>> make_provider(settings::Settings const& settings)
{
    if (settings.text("oidc.issuer").empty()) return std::shared_ptr<oidc::Provider>{};
    WF_TRY(auto const address, redirect_address(settings));
    WF_TRY(auto const key, load_provider_key(settings));
    auto opened = oidc::Provider::open({.issuer = settings.text("oidc.issuer"),
                                        .client_id = settings.text("oidc.client_id"),
                                        .redirect_uri = address,
                                        .private_key = key,
                                        .scope = settings.text("oidc.scope"),
                                        .certificates = settings.text("oidc.certificates")});
    if (opened) return std::make_shared<oidc::Provider>(std::move(*opened));
    auto error = opened.error();
    if (error.code == "oidc.bad_settings") error.field = setting_of(error.field);
    if (error.code == "oidc.bad_key") error.field = settings.text("oidc.key_file");
    return error;
}

Result<std::unique_ptr<mail::Postman>> make_postman(store::Store& store, settings::Settings const& settings)
{
    WF_TRY(auto const key, installation_key(settings));
    mail::Sender const sender{settings.text("mail.sender"), settings.text("mail.sender_name")};
    WF_TRY_VOID(mail::check(sender));
    mail::Options options{.user = settings.text("mail.user"), .certificates = settings.text("mail.certificates")};
    if (auto const& file = settings.text("mail.password_file"); !file.empty()) {
        WF_TRY(auto const password, file::load(file, 4096));
        options.password = trim(password);
    }
    WF_TRY(auto transport, mail::open_transport(settings.text("mail.server"), options));
    return std::make_unique<mail::Postman>(store, key, sender, std::move(transport));
}

} // namespace wf::app
