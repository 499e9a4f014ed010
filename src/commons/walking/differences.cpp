// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "commons/walking/rules.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <set>

namespace wf::walking {
namespace {

using json::Value;

/// A list of plain words in one piece: "footway+path".
std::string join_words(Value const* list)
{
    std::string joined;
    if (list == nullptr || list->array() == nullptr) return joined;
    for (auto const& item : *list->array()) {
        if (item.text() == nullptr) continue;
        joined += (joined.empty() ? "" : "+") + *item.text();
    }
    return joined;
}

std::string member_text(Value const& item, std::string_view name)
{
    auto const* const member = item.find(name);
    return member != nullptr && member->text() != nullptr ? *member->text() : std::string{};
}

/// What people call an item of one of the four files; empty when it has no such name.
std::string name_of(Value const& item)
{
    if (auto id = member_text(item, "id"); !id.empty()) return id;
    if (auto const attribute = member_text(item, "attribute"); !attribute.empty())
        return attribute + " " + join_words(item.find("roads")) + " " + join_words(item.find("surroundings"));
    if (auto const category = member_text(item, "category"); !category.empty())
        return category + " " + member_text(item, "profile");
    return {};
}

/// Names of all items when each has one of its own; else nothing, and they go by number.
std::vector<std::string> names_of(json::Array const& items)
{
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (auto const& item : items) {
        auto name = name_of(item);
        if (name.empty() || !seen.insert(name).second) return {};
        names.push_back(std::move(name));
    }
    return names;
}

void write(JsonWriter& json, Value const& value)
{
    if (auto const* text = value.text()) {
        json.value(*text);
    } else if (auto const number = value.number()) {
        json.value(*number);
    } else if (auto const truth = value.boolean()) {
        json.value(*truth);
    } else if (auto const* array = value.array()) {
        json.begin_array();
        for (auto const& item : *array) write(json, item);
        json.end_array();
    } else if (auto const* object = value.object()) {
        json.begin_object();
        for (auto const& [name, member] : *object) {
            json.key(name);
            write(json, member);
        }
        json.end_object();
    } else {
        json.null();
    }
}

std::string written(Value const& value)
{
    if (auto const* text = value.text()) return *text;
    JsonWriter json;
    write(json, value);
    return std::move(json).finish();
}

class Comparison {
public:
    std::vector<Difference> found;

    void compare_files(Value const& before, Value const& after)
    {
        if (before.object() != nullptr && after.object() != nullptr) compare_members({}, before, after, Top::yes);
        else compare({}, before, after);
    }

private:
    enum class Top { no, yes };

    void compare(std::string const& path, Value const& before, Value const& after)
    {
        if (before.object() != nullptr && after.object() != nullptr) {
            compare_members(path, before, after, Top::no);
        } else if (before.array() != nullptr && after.array() != nullptr) {
            compare_items(path, *before.array(), *after.array());
        } else if (auto was = written(before), is = written(after);
                   was != is || before.held().index() != after.held().index()) {
            found.push_back({Difference::Kind::changed, path, std::move(was), std::move(is)});
        }
    }

    static std::string below(std::string const& path, std::string_view name)
    {
        return path.empty() ? std::string{name} : path + "." + std::string{name};
    }
    void lost(std::string path, Value const& value)
    {
        found.push_back({Difference::Kind::removed, std::move(path), written(value), {}});
    }
    void gained(std::string path, Value const& value)
    {
        found.push_back({Difference::Kind::added, std::move(path), {}, written(value)});
    }

    void compare_members(std::string const& path, Value const& before, Value const& after, Top top)
    {
        bool const is_top = top == Top::yes;
        for (auto const& [name, value] : *before.object()) {
            if (is_top && name == "about") continue;
            auto const* const now = after.find(name);
            if (now == nullptr) lost(below(path, name), value);
            else compare(is_top && is_list(value) ? std::string{} : below(path, name), value, *now);
        }
        for (auto const& [name, value] : *after.object()) {
            if (is_top && name == "about") continue;
            if (before.find(name) == nullptr) gained(below(path, name), value);
        }
    }

    /// The one list at the top of a file needs no name of its own in every path.
    static bool is_list(Value const& value) { return value.array() != nullptr || value.object() != nullptr; }

    void compare_items(std::string const& path, json::Array const& before, json::Array const& after)
    {
        auto const old_names = names_of(before);
        auto const new_names = names_of(after);
        bool const all_named = old_names.size() == before.size() && new_names.size() == after.size();
        if (!all_named) {
            // Plain words and numbers are told as one value; things without a name go by their number.
            bool const plain =
                std::none_of(after.begin(), after.end(), [](Value const& item) { return item.object() != nullptr; });
            if (plain || before.size() != after.size()) {
                if (auto was = written(Value{before}), is = written(Value{after}); was != is)
                    found.push_back({Difference::Kind::changed, path, std::move(was), std::move(is)});
                return;
            }
            for (std::size_t i = 0; i < before.size(); ++i)
                compare(path + "[" + std::to_string(i) + "]", before[i], after[i]);
            return;
        }
        for (std::size_t i = 0; i < before.size(); ++i) {
            auto const at = std::find(new_names.begin(), new_names.end(), old_names[i]);
            if (at == new_names.end()) lost(below(path, old_names[i]), before[i]);
            else compare(below(path, old_names[i]), before[i], after[static_cast<std::size_t>(at - new_names.begin())]);
        }
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (std::find(old_names.begin(), old_names.end(), new_names[i]) == old_names.end())
                gained(below(path, new_names[i]), after[i]);
        }
    }
};

} // namespace

Result<std::vector<Difference>> list_differences(std::string_view before, std::string_view after)
{
    WF_TRY(auto const was, json::read(before));
    WF_TRY(auto const is, json::read(after));
    Comparison comparison;
    comparison.compare_files(was, is);
    return std::move(comparison.found);
}

} // namespace wf::walking
