// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/download.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace wf::web {
namespace {

constexpr std::string_view header_name = "Content-Disposition";

std::string_view ending_of(std::string_view content_type)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> endings{
        {{"text/csv", ".csv"},
         {"application/geo+json", ".geojson"},
         {"application/json", ".json"},
         {"application/problem+json", ".json"}}};
    auto const type = content_type.substr(0, content_type.find(';'));
    auto const found = std::find_if(endings.begin(), endings.end(), [&](auto const& one) { return one.first == type; });
    return found == endings.end() ? std::string_view{} : found->second;
}

bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string name_of(std::string_view path)
{
    constexpr std::size_t longest = 24; // a UUID has 36, a token 43
    std::string name = "weefsel";
    for (auto const part : split(path, '/')) {
        bool const is_language = part == "nl" || part == "en";
        if (part.empty() || is_language || part.size() > longest || !std::all_of(part.begin(), part.end(), is_plain))
            continue;
        name += '-';
        name += part;
    }
    return name;
}

} // namespace

void offer_as_file(http::Response& response, http::Request const& request)
{
    auto const ending = ending_of(response.content_type);
    if (ending.empty()) return;
    bool const is_named = std::any_of(response.headers.begin(), response.headers.end(),
                                      [](auto const& header) { return header.first == header_name; });
    if (is_named) return;
    response.headers.emplace_back(header_name,
                                  "attachment; filename=\"" + name_of(request.path) + std::string{ending} + '"');
}

} // namespace wf::web
