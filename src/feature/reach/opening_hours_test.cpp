// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/opening_hours.hpp"

#include <doctest/doctest.h>

using namespace wf;
using reach_pages::write_opening_hours;
using words::Language;

using Lines = std::vector<std::string>;

TEST_CASE("days and closed are words, one rule a line")
{
    CHECK(write_opening_hours("Mo-Fr 08:00-18:00; Sa 09:00-17:00;Su off", Language::nl) ==
          Lines{"ma-vr 08:00-18:00", "za 09:00-17:00", "zo dicht"});
    CHECK(write_opening_hours("Mo-Fr 08:00-18:00; PH closed", Language::en) ==
          Lines{"Mon-Fri 08:00-18:00", "public holidays closed"});
    CHECK(write_opening_hours("Mo,We 10:00-12:00,13:00-17:00", Language::nl) ==
          Lines{"ma, wo 10:00-12:00, 13:00-17:00"});
    CHECK(write_opening_hours("24/7", Language::nl) == Lines{"dag en nacht"});
}

TEST_CASE("what is not understood stays")
{
    CHECK(write_opening_hours("week 1-20 Mo 10:00+", Language::nl) == Lines{"week 1-20 ma 10:00+"});
    CHECK(write_opening_hours("\"op afspraak; Mo\"", Language::nl) == Lines{"\"op afspraak; Mo\""});
    CHECK(write_opening_hours("Mo \"Su off\"", Language::nl) == Lines{"ma \"Su off\""});
    CHECK(write_opening_hours("Mo \"", Language::nl) == Lines{"ma \""});
    CHECK(write_opening_hours(" ; ;", Language::nl).empty());
}
