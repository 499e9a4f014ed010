// SPDX-License-Identifier: EUPL-1.2
#include "commons/processing/catalogue.hpp"

namespace wf::processing {
namespace {

Column::Sort read_sort(std::string_view type)
{
    if (type == "TEXT") return Column::Sort::text;
    if (type == "INTEGER" || type == "INT") return Column::Sort::number;
    return Column::Sort::other;
}

} // namespace

std::vector<Column> list_columns(store::Session& session)
{
    std::vector<Column> columns;
    session.query(
        "SELECT t.name, c.name, upper(c.type), c.pk FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY t.name, c.cid",
        {}, [&](store::Row const& row) {
            columns.push_back({row.string(0), row.string(1), read_sort(row.text(2)), static_cast<int>(row.integer(3))});
        });
    return columns;
}

} // namespace wf::processing
