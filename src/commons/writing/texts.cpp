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

std::vector<Named> read_texts(std::string_view text)
{
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
