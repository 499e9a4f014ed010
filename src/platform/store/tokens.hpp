// SPDX-License-Identifier: EUPL-1.2
// The few words that differ between databases, written once in our schema files as {tokens}.
#pragma once

#include <string>
#include <string_view>

namespace wf::store {

enum class Dialect { sqlite, postgresql };

/// Replaces the tokens below; everything else stays, also other words in braces, and whatever stands inside 'text',
/// "names" or comments. Expanding twice changes nothing.
///
///     token     SQLite    PostgreSQL
///     {uuid}    TEXT      uuid
///     {bool}    INTEGER   boolean
///     {json}    TEXT      jsonb
///     {time}    TEXT      timestamptz
///     {int}     INTEGER   bigint
///     {real}    REAL      double precision
///     {strict}  STRICT
[[nodiscard]] std::string expand_tokens(std::string_view sql, Dialect dialect);

} // namespace wf::store
