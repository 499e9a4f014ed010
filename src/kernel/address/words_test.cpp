// SPDX-License-Identifier: EUPL-1.2
#include "kernel/address/number.hpp"
#include "kernel/address/words.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace wf::address;
using Words = std::vector<std::string>;

namespace {

std::string key(std::string_view text)
{
    return street_key(words_of(text));
}

bool has(std::string_view street, std::string_view text, Part part)
{
    auto const keys = name_keys(words_of(street));
    return std::any_of(keys.begin(), keys.end(), [&](NameKey const& k) { return k.text == text && k.part == part; });
}

} // namespace

TEST_CASE("words are small letters without accents, and digits")
{
    CHECK(words_of("Loriéstraat 12-A") == Words{"loriestraat", "12", "a"});
    CHECK(words_of("Noordweg158") == Words{"noordweg", "158"});
    CHECK(words_of("12bis") == Words{"12bis"});
    CHECK(words_of("'s-Heerenbroek") == Words{"s", "heerenbroek"});
    CHECK(words_of("é12é 3") == Words{"e", "12e", "3"});
    CHECK(words_of("é-12 é") == Words{"e", "12", "e"});
    CHECK(words_of("weg\xc2\xa0"
                   "12\xe2\x80\x93"
                   "14") == Words{"weg", "12", "14"});
    CHECK(words_of("\xe2\x80\x99t Zand") == Words{"t", "zand"});
    CHECK(words_of(" .,- ").empty());
    CHECK(words_of("").empty());
}

TEST_CASE("one key for many spellings")
{
    CHECK(key("Burg. v/d Velde-ln") == key("Burgemeester van der Veldelaan"));
    CHECK(key("vandenbergstraat") == key("van den Bergstr"));
    CHECK(key("Ysselkade") == key("IJsselkade"));
    CHECK(key("1e Ebbingestraat") == "1eebbingestraat");
    CHECK(key("eerste ebbinge str.") == "1eebbingestraat");
    CHECK(key("Dr. Damstraat") == key("Dokter Damstraat"));
    CHECK(key("J. v. Goyenstraat") == key("J. van Goyenstraat"));
    CHECK(key("kerk st") == "kerkstraat");
    CHECK(key("Floris V straat") == "florisvstraat");
    CHECK(key("Meester") == "meester");
    CHECK(key("Min") == "min");
    CHECK(key("Oost") == "oost");
    CHECK(key("Weg") == "weg");
    CHECK(key("Kerkstraat") != key("Kerksteeg"));
    CHECK(key("1e straat") != key("2e straat"));
}

TEST_CASE("places")
{
    auto const place = [](std::string_view text) { return place_key(words_of(text)); };
    CHECK(place("Alphen a/d Rijn") == place("Alphen aan den Rijn"));
    CHECK(place("Den Haag") == place("'s-Gravenhage"));
    CHECK(place("den bosch") == place("’s-Hertogenbosch"));
    CHECK(place("St. Jansklooster") == place("Sint Jansklooster"));
    CHECK(place("Ysselmuiden") == place("IJsselmuiden"));
}

TEST_CASE("a street is found under parts of its name")
{
    CHECK(has("J. van Goyenstraat", "vangoijenstraat", Part::without_initials));
    CHECK(has("J. van Goyenstraat", "goijenstraat", Part::without_particles));
    CHECK(has("Burgemeester van Engelenweg", "burgemeesterengelenweg", Part::without_particles));
    CHECK(has("Burgemeester van Engelenweg", "vanengelenweg", Part::end));
    CHECK(has("Burgemeester van Engelenweg", "engelenweg", Part::end));
    CHECK(has("Koningin Emmastraat", "koninginemmastraat", Part::all));
    CHECK_FALSE(has("Floris V straat", "straat", Part::end));
    CHECK(name_keys(words_of("Baan")).size() == 1);
    CHECK(name_keys(words_of("...")).empty());
}

TEST_CASE("numbers and additions")
{
    auto const reads = [](std::string_view text, std::uint32_t value, std::string_view addition) {
        auto const number = read_number(text);
        return number.value == value && number.addition == addition;
    };
    CHECK(reads("12", 12, ""));
    CHECK(reads("12-A", 12, "a"));
    CHECK(reads("12 bis", 12, "bis"));
    CHECK(reads("12-2", 12, "2"));
    CHECK(reads("1A-2", 1, "a2"));
    CHECK(reads("12-2-1", 12, "2-1"));
    CHECK(reads("9999999", 9999999, ""));
    CHECK(reads("12345678", no_number, "12345678"));
    CHECK(reads("A12", no_number, "a12"));
    CHECK(reads("", no_number, ""));
    CHECK(without_zeros("01") == "1");
    CHECK(without_zeros("gr007") == "gr7");
    CHECK(without_zeros("10") == "10");
    CHECK(without_zeros("0") == "0");
    CHECK(without_zeros("00") == "0");
    CHECK(without_zeros("100-02") == "100-2");
}

TEST_CASE("postcodes")
{
    CHECK(read_postcode("8261AB") == read_postcode("8261 ab"));
    CHECK(read_postcode("8261AB") != read_postcode("8261AC"));
    CHECK(read_postcode("9999zz").has_value());
    for (std::string_view const wrong : {"", "8261", "8261A", "8261ABC", "0261AB", "AB8261", "8261é1", "82611B"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read_postcode(wrong).has_value());
    }
}
