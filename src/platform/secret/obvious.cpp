// SPDX-License-Identifier: EUPL-1.2
// Which passwords somebody would try first.
#include "base/characters.hpp"
#include "base/text.hpp"
#include "platform/secret/password.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <vector>

namespace wf::embedded::platform_secret {
std::string_view find(std::string_view name);
}

namespace wf::secret {
namespace {

using Words = std::set<std::string, std::less<>>;
constexpr std::size_t shortest_word = 3;
constexpr std::size_t longest_word = 24;

Words read_words()
{
    Words words;
    for (auto const line : split(embedded::platform_secret::find("obvious_words.txt"), '\n')) {
        if (!line.empty() && line.front() != '#') words.emplace(line);
    }
    return words;
}

/// Letters alone, small, without accents; what stands for a letter (3 for e, @ for a) counts as that letter.
std::string letters_of(std::string_view text)
{
    std::string letters;
    for (char const c : sort_key(text)) {
        if (c >= 'a' && c <= 'z') letters += c;
    }
    return letters;
}
std::string without_disguise(std::string_view text)
{
    constexpr std::string_view disguised = "013457@$!";
    constexpr std::string_view meant = "oieastasi";
    // A year or an exclamation mark at the end is no letter in disguise.
    auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
    std::string plain{text};
    for (char& c : plain) {
        auto const at = disguised.find(c);
        if (at != std::string_view::npos) c = meant[at];
    }
    return plain;
}

/// Can it be cut into at most `most` of these words?
bool is_made_of(std::string_view letters, Words const& words, Words const& about, int most)
{
    if (letters.empty()) return true;
    if (most == 0) return false;
    for (std::size_t size = std::min(letters.size(), longest_word); size >= shortest_word; --size) {
        auto const word = letters.substr(0, size);
        if ((words.contains(word) || about.contains(word)) && is_made_of(letters.substr(size), words, about, most - 1))
            return true;
    }
    return false;
}

/// "aaaaaaaaaaaa", "abcabcabcabc"
bool repeats_itself(std::string_view text)
{
    for (std::size_t piece = 1; piece <= text.size() / 2; ++piece) {
        bool same = true;
        for (std::size_t i = piece; same && i < text.size(); ++i) same = text[i] == text[i - piece];
        if (same) return true;
    }
    return false;
}

/// "123456789012", "abcdefghijkl", "zyxwvu...": most signs stand beside the one before.
bool is_a_row(std::string_view text)
{
    std::size_t steps = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (std::abs(text[i] - text[i - 1]) <= 1) ++steps;
    }
    return steps * 3 >= text.size() * 2;
}

} // namespace

Result<void> check_password(std::string_view password, std::span<std::string const> about)
{
    static auto const words = read_words();
    auto const count = count_characters(password);
    if (count < least_password)
        return Error{Trouble::bad_input, "password.too_short", "", std::to_string(least_password)};
    if (count > most_password) return Error{Trouble::too_large, "password.too_long", "", std::to_string(most_password)};
    Words personal;
    for (auto const& text : about) {
        auto const plain = sort_key(text);
        for (auto const piece : split(plain, ' ')) {
            auto const letters = letters_of(piece);
            if (letters.size() >= shortest_word) personal.insert(letters);
        }
    }
    constexpr int most_words = 2;
    for (auto const& letters : {letters_of(password), letters_of(without_disguise(password))}) {
        if (is_made_of(letters, words, personal, most_words))
            return Error{Trouble::bad_input, "password.obvious", "",
                         "four words that have nothing to do with each other do well"};
    }
    if (repeats_itself(password) || is_a_row(password))
        return Error{Trouble::bad_input, "password.obvious", "", "a row or a repetition is tried first"};
    return {};
}

} // namespace wf::secret
