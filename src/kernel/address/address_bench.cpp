// SPDX-License-Identifier: EUPL-1.2
// How long does a look-up take, and how large is the index? All addresses here are MADE UP: street names of Dutch name parts,
// in towns of Dutch town parts; common names stand in many towns, most names in one or two, as in the real country.
#include "base/random.hpp"
#include "kernel/address/address.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <unordered_set>

namespace {

using wf::Random;
using wf::address::Entry;
using Clock = std::chrono::steady_clock;

constexpr std::string_view fronts[] = {
    "Kerk",       "School", "Molen",   "Dorps",   "Eiken",    "Beuken",   "Linden",  "Kastanje", "Berken",  "Wilgen",
    "Populieren", "Nassau", "Oranje",  "Juliana", "Beatrix",  "Emma",     "Wilhelm", "Station",  "Markt",   "Haven",
    "Vis",        "Koe",    "Paarden", "Schapen", "Noord",    "Zuid",     "Ooster",  "Wester",   "Boven",   "Beneden",
    "Achter",     "Voor",   "Lange",   "Korte",   "Brede",    "Smalle",   "Rozen",   "Tulpen",   "Anjer",   "Lelie",
    "Klaver",     "Distel", "Veld",    "Heide",   "Bos",      "Duin",     "Zand",    "Klei",     "Merel",   "Lijster",
    "Spreeuw",    "Zwaluw", "Reiger",  "Kievit",  "Grutto",   "Vink",     "Mezen",   "Ooievaar", "Arend",   "Sperwer",
    "IJssel",     "Rijn",   "Maas",    "Waal",    "Linge",    "Vecht",    "Eem",     "Amstel",   "Schelde", "Dommel",
    "Berkel",     "Regge",  "Smids",   "Bakkers", "Slagers",  "Wevers",   "Kuipers", "Timmer",   "Metsel",  "Schippers",
    "Vissers",    "Boeren", "Burgers", "Ridder",  "Gasthuis", "Klooster", "Munt",    "Raadhuis", "Toren",   "Poort",
    "Wal",        "Gracht", "Brug",    "Sluis",   "Dam",      "Terp",
};
constexpr std::string_view middles[] = {"",     "",     "",     "",      "berg",  "veld", "hout", "horst", "broek",
                                        "meer", "land", "oord", "bosch", "kamp",  "wijk", "mans", "huis",  "stein",
                                        "daal", "beek", "mars", "akker", "weide", "donk", "loo",  "rode"};
constexpr std::string_view kinds[] = {"straat", "straat", "straat", "weg",  "weg",    "laan", "laan",  "hof",
                                      "plein",  "dijk",   "steeg",  "kade", "singel", "pad",  "dreef", "plantsoen"};
constexpr std::string_view titles[] = {"Burgemeester ", "Dokter ", "Dominee ",  "Professor ",
                                       "Pastoor ",      "Prins ",  "Koningin ", "Sint "};
constexpr std::string_view first_names[] = {"Jan ",     "Piet ",       "Willem ", "Anna ", "Maria ", "Johan ",
                                            "Hendrik ", "Geertruida ", "J. ",     "A.M. ", "P.C. "};
constexpr std::string_view particles[] = {"van ", "van der ", "van den ", "de ", "", "", ""};
constexpr std::string_view town_fronts[] = {"Oud",   "Nieuw", "Hooge", "Lage",  "Ooster", "Wester", "Zuid",
                                            "Noord", "Klein", "Groot", "Ijzer", "Zwarte", "Witte",  "Hil",
                                            "Wage",  "Har",   "Ede",   "Doe",   "Zut",    "Al",     "Be",
                                            "Ger",   "Hatte", "Kam",   "Ol",    "Rij"};
constexpr std::string_view town_ends[] = {"veen", "kerk",  "dam",  "dorp", "huizen", "wijk", "drecht", "zijl",
                                          "burg", "hoven", "loo",  "mond", "woude",  "hem",  "ingen",  "ten",
                                          "pen",  "sum",   "ster", "brug", "broek",  "lo",   "meer",   "oord"};

template <class List>
std::string_view pick(List const& list, Random& random)
{
    return list[random.below(std::size(list))];
}

std::string street_name(Random& random)
{
    std::string body;
    body.append(pick(fronts, random)).append(pick(middles, random));
    if (random.below(3) == 0) body.append(pick(middles, random));
    body.append(pick(kinds, random));
    if (random.below(4) != 0) return body;
    std::string name;
    if (random.below(2) == 0) name += pick(titles, random);
    if (random.below(2) == 0) name += pick(first_names, random);
    return name.append(pick(particles, random)).append(body);
}

struct Country {
    std::vector<std::string> streets;
    std::vector<std::string> towns;
    std::vector<std::string> numbers;
    std::vector<std::string> postcodes;
    std::vector<Entry> entries;
};

std::vector<std::string> different(std::size_t count, Random& random, std::string (*make)(Random&))
{
    std::vector<std::string> all;
    std::unordered_set<std::string> seen;
    for (std::size_t tries = 0; all.size() < count && tries < 20 * count; ++tries) {
        std::string one = make(random);
        if (seen.insert(one).second) all.push_back(std::move(one));
    }
    return all;
}

/// A sixth of the streets has one of 500 common names; the others take names from a list that grows with the country.
Country make_country(std::size_t addresses)
{
    Random random{2'000'000};
    Country country;
    std::size_t const wanted_streets = addresses / 8;
    country.streets = different(std::max<std::size_t>(wanted_streets / 4, 1000), random, street_name);
    country.towns = different(std::clamp<std::size_t>(addresses / 1000, 50, 2500), random, [](Random& r) {
        std::string town;
        town.append(pick(town_fronts, r)).append(pick(town_ends, r));
        if (r.below(3) == 0) town.append(pick(town_ends, r));
        return town;
    });
    for (int n = 1; n <= 400; ++n) {
        for (char const* addition : {"", "A", "-2", " bis"}) country.numbers.push_back(std::to_string(n) + addition);
    }
    country.postcodes.reserve(wanted_streets + 2);
    std::unordered_set<std::uint64_t> seen;
    for (std::uint32_t code = 0; country.entries.size() < addresses; ++code) {
        std::size_t const town = random.below(country.towns.size());
        std::size_t const name = random.below(6) == 0 ? random.below(500) : random.below(country.streets.size());
        if (!seen.insert(std::uint64_t{town} << 32U | name).second) continue;
        std::uint32_t const letters = code % 676;
        if (country.postcodes.size() == country.postcodes.capacity()) break;
        country.postcodes.push_back(std::to_string(1000 + code / 676 % 9000) + static_cast<char>('A' + letters / 26) +
                                    static_cast<char>('A' + letters % 26));
        std::size_t const houses =
            std::min<std::size_t>(1 + random.below(8) + (random.below(8) == 0 ? random.below(60) : 0), 390);
        for (std::size_t n = 0; n < houses && country.entries.size() < addresses; ++n) {
            std::size_t const addition = random.below(10) == 0 ? 1 + random.below(3) : 0;
            country.entries.push_back({country.streets[name], country.numbers[4 * n + addition],
                                       country.postcodes.back(), country.towns[town]});
        }
    }
    return country;
}

std::string with_slip(std::string text, Random& random)
{
    std::size_t const at = random.below(text.size());
    char const letter = static_cast<char>('a' + random.below(26));
    switch (random.below(4)) {
    case 0: text.insert(at, 1, letter); break;
    case 1: text.erase(at, 1); break;
    case 2: text[at] = letter; break;
    default:
        if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
    }
    return text;
}

std::string abbreviated(std::string text)
{
    constexpr std::string_view pairs[][2] = {{"straat", "str"},   {"laan", "ln"},           {"weg", "wg"},
                                             {"plein", "pl"},     {"Burgemeester", "burg"}, {"Dokter", "dr"},
                                             {"van der ", "vd "}, {"van den ", "v.d. "},    {"van ", "v "}};
    for (auto const& [whole, shorter] : pairs) {
        if (auto const at = text.rfind(whole); at != std::string::npos) text.replace(at, whole.size(), shorter);
    }
    return text;
}

/// 200 bytes of words that open as many ways to read them as there are.
std::string hostile(Random& random)
{
    constexpr std::string_view words[] = {"a ",   "1 ",      "van ", "de ", "kerk ", "str ", "Oudkerk ",
                                          "12a ", "nieuwe ", "st ",  "y",   "weg",   "e"};
    std::string text;
    std::uint64_t const some = 1 + random.below(std::size(words));
    while (text.size() < 200) text += words[random.below(some)];
    return text.substr(0, random.below(3) == 0 ? 40 : 200);
}

enum class Kind { exact, without_place, abbreviated, one_slip, two_slips, beginning, postcode, nonsense, hostile };
constexpr char const* kind_names[] = {"exact, with place", "exact, no place", "abbreviated", "one slip", "two slips",
                                      "beginning",         "postcode",        "nonsense",    "hostile"};

std::string typed(Entry const& meant, Kind kind, Random& random)
{
    std::string const street{meant.street};
    std::string const number = " " + std::string{meant.number};
    std::string const place = " " + std::string{meant.place};
    switch (kind) {
    case Kind::exact: return street + number + place;
    case Kind::without_place: return street + number;
    case Kind::abbreviated: return abbreviated(street) + number + place;
    case Kind::one_slip: return with_slip(street, random) + number + (random.below(2) == 0 ? place : "");
    case Kind::two_slips:
        return with_slip(with_slip(street, random), random) + number + (random.below(2) == 0 ? place : "");
    case Kind::beginning: return street.substr(0, 1 + random.below(street.size()));
    case Kind::postcode: return std::string{meant.postcode} + number;
    case Kind::hostile: return hostile(random);
    case Kind::nonsense: break;
    }
    std::string text;
    for (std::uint64_t n = 4 + random.below(30); n > 0; --n)
        text += "abcdefghijklmnoprstuvwz  aein 1"[random.below(31)];
    return text;
}

void tell(char const* what, std::vector<double>& millis, std::size_t right)
{
    std::sort(millis.begin(), millis.end());
    auto const at = [&](double share) {
        return millis[static_cast<std::size_t>(share * static_cast<double>(millis.size() - 1))];
    };
    std::printf("address:   %-18s median %7.3f ms, p99 %7.3f ms, worst %7.3f ms", what, at(0.5), at(0.99),
                millis.back());
    if (right > 0) {
        std::printf("; meant one among the first 8: %5.1f %%",
                    100 * static_cast<double>(right) / static_cast<double>(millis.size()));
    }
    std::printf("\n");
}

void measure(std::size_t addresses)
{
    Country const country = make_country(addresses);
    auto const start = Clock::now();
    auto const index = wf::address::Index::build(country.entries);
    double const seconds = std::chrono::duration<double>(Clock::now() - start).count();
    std::size_t const count = country.entries.size();
    std::printf(
        "address: %zu made-up addresses, %zu street names in %zu streets of %zu towns: built in %.2f s, %.1f MB, %.1f bytes an address\n",
        count, country.streets.size(), country.postcodes.size(), country.towns.size(), seconds,
        static_cast<double>(index.bytes()) / 1e6, static_cast<double>(index.bytes()) / static_cast<double>(count));
    Random random{18};
    std::vector<double> all;
    for (int kind = 0; kind <= static_cast<int>(Kind::hostile); ++kind) {
        std::vector<double> millis;
        std::size_t right = 0;
        for (int i = 0; i < 1000; ++i) {
            Entry const& meant = country.entries[random.below(count)];
            std::string const text = typed(meant, static_cast<Kind>(kind), random);
            // Time of the processor: what other programs do meanwhile does not count.
            std::clock_t const before = std::clock();
            auto const found = index.find(text);
            millis.push_back(1e3 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
            bool const number_counts = static_cast<Kind>(kind) != Kind::beginning;
            right += std::any_of(found.begin(), found.end(), [&](auto const& match) {
                Entry const& entry = country.entries[match.entry];
                return entry.street == meant.street && (!number_counts || entry.number == meant.number);
            });
        }
        all.insert(all.end(), millis.begin(), millis.end());
        tell(kind_names[kind], millis, right);
    }
    tell("all of these", all, 0);
}

} // namespace

int main()
{
    for (std::size_t const addresses : {125'000UL, 500'000UL, 2'000'000UL}) measure(addresses);
}
