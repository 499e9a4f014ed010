// SPDX-License-Identifier: EUPL-1.2
// SQL made of names: only of those that stand in the database's catalogue, never of what somebody typed.
#include "commons/processing/catalogue.hpp"
#include "commons/processing/retention.hpp"

#include <algorithm>

namespace wf::processing {
namespace {

constexpr std::int64_t rows_per_transaction = 500;
constexpr std::int64_t millis_per_day = 86'400'000;

/// What a rule becomes for this database.
struct Plan {
    std::string activity;
    Rule const* rule;
    bool in_millis{false};
    std::string keys;  ///< "workspace_id, id": the primary key
    std::string where; ///< which rows are past their time: $1 the first day or moment that stays, $2 the condition
};

class Catalogue {
public:
    explicit Catalogue(std::vector<Column> columns) : m_columns{std::move(columns)} {}

    [[nodiscard]] Column const* find(std::string_view table, std::string_view column) const
    {
        auto const found = std::find_if(m_columns.begin(), m_columns.end(),
                                        [&](Column const& each) { return each.table == table && each.name == column; });
        return found == m_columns.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string primary_key(std::string_view table) const
    {
        std::vector<Column const*> key;
        for (auto const& column : m_columns) {
            if (column.table == table && column.key_place > 0) key.push_back(&column);
        }
        std::sort(key.begin(), key.end(), [](auto const* a, auto const* b) { return a->key_place < b->key_place; });
        std::string names;
        for (auto const* column : key) names += (names.empty() ? "" : ", ") + column->name;
        return names;
    }

private:
    std::vector<Column> m_columns;
};

Result<Plan> make_plan(Activity const& activity, Rule const& rule, Catalogue const& catalogue)
{
    auto const need = [&](std::string const& table, std::string const& column) -> Result<void> {
        if (catalogue.find(table, column) != nullptr) return {};
        return Error{Trouble::bad_input, "processing.unknown_column", activity.id + ": " + table + "." + column,
                     "a rule names this column, but the database does not have it; nothing was removed"};
    };
    WF_TRY_VOID(need(rule.table, rule.column));
    auto const sort = catalogue.find(rule.table, rule.column)->sort;
    Plan plan;
    plan.activity = activity.id;
    plan.rule = &rule;
    plan.in_millis = sort == Column::Sort::number && rule.column.ends_with("_millis");
    if (!plan.in_millis && sort != Column::Sort::text)
        return Error{Trouble::bad_input, "processing.not_a_time", activity.id + ": " + rule.table + "." + rule.column,
                     "text that begins with a day, or a number whose name ends in _millis, is wanted"};
    plan.keys = catalogue.primary_key(rule.table);
    if (plan.keys.empty())
        return Error{Trouble::bad_input, "processing.unknown_column", activity.id + ": " + rule.table,
                     "this table has no primary key to name its rows by"};
    // What has no moment yet is not past its time.
    plan.where = rule.column + " < $1 AND " + rule.column + (plan.in_millis ? " > 0" : " <> ''");
    if (rule.only_where) {
        WF_TRY_VOID(need(rule.table, rule.only_where->column));
        plan.where += " AND " + rule.only_where->column + " = $2";
    }
    for (auto const& part : rule.parts) {
        for (auto const* const column : {"workspace_id", "id"}) WF_TRY_VOID(need(rule.table, column));
        WF_TRY_VOID(need(part.table, "workspace_id"));
        WF_TRY_VOID(need(part.table, part.column));
    }
    return plan;
}

/// Runs a statement with the parameters of `where`; `use(sql, parameters)`.
template <class F>
auto with_parameters(Plan const& plan, Date const& today, F const& use)
{
    auto const first_kept = today.plus_days(-plan.rule->days);
    auto const day = first_kept.to_iso();
    store::Value const limit =
        plan.in_millis ? store::Value{first_kept.days_since_epoch() * millis_per_day} : store::Value{day};
    if (plan.rule->only_where) return use({limit, plan.rule->only_where->is});
    return use({limit});
}

std::string part_where(Plan const& plan, Rule::Part const& part, std::string const& end)
{
    return " FROM " + part.table + " WHERE (workspace_id, " + part.column + ") IN (SELECT workspace_id, id FROM " +
           plan.rule->table + " WHERE " + plan.where + end + ")";
}

using Parameters = std::initializer_list<store::Value>;

std::vector<Removed> count(store::Session& session, Plan const& plan, Date const& today)
{
    std::vector<Removed> counts;
    auto const ask = [&](std::string const& table, std::string const& rest) {
        auto& counted = counts.emplace_back(Removed{plan.activity, table, 0});
        with_parameters(plan, today, [&](Parameters parameters) {
            session.query("SELECT count(*)" + rest, parameters,
                          [&](store::Row const& row) { counted.rows = row.integer(0); });
        });
    };
    ask(plan.rule->table, " FROM " + plan.rule->table + " WHERE " + plan.where);
    for (auto const& part : plan.rule->parts) ask(part.table, part_where(plan, part, ""));
    return counts;
}

/// One batch: its parts first, chosen by the same rows in the same order.
std::vector<Removed> remove_some(store::Session& session, Plan const& plan, Date const& today)
{
    auto const end = " ORDER BY " + plan.keys + " LIMIT " + std::to_string(rows_per_transaction);
    auto const run = [&](std::string const& sql) {
        return with_parameters(plan, today, [&](Parameters parameters) { return session.exec(sql, parameters); });
    };
    std::vector<Removed> removed{{plan.activity, plan.rule->table, 0}};
    for (auto const& part : plan.rule->parts)
        removed.push_back({plan.activity, part.table, run("DELETE" + part_where(plan, part, end))});
    removed.front().rows = run("DELETE FROM " + plan.rule->table + " WHERE (" + plan.keys + ") IN (SELECT " +
                               plan.keys + " FROM " + plan.rule->table + " WHERE " + plan.where + end + ")");
    return removed;
}

Result<std::vector<Removed>> remove_all(store::Store& store, Plan const& plan, Date const& today)
{
    std::vector<Removed> total{{plan.activity, plan.rule->table, 0}};
    for (auto const& part : plan.rule->parts) total.push_back({plan.activity, part.table, 0});
    for (;;) {
        WF_TRY(auto const some, store.write([&](store::Session& session) -> Result<std::vector<Removed>> {
            return remove_some(session, plan, today);
        }));
        for (std::size_t at = 0; at < total.size(); ++at) total[at].rows += some[at].rows;
        if (some.front().rows < rows_per_transaction) return total;
    }
}

} // namespace

Result<std::vector<Removed>> apply_retention(store::Store& store, Processing const& processing, Timestamp now,
                                             Extent extent)
{
    Catalogue const catalogue{store.read([](store::Session& session) { return list_columns(session); })};
    std::vector<Plan> plans;
    for (auto const& activity : processing.activities) {
        for (auto const& rule : activity.rules) {
            WF_TRY(auto plan, make_plan(activity, rule, catalogue));
            plans.push_back(std::move(plan));
        }
    }
    auto const today = now.utc_date();
    std::vector<Removed> all;
    for (auto const& plan : plans) {
        std::vector<Removed> of_rule;
        if (extent == Extent::count_only) {
            of_rule = store.read([&](store::Session& session) { return count(session, plan, today); });
        } else {
            WF_TRY(of_rule, remove_all(store, plan, today));
        }
        all.insert(all.end(), of_rule.begin(), of_rule.end());
    }
    return all;
}

} // namespace wf::processing
