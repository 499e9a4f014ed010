// SPDX-License-Identifier: EUPL-1.2
// People of this installation: with its key, and with the settings about logging in and mail.
#pragma once

#include "app/site.hpp"
#include "commons/people/house.hpp"
#include "platform/mail/postman.hpp"
#include "platform/oidc/oidc.hpp"
#include "platform/settings/settings.hpp"

#include <memory>

namespace wf::app {

/// Errors: those of installation_key.
Result<std::shared_ptr<people::House>> make_house(settings::Settings const& settings);

/// Who is behind a cookie, and what a site refuses, by this house. Both outlive the call: the house is shared, the store must stay.
[[nodiscard]] Identify identify_by(std::shared_ptr<people::House> house, store::Store& store);
[[nodiscard]] OnRefusal refusals_for(std::shared_ptr<people::House> house);

/// The page that people come back to, to be registered with the provider: "https://weefsel.example.org/inloggen/terug".
/// Error: oidc.bad_settings (site.url is not set).
Result<std::string> redirect_address(settings::Settings const& settings);
/// Our key for the provider, as PEM. Errors: oidc.bad_settings (oidc.key_file is not set), those of file::load.
Result<std::string> load_provider_key(settings::Settings const& settings);
/// Logging in through one's own organisation; null when oidc.issuer is empty. Asks nothing yet. Errors: oidc.bad_settings (field = the
/// setting), oidc.bad_key, those of load_provider_key.
Result<std::shared_ptr<oidc::Provider>> make_provider(settings::Settings const& settings);

/// Sends what waits in the outbox, by the settings; without a server all waits. Errors: mail.bad_server, mail.bad_sender.
Result<std::unique_ptr<mail::Postman>> make_postman(store::Store& store, settings::Settings const& settings);

} // namespace wf::app
