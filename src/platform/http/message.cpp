// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace wf::http {

namespace {

std::optional<std::string_view> first_of(Pairs const& pairs, std::string_view name)
{
    auto const found = std::find_if(pairs.begin(), pairs.end(), [&](auto const& pair) { return pair.first == name; });
    if (found == pairs.end()) return std::nullopt;
    return found->second;
}

} // namespace

std::string_view to_word(Method method)
{
    switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::delete_: return "DELETE";
    case Method::options: return "OPTIONS";
    }
    return "";
}

std::optional<std::string_view> Request::header(std::string_view lower_case_name) const
{
    return first_of(headers, lower_case_name);
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    return first_of(cookies, name);
}

std::optional<std::string_view> Request::parameter(std::string_view name) const
{
    return first_of(query, name);
}

std::string_view Request::part(std::string_view name) const
{
    auto const found = first_of(path_parts, name);
    WF_CHECK(found.has_value());
    return *found;
}

} // namespace wf::http
