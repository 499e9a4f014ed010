// SPDX-License-Identifier: EUPL-1.2
#include "app/keys.hpp"

#include "app/installation.hpp"

namespace wf::app {

std::string key_file_of(settings::Settings const& settings)
{
    if (auto const& chosen = settings.text("secret.key_file"); !chosen.empty()) return chosen;
    auto const database = database_path(settings);
    return database ? *database + ".key" : std::string{};
}

Result<secret::Key> installation_key(settings::Settings const& settings)
{
    auto const path = key_file_of(settings);
    if (!path.empty()) return secret::load_or_make_key_file(path);
    static auto const of_this_life = secret::Key::make();
    return of_this_life;
}

} // namespace wf::app
