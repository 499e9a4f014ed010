// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/tokens.hpp"

#include <doctest/doctest.h>

using wf::store::Dialect;
using wf::store::expand_tokens;

TEST_CASE("one schema text becomes two dialects")
{
    constexpr std::string_view schema =
        "create table place (id {uuid} primary key, open {bool} not null, facts {json}, "
        "seen {time}, n {int}, x {real}, name text) {strict};";
    CHECK(expand_tokens(schema, Dialect::sqlite) ==
          "create table place (id TEXT primary key, open INTEGER not null, facts TEXT, "
          "seen TEXT, n INTEGER, x REAL, name text) STRICT;");
    CHECK(expand_tokens(schema, Dialect::postgresql) ==
          "create table place (id uuid primary key, open boolean not null, facts jsonb, "
          "seen timestamptz, n bigint, x double precision, name text) ;");
}

TEST_CASE("quoted text, quoted names, comments and other braces stay as they are")
{
    for (std::string_view const sql : {
             "select '{}', '{uuid}', 'it''s {bool}'",
             "select \"{json}\" from t",
             "-- {time}\n/* {strict} {uuid} */ select 1",
             "select {other}, {UUID}, { uuid }, {uuid",
             "insert into t values ('{\"uuid\": \"{uuid}\"}')",
             "select 'not closed {uuid}",
             "/* not closed {uuid}",
             "",
         }) {
        CAPTURE(sql);
        CHECK(expand_tokens(sql, Dialect::sqlite) == sql);
        CHECK(expand_tokens(sql, Dialect::postgresql) == sql);
    }
}

TEST_CASE("tokens beside quotes and at both ends, and expanding twice")
{
    CHECK(expand_tokens("{uuid}'{uuid}'{uuid}--{uuid}\n{uuid}", Dialect::postgresql) ==
          "uuid'{uuid}'uuid--{uuid}\nuuid");
    CHECK(expand_tokens("{{uuid}}", Dialect::sqlite) == "{TEXT}");
    auto const once = expand_tokens("id {uuid} default '{}' {strict}", Dialect::sqlite);
    CHECK(expand_tokens(once, Dialect::sqlite) == once);
}
