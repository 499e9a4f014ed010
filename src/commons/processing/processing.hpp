// SPDX-License-Identifier: EUPL-1.2
// The register of processing (AVG, article 30) as the program knows it: for what, on which ground, about whom, which columns of which
// tables, how long. From data/processing.json. Every column of the database stands in it, under an activity or as not personal
// (coverage.hpp); what is past its time is removed by its rules (retention.hpp).
// Errors of reading: processing.bad_register (field = path in the file), those of json::read.
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::processing {

struct BothLanguages {
    std::string nl;
    std::string en;
};

/// "table.column"
struct ColumnName {
    std::string table;
    std::string column;

    auto operator<=>(ColumnName const&) const = default;
};
[[nodiscard]] std::string to_text(ColumnName const& name);

/// Rows of `table` go when the day in `column` lies more than `days` days back.
struct Rule {
    std::string table;
    std::string
        column; ///< text that begins with a day (2026-11-22), or milliseconds since 1970 when its name ends in _millis
    int days{0};
    struct Condition {
        std::string column;
        std::string is;
    };
    std::optional<Condition> only_where; ///< nothing: all rows
    struct Part {
        std::string table;
        std::string column; ///< holds the `id` of the row that it is part of, in the same workspace
    };
    std::vector<Part> parts; ///< rows of other tables that go with it
};

struct Activity {
    std::string id;
    BothLanguages name;
    BothLanguages purpose;
    std::string basis; ///< "6.1.e": article, paragraph and letter of the AVG
    BothLanguages subjects;
    BothLanguages data;
    BothLanguages recipients;
    std::vector<ColumnName> columns;
    BothLanguages retention;
    std::vector<Rule> rules;
};

/// Tables, or columns of one, that say nothing about a person, and why.
struct NotPersonal {
    std::vector<std::string> tables;
    std::vector<ColumnName> columns;
    std::string why;
};

struct Processing {
    std::vector<Activity> activities;
    std::vector<NotPersonal> not_personal;

    [[nodiscard]] Activity const* find(std::string_view activity_id) const;
    static Processing const& built_in();
};

Result<Processing> read_processing(std::string_view json);

/// The register for people: docs/reference/processing.md.
[[nodiscard]] std::string to_markdown(Processing const& processing);

} // namespace wf::processing
