// SPDX-License-Identifier: EUPL-1.2
#include "scenario.hpp"

#include "base/text.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <array>

namespace wf::http_scenarios {
namespace {

using namespace std::string_view_literals;

constexpr std::array members{"name"sv,
                             "each"sv,
                             "request"sv,
                             "raw"sv,
                             "headers"sv,
                             "body"sv,
                             "declared_body"sv,
                             "header_padding"sv,
                             "target_padding"sv,
                             "status"sv,
                             "answer_headers"sv,
                             "contains"sv,
                             "not"sv,
                             "gzip"sv,
                             "unchanged"sv,
                             "steps"sv,
                             "as"sv,
                             "remember"sv,
                             "same"sv};

Error wrong(std::string const& name, std::string detail)
{
    return {Trouble::bad_input, "scenario.wrong", name, std::move(detail)};
}

std::string text_of(json::Value const& object, std::string_view key)
{
    auto const* found = object.find(key);
    return found != nullptr && found->text() != nullptr ? *found->text() : std::string{};
}

std::size_t number_of(json::Value const& object, std::string_view key)
{
    auto const* found = object.find(key);
    return found != nullptr ? static_cast<std::size_t>(found->number().value_or(0)) : 0;
}

bool flag_of(json::Value const& object, std::string_view key)
{
    auto const* found = object.find(key);
    return found != nullptr && found->boolean().value_or(false);
}

Result<std::vector<std::string>> texts_of(json::Value const& value, std::string const& name)
{
    std::vector<std::string> texts;
    if (value.array() == nullptr) return wrong(name, "a list of texts is expected");
    for (auto const& each : *value.array()) {
        if (each.text() == nullptr || each.text()->empty())
            return wrong(name, "a list of texts with something in them is expected");
        texts.push_back(*each.text());
    }
    return texts;
}

Result<Scenario> read_one(json::Value const& value, std::string const& part_of = {});

Result<Scenario> read_steps(json::Value const& steps, std::string name)
{
    Scenario scenario;
    scenario.name = std::move(name);
    if (steps.array() == nullptr || steps.array()->empty()) return wrong(scenario.name, "\"steps\" is a list");
    for (auto const& each : *steps.array()) {
        WF_TRY(auto step, read_one(each, scenario.name + ", step " + std::to_string(scenario.steps.size() + 1)));
        scenario.steps.push_back(std::move(step));
    }
    return scenario;
}

/// `part_of`: the name of a step.
Result<Scenario> read_one(json::Value const& value, std::string const& part_of)
{
    Scenario scenario;
    scenario.name = part_of.empty() ? text_of(value, "name") : part_of;
    if (value.object() == nullptr || scenario.name.empty()) return wrong("", "every scenario has a name");
    for (auto const& [key, ignored] : *value.object()) {
        if (std::find(members.begin(), members.end(), key) == members.end())
            return wrong(scenario.name, "there is no member \"" + key + "\"");
    }
    if (auto const* steps = value.find("steps")) return read_steps(*steps, scenario.name);
    scenario.raw = text_of(value, "raw");
    auto const request = text_of(value, "request");
    auto const blank = request.find(' ');
    if (scenario.raw.empty() == request.empty() || (!request.empty() && blank == std::string::npos))
        return wrong(scenario.name, "give either \"request\": \"GET /nl\" or \"raw\"");
    if (!request.empty()) {
        scenario.method = request.substr(0, blank);
        scenario.target = request.substr(blank + 1);
    }
    if (auto const* headers = value.find("headers"); headers != nullptr && headers->object() != nullptr) {
        for (auto const& [name, text] : *headers->object())
            scenario.headers.emplace_back(name, text.text() != nullptr ? *text.text() : "");
    }
    scenario.body = text_of(value, "body");
    scenario.declared_body = number_of(value, "declared_body");
    scenario.header_padding = number_of(value, "header_padding");
    scenario.target_padding = number_of(value, "target_padding");
    scenario.status = static_cast<int>(number_of(value, "status"));
    if (scenario.status < 200 || scenario.status > 599) return wrong(scenario.name, "say which status is expected");
    if (auto const* headers = value.find("answer_headers"); headers != nullptr && headers->object() != nullptr) {
        for (auto const& [name, text] : *headers->object()) {
            scenario.answer_headers.emplace_back(fold_case(name),
                                                 text.text() != nullptr ? std::optional{*text.text()} : std::nullopt);
        }
    }
    if (auto const* contains = value.find("contains")) {
        WF_TRY(scenario.contains, texts_of(*contains, scenario.name));
    }
    if (auto const* absent = value.find("not")) {
        WF_TRY(scenario.absent, texts_of(*absent, scenario.name));
    }
    scenario.gzip = flag_of(value, "gzip");
    scenario.unchanged = flag_of(value, "unchanged");
    scenario.as = text_of(value, "as");
    scenario.same = flag_of(value, "same");
    if (auto const* names = value.find("remember"); names != nullptr && names->object() != nullptr) {
        for (auto const& [name, text] : *names->object())
            scenario.remember.emplace_back(name, text.text() != nullptr ? *text.text() : "");
    }
    return scenario;
}

/// {"lang,word": [["nl", "Bronnen"], ["en", "Sources"]], "format": ["", ".json"]} as all combinations.
Result<std::vector<Pairs>> read_each(json::Value const* each, std::string const& name)
{
    std::vector<Pairs> combinations{{}};
    if (each == nullptr) return combinations;
    if (each->object() == nullptr) return wrong(name, "\"each\" is an object of lists");
    for (auto const& [keys, values] : *each->object()) {
        auto const names = split(keys, ',');
        if (values.array() == nullptr) return wrong(name, "\"each\" is an object of lists");
        std::vector<Pairs> more;
        for (auto const& combination : combinations) {
            for (auto const& value : *values.array()) {
                auto const texts = value.array() != nullptr ? *value.array() : json::Array{value};
                if (texts.size() != names.size()) return wrong(name, "as many values as names: " + keys);
                auto extended = combination;
                for (std::size_t at = 0; at < names.size(); ++at) {
                    if (texts[at].text() == nullptr) return wrong(name, "values of \"each\" are texts");
                    extended.emplace_back(std::string{names[at]}, *texts[at].text());
                }
                more.push_back(std::move(extended));
            }
        }
        combinations = std::move(more);
    }
    return combinations;
}

} // namespace

std::string fill_in(std::string text, Pairs const& values)
{
    for (auto const& [name, value] : values) {
        auto const place = "{" + name + "}";
        for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + value.size())) {
            text.replace(at, place.size(), value);
        }
    }
    return text;
}

