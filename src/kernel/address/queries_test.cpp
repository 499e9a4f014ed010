// SPDX-License-Identifier: EUPL-1.2
// What people type, and the address that is meant; written by hand. First the answer, so that who adds a line thinks first.
#include "kernel/address/address_examples.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace wf::address;

namespace {

constexpr Fit exact = Fit::exact;
constexpr Fit other = Fit::other_number;
constexpr Fit likely = Fit::likely;
constexpr Fit street = Fit::street;

struct Query {
    std::string_view typed;
    std::string_view meant; ///< street, number, place
    Fit fit;
};

constexpr Query queries[] = {
    // As it is written, and without care for case, signs, blanks and accents.
    {"Noordweg 160", "Noordweg 160 Kampen", exact},
    {"noordweg 160", "Noordweg 160 Kampen", exact},
    {"NOORDWEG 160 KAMPEN", "Noordweg 160 Kampen", exact},
    {"noordweg160", "Noordweg 160 Kampen", exact},
    {"  noordweg ,  160 ", "Noordweg 160 Kampen", exact},
    {"Noord weg 160", "Noordweg 160 Kampen", exact},
    {"noordweg 160, 8262BX Kampen", "Noordweg 160 Kampen", exact},
    {"Noordweg 160\n8262 BX  KAMPEN", "Noordweg 160 Kampen", exact},
    {"noordweg\xc2\xa0"
     "160\xc2\xa0kampen",
     "Noordweg 160 Kampen", exact},
    {"160 noordweg", "Noordweg 160 Kampen", exact},
    {"Kampen noordweg 160", "Noordweg 160 Kampen", exact},
    {"Kampen, Noordweg 160", "Noordweg 160 Kampen", exact},
    {"noordweg kampen 160", "Noordweg 160 Kampen", exact},
    {"galleestraat 9", "Galléstraat 9 Kampen", likely},
    {"gallestraat 9", "Galléstraat 9 Kampen", exact},
    {"Gallé straat 9", "Galléstraat 9 Kampen", exact},
    {"aida 12", "Aïda 12 Kampen", exact},
    {"AÏDA 12", "Aïda 12 Kampen", exact},
    {"europaallee 6a", "Europa-allee 6A Kampen", exact},
    {"europa allee 6 a", "Europa-allee 6A Kampen", exact},
    {"van oss straat 13 gr 1", "van Oss-straat 13-GR01 Kampen", exact},
    {"de la sablonierekade 17", "de la Sablonièrekade 17 Kampen", exact},
    {"ijsselkade 46c", "IJsselkade 46C Kampen", exact},
    {"ysselkade 46c", "IJsselkade 46C Kampen", exact},
    {"Ĳsselkade 46c", "IJsselkade 46C Kampen", exact},
    // Additions, in any spelling.
    {"oudestr 264-I", "Oudestraat 264-I Kampen", exact},
    {"oudestraat 264 i", "Oudestraat 264-I Kampen", exact},
    {"oudestraat 264i kampen", "Oudestraat 264-I Kampen", exact},
    {"Geerstraat 1-1", "Geerstraat 1-1 Kampen", exact},
    {"Geerstraat 1 1", "Geerstraat 1-1 Kampen", exact},
    {"vloeddijk 57b 1", "Vloeddijk 57B-01 Kampen", exact},
    {"burgwal 45-224", "Burgwal 45-224 Kampen", exact},
    {"plein 1945 12bis", "Plein 1945 12 bis Kampen", exact},
    {"plein 1945 12-bis", "Plein 1945 12 bis Kampen", exact},
    {"plein 1945 12 2", "Plein 1945 12-2 Kampen", exact},
    {"plein 1945 3 kampen", "Plein 1945 3 Kampen", exact},
    // Abbreviations.
    {"noordwg 160", "Noordweg 160 Kampen", exact},
    {"1e ebbingestr 22", "1e Ebbingestraat 22 Kampen", exact},
    {"eerste ebbingestraat 22", "1e Ebbingestraat 22 Kampen", exact},
    {"1ste ebbingestr. 22", "1e Ebbingestraat 22 Kampen", exact},
    {"2e ebbingestr 41 kampen", "2e Ebbingestraat 41 Kampen", exact},
    {"Tweede Ebbinge straat 41", "2e Ebbingestraat 41 Kampen", exact},
    {"derde ebbingestr 9", "3e Ebbingestraat 9 Kampen", exact},
    {"burg vd veldeln 3", "Burgemeester van de Veldelaan 3 Kampen", exact},
    {"burg. v.d. veldelaan 12a", "Burgemeester van de Veldelaan 12-A Kampen", exact},
    {"Burgemeester v/d Velde ln 12 A", "Burgemeester van de Veldelaan 12-A Kampen", exact},
    {"burgemeester van der veldelaan 3", "Burgemeester van de Veldelaan 3 Kampen", exact},
    {"burg van engelenwg 64", "Burgemeester van Engelenweg 64 IJsselmuiden", exact},
    {"burg v engelenweg 52a", "Burgemeester van Engelenweg 52A IJsselmuiden", exact},
    {"bgm v tuinenpl 38", "Burgemeester Van Tuinenplein 38 Kampen", exact},
    {"dr kolfflaan 53", "Doctor Kolfflaan 53 Kampen", exact},
    {"dokter kolffln 53", "Doctor Kolfflaan 53 Kampen", exact},
    {"dr. jacobzehf 8", "Dokter Jacobzehof 8 Kampen", exact},
    {"doctor jacobzehof 8", "Dokter Jacobzehof 8 Kampen", exact},
    {"ds overduinhof 7", "Dominee Overduinhof 7 Kampen", exact},
    {"prof k schilderhof 12", "Professor K. Schilderhof 12 Kampen", exact},
    {"prof. schilderhof 12", "Professor K. Schilderhof 12 Kampen", exact},
    {"mr diepeveenln 3", "Meester Diepeveenlaan 3 IJsselmuiden", exact},
    {"ing van diggelenkade 7", "Ingenieur B.P.G. van Diggelenkade 7 Kampen", exact},
    {"ir bpg v diggelenkd 7", "Ingenieur B.P.G. van Diggelenkade 7 Kampen", exact},
    {"koksingel 1", "J.H. Koksingel 1 Kampen", exact},
    {"jh koksngl 1", "J.H. Koksingel 1 Kampen", exact},
    {"huismanstraat 22", "L. Huismanstraat 22 Kampen", exact},
    {"kon abelsingel 36", "Koning Abelsingel 36 Kampen", exact},
    {"st jacobstraat 7", "Sint Jacobstraat 7 Kampen", exact},
    {"St. Nicolaasdk 72", "Sint Nicolaasdijk 72 Kampen", exact},
    {"vd mijlestraat 6", "van der Mijlestraat 6 Kampen", exact},
    {"v d Mylestr 6", "van der Mijlestraat 6 Kampen", exact},
    {"van gelderplnts 25", "van Gelderplantsoen 25 Kampen", exact},
    {"floris v str 14", "Floris V straat 14 Kampen", exact},
    {"juffr hendrikslaan 9", "Juffrouw Hendrikslaan 9 Kampen", exact},
    // Slips.
    {"nordweg 160", "Noordweg 160 Kampen", likely},
    {"noordwge 160", "Noordweg 160 Kampen", likely},
    {"noortweg 160 kampen", "Noordweg 160 Kampen", likely},
    {"nortwg 160", "Noordweg 160 Kampen", likely},
    {"ijselkade 15", "IJsselkade 15 Kampen", likely},
    {"eisselkade 15", "IJsselkade 15 Kampen", likely},
    {"ban 13", "Baan 13 IJsselmuiden", likely},
    {"vloedijk 27", "Vloeddijk 27 Kampen", likely},
    {"burg vd veldenlaan 3", "Burgemeester van de Veldelaan 3 Kampen", likely},
    {"groen van prinsterenstraat 7", "Groen van Prinstererstraat 7 Kampen", likely},
    {"albert sweitzerlaan 11", "Albert Schweitzerlaan 11 IJsselmuiden", likely},
    {"dokter jakobsehof 8", "Dokter Jacobzehof 8 Kampen", likely},
    {"sablonniere kade 17", "de la Sablonièrekade 17 Kampen", likely},
    {"noordweg 160 kapmen", "Noordweg 160 Kampen", likely},
    {"dorpsweg 15 ijselmuiden", "Dorpsweg 15 IJsselmuiden", likely},
    // Part of the name.
    {"schweitzerlaan 24", "Albert Schweitzerlaan 24 IJsselmuiden", likely},
    {"van engelenweg 64", "Burgemeester van Engelenweg 64 IJsselmuiden", likely},
    {"burg engelenweg 64", "Burgemeester van Engelenweg 64 IJsselmuiden", likely},
    {"arend 21", "De Arend 21 Kampen", likely},
    {"abelsingel 36", "Koning Abelsingel 36 Kampen", likely},
    {"koningin abelsingel 36", "Koning Abelsingel 36 Kampen", exact},
    {"prof aida 12", "Aïda 12 Kampen", likely},
    {"de noordweg 160", "Noordweg 160 Kampen", likely},
    // Still typing.
    {"noordw", "Noordweg 1-01 Kampen", street},
    {"noo", "Noordweg 1-01 Kampen", street},
    {"i", "IJsseldijk 1 Kampen", street},
    {"ijsselk", "IJsselkade 1 Kampen", street},
    {"burgemeester van e", "Burgemeester van Engelenweg 1 IJsselmuiden", street},
    {"burg v eng", "Burgemeester van Engelenweg 1 IJsselmuiden", street},
    {"dokt", "Dokter Jacobzehof 2 Kampen", street},
    {"noordweg", "Noordweg 1-01 Kampen", street},
    {"noordweg kam", "Noordweg 1-01 Kampen", street},
    {"voorstraat k", "Voorstraat 1 Kampen", street},
    {"floris v", "Floris V straat 1 Kampen", street},
    {"vloedd 27", "Vloeddijk 27 Kampen", likely},
    {"nordw", "Noordweg 1-01 Kampen", likely},
    // The place decides.
    {"dorpsweg 15 wilsum", "Dorpsweg 15 Wilsum", exact},
    {"dorpsweg 15 ijsselmuiden", "Dorpsweg 15 IJsselmuiden", exact},
    {"dorpsweg 15 wil", "Dorpsweg 15 Wilsum", exact},
    {"koraal 1 kampen", "Koraal 1 Kampen", exact},
    {"koraal ysselmuiden", "Koraal 1 IJsselmuiden", street},
    {"voorstr 12 grafhorst", "Voorstraat 12 Grafhorst", exact},
    {"frieseweg 13 8271pa", "Frieseweg 13 IJsselmuiden", exact},
    {"noordweg 160 wilsum", "Noordweg 160 Kampen", likely},
    // A number that is not there.
    {"noordweg 161", "Noordweg 160 Kampen", other},
    {"noordweg 9999", "Noordweg 160 Kampen", other},
    {"oudestraat 168b", "Oudestraat 168 Kampen", other},
    {"schapensteeg 1", "Schapensteeg 1-I Kampen", other},
    {"1e ebbingestraat 12a", "1e Ebbingestraat 11H Kampen", other},
    {"1e ebbingestraat 13", "1e Ebbingestraat 11H Kampen", other},
    {"ebbingestraat 41", "2e Ebbingestraat 41 Kampen", likely},
    // Postcode.
    {"8262BX 160", "Noordweg 160 Kampen", exact},
    {"8262 bx 160", "Noordweg 160 Kampen", exact},
    {"8262bx160", "Noordweg 160 Kampen", exact},
    {"8262 BX, 148 I", "Noordweg 148-I Kampen", exact},
    {"160 8262bx", "Noordweg 160 Kampen", exact},
    {"8262bx 160 kampen", "Noordweg 160 Kampen", exact},
    {"8262bx 161", "Noordweg 160 Kampen", other},
    {"8261ab", "IJsselkade 1 Kampen", street},
    {"Kampen 8261 AB", "IJsselkade 1 Kampen", street},
    {"8262bx noordweg 160", "Noordweg 160 Kampen", exact},
    {"noordwg 160 8262 bx", "Noordweg 160 Kampen", exact},
    {"oudestraat 160 8262bx", "Noordweg 160 Kampen", likely},
};

/// What must not be found, whatever else is near.
constexpr std::string_view nothing[] = {
    "",
    "   ",
    "\t\r\n",
    "12",
    "12a",
    "-,.'/",
    "xqzwv 12",
    "qwertystraat 3",
    "straat",
    "kalverstraat 12 amsterdam",
    "9999 ZZ 1",
    "9999ZZ",
    "8262",
    "zuiderweg 160",
    "noordweg\x01 160",
    "noordweg 160\x7f",
    "noordweg \xff 160",
    "noordweg 160 \xc3",
    "\xed\xa0\x80",
    "zz 1",
    "дорога 160",
};

Index const& examples()
{
    static Index const index = Index::build(example_entries());
    return index;
}

std::string written(Match const& match)
{
    static auto const entries = example_entries();
    auto const& entry = entries[match.entry];
    return std::string{entry.street} + " " + std::string{entry.number} + " " + std::string{entry.place};
}

} // namespace

