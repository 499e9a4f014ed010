// SPDX-License-Identifier: EUPL-1.2
#include "kernel/address/reading.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wf::address {
namespace {

using Words = std::span<std::string const>;

constexpr std::size_t most_place_words = 4;
constexpr std::size_t most_addition_words = 3;
constexpr std::size_t longest_addition_word = 4;
constexpr std::size_t most_numbers = 3;
constexpr std::size_t most_extra_words = 2;
constexpr std::size_t longest_street = 120;

constexpr double trust_in_place_first = 0.995;
constexpr double trust_in_number_first = 0.99;
constexpr double trust_in_unfinished_place = 0.985;
constexpr double trust_in_postcode_alone = 0.65;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool begins_with_digit(std::string const& word)
{
    return is_digit(word.front());
}

/// "2e", "1ste" before other words are part of a name.
bool is_ordinal(std::string const& word)
{
    return word.ends_with('e') && begins_with_digit(word);
}

std::optional<std::uint32_t> find_place(std::string const& key, Index::Inside const& inside)
{
    auto const at = std::lower_bound(inside.places.begin(), inside.places.end(), key);
    if (key.empty() || at == inside.places.end() || *at != key) return std::nullopt;
    return static_cast<std::uint32_t>(at - inside.places.begin());
}

/// Takes the first postcode out of the words. In two words ("8261 AB") it must be a known one: "1021 bg" can be a number.
std::optional<std::uint32_t> take_postcode(std::vector<std::string>& words, Index::Inside const& inside)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t const count : {1U, 2U}) {
            if (i + count > words.size()) continue;
            auto const code = read_postcode(Words{words}.subspan(i, count));
            if (!code || (count == 2 && inside.with_postcode(*code).empty())) continue;
            auto const first = words.begin() + static_cast<std::ptrdiff_t>(i);
            words.erase(first, first + static_cast<std::ptrdiff_t>(count));
            return code;
        }
    }
    return std::nullopt;
}

/// All ways to take the words from a number on: fewer or more of them belong to the addition, the rest is a place.
std::vector<Choice> read_choices(Words words, std::optional<std::uint32_t> place, Index::Inside const& inside)
{
    std::vector<Choice> choices;
    for (std::size_t more = 0; more <= most_addition_words && more < words.size(); ++more) {
        if (more > 0 && words[more].size() > longest_addition_word) break;
        Words const rest = words.subspan(more + 1);
        bool const can_be_place = rest.empty() || (rest[0].size() >= 2 && !begins_with_digit(rest[0])) ||
                                  (rest.size() > 1 && !begins_with_digit(rest[0]) && rest[1].size() > 2);
        PlaceWish wish = place ? PlaceWish::exactly(*place) : PlaceWish{};
        if (!rest.empty() && !place) {
            wish = PlaceWish::of(can_be_place ? place_key(rest) : std::string{}, inside);
        }
        choices.push_back({read_number(words.first(more + 1)), std::move(wish)});
    }
    return choices;
}

/// With a postcode the street need not be typed: "8261 AB 12 a", "kampen 8261ab". When it was, it can be a wrong one.
Reading read_postcode_alone(Words words, Index::Inside const& inside)
{
    Reading alone;
    auto const number = std::find_if(words.begin(), words.end(), begins_with_digit);
    Words const before = words.first(static_cast<std::size_t>(number - words.begin()));
    auto const place = find_place(place_key(before), inside);
    if (number != words.end()) {
        alone.choices = read_choices({number, words.end()}, place, inside);
        if (!before.empty() && !place) alone.trust = trust_in_postcode_alone;
    } else {
        PlaceWish wish = before.empty() ? PlaceWish{} : PlaceWish::of(place_key(before), inside);
        alone.choices.push_back({{}, std::move(wish)});
    }
    return alone;
}

class Reader {
public:
    explicit Reader(Index::Inside const& inside) : m_inside{inside} {}

    std::vector<Reading> read(Words words)
    {
        std::vector<std::size_t> numbers;
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (begins_with_digit(words[i])) numbers.push_back(i);
        }
        if (numbers.size() > most_numbers) numbers.resize(most_numbers);
        for (std::size_t const at : numbers) read_with_number(words.first(at), words.subspan(at), 1);
        bool const number_first = begins_with_digit(words[0]) && words.size() > 1 && numbers.empty();
        read_without_number(words, numbers.empty());
        if (number_first) read_number_first(words);
        return std::move(m_readings);
    }

