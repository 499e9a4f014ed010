// SPDX-License-Identifier: EUPL-1.2
#include "base/web_address.hpp"

#include <algorithm>

namespace wf {
namespace {

bool is_plain(std::string_view text, std::string_view never)
{
    return text.size() <= longest_address && std::all_of(text.begin(), text.end(), [&](char c) {
               return c > ' ' && c < 0x7f && never.find(c) == std::string_view::npos;
           });
}

} // namespace

bool is_web_address(std::string_view text)
{
    auto const start = text.starts_with("https://") ? std::string_view{"https://"} : std::string_view{"http://"};
    return text.starts_with(start) && text.size() > start.size() && is_plain(text, "\"<>\\^`{|}");
}

bool is_own_page(std::string_view text)
{
    return text.starts_with('/') && !text.starts_with("//") && is_plain(text, "\"<>\\^`{|}#");
}

} // namespace wf