TEST_CASE("what people type gives the address that they mean")
{
    for (auto const& query : queries) {
        CAPTURE(query.typed);
        auto const found = examples().find(query.typed);
        CHECK_FALSE(found.empty());
        if (found.empty()) continue;
        CHECK(written(found.front()) == query.meant);
        CHECK(static_cast<int>(found.front().fit) == static_cast<int>(query.fit));
    }
}

TEST_CASE("what is no address here finds nothing")
{
    for (auto const text : nothing) {
        CAPTURE(text);
        auto const found = examples().find(text);
        CHECK(found.size() == 0);
        if (!found.empty()) MESSAGE(written(found.front()));
    }
    CHECK(examples().find(std::string(longest_text + 1, 'n')).empty());
    CHECK(examples().find("noordweg 160" + std::string(longest_text - 12, ' ')).size() > 0);
    CHECK(examples().find("noordweg 160" + std::string(longest_text - 11, ' ')).empty());
    CHECK(examples().find("noordweg 160", 0).empty());
}

TEST_CASE("a slip is never above what fits as typed")
{
    for (auto const& query : queries) {
        CAPTURE(query.typed);
        auto const found = examples().find(query.typed, most_matches);
        bool guessed = false;
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK((found[i].score > 0 && found[i].score <= 1));
            if (i > 0) CHECK(found[i - 1].score >= found[i].score);
            if (found[i].fit == Fit::likely) guessed = true;
            if (found[i].fit == Fit::exact) CHECK((!guessed && found[i].score > 0.95));
        }
    }
}

