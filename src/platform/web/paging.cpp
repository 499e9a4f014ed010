// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/paging.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "platform/web/links.hpp"

#include <algorithm>

namespace wf::web {

using namespace html;

Result<Looked> read_looked(Visit const& visit)
{
    constexpr std::size_t most_sought = 200;
    Looked looked{std::string{first_characters(trim(visit.request.parameter("zoek").value_or("")), most_sought)}};
    auto const from = trim(visit.request.parameter("vanaf").value_or(""));
    if (from.empty()) return looked;
    auto const number = parse_integer(from);
    if (!number || *number < 0) return Error{Trouble::bad_input, "web.bad_number", "vanaf", std::string{from}};
    looked.from = *number;
    return looked;
}

std::optional<std::int64_t> next_row(std::int64_t from, std::int64_t found)
{
    return from < found - rows_on_a_page ? std::optional{from + rows_on_a_page} : std::nullopt;
}

void write_seek(Html& page, Visit const& visit, std::string const& prefix, std::string const& action,
                std::string_view sought, std::function<void()> const& more)
{
    auto const& t = visit.t;
    page(tag::form, attr::cls("form seek noprint"), attr::named("method", "get"), attr::named("action", action),
         attr::role("search"), [&] {
             page(tag::div, attr::cls("field"), [&] {
                 page(tag::label, attr::named("for", "zoek"), t(prefix + ".seek"));
                 page(tag::input, attr::cls("utrecht-textbox"), attr::id("zoek"), attr::named("name", "zoek"),
                      attr::named("type", "search"), attr::named("value", sought));
             });
             if (more) more();
             page(tag::p, [&] {
                 page(tag::button, attr::cls("utrecht-button utrecht-button--secondary-action"),
                      attr::named("type", "submit"), t(prefix + ".seek.submit"));
             });
         });
}

void write_turns(Html& page, Visit const& visit, std::string const& prefix, std::int64_t from, std::int64_t found,
                 std::function<std::string(std::int64_t)> const& link_from)
{
    page(tag::p, attr::cls("row noprint"), [&] {
        auto const turn = [&](std::int64_t to, std::string const& key) {
            page(tag::a, attr::href(link_from(to)), visit.t(key));
        };
        if (from > 0) turn(std::max<std::int64_t>(0, from - rows_on_a_page), prefix + ".earlier");
        if (auto const next = next_row(from, found)) turn(*next, prefix + ".later");
    });
}

void write_turns(Html& page, Visit const& visit, std::string const& prefix, std::int64_t from, std::int64_t found)
{
    write_turns(page, visit, prefix, from, found,
                [&](std::int64_t to) { return link_with(visit, "vanaf", std::to_string(to)); });
}

} // namespace wf::web
