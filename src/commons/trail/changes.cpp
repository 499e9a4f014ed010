// SPDX-License-Identifier: EUPL-1.2
#include "commons/trail/changes.hpp"

#include "base/ids.hpp"
#include "base/json_writer.hpp"
#include "platform/json/json.hpp"
#include "platform/secret/token.hpp"

#include <optional>

namespace wf::trail {
namespace {

constexpr std::size_t block = 32;
constexpr char end_of_text = '\x80';

/// ISO/IEC 7816-4: one mark and then zeros up to a whole number of blocks.
std::string pad(std::string_view text)
{
    std::string padded{text};
    padded += end_of_text;
    padded.resize((padded.size() + block - 1) / block * block, '\0');
    return padded;
}

std::optional<std::string> unpad(std::string_view padded)
{
    auto const end = padded.find_last_not_of('\0');
    if (end == std::string_view::npos || padded[end] != end_of_text) return std::nullopt;
    return std::string{padded.substr(0, end)};
}

/// The sides of a change and the place of each value: workspace, number, field, side.
constexpr std::string_view before_side = "before";
constexpr std::string_view after_side = "after";

class Places {
public:
    Places(std::string_view workspace_id, std::int64_t number)
        : m_entry{std::string{workspace_id} + ":" + std::to_string(number) + ":"}
    {
    }
    [[nodiscard]] std::string of(std::string_view field, std::string_view side) const
    {
        return m_entry + std::string{field} + ":" + std::string{side};
    }

private:
    std::string m_entry;
};

std::string text_of(json::Value const& object, std::string_view name)
{
    auto const* const member = object.find(name);
    auto const* const text = member == nullptr ? nullptr : member->text();
    return text == nullptr ? std::string{} : *text;
}

SeenValue open_value(Result<secret::Key> const& key, std::string_view stored, std::string const& place)
{
    if (!key) {
        auto const erased = key.error().code == "trail.no_person_key";
        return {erased ? SeenValue::State::erased : SeenValue::State::unreadable, {}};
    }
    auto const sealed = secret::read_base64url(stored);
    if (!sealed) return {SeenValue::State::unreadable, {}};
    auto const padded = secret::open(*key, *sealed, place);
    auto plain = padded ? unpad(*padded) : std::nullopt;
    if (!plain) return {SeenValue::State::unreadable, {}};
    return {SeenValue::State::plain, std::move(*plain)};
}

SeenChange read_change(json::Value const& object, Places const& places, FindKey const& find_key)
{
    SeenChange change{text_of(object, "field"), {}, {}, text_of(object, "about")};
    std::optional<Result<secret::Key>> key;
    if (!change.about.empty()) key.emplace(find_key(change.about));
    auto const see = [&](std::string_view side) -> SeenValue {
        auto const* const member = object.find(side);
        if (member == nullptr) return {};
        auto const* const text = member->text();
        if (text == nullptr) return {SeenValue::State::unreadable, {}};
        if (!key) return {SeenValue::State::plain, *text};
        return open_value(*key, *text, places.of(change.field, side));
    };
    change.before = see(before_side);
    change.after = see(after_side);
    return change;
}

} // namespace

Result<std::string> write_changes(std::vector<Change> const& changes, std::string_view workspace_id,
                                  std::int64_t number, FindKey const& find_key)
{
    Places const places{workspace_id, number};
    JsonWriter json;
    json.begin_array();
    for (auto const& change : changes) {
        WF_CHECK(!change.field.empty());
        json.begin_object().member("field", change.field);
        std::optional<secret::Key> key;
        if (!change.about.empty()) {
            WF_TRY(auto const person, Uuid::parse(change.about));
            json.member("about", person.to_string());
            WF_TRY(key, find_key(person.to_string()));
        }
        auto const write = [&](std::string_view side, std::optional<std::string> const& value) {
            if (!value) return;
            if (key)
                json.member(side, secret::to_base64url(secret::seal(*key, pad(*value), places.of(change.field, side))));
            else json.member(side, *value);
        };
        write(before_side, change.before);
        write(after_side, change.after);
        json.end_object();
    }
    json.end_array();
    return std::move(json).finish();
}

std::vector<SeenChange> read_changes(std::string_view text, std::string_view workspace_id, std::int64_t number,
                                     FindKey const& find_key)
{
    SeenValue const unreadable{SeenValue::State::unreadable, {}};
    auto const list = json::read(text);
    if (!list || list->array() == nullptr) return {{"", unreadable, unreadable, ""}};
    Places const places{workspace_id, number};
    std::vector<SeenChange> changes;
    for (auto const& object : *list->array()) changes.push_back(read_change(object, places, find_key));
    return changes;
}

} // namespace wf::trail
