// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/links.hpp"

#include "base/percent.hpp"

namespace wf::web {
namespace {

void add_pair(std::string& out, std::string_view name, std::string_view value)
{
    if (out.back() != '?') out += '&';
    out += percent_encode(name);
    out += '=';
    out += percent_encode(value);
}

/// The path without its language part: "/nl/over" gives "/over", "/nl" and "/" give "".
std::string_view bare_path(std::string_view path)
{
    for (std::string_view const prefix : {"/nl", "/en"}) {
        if (path == prefix) return {};
        if (path.starts_with(prefix) && path[prefix.size()] == '/') return path.substr(prefix.size());
    }
    return path == "/" ? std::string_view{} : path;
}

} // namespace

std::string link_with(Visit const& visit, std::string_view name, std::string_view value)
{
    std::string out = "?";
    bool written = false;
    for (auto const& [other, its_value] : visit.request.query) {
        if (other != name) {
            add_pair(out, other, its_value);
        } else if (!written) {
            add_pair(out, name, value);
            written = true;
        }
    }
    if (!written) add_pair(out, name, value);
    return out;
}

std::string path_in(Visit const& visit, words::Language language)
{
    std::string out = "/";
    out += words::to_code(language);
    out += percent_encode(bare_path(visit.request.path), "/");
    return out;
}

std::string link_in(Visit const& visit, words::Language language)
{
    auto out = path_in(visit, language);
    if (visit.request.query.empty()) return out;
    out += '?';
    for (auto const& [name, value] : visit.request.query) add_pair(out, name, value);
    return out;
}

} // namespace wf::web
