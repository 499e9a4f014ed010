// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/form_body.hpp"

#include <algorithm>

namespace wf::reach_pages {

Result<http::Pairs> read_form_body(http::Request const& request)
{
    constexpr std::size_t most_bytes = 4096;
    auto const type = request.header("content-type").value_or("");
    if (!type.starts_with("application/x-www-form-urlencoded"))
        return Error{Trouble::unsupported, "reach.bad_form", "Content-Type", "send the form as a browser does"};
    if (request.body.size() > most_bytes)
        return Error{Trouble::too_large, "reach.bad_form", "", "this form holds a few words"};
    return http::read_query(request.body);
}

std::string_view given(http::Pairs const& form, std::string_view name)
{
    auto const found = std::find_if(form.begin(), form.end(), [&](auto const& pair) { return pair.first == name; });
    return found == form.end() ? std::string_view{} : std::string_view{found->second};
}

} // namespace wf::reach_pages
