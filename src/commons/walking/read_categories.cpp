// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "commons/walking/fields.hpp"
#include "commons/walking/version.hpp"
#include "commons/walking/walking.hpp"
#include "commons/walking/words.hpp"

#include <algorithm>
#include <map>

namespace wf::walking {
namespace {

using Tags = std::vector<std::pair<std::string, std::vector<std::string>>>;

Tags read_tags(Field const& field)
{
    Tags tags;
    for (auto const& [key, values] : field.members()) {
        if (trim(key).empty() || trim(key).size() != key.size())
            values.fault("walking.malformed", "this key of a tag is empty or has blanks at its ends");
        std::vector<std::string> list;
        for (auto const& value : values.some_items()) {
            auto said = value.text();
            if (std::find(list.begin(), list.end(), said) != list.end())
                value.fault("walking.twice", "this value is there already");
            list.push_back(std::move(said));
        }
        if (list.size() > 1 && std::find(list.begin(), list.end(), "*") != list.end())
            values.fault("walking.malformed", "\"*\" is any value: leave the others out");
        tags.emplace_back(key, std::move(list));
    }
    if (tags.empty()) field.fault("walking.missing", "name at least one tag");
    return tags;
}

TagRule read_rule(Field const& field)
{
    field.allow({"all", "none"});
    TagRule rule{read_tags(field["all"]), {}};
    if (auto const none = field.find("none")) rule.none = read_tags(*none);
    return rule;
}

Category read_category(Field const& field)
{
    field.allow({"id", "name_nl", "name_en", "a_nl", "a_en", "sphere", "condition", "limit_minutes", "icon", "everyday",
                 "any_of"});
    Category category;
    category.id = field["id"].id();
    category.name_nl = field["name_nl"].text();
    category.name_en = field["name_en"].text();
    category.a_nl = field["a_nl"].text();
    category.a_en = field["a_en"].text();
    category.sphere = field["sphere"].word(sphere_words());
    category.condition = field["condition"].word(condition_words());
    category.limit_minutes = field["limit_minutes"].minutes();
    category.icon = field["icon"].id();
    if (auto const everyday = field.find("everyday")) category.everyday = everyday->flag();
    for (auto const& rule : field["any_of"].some_items()) category.any_of.push_back(read_rule(rule));
    return category;
}

void write_tags(JsonWriter& json, Tags const& tags)
{
    json.begin_array();
    for (auto const& [key, values] : tags) {
        json.begin_array().value(key);
        for (auto const& value : values) json.value(value);
        json.end_array();
    }
    json.end_array();
}

/// What the file means, whatever its blanks and the order of members.
std::string canonical(std::vector<Category> const& categories)
{
    JsonWriter json;
    json.begin_array();
    for (auto const& one : categories) {
        json.begin_array().value(one.id).value(one.name_nl).value(one.name_en).value(one.a_nl).value(one.a_en);
        json.value(to_word(one.sphere)).value(to_word(one.condition)).value(one.limit_minutes).value(one.icon);
        json.value(one.everyday);
        for (auto const& rule : one.any_of) {
            write_tags(json, rule.all);
            write_tags(json, rule.none);
        }
        json.end_array();
    }
    json.end_array();
    return std::move(json).finish();
}

} // namespace

Result<Categories> read_categories(std::string_view json)
{
    WF_TRY(auto const file, read_file_text(json));
    Faults faults;
    Field const root{file, "", faults};
    root.allow({"about", "categories"});
    if (auto const about = root.find("about")) static_cast<void>(about->text());
    Categories categories;
    std::map<std::string, std::string> seen;
    for (auto const& field : root["categories"].some_items()) {
        auto category = read_category(field);
        auto const [known, added] = seen.emplace(category.id, field.path());
        if (!added) faults.add("walking.twice", field.path() + ".id", known->second + " has this id already");
        categories.m_all.push_back(std::move(category));
    }
    if (faults.first()) return *faults.first();
    categories.m_version = short_version(canonical(categories.m_all));
    return categories;
}

Category const* Categories::find(std::string_view id) const
{
    auto const found = std::find_if(m_all.begin(), m_all.end(), [&](Category const& one) { return one.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

} // namespace wf::walking
