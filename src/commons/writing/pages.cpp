// SPDX-License-Identifier: EUPL-1.2
#include "commons/writing/pages.hpp"

#include "platform/web/components.hpp"

namespace wf::writing {

using namespace html;

namespace {

constexpr std::string_view seen_field = "_gezien";

} // namespace

void write_seen(Html& page, std::int64_t version)
{
    page(tag::input, attr::named("type", "hidden"), attr::named("name", seen_field),
         attr::named("value", std::to_string(version)));
}

std::int64_t read_seen(http::Pairs const& sent, std::int64_t otherwise)
{
    return parse_integer(web::given(sent, seen_field)).value_or(otherwise);
}

void write_clash(Html& page, words::Words const& t, std::string const& prefix, std::vector<Named> const& texts)
{
    web::message(page, web::Message::warn, t(prefix + ".clash"), [&] {
        page(tag::p, t(prefix + ".clash.text"));
        page(tag::dl, [&] {
            for (auto const& [heading, text] : texts) {
                page(tag::dt, heading);
                page(tag::dd, text);
            }
        });
    });
}

} // namespace wf::writing