Scenario fill_in(Scenario scenario, Pairs const& values)
{
    auto const fill = [&](std::string& text) { text = fill_in(std::move(text), values); };
    fill(scenario.name);
    fill(scenario.method);
    fill(scenario.target);
    fill(scenario.raw);
    fill(scenario.body);
    for (auto& [name, value] : scenario.headers) {
        fill(name);
        fill(value);
    }
    for (auto& [name, value] : scenario.answer_headers) {
        if (value) fill(*value);
    }
    for (auto& text : scenario.contains) fill(text);
    for (auto& text : scenario.absent) fill(text);
    for (auto& [name, value] : scenario.remember) fill(value);
    for (auto& step : scenario.steps) step = fill_in(std::move(step), values);
    return scenario;
}

Result<std::vector<Scenario>> read_scenarios(std::string_view bytes)
{
    WF_TRY(auto const document, json::read(bytes));
    auto const* list = document.find("scenarios");
    if (list == nullptr || list->array() == nullptr || list->array()->empty())
        return wrong("", "a file has a list \"scenarios\"");
    std::vector<Scenario> scenarios;
    for (auto const& value : *list->array()) {
        WF_TRY(auto const scenario, read_one(value));
        WF_TRY(auto const combinations, read_each(value.find("each"), scenario.name));
        for (auto const& combination : combinations) scenarios.push_back(fill_in(scenario, combination));
    }
    return scenarios;
}

} // namespace wf::http_scenarios
