// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/components.hpp"
#include "platform/web/links.hpp"

namespace wf::web {

using namespace html;

std::string_view cell_class(Column const& column)
{
    if (column.align == Align::number) return column.narrow_hidden ? "n wide" : "n";
    return column.narrow_hidden ? "wide" : "";
}

namespace {

/// What a click asks for: the other way round when it is sorted so already; else most first for numbers, A first for words.
std::string next_sort(Column const& column, std::string_view sorted)
{
    if (sorted == column.key) return "-" + column.key;
    if (sorted.starts_with('-') && sorted.substr(1) == column.key) return column.key;
    return column.align == Align::number ? "-" + column.key : column.key;
}

void write_heading(Html& page, Visit const& visit, Column const& column, std::string_view sorted)
{
    bool const up = !column.key.empty() && sorted == column.key;
    bool const down = !column.key.empty() && sorted.starts_with('-') && sorted.substr(1) == column.key;
    auto const classes = cell_class(column);
    page(tag::th, attr::scope("col"), attr::when(!classes.empty(), attr::cls(classes)),
         attr::when(up || down, attr::named("aria-sort", up ? "ascending" : "descending")), [&] {
             if (column.key.empty()) {
                 page.text(column.title);
                 return;
             }
             auto const url = link_with(visit, "sort", next_sort(column, sorted));
             page(tag::a, attr::cls("sort"), attr::href(url), column.title);
         });
}

} // namespace

void table(Html& page, Visit const& visit, std::string_view caption, std::span<Column const> columns,
           std::string_view sorted, std::function<void()> const& rows)
{
    page(tag::div, attr::cls("tablebox"), attr::role("region"), attr::named("tabindex", "0"), attr::label(caption),
         [&] {
             page(tag::table, attr::cls("utrecht-table"), [&] {
                 page(tag::caption, caption);
                 page(tag::thead, [&] {
                     page(tag::tr, [&] {
                         for (auto const& column : columns) write_heading(page, visit, column, sorted);
                     });
                 });
                 page(tag::tbody, rows);
             });
         });
}

} // namespace wf::web
