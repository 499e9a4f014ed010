// SPDX-License-Identifier: EUPL-1.2
// What several people write at once: a record whose texts are named once. Forms, history, search and putting together go over that list.
//
//     struct Content { std::string title; std::string change; };
//     inline constexpr std::array parts{writing::Part<Content>{"titel", &Content::title}, ...};
//
// Assumption: `parts` names every text of Content, each name once. A text that is not stored is empty.
#pragma once

#include "base/text.hpp"
#include "commons/trail/trail.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::writing {

template <class Content>
struct Part {
    std::string_view name; ///< in forms, JSON and the history
    std::string Content::*text;
};

/// What somebody wrote, put together with what another wrote since both began from the same.
template <class Content>
struct Merged {
    Content content;                         ///< a text that both changed is that of `mine`
    std::vector<std::string_view> theirs{};  ///< changed by the other alone: taken over
    std::vector<std::string_view> clashes{}; ///< changed by both, and not to the same
};

template <class Parts, class Content>
[[nodiscard]] Merged<Content> merge(Parts const& parts, Content const& base, Content const& theirs, Content const& mine)
{
    Merged<Content> merged{mine};
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

/// Takes over from `from` the texts with these names.
template <class Parts, class Content>
void take_over(Parts const& parts, std::vector<std::string_view> const& names, Content const& from, Content& into)
{
    for (auto const& part : parts) {
        if (std::find(names.begin(), names.end(), part.name) != names.end()) into.*part.text = from.*part.text;
    }
}

using Named = std::pair<std::string, std::string>;
/// An object with a text for each name.
[[nodiscard]] std::string texts_to_json(std::vector<Named> const& texts);
/// Of our own store: anything but such an object is a bug of ours.
[[nodiscard]] std::vector<Named> read_texts(std::string_view json);

template <class Parts, class Content>
[[nodiscard]] std::string to_json(Parts const& parts, Content const& content)
{
    std::vector<Named> texts;
    for (auto const& part : parts) {
        if (!(content.*part.text).empty()) texts.emplace_back(part.name, content.*part.text);
    }
    return texts_to_json(texts);
}

/// A text that is missing is empty, one that we do not know is left out.
template <class Content, class Parts>
[[nodiscard]] Content read_content(Parts const& parts, std::string_view json)
{
    Content content;
    for (auto& [name, text] : read_texts(json)) {
        for (auto const& part : parts) {
            if (part.name == name) content.*part.text = std::move(text);
        }
    }
    return content;
}

template <class Parts, class Content>
[[nodiscard]] std::vector<trail::Change> changes_of(Parts const& parts, Content const& before, Content const& after)
{
    std::vector<trail::Change> changes;
    for (auto const& part : parts) {
        if (before.*part.text != after.*part.text)
            changes.push_back({std::string{part.name}, before.*part.text, after.*part.text});
    }
    return changes;
}

/// All of it as one text, to be sought in.
template <class Parts, class Content>
[[nodiscard]] std::string text_of(Parts const& parts, Content const& content)
{
    std::string all;
    for (auto const& part : parts) all += content.*part.text + " ";
    return all;
}

} // namespace wf::writing
