// SPDX-License-Identifier: EUPL-1.2
#include "app/keys.hpp"

namespace wf::app {

std::string key_file_of(settings::Settings const& settings)
{
    if (auto const& chosen = settings.text("secret.key_file"); !chosen.empty()) return chosen;
    constexpr std::string_view scheme = "sqlite:";
    std::string_view database = settings.text("store.url");
    if (database.starts_with(scheme)) database.remove_prefix(scheme.size());
    return database == ":memory:" ? std::string{} : std::string{database} + ".key";
}

Result<secret::Key> installation_key(settings::Settings const& settings)
{
    auto const path = key_file_of(settings);
    if (!path.empty()) return secret::load_or_make_key_file(path);
    static auto const of_this_life = secret::Key::make();
    return of_this_life;
}

} // namespace wf::app
