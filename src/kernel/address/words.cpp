// SPDX-License-Identifier: EUPL-1.2
#include "kernel/address/words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace wf::address {
namespace {

struct Rule {
    std::string_view typed;
    std::string_view meant;
};

// A word before another word. Words of one meaning get one spelling: doctor and dokter, koning and koningin ("kon.").
constexpr Rule titles[] = {
    {"adm", "admiraal"},    {"bgm", "burgemeester"}, {"burg", "burgemeester"}, {"burgem", "burgemeester"},
    {"dokter", "doctor"},   {"dr", "doctor"},        {"ds", "dominee"},        {"gebr", "gebroeders"},
    {"ged", "gedempte"},    {"gen", "generaal"},     {"ing", "ingenieur"},     {"ir", "ingenieur"},
    {"jhr", "jonkheer"},    {"jkvr", "jonkvrouw"},   {"juffr", "juffrouw"},    {"juf", "juffrouw"},
    {"kapt", "kapitein"},   {"kard", "kardinaal"},   {"kl", "kleine"},         {"kol", "kolonel"},
    {"kon", "koning"},      {"koningin", "koning"},  {"lt", "luitenant"},      {"luit", "luitenant"},
    {"mevr", "mevrouw"},    {"mgr", "monseigneur"},  {"min", "minister"},      {"mr", "meester"},
    {"nw", "nieuwe"},       {"past", "pastoor"},     {"pr", "prins"},          {"pres", "president"},
    {"prof", "professor"},  {"st", "sint"},          {"wed", "weduwe"},        {"weth", "wethouder"},
    {"wilh", "wilhelmina"}, {"zr", "zuster"},        {"eerste", "1e"},         {"tweede", "2e"},
    {"derde", "3e"},        {"vierde", "4e"},        {"vijfde", "5e"},         {"zesde", "6e"},
    {"zevende", "7e"},      {"achtste", "8e"},       {"negende", "9e"},        {"tiende", "10e"},
};

// The end of a word ("ebbingestr"), or a word of its own after another ("kerk str").
constexpr Rule endings[] = {
    {"strt", "straat"},     {"str", "straat"},     {"stg", "steeg"}, {"sngl", "singel"}, {"sgl", "singel"},
    {"plnts", "plantsoen"}, {"plts", "plantsoen"}, {"pln", "plein"}, {"pl", "plein"},    {"ln", "laan"},
    {"wg", "weg"},          {"hf", "hof"},         {"kd", "kade"},   {"dk", "dijk"},     {"drf", "dreef"},
};

// Whole words for a kind of street. Alone they do not name one.
constexpr std::string_view kinds[] = {"straat", "laan", "weg",   "plein", "hof",   "kade",
                                      "singel", "dijk", "steeg", "pad",   "dreef", "plantsoen"};

constexpr std::string_view articles[] = {"de", "den", "der", "d"};
constexpr std::string_view particles[] = {"van", "vande", "vanhet", "de", "den", "der",
                                          "het", "ter",   "ten",    "te", "la",  "aande"};

constexpr Rule second_names[] = {{"denhaag", "sgravenhage"}, {"denbosch", "shertogenbosch"}};

bool is_one_of(std::string_view word, std::span<std::string_view const> list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::optional<std::string_view> meaning(std::string_view word, std::span<Rule const> rules)
{
    auto const rule = std::find_if(rules.begin(), rules.end(), [&](Rule const& r) { return r.typed == word; });
    if (rule == rules.end()) return std::nullopt;
    return rule->meant;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

/// y and ij are one; so are van de, van den and van der, also when written as one word.
std::string finish(std::string key)
{
    replace_all(key, "y", "ij");
    for (std::string_view const form : {"vanden", "vander"}) replace_all(key, form, "vande");
    for (std::string_view const form : {"aanden", "aander"}) replace_all(key, form, "aande");
    return key;
}

/// "kerkstr" to "kerkstraat"; two letters at least stand before the ending.
std::string with_ending(std::string const& word)
{
    for (auto const& [typed, meant] : endings) {
        if (word.size() >= typed.size() + 2 && word.ends_with(typed)) {
            return word.substr(0, word.size() - typed.size()).append(meant);
        }
    }
    return word;
}

/// "2ste" and "2de" to "2e".
std::optional<std::string> ordinal(std::string const& word)
{
    std::size_t const end = word.find_first_not_of("0123456789");
    if (end == 0 || end == std::string::npos || end > 3) return std::nullopt;
    std::string_view const rest = std::string_view{word}.substr(end);
    if (rest != "e" && rest != "ste" && rest != "de") return std::nullopt;
    return word.substr(0, end) + "e";
}

bool is_kind(std::string_view word)
{
    return is_one_of(word, kinds) || meaning(word, endings).has_value();
}

/// How many words from `at` on are "van de" or its like, and what they mean.
std::optional<std::pair<std::size_t, std::string_view>> particle(std::span<std::string const> words, std::size_t at)
{
    std::string const& word = words[at];
    bool const more = at + 1 < words.size();
    std::string_view const next = more ? std::string_view{words[at + 1]} : std::string_view{};
    if (word == "vd") return std::pair{1, "vande"};
    if (word == "vh" || word == "vt") return std::pair{1, "vanhet"};
    if (word == "van" || word == "v") {
        if (more && is_one_of(next, articles)) return std::pair{2, "vande"};
        if (next == "het" || next == "t") return std::pair{2, "vanhet"};
        if (word == "v" && more && !is_kind(next)) return std::pair{1, "van"};
    }
    bool const inside = at > 0 && more;
    if (inside && word == "ad") return std::pair{1, "aande"};
    if (inside && (word == "aan" || word == "a") && is_one_of(next, articles)) return std::pair{2, "aande"};
    return std::nullopt;
}

enum class Endings { leave, write_out };

std::vector<std::string> write_out(std::span<std::string const> words, Endings how)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string const& word = words[i];
        bool const last = i + 1 == words.size();
        if (auto const found = particle(words, i)) {
            out.emplace_back(found->second);
            i += found->first - 1;
        } else if (auto const number = ordinal(word); number && !last) {
            out.push_back(*number);
        } else if (auto const title = meaning(word, titles); title && !last) {
            out.emplace_back(*title);
        } else if (how == Endings::leave) {
            out.push_back(word);
        } else if (auto const kind = meaning(word, endings); kind && i > 0) {
            out.emplace_back(*kind);
        } else if (word == "st" && last && i > 0) {
            out.emplace_back("straat");
        } else {
            out.push_back(with_ending(word));
        }
    }
    return out;
}

std::string join(std::span<std::string const> words)
{
    std::string all;
    for (auto const& word : words) all += word;
    return all;
}

/// Pasted text has other blanks and dashes than the keyboard; all become a blank. Quotes that serve as apostrophe vanish.
std::string with_plain_blanks(std::string_view text)
{
    std::string plain{text};
    replace_all(plain, "\xc2\xa0", " ");
    for (std::string_view const quote : {"\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xb4"}) replace_all(plain, quote, "");
    for (char last = '\x80'; last <= '\x95'; ++last) {
        replace_all(plain, std::string{"\xe2\x80"} + last, " ");
    }
    return plain;
}

} // namespace