TEST_CASE("one street in three numbers, one number in three streets")
{
    auto const ebbinge = examples().find("ebbingestraat 41");
    REQUIRE(ebbinge.size() >= 3);
    CHECK(written(ebbinge[0]) == "2e Ebbingestraat 41 Kampen");
    CHECK(written(ebbinge[1]) == "3e Ebbingestraat 41 Kampen");
    CHECK(written(ebbinge[2]) == "1e Ebbingestraat 42-GR Kampen");
    CHECK(written(examples().find("3e ebbingestraat 41")[0]) == "3e Ebbingestraat 41 Kampen");

    auto const dorpsweg = examples().find("dorpsweg 15");
    REQUIRE(dorpsweg.size() >= 2);
    CHECK(written(dorpsweg[0]) == "Dorpsweg 15 IJsselmuiden");
    CHECK(written(dorpsweg[1]) == "Dorpsweg 15 Wilsum");
    CHECK(dorpsweg[1].fit == Fit::exact);
    CHECK(examples().find("dorpsweg 15", 1).size() == 1);

    // Nobody knows which of them was meant: all are offered.
    auto const voorstraat = examples().find("voorstraat 1 grafhorst");
    REQUIRE(voorstraat.size() >= 2);
    CHECK(written(voorstraat[0]) == "Voorstraat 1D Grafhorst");
    CHECK(written(voorstraat[1]) == "Voorstraat 1E Grafhorst");
    CHECK(voorstraat[0].fit == Fit::other_number);
}

