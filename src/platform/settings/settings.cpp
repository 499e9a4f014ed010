// SPDX-License-Identifier: EUPL-1.2
#include "platform/settings/settings.hpp"

#include "base/text.hpp"
#include "platform/file/file.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <optional>
#include <shared_mutex>

namespace wf::settings {
namespace {

constexpr std::string_view from_default = "default";
constexpr std::string_view from_page = "page";
constexpr std::string_view from_file = "file";
constexpr std::string_view from_environment = "environment";
constexpr std::string_view from_command_line = "command line";

Error wrong(std::string_view code, std::string_view name, std::string_view from, std::string detail)
{
    return {Trouble::bad_input, "settings." + std::string{code}, std::string{name} + ", " + std::string{from},
            std::move(detail)};
}

Error unknown(std::string_view name, std::string_view from)
{
    return wrong("unknown", name, from, "there is no setting of this name");
}

std::optional<bool> parse_boolean(std::string_view text)
{
    for (std::string_view const yes : {"true", "yes", "on", "1"}) {
        if (text == yes) return true;
    }
    for (std::string_view const no : {"false", "no", "off", "0"}) {
        if (text == no) return false;
    }
    return std::nullopt;
}

/// The value as it is kept: integers without ornaments, booleans as true or false.
Result<std::string> check(Definition const& definition, std::string_view text, std::string_view from)
{
    switch (definition.kind) {
    case Kind::text:
    case Kind::path: break;
    case Kind::boolean: {
        auto const held = parse_boolean(text);
        if (!held)
            return wrong("not_a_boolean", definition.name, from,
                         "must be true or false, not \"" + std::string{text} + "\"");
        return std::string{*held ? "true" : "false"};
    }
    case Kind::integer: {
        auto const number = parse_integer(text);
        if (!number)
            return wrong("not_a_number", definition.name, from,
                         "must be a whole number, not \"" + std::string{text} + "\"");
        if (*number < definition.least || *number > definition.most) {
            return wrong("out_of_range", definition.name, from,
                         "must be from " + std::to_string(definition.least) + " to " + std::to_string(definition.most) +
                             ", not " + std::to_string(*number));
        }
        return std::to_string(*number);
    }
    }
    return std::string{text};
}

/// The same text as on a command line; each kind has one way of being written in JSON.
Result<std::string> text_of(Definition const& definition, json::Value const& value)
{
    switch (definition.kind) {
    case Kind::text:
    case Kind::path:
        if (auto const* const text = value.text()) return *text;
        return wrong("not_text", definition.name, from_file, "must be text, in double quotes");
    case Kind::boolean:
        if (auto const held = value.boolean()) return std::string{*held ? "true" : "false"};
        return wrong("not_a_boolean", definition.name, from_file, "must be true or false, without quotes");
    case Kind::integer: {
        // From here on a double no longer holds every whole number.
        constexpr double most = 9'007'199'254'740'992.0;
        auto const number = value.number();
        if (!number || *number != std::floor(*number)) {
            return wrong("not_a_number", definition.name, from_file, "must be a whole number, without quotes");
        }
        if (std::abs(*number) >= most)
            return wrong("out_of_range", definition.name, from_file, "is too large a number");
        return std::to_string(static_cast<std::int64_t>(*number));
    }
    }
    WF_CHECK(false);
    return std::string{};
}

Result<json::Value> load_file(std::string const& path)
{
    WF_TRY(auto const bytes, file::load(path, 1U << 20));
    auto value = json::read(bytes);
    if (!value) {
        auto error = std::move(value.error());
        error.field = error.field.empty() ? path : path + ", " + error.field;
        return error;
    }
    if (value->object() == nullptr) {
        return Error{Trouble::bad_input, "settings.not_an_object", path,
                     "must hold one JSON object: { \"name\": value }"};
    }
    return value;
}

std::string table_cell(std::string_view text)
{
    std::string cell;
    for (char const c : text) {
        if (c == '|') cell += '\\';
        cell += c == '\n' ? ' ' : c;
    }
    return cell;
}

} // namespace

std::string environment_name(std::string_view name)
{
    std::string variable = "WEEFSEL_";
    for (char const c : name) {
        if (c >= 'a' && c <= 'z') {
            variable += static_cast<char>(c - 'a' + 'A');
        } else {
            variable += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
        }
    }
    return variable;
}

/// Texts that were given out stay where they are, since readers hold on to them: an administrator chooses a few times a year.
struct Settings::Choices {
    std::shared_mutex mutex;
    std::deque<std::string> texts;
    std::map<std::string, std::string const*, std::less<>> chosen;

