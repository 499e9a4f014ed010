// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/assets.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace wf::embedded::assets {
std::string_view find(std::string_view name);
}

namespace wf::web {
namespace {

/// The next "..." of the manifest, which web/build.mjs wrote without escapes; empty at the end.
std::string_view take_quoted(std::string_view& rest)
{
    auto const open = rest.find('"');
    if (open == std::string_view::npos) return {};
    auto const close = rest.find('"', open + 1);
    WF_CHECK(close != std::string_view::npos);
    auto const text = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(close + 1);
    return text;
}

std::string_view type_of(std::string_view name)
{
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".woff2")) return "font/woff2";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "application/octet-stream";
}

} // namespace

Assets::Assets()
{
    auto manifest = embedded::assets::find("manifest.json");
    for (auto name = take_quoted(manifest); !name.empty(); name = take_quoted(manifest)) {
        auto const hashed = take_quoted(manifest);
        auto const bytes = embedded::assets::find(hashed);
        WF_CHECK(!bytes.empty());
        m_files.push_back({std::string{name}, "/assets/" + std::string{hashed}, std::string{type_of(name)}, bytes});
    }
}

std::string const& Assets::path(std::string_view name) const
{
    auto const found =
        std::find_if(m_files.begin(), m_files.end(), [&](File const& file) { return file.name == name; });
    WF_CHECK(found != m_files.end());
    return found->path;
}

Assets::File const* Assets::find(std::string_view path) const
{
    auto const found =
        std::find_if(m_files.begin(), m_files.end(), [&](File const& file) { return file.path == path; });
    return found == m_files.end() ? nullptr : &*found;
}

} // namespace wf::web
