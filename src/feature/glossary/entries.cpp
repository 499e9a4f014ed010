// SPDX-License-Identifier: EUPL-1.2
#include "feature/glossary/entries.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace wf::glossary_pages {
namespace {

Meaning local_meaning(glossary::LocalTerm const& term)
{
    return {{term.content.meaning, "", term.content.source, ""}, true};
}

/// All that can be sought of it, folded.
std::string text_of(Entry const& entry)
{
    std::string text = entry.word + " " + entry.word_en;
    for (auto const& other : entry.also) text += " " + other;
    for (auto const& meaning : entry.meanings) text += " " + meaning.sense.nl + " " + meaning.sense.en;
    return sort_key(text);
}

} // namespace

std::vector<Entry> put_together(std::span<glossary::SharedTerm const> shared, std::span<glossary::LocalTerm const> own)
{
    std::vector<Entry> entries;
    for (auto const& term : shared) {
        Entry entry{term.id, term.nl, term.en, term.also, {}};
        for (auto const& sense : term.senses) entry.meanings.push_back({sense, false});
        for (auto const& local : own) {
            if (local.content.shared == term.id) entry.meanings.push_back(local_meaning(local));
        }
        entries.push_back(std::move(entry));
    }
    for (auto const& local : own) {
        bool const is_beside = std::any_of(shared.begin(), shared.end(), [&](glossary::SharedTerm const& term) {
            return term.id == local.content.shared;
        });
        if (!is_beside) entries.push_back({"eigen-" + local.id, local.content.word, "", {}, {local_meaning(local)}});
    }
    std::sort(entries.begin(), entries.end(), [](Entry const& a, Entry const& b) {
        return std::pair{sort_key(a.word), a.anchor} < std::pair{sort_key(b.word), b.anchor};
    });
    return entries;
}

std::vector<Entry> choose(std::vector<Entry> entries, std::string_view sought)
{
    auto const key = sort_key(sought);
    auto const words = split(key, ' ');
    std::erase_if(entries, [&](Entry const& entry) {
        auto const text = text_of(entry);
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return text.find(word) == std::string::npos; });
    });
    return entries;
}

} // namespace wf::glossary_pages