    [[nodiscard]] std::string const* find(std::string_view name)
    {
        std::shared_lock const lock{mutex};
        auto const found = chosen.find(name);
        return found == chosen.end() ? nullptr : found->second;
    }
};

Result<void> Settings::choose(std::string_view name, std::string_view value) const
{
    auto const found = m_values.find(name);
    if (found == m_values.end()) return unknown(name, from_page);
    WF_CHECK(found->second.definition.kind == Kind::text);
    if (found->second.from != from_default)
        return Error{Trouble::conflict, "settings.fixed", std::string{name}, found->second.from};
    WF_TRY(auto const text, check(found->second.definition, value, from_page));
    std::unique_lock const lock{m_choices->mutex};
    m_choices->chosen[std::string{name}] = &m_choices->texts.emplace_back(text);
    return {};
}

Result<Settings> Settings::load(std::span<Definition const> definitions, std::string const& file_or_empty,
                                std::vector<std::pair<std::string, std::string>> const& arguments)
{
    Settings settings;
    settings.m_choices = std::make_shared<Choices>();
    for (auto const& definition : definitions) {
        auto const fallback = check(definition, definition.fallback, from_default);
        WF_CHECK(fallback.has_value());
        bool const is_new =
            settings.m_values.try_emplace(definition.name, Shown{definition, *fallback, std::string{from_default}})
                .second;
        WF_CHECK(is_new);
    }
    // From light to heavy: what comes later wins.
    auto const set = [&](std::string const& name, std::string_view text, std::string_view from) -> Result<void> {
        auto const found = settings.m_values.find(name);
        if (found == settings.m_values.end()) return unknown(name, from);
        WF_TRY(found->second.value, check(found->second.definition, text, from));
        found->second.from = from;
        return {};
    };
    if (!file_or_empty.empty()) {
        WF_TRY(auto const content, load_file(file_or_empty));
        for (auto const& [name, value] : *content.object()) {
            auto const found = settings.m_values.find(name);
            if (found == settings.m_values.end()) return unknown(name, from_file);
            WF_TRY(auto const text, text_of(found->second.definition, value));
            WF_TRY_VOID(set(name, text, from_file));
        }
    }
    for (auto const& definition : definitions) {
        if (char const* const text = std::getenv(environment_name(definition.name).c_str())) {
            WF_TRY_VOID(set(definition.name, text, from_environment));
        }
    }
    for (auto const& [name, text] : arguments) WF_TRY_VOID(set(name, text, from_command_line));
    return settings;
}

std::string const& Settings::text(std::string_view name) const
{
    auto const found = m_values.find(name);
    WF_CHECK(found != m_values.end());
    if (found->second.from == from_default) {
        if (auto const* chosen = m_choices->find(name)) return *chosen;
    }
    return found->second.value;
}

std::int64_t Settings::integer(std::string_view name) const
{
    auto const found = m_values.find(name);
    WF_CHECK(found != m_values.end() && found->second.definition.kind == Kind::integer);
    return parse_integer(found->second.value).value();
}

bool Settings::boolean(std::string_view name) const
{
    auto const found = m_values.find(name);
    WF_CHECK(found != m_values.end() && found->second.definition.kind == Kind::boolean);
    return found->second.value == "true";
}

std::vector<Settings::Shown> Settings::all() const
{
    std::vector<Shown> shown;
    for (auto const& [name, value] : m_values) {
        auto one = value;
        if (auto const* chosen = m_choices->find(name); chosen != nullptr && one.from == from_default) {
            one.value = *chosen;
            one.from = from_page;
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

std::string to_markdown(std::span<Definition const> definitions)
{
    std::vector<Definition const*> sorted;
    for (auto const& definition : definitions) sorted.push_back(&definition);
    std::sort(sorted.begin(), sorted.end(), [](auto const* a, auto const* b) { return a->name < b->name; });

    std::string table =
        "| Naam / name | Variabele / variable | Standaard / default | Uitleg | Explanation |\n|---|---|---|---|---|\n";
    for (auto const* const definition : sorted) {
        std::string fallback = definition->fallback.empty() ? "" : "`" + table_cell(definition->fallback) + "`";
        if (definition->kind == Kind::integer && definition->most < INT64_MAX) {
            fallback += " (" + std::to_string(definition->least) + " - " + std::to_string(definition->most) + ")";
        }
        table += "| `" + table_cell(definition->name) + "` | `" + environment_name(definition->name) + "` | " +
                 fallback + " | " + table_cell(definition->help_nl) + " | " + table_cell(definition->help_en) + " |\n";
    }
    return table;
}

} // namespace wf::settings
