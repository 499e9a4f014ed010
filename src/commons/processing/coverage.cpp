// SPDX-License-Identifier: EUPL-1.2
#include "commons/processing/coverage.hpp"

#include <map>
#include <set>

namespace wf::processing {
namespace {

class Checking {
public:
    explicit Checking(std::span<Column const> columns)
    {
        for (auto const& column : columns) {
            m_tables.insert(column.table);
            m_told[{column.table, column.name}];
        }
    }

    void tell(ColumnName const& name, std::string const& where)
    {
        auto const found = m_told.find(name);
        if (found == m_told.end())
            m_faults.push_back(to_text(name) + ": " + where + " names it, but the database does not have it");
        else if (!found->second.empty())
            m_faults.push_back(to_text(name) + ": " + where + " names it, but so does " + found->second);
        else found->second = where;
    }

    void tell_table(std::string const& table, std::string const& where)
    {
        if (!m_tables.contains(table))
            m_faults.push_back(table + ": " + where + " names this table, but the database does not have it");
        for (auto const& [name, told] : m_told) {
            if (name.table == table) tell(name, where);
        }
    }

    std::vector<std::string> finish() &&
    {
        for (auto const& [name, told] : m_told) {
            if (told.empty())
                m_faults.push_back(
                    to_text(name) +
                    ": not in data/processing.json; put it under an activity, or under not_personal with a reason");
        }
        return std::move(m_faults);
    }

private:
    std::set<std::string> m_tables;
    std::map<ColumnName, std::string> m_told;
    std::vector<std::string> m_faults;
};

} // namespace

std::vector<std::string> check_coverage(Processing const& processing, std::span<Column const> columns)
{
    Checking checking{columns};
    for (auto const& activity : processing.activities) {
        for (auto const& name : activity.columns) checking.tell(name, "activity " + activity.id);
    }
    for (auto const& group : processing.not_personal) {
        for (auto const& table : group.tables) checking.tell_table(table, "not_personal");
        for (auto const& name : group.columns) checking.tell(name, "not_personal");
    }
    return std::move(checking).finish();
}

} // namespace wf::processing
