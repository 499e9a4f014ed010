// SPDX-License-Identifier: EUPL-1.2
// People of this installation: with its key, and with the settings about logging in and mail.
#pragma once

#include "commons/people/house.hpp"
#include "platform/mail/postman.hpp"
#include "platform/settings/settings.hpp"

#include <memory>

namespace wf::app {

/// Errors: those of installation_key.
Result<std::shared_ptr<people::House>> make_house(settings::Settings const& settings);

/// Sends what waits in the outbox, by the settings; without a server all waits. Errors: mail.bad_server, mail.bad_sender.
Result<std::unique_ptr<mail::Postman>> make_postman(store::Store& store, settings::Settings const& settings);

} // namespace wf::app
