// SPDX-License-Identifier: EUPL-1.2
#include "commons/plans/content.hpp"

#include "base/check.hpp"
#include "base/json_writer.hpp"
#include "platform/json/json.hpp"

namespace wf::plans {

Merged merge(Content const& base, Content const& theirs, Content const& mine)
{
    Merged merged{mine};
    for (auto const& part : parts) {
        auto const& before = base.*part.text;
        auto const& other = theirs.*part.text;
        auto const& own = mine.*part.text;
        if (other == before || other == own) continue;
        if (own == before) {
            merged.content.*part.text = other;
            merged.theirs.push_back(part.name);
        } else {
            merged.clashes.push_back(part.name);
        }
    }
    return merged;
}

std::string to_json(Content const& content)
{
    JsonWriter json;
    json.begin_object();
    for (auto const& part : parts) {
        if (!(content.*part.text).empty()) json.member(part.name, content.*part.text);
    }
    json.end_object();
    return std::move(json).finish();
}

Content read_content(std::string_view text)
{
    auto const read = json::read(text);
    WF_CHECK(read.has_value());
    Content content;
    for (auto const& part : parts) {
        auto const* value = read->find(part.name);
        if (value == nullptr) continue;
        WF_CHECK(value->text() != nullptr);
        content.*part.text = *value->text();
    }
    return content;
}

} // namespace wf::plans
