// SPDX-License-Identifier: EUPL-1.2
// Which words of a text are kept and sought.
#include "base/check.hpp"
#include "base/text.hpp"
#include "commons/search/search.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <unordered_map>

namespace wf::embedded::commons_search {
std::string_view find(std::string_view name);
}

namespace wf::search {
namespace {

constexpr std::size_t longest_stem = 60;
constexpr std::size_t most_stems = 2'000;

std::vector<SameWords> read_synonyms()
{
    auto const read = json::read(embedded::commons_search::find("synonyms.json"));
    WF_CHECK(read.has_value());
    auto const* groups = read->find("groups");
    WF_CHECK(groups != nullptr && groups->array() != nullptr);
    std::vector<SameWords> all;
    for (auto const& group : *groups->array()) {
        WF_CHECK(group.array() != nullptr);
        SameWords same;
        for (auto const& word : *group.array()) {
            WF_CHECK(word.text() != nullptr);
            same.words.push_back(*word.text());
        }
        all.push_back(std::move(same));
    }
    return all;
}

/// Snowball leaves what Dutch spelling does before -en: "bruggen" and "brug", "huizen" and "huis", "brieven" and "brief".
std::string even(std::string_view stem)
{
    constexpr std::string_view doubled = "bcdfgklmnprstvz";
    std::string word{stem};
    auto const size = word.size();
    if (size > 2 && word[size - 1] == word[size - 2] && doubled.find(word.back()) != std::string_view::npos)
        word.pop_back();
    if (word.size() > 2 && word.back() == 'z') word.back() = 's';
    if (word.size() > 2 && word.back() == 'v') word.back() = 'f';
    return word;
}

std::string word_of(std::string_view typed)
{
    return even(stems(typed));
}

/// From the stem of a word to that of the one which stands for it.
std::unordered_map<std::string, std::string> const& stands_for()
{
    static auto const map = [] {
        std::unordered_map<std::string, std::string> made;
        for (auto const& same : synonyms()) {
            auto const first = word_of(same.words.front());
            for (auto const& word : same.words) made.emplace(word_of(word), first);
        }
        return made;
    }();
    return map;
}

} // namespace

std::vector<SameWords> const& synonyms()
{
    static auto const all = read_synonyms();
    return all;
}

std::vector<std::string> words_of(std::string_view text)
{
    auto const kept = stems(text);
    std::vector<std::string> words;
    for (auto const stem : split(kept, ' ')) {
        if (stem.empty() || stem.size() > longest_stem) continue;
        auto word = even(stem);
        if (auto const other = stands_for().find(word); other != stands_for().end()) word = other->second;
        words.push_back(std::move(word));
        if (words.size() == most_stems) break;
    }
    // In the order of the text: the first words of what somebody seeks are the ones that count.
    std::vector<std::string> once;
    for (auto& word : words) {
        if (std::find(once.begin(), once.end(), word) == once.end()) once.push_back(std::move(word));
    }
    return once;
}

Words sought_words(std::string_view typed)
{
    Words sought;
    auto words = words_of(typed);
    for (std::size_t i = 0; i < std::min(sought.size(), words.size()); ++i) sought[i] = std::move(words[i]);
    return sought;
}

std::vector<std::string> also_found(std::string_view typed)
{
    auto const sought = words_of(typed);
    auto const kept = stems(typed);
    std::vector<std::string> own;
    for (auto const stem : split(kept, ' ')) own.push_back(even(stem));
    std::vector<std::string> also;
    for (auto const& same : synonyms()) {
        if (std::find(sought.begin(), sought.end(), word_of(same.words.front())) == sought.end()) continue;
        for (auto const& word : same.words) {
            if (std::find(own.begin(), own.end(), word_of(word)) == own.end()) also.push_back(word);
        }
    }
    return also;
}

} // namespace wf::search