private:
    void add(Words street, std::vector<Choice> choices, double trust, bool mend)
    {
        Reading reading{street_key(street), plain_key(street), {}, std::move(choices), trust, mend};
        if (reading.street.empty() || reading.street.size() > longest_street) return;
        for (std::size_t extra = 1; extra < street.size() && extra <= most_extra_words; ++extra) {
            if (!is_often_extra(street[extra - 1])) break;
            reading.shorter.push_back(street_key(street.subspan(extra)));
        }
        m_readings.push_back(std::move(reading));
    }

    /// Calls with (place, words left) for each known place that the words begin or end with.
    template <class Use>
    void at_both_ends(Words words, Use&& use)
    {
        for (std::size_t count = 1; count <= most_place_words && count < words.size(); ++count) {
            auto const first = find_place(place_key(words.first(count)), m_inside);
            if (first) use(*first, words.subspan(count));
            auto const last = find_place(place_key(words.last(count)), m_inside);
            if (last) use(*last, words.first(words.size() - count));
        }
    }

    void read_with_number(Words street, Words number, double trust)
    {
        add(street, read_choices(number, {}, m_inside), trust, true);
        at_both_ends(street, [&](std::uint32_t place, Words rest) {
            add(rest, read_choices(number, place, m_inside), trust * trust_in_place_first, true);
        });
    }

    void read_without_number(Words words, bool mend)
    {
        add(words, {Choice{}}, 1, mend);
        at_both_ends(words, [&](std::uint32_t place, Words rest) {
            add(rest, {Choice{{}, PlaceWish::exactly(place)}}, trust_in_place_first, mend);
        });
        for (std::size_t count = 1; mend && count <= most_place_words && count < words.size(); ++count) {
            std::string const key = place_key(words.last(count));
            PlaceWish wish = PlaceWish::of(key, m_inside);
            if (!wish.fits_any() || find_place(key, m_inside)) continue;
            add(words.first(words.size() - count), {Choice{{}, std::move(wish)}}, trust_in_unfinished_place, mend);
        }
    }

    /// "158 noordweg kampen"
    void read_number_first(Words words)
    {
        std::size_t street = 1;
        while (street < words.size() && street <= 2 && words[street].size() == 1) ++street;
        if (street == words.size()) return;
        Number const number = read_number(words.first(street));
        double const trust =
            is_ordinal(words[0]) ? trust_in_number_first * trust_in_unfinished_place : trust_in_number_first;
        Words const rest = words.subspan(street);
        add(rest, {Choice{number, {}}}, trust, true);
        at_both_ends(rest, [&](std::uint32_t place, Words left) {
            add(left, {Choice{number, PlaceWish::exactly(place)}}, trust * trust_in_place_first, true);
        });
    }

    Index::Inside const& m_inside;
    std::vector<Reading> m_readings;
};

} // namespace

PlaceWish PlaceWish::exactly(std::uint32_t place)
{
    PlaceWish wish;
    wish.m_asked = true;
    wish.m_places.push_back({place, 1});
    return wish;
}

PlaceWish PlaceWish::of(std::string const& key, Index::Inside const& inside)
{
    PlaceWish wish;
    wish.m_asked = true;
    if (key.empty()) return wish;
    if (auto const place = find_place(key, inside)) return exactly(*place);
    auto const& places = inside.places;
    auto const begin = std::lower_bound(places.begin(), places.end(), key);
    for (auto at = begin; at != places.end() && at->starts_with(key); ++at) {
        wish.m_places.push_back({static_cast<std::uint32_t>(at - places.begin()), fit_of_beginning});
    }
    unsigned const bound = key.size() < 4 ? 0 : slips_allowed(key.size());
    if (!wish.m_places.empty() || bound == 0) return wish;
    SlipWalk walk{key, bound};
    std::string_view before;
    for (std::uint32_t place = 0; place < places.size(); ++place) {
        Slips const slips = walk.next(places[place], shared_letters(before, places[place]));
        if (slips.whole <= bound) wish.m_places.push_back({place, fit_of_slip});
        before = places[place];
    }
    return wish;
}

double PlaceWish::fit(std::uint32_t place) const
{
    if (!m_asked) return 1;
    auto const at = std::lower_bound(m_places.begin(), m_places.end(), place,
                                     [](Fitting const& f, std::uint32_t wanted) { return f.place < wanted; });
    return at != m_places.end() && at->place == place ? at->fit : fit_of_other;
}

Readings read_text(std::string_view text, Index::Inside const& inside)
{
    Readings readings;
    auto const is_control = [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
    };
    if (text.size() > longest_text || std::any_of(text.begin(), text.end(), is_control) || !is_utf8(text))
        return readings;
    std::vector<std::string> words = words_of(text);
    readings.postcode = take_postcode(words, inside);
    bool const can_be_street = !readings.postcode || !std::all_of(words.begin(), words.end(), begins_with_digit);
    if (can_be_street && !words.empty()) readings.list = Reader{inside}.read(words);
    if (!readings.postcode) return readings;
    readings.list.push_back(read_postcode_alone(words, inside));
    return readings;
}

} // namespace wf::address