std::vector<std::string> words_of(std::string_view text)
{
    bool const ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    std::string const plain = ascii ? std::string{text} : with_plain_blanks(text);
    std::vector<std::string> words;
    bool open = false; // the last word can go on
    auto const add = [&](char c) {
        bool const digit = is_digit(c);
        if (!open || (digit && !is_digit(words.back().back()))) words.emplace_back();
        words.back() += c;
        open = true;
    };
    for (std::size_t i = 0; i < plain.size();) {
        char const c = plain[i];
        if (static_cast<unsigned char>(c) >= 0x80 || (!ascii && !is_digit(c))) {
            std::size_t const end = std::min(plain.find_first_of("0123456789", i), plain.size());
            std::string_view const piece{plain.data() + i, end - i};
            if (piece.front() == ' ' || piece.front() == '-' || piece.front() == ',') open = false;
            for (char const letter : sort_key(piece)) {
                if (letter == ' ') {
                    open = false;
                } else {
                    add(letter);
                }
            }
            if (piece.back() == ' ' || piece.back() == '-') open = false;
            i = end;
            continue;
        }
        ++i;
        if (c >= 'A' && c <= 'Z') {
            add(static_cast<char>(c - 'A' + 'a'));
        } else if ((c >= 'a' && c <= 'z') || is_digit(c)) {
            add(c);
        } else if (c != '\'' && c != '`') {
            open = false;
        }
    }
    return words;
}

std::string street_key(std::span<std::string const> words)
{
    return finish(join(write_out(words, Endings::write_out)));
}

std::string plain_key(std::span<std::string const> words)
{
    std::string key = join(words);
    replace_all(key, "y", "ij");
    return key;
}

std::string place_key(std::span<std::string const> words)
{
    std::string key = finish(join(write_out(words, Endings::leave)));
    if (auto const other = meaning(key, second_names)) return std::string{*other};
    return key;
}

bool is_often_extra(std::string const& word)
{
    auto const is_title = [&](Rule const& rule) { return word == rule.typed || word == rule.meant; };
    return word.size() == 1 || is_one_of(word, particles) ||
           std::any_of(std::begin(titles), std::end(titles), is_title);
}

std::vector<NameKey> name_keys(std::span<std::string const> words)
{
    std::vector<NameKey> keys;
    auto const add = [&](std::string text, Part part) {
        bool const known = std::any_of(keys.begin(), keys.end(), [&](NameKey const& k) { return k.text == text; });
        if (!text.empty() && !known) keys.push_back({std::move(text), part});
    };
    std::vector<std::string> rest = write_out(words, Endings::write_out);
    add(finish(join(rest)), Part::all);
    add(plain_key(words), Part::all);
    if (words.size() < 2) return keys;

    auto const drop = [&](auto&& unwanted) {
        if (!std::all_of(rest.begin(), rest.end(), unwanted)) std::erase_if(rest, unwanted);
    };
    drop([](std::string const& word) { return word.size() == 1; });
    add(finish(join(rest)), Part::without_initials);
    std::vector<std::string> const named = rest;
    drop([](std::string const& word) { return is_one_of(word, particles); });
    if (!rest.empty() && !is_kind(rest.front())) add(finish(join(rest)), Part::without_particles);
    constexpr std::size_t most_left_out = 8;
    for (std::size_t from = 1; from < std::min(named.size(), most_left_out); ++from) {
        auto const tail = std::span{named}.subspan(from);
        std::string text = finish(join(tail));
        if (text.size() >= 4 && !(tail.size() == 1 && is_kind(tail.front()))) add(std::move(text), Part::end);
    }
    return keys;
}

} // namespace wf::address
