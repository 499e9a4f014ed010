// SPDX-License-Identifier: EUPL-1.2
// Words: gettext PO files, one pair (nl, en) per feature, found by a key that stays when the sentence is improved.
//
//     t("areas.why")                         -> "Waarom dit getal?"
//     t("areas.lead", {{"area", name}})      -> placeholders are {area}
//     t.count("areas.people", 3, {...})      -> msgid_plural; {n} is the number, written the Dutch or English way
//
// A key without a word is a bug that a test finds (lint.words); at run time the key itself is shown.
#pragma once

#include "base/result.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace wf::words {

enum class Language { nl, en };
[[nodiscard]] std::string_view to_code(Language language); // "nl", "en"
[[nodiscard]] Locale to_locale(Language language);

struct Entry {
    std::string one;
    std::string many; ///< empty when there is no plural
    int line{0};
};

/// Reads a PO file: msgid, msgid_plural, msgstr, msgstr[0], msgstr[1], comments, continued lines, escapes.
/// Errors: words.syntax, words.twice, words.empty (field = "line L").
Result<std::map<std::string, Entry, std::less<>>> read_po(std::string_view bytes);

using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// All words of one language.
class Words {
public:
    explicit Words(Language language) : m_language{language} {}
    Result<void> add(std::string_view po_bytes);

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] bool has(std::string_view key) const;
    /// The word itself, not filled in: a view that lives as long as this.
    [[nodiscard]] std::string_view operator()(std::string_view key) const;
    [[nodiscard]] std::string operator()(std::string_view key, Arguments arguments) const;
    [[nodiscard]] std::string count(std::string_view key, std::int64_t n, Arguments arguments = {}) const;

    /// 1.340 or 1,340; 0,24 or 0.24.
    [[nodiscard]] std::string number(double value, int decimals = 0) const;

    /// In byte order.
    [[nodiscard]] std::vector<std::string> keys() const;

private:
    struct KeyHash {
        using is_transparent = void;
        /// The end of a key tells it apart ("areas.why.source"); a page hashes hundreds, so this looks at 16 bytes and no more.
        std::size_t operator()(std::string_view key) const
        {
            std::uint64_t last[2]{};
            auto const used = key.substr(key.size() - std::min(key.size(), sizeof last));
            std::memcpy(last, used.data(), used.size());
            constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
            auto const mixed = ((last[0] ^ key.size()) * odd) ^ last[1];
            return static_cast<std::size_t>((mixed * odd) ^ ((mixed * odd) >> 32));
        }
    };

    Language m_language;
    // A page asks for hundreds of words: hashed, not searched.
    std::unordered_map<std::string, Entry, KeyHash, std::equal_to<>> m_entries;
};

/// {name} in `pattern` becomes the argument of that name; an unknown name stays as it is.
[[nodiscard]] std::string fill(std::string_view pattern, Arguments arguments);

} // namespace wf::words
