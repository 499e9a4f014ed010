// SPDX-License-Identifier: EUPL-1.2
#include "commons/processing/processing.hpp"
#include "commons/processing/read_part.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace wf::embedded::commons_processing {
std::string_view find(std::string_view name);
}

namespace wf::processing {
namespace {

/// Article 6, paragraph 1 of the AVG.
constexpr std::array<std::string_view, 6> bases{"6.1.a", "6.1.b", "6.1.c", "6.1.d", "6.1.e", "6.1.f"};
constexpr int most_days = 36'525;

Result<BothLanguages> read_both(Part const& object, std::string_view name)
{
    WF_TRY(auto const part, object.member(name));
    WF_TRY_VOID(part.allow({"nl", "en"}));
    WF_TRY(auto const nl, part.member("nl"));
    WF_TRY(auto const en, part.member("en"));
    BothLanguages both;
    WF_TRY(both.nl, nl.text());
    WF_TRY(both.en, en.text());
    return both;
}

Result<std::string> read_name(Part const& object, std::string_view name)
{
    WF_TRY(auto const part, object.member(name));
    return part.name();
}

Result<ColumnName> read_column(Part const& part)
{
    WF_TRY(auto const text, part.text());
    auto const point = text.find('.');
    if (point == std::string::npos || !is_name(text.substr(0, point)) || !is_name(text.substr(point + 1)))
        return part.fault("write it as table.column");
    return ColumnName{text.substr(0, point), text.substr(point + 1)};
}

Result<Rule> read_rule(Part const& part, Activity const& activity)
{
    WF_TRY_VOID(part.allow({"table", "column", "days", "only_where", "with"}));
    Rule rule;
    WF_TRY(rule.table, read_name(part, "table"));
    WF_TRY(rule.column, read_name(part, "column"));
    WF_TRY(auto const days, part.member("days"));
    WF_TRY(rule.days, days.whole_number(1, most_days));
    auto const belongs = [&](std::string const& table, std::string const& column) {
        return std::find(activity.columns.begin(), activity.columns.end(), ColumnName{table, column}) !=
               activity.columns.end();
    };
    if (!belongs(rule.table, rule.column))
        return part.fault(rule.table + "." + rule.column +
                          " is no column of this activity: name it in its \"columns\"");
    if (auto const condition = part.maybe("only_where")) {
        WF_TRY_VOID(condition->allow({"column", "is"}));
        WF_TRY(auto const is, condition->member("is"));
        rule.only_where.emplace();
        WF_TRY(rule.only_where->column, read_name(*condition, "column"));
        WF_TRY(rule.only_where->is, is.text());
    }
    if (auto const with = part.maybe("with")) {
        WF_TRY(auto const items, with->items());
        for (auto const& item : items) {
            WF_TRY_VOID(item.allow({"table", "column"}));
            Rule::Part more;
            WF_TRY(more.table, read_name(item, "table"));
            WF_TRY(more.column, read_name(item, "column"));
            if (!belongs(more.table, more.column))
                return item.fault(more.table + "." + more.column + " is no column of this activity");
            rule.parts.push_back(std::move(more));
        }
    }
    return rule;
}

Result<void> read_retention(Part const& part, Activity& activity)
{
    WF_TRY_VOID(part.allow({"text", "rules"}));
    WF_TRY(activity.retention, read_both(part, "text"));
    WF_TRY(auto const rules, part.member("rules"));
    WF_TRY(auto const items, rules.items());
    for (auto const& item : items) {
        WF_TRY(auto rule, read_rule(item, activity));
        activity.rules.push_back(std::move(rule));
    }
    return {};
}

Result<Activity> read_activity(Part const& part)
{
    WF_TRY_VOID(
        part.allow({"id", "name", "purpose", "basis", "subjects", "data", "recipients", "columns", "retention"}));
    Activity activity;
    WF_TRY(activity.id, read_name(part, "id"));
    WF_TRY(activity.name, read_both(part, "name"));
    WF_TRY(activity.purpose, read_both(part, "purpose"));
    WF_TRY(auto const basis, part.member("basis"));
    WF_TRY(activity.basis, basis.text());
    if (std::find(bases.begin(), bases.end(), activity.basis) == bases.end())
        return basis.fault("a ground of article 6 of the AVG is wanted: 6.1.a to 6.1.f");
    WF_TRY(activity.subjects, read_both(part, "subjects"));
    WF_TRY(activity.data, read_both(part, "data"));
    WF_TRY(activity.recipients, read_both(part, "recipients"));
    WF_TRY(auto const columns, part.member("columns"));
    WF_TRY(auto const items, columns.items());
    for (auto const& item : items) {
        WF_TRY(auto column, read_column(item));
        activity.columns.push_back(std::move(column));
    }
    WF_TRY(auto const retention, part.member("retention"));
    WF_TRY_VOID(read_retention(retention, activity));
    return activity;
}

Result<NotPersonal> read_not_personal(Part const& part)
{
    WF_TRY_VOID(part.allow({"what", "why"}));
    NotPersonal group;
    WF_TRY(auto const what, part.member("what"));
    WF_TRY(auto const items, what.items());
    if (items.empty()) return what.fault("name at least one table or table.column");
    for (auto const& item : items) {
        WF_TRY(auto const text, item.text());
        if (is_name(text)) {
            group.tables.push_back(text);
        } else {
            WF_TRY(auto column, read_column(item));
            group.columns.push_back(std::move(column));
        }
    }
    WF_TRY(auto const why, part.member("why"));
    WF_TRY(group.why, why.text());
    return group;
}

} // namespace

std::string to_text(ColumnName const& name)
{
    return name.table + "." + name.column;
}

Result<Processing> read_processing(std::string_view json)
{
    WF_TRY(auto const document, json::read(json));
    Part const file{document, ""};
    WF_TRY_VOID(file.allow({"about", "activities", "not_personal"}));
    Processing processing;
    WF_TRY(auto const activities, file.member("activities"));
    WF_TRY(auto const activity_items, activities.items());
    std::set<std::string> ids;
    for (auto const& item : activity_items) {
        WF_TRY(auto activity, read_activity(item));
        if (!ids.insert(activity.id).second) return item.fault("the id \"" + activity.id + "\" is there already");
        processing.activities.push_back(std::move(activity));
    }
    WF_TRY(auto const not_personal, file.member("not_personal"));
    WF_TRY(auto const groups, not_personal.items());
    for (auto const& item : groups) {
        WF_TRY(auto group, read_not_personal(item));
        processing.not_personal.push_back(std::move(group));
    }
    return processing;
}

Activity const* Processing::find(std::string_view activity_id) const
{
    auto const found = std::find_if(activities.begin(), activities.end(),
                                    [&](Activity const& activity) { return activity.id == activity_id; });
    return found == activities.end() ? nullptr : &*found;
}

Processing const& Processing::built_in()
{
    static Processing const processing = [] {
        auto read = read_processing(embedded::commons_processing::find("processing.json"));
        if (!read) throw Bug{"data/processing.json: " + to_line(read.error())};
        return std::move(read).value();
    }();
    return processing;
}

} // namespace wf::processing
