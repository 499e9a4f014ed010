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

} // namespace wf::app
