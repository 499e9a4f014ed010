// SPDX-License-Identifier: EUPL-1.2
#include "app/installation.hpp"

namespace wf::app {

Result<std::string> database_path(settings::Settings const& settings)
{
    constexpr std::string_view scheme = "sqlite:";
    std::string_view const url = settings.text("store.url");
    if (!url.starts_with(scheme))
        return Error{Trouble::unsupported, "store.unsupported", std::string{url}, "a database is named as sqlite:PATH"};
    auto const path = url.substr(scheme.size());
    if (path.empty() || path == ":memory:")
        return Error{Trouble::not_found, "store.no_file", std::string{url},
                     "this database is not in a file; name one with --store PATH"};
    return std::string{path};
}

std::string own_key_path(settings::Settings const& settings)
{
    // Asked for by looking, since a program without sealed values has no such setting.
    auto const all = settings.all();
    for (auto const& shown : all) {
        if (shown.definition.name == "secret.key_file" && !shown.value.empty()) return shown.value;
    }
    auto const path = database_path(settings);
    return path ? *path + ".key" : std::string{};
}

} // namespace wf::app
