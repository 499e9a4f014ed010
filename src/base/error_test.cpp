// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"

#include <doctest/doctest.h>

using namespace wf;

TEST_CASE("error: one line for a person")
{
    CHECK(to_line({Trouble::bad_input, "csv.empty", "homes.csv", "the file is empty"}) ==
          "the file is empty (homes.csv) [csv.empty]");
    CHECK(to_line({Trouble::bad_input, "csv.empty", {}, {}}) == "csv.empty");
    CHECK(to_line({Trouble::bad_input, "csv.empty", "line 3", {}}) == "csv.empty (line 3)");
    CHECK(to_line({Trouble::bad_input, {}, {}, "no such thing"}) == "no such thing");
}

TEST_CASE("error: every kind of trouble has a status for the web and for a command")
{
    struct Row {
        Trouble kind;
        int http;
        int exit;
    };
    for (Row const& row :
         {Row{Trouble::bad_input, 400, 2}, Row{Trouble::not_found, 404, 4}, Row{Trouble::forbidden, 403, 5},
          Row{Trouble::conflict, 409, 5}, Row{Trouble::refused, 422, 3}, Row{Trouble::too_large, 413, 2},
          Row{Trouble::unsupported, 415, 2}}) {
        CHECK(http_status(row.kind) == row.http);
        CHECK(exit_status(row.kind) == row.exit);
    }
}
