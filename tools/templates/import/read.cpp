// SPDX-License-Identifier: EUPL-1.2
#include "import/@name@/read.hpp"

#include "base/csv.hpp"

namespace wf::@name@ {

Result<Content> read(std::string_view bytes)
{
    WF_TRY(auto const table, read_csv(bytes));
    WF_TRY(auto const code, table.required_column("code"));
    WF_TRY(auto const value, table.required_column("value"));
    Content content;
    content.report.read = static_cast<std::int64_t>(table.rows() + table.refused_count());
    for (auto const& refused : table.refused())
        content.report.refuse(static_cast<std::int64_t>(refused.line), refused.code, refused.detail);
    // Those past the end of the list are counted all the same.
    content.report.refused = static_cast<std::int64_t>(table.refused_count());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto const line = static_cast<std::int64_t>(table.line(row));
        auto const number = table.number(row, value);
        if (!table.text(row, code)) {
            content.report.refuse(line, "@name@.no_code", "the column code is empty");
        } else if (!number) {
            content.report.refuse(line, number.error().code, number.error().detail);
        } else {
            content.rows.push_back({line, std::string{*table.text(row, code)}, *number});
            ++content.report.kept;
        }
    }
    return content;
}

} // namespace wf::@name@