TEST_CASE("the index keeps nothing of what it was built from")
{
    auto const build = [] {
        std::string street = "Zonder Achternaamstraat";
        std::string number = "7-hs";
        Entry const entry{street, number, "8261 AB", "Kampen"};
        return Index::build({&entry, 1});
    };
    Index index = build();
    REQUIRE(index.find("zonder achternaamstr 7hs").size() == 1);
    CHECK(index.find("zonder achternaamstr 7hs")[0].fit == Fit::exact);
    Index const moved = std::move(index);
    CHECK(moved.find("8261ab 7 hs").size() == 1);
    CHECK(moved.bytes() > 0);
}

TEST_CASE("entries that lack something")
{
    Entry const entries[] = {{"", "12", "8261AB", ""},
                             {"Kade", "", "", ""},
                             {"Kade", "A12", "", ""},
                             {"Kade", "5", "", ""},
                             {"Kade", "5", "8261AC", ""},
                             {"\xff\xfe", "1", "nonsense", "\xff"},
                             {"Lage Kade", "99999999999", "", ""}};
    auto const index = Index::build(entries);
    CHECK(index.find("8261ab 12").at(0).entry == 0);
    CHECK(index.find("kade 5").size() >= 1);
    CHECK(index.find("kade 5").at(0).entry == 4); // of two that are one address, the one that has a postcode
    CHECK(index.find("kade").at(0).entry == 4);
    CHECK(index.find("8261ac 5").at(0).entry == 4);
    CHECK(index.find("kade 6").at(0).fit == Fit::other_number);
    CHECK(Index::build({}).find("kade 5").empty());
    CHECK(Index::build({}).find("8261ab 5").empty());
}
