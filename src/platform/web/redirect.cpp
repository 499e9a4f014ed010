// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/redirect.hpp"

#include "base/json_writer.hpp"
#include "platform/web/shell.hpp"

namespace wf::web {

http::Response see_other(std::string location)
{
    http::Response response;
    response.status = 303;
    response.content_type = "text/plain; charset=utf-8";
    response.headers.emplace_back("Location", std::move(location));
    add_security_headers(response);
    return response;
}

http::Response done(Visit const& visit, std::string location)
{
    if (visit.request.format != http::Format::json) return see_other(std::move(location));
    JsonWriter writer;
    writer.begin_object();
    writer.member("next", location);
    writer.end_object();
    http::Response response;
    response.content_type = "application/json; charset=utf-8";
    response.body = std::move(writer).finish();
    add_security_headers(response);
    return response;
}

std::string absolute_link(Visit const& visit, std::string_view path)
{
    auto const& settings = *visit.context.settings;
    auto base = settings.text("site.url");
    if (base.empty())
        base = "http://" + settings.text("http.address") + ':' + std::to_string(settings.integer("http.port"));
    while (base.ends_with('/')) base.pop_back();
    return base + std::string{path};
}

} // namespace wf::web
