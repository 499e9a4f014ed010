// SPDX-License-Identifier: EUPL-1.2
#include "commons/writing/texts.hpp"

#include "base/check.hpp"
#include "base/json_writer.hpp"
#include "platform/json/json.hpp"

namespace wf::writing {

std::string texts_to_json(std::vector<Named> const& texts)
{
    JsonWriter json;
    json.begin_object();
    for (auto const& [name, text] : texts) json.member(name, text);
    json.end_object();
    return std::move(json).finish();
}

namespace {

/// Reads what nearly all of ours are, an object of texts in which nothing is escaped; nothing when it is anything else. Lists of thousands
/// are read so, ten times sooner than by a reader for all of JSON.
std::optional<std::vector<Named>> read_plain(std::string_view text)
{
    std::size_t at = 0;
    auto const take = [&](char sign) { return at < text.size() && text[at] == sign && ++at > 0; };
    auto const take_text = [&]() -> std::optional<std::string_view> {
        if (!take('"')) return std::nullopt;
        auto const end = text.find('"', at);
        if (end == std::string_view::npos) return std::nullopt;
        auto const inside = text.substr(at, end - at);
        if (inside.find('\\') != std::string_view::npos) return std::nullopt;
        at = end + 1;
        return inside;
    };
    std::vector<Named> texts;
    if (!take('{')) return std::nullopt;
    if (take('}')) return at == text.size() ? std::optional{texts} : std::nullopt;
    do {
        auto const name = take_text();
        if (!name || !take(':')) return std::nullopt;
        auto const said = take_text();
        if (!said) return std::nullopt;
        texts.emplace_back(*name, *said);
    } while (take(','));
    return take('}') && at == text.size() ? std::optional{std::move(texts)} : std::nullopt;
}

} // namespace

std::vector<Named> read_texts(std::string_view text)
{
    if (auto plain = read_plain(text)) return std::move(*plain);
    auto const read = json::read(text);
    WF_CHECK(read.has_value());
    auto const* members = read->object();
    WF_CHECK(members != nullptr);
    std::vector<Named> texts;
    for (auto const& [name, value] : *members) {
        WF_CHECK(value.text() != nullptr);
        texts.emplace_back(name, *value.text());
    }
    return texts;
}

} // namespace wf::writing
