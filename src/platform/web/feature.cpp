// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/feature.hpp"

namespace wf::web {

std::string Visit::link(std::string_view path) const
{
    std::string out = "/";
    out += words::to_code(language());
    if (path != "/") out += path;
    return out;
}

std::optional<std::string> CommandInput::option(std::string_view name) const
{
    for (auto each = options.rbegin(); each != options.rend(); ++each) {
        if (each->first == name) return each->second;
    }
    return std::nullopt;
}

} // namespace wf::web
