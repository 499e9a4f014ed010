// SPDX-License-Identifier: EUPL-1.2
// Lists that are longer than a page: what is sought in them, and from which row on one looks. Words of a list begin with its prefix:
// "<prefix>.seek", "<prefix>.seek.submit", "<prefix>.earlier", "<prefix>.later".
#pragma once

#include "platform/html/html.hpp"
#include "platform/web/feature.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace wf::web {

inline constexpr std::int64_t rows_on_a_page = 50;

struct Looked {
    std::string sought;   ///< ?zoek=
    std::int64_t from{0}; ///< ?vanaf=
};
/// Error: web.bad_number (vanaf).
Result<Looked> read_looked(Visit const& visit);

/// Where the next page begins; nothing when this is the last one.
[[nodiscard]] std::optional<std::int64_t> next_row(std::int64_t from, std::int64_t found);

/// A field to seek with and its button; `more` writes other fields between them.
void write_seek(html::Html& page, Visit const& visit, std::string const& prefix, std::string const& action,
                std::string_view sought, std::function<void()> const& more = {});

/// Links to the page before and the page after, where there are; `link_from`: the address of the page that begins with a row.
void write_turns(html::Html& page, Visit const& visit, std::string const& prefix, std::int64_t from, std::int64_t found,
                 std::function<std::string(std::int64_t)> const& link_from);
/// To this same page, with another ?vanaf=.
void write_turns(html::Html& page, Visit const& visit, std::string const& prefix, std::int64_t from,
                 std::int64_t found);

} // namespace wf::web
