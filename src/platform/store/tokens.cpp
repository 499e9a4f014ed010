// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace wf::store {
namespace {

struct Token {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgresql;
};

constexpr std::array<Token, 8> tokens{{
    {"{uuid}", "TEXT", "uuid"},
    {"{bool}", "INTEGER", "boolean"},
    {"{json}", "TEXT", "jsonb"},
    {"{time}", "TEXT", "timestamptz"},
    {"{int}", "INTEGER", "bigint"},
    {"{real}", "REAL", "double precision"},
    {"{bytes}", "BLOB", "bytea"},
    {"{strict}", "STRICT", ""},
}};

/// How many bytes from the start of `rest` are a quoted text, a quoted name or a comment: to be left alone. 0 when
/// none.
std::size_t untouched(std::string_view rest)
{
    auto const until = [rest](std::string_view end, std::size_t from) {
        auto const place = rest.find(end, from);
        return place == std::string_view::npos ? rest.size() : place + end.size();
    };
    if (rest.front() == '\'') return until("'", 1);
    if (rest.front() == '"') return until("\"", 1);
    if (rest.starts_with("--")) return until("\n", 2);
    if (rest.starts_with("/*")) return until("*/", 2);
    return 0;
}

} // namespace

std::string expand_tokens(std::string_view sql, Dialect dialect)
{
    std::string expanded;
    expanded.reserve(sql.size());
    while (!sql.empty()) {
        if (auto const length = untouched(sql); length > 0) {
            expanded += sql.substr(0, length);
            sql.remove_prefix(length);
            continue;
        }
        auto const token =
            std::find_if(tokens.begin(), tokens.end(), [sql](Token const& t) { return sql.starts_with(t.name); });
        if (token != tokens.end()) {
            expanded += dialect == Dialect::sqlite ? token->sqlite : token->postgresql;
            sql.remove_prefix(token->name.size());
        } else {
            expanded += sql.front();
            sql.remove_prefix(1);
        }
    }
    return expanded;
}

} // namespace wf::store
