// SPDX-License-Identifier: EUPL-1.2
// The register as Markdown: what an organisation takes over into its own register of processing.
#include "commons/processing/processing.hpp"

namespace wf::processing {
namespace {

std::string code(std::string_view text)
{
    return "`" + std::string{text} + "`";
}

void add_row(std::string& text, std::string_view label, std::string_view nl, std::string_view en)
{
    text.append("| ").append(label).append(" | ").append(nl).append(" | ").append(en).append(" |\n");
}

std::string describe(Rule const& rule)
{
    auto said = code(rule.table + "." + rule.column) + " + " + std::to_string(rule.days) + " days";
    if (rule.only_where) said += ", only where " + code(rule.only_where->column + " = " + rule.only_where->is);
    for (auto const& part : rule.parts) said += ", with " + code(part.table);
    return said;
}

void add_activity(std::string& text, Activity const& activity)
{
    text += "\n## " + activity.name.nl + " / " + activity.name.en + "\n\n" + code(activity.id) + "\n\n";
    text += "| | Nederlands | English |\n|---|---|---|\n";
    add_row(text, "Doel / purpose", activity.purpose.nl, activity.purpose.en);
    auto const article = "AVG (GDPR) " + activity.basis;
    add_row(text, "Grondslag / ground", article, article);
    add_row(text, "Betrokkenen / subjects", activity.subjects.nl, activity.subjects.en);
    add_row(text, "Gegevens / data", activity.data.nl, activity.data.en);
    add_row(text, "Ontvangers / recipients", activity.recipients.nl, activity.recipients.en);
    add_row(text, "Bewaren / retention", activity.retention.nl, activity.retention.en);
    text += "\nColumns: ";
    for (auto const& column : activity.columns)
        text += (&column == &activity.columns.front() ? "" : ", ") + code(to_text(column));
    text += ".\n\nRules of `weefsel retention run`:";
    if (activity.rules.empty()) text += " none.";
    for (auto const& rule : activity.rules) text += "\n- " + describe(rule);
    text += "\n";
}

} // namespace

std::string to_markdown(Processing const& processing)
{
    std::string text;
    for (auto const& activity : processing.activities) add_activity(text, activity);
    text += "\n## Geen persoonsgegevens / no personal data\n\n| tables and columns | why |\n|---|---|\n";
    for (auto const& group : processing.not_personal) {
        std::string names;
        auto const add = [&](std::string const& name) { names += (names.empty() ? "" : ", ") + code(name); };
        for (auto const& table : group.tables) add(table);
        for (auto const& column : group.columns) add(to_text(column));
        text.append("| ").append(names).append(" | ").append(group.why).append(" |\n");
    }
    return text;
}

} // namespace wf::processing
