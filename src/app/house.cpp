// SPDX-License-Identifier: EUPL-1.2
#include "app/house.hpp"

#include "app/keys.hpp"
#include "base/text.hpp"
#include "platform/file/file.hpp"
#include "platform/mail/outbox.hpp"

namespace wf::app {

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
