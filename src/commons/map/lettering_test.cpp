// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/lettering.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace wf::map;

TEST_CASE("a letter counts once, whatever it takes in bytes")
{
    CHECK(width_of("Ijsselkade", 16) == doctest::Approx(width_of("Ĳsselkadée", 16)));
    CHECK(width_of("", 16) == 0);
    CHECK(width_of("ab", 32) == doctest::Approx(2 * width_of("ab", 16)));
}

TEST_CASE("words keep off one another, off what must stay free and off the edge")
{
    Lettering lettering{600, 380};
    Dot const middle{300, 190};
    CHECK(lettering.fits(middle, 0, "Noordweg", usual_letters));
    lettering.take(middle, 0, "Noordweg", usual_letters);
    CHECK_FALSE(lettering.fits(middle, 90, "Noordweg", usual_letters));
    CHECK_FALSE(lettering.fits({300, 200}, 0, "Noordweg", usual_letters));
    CHECK(lettering.fits({300, 220}, 0, "Noordweg", usual_letters));
    CHECK_FALSE(lettering.fits({20, 190}, 0, "Noordweg", usual_letters));
    CHECK_FALSE(lettering.fits({300, 375}, 0, "Noordweg", usual_letters));
    CHECK(lettering.fits({20, 190}, 90, "Noordweg", usual_letters)); // upright it fits there
    CHECK_FALSE(lettering.fits({20, 20}, 90, "Noordweg", usual_letters));
    CHECK(lettering.fits({300, 60}, 0, "Noordweg", usual_letters));
    lettering.keep_free({310, 60}, 12);
    CHECK_FALSE(lettering.fits({300, 60}, 0, "Noordweg", usual_letters));
    CHECK_FALSE(lettering.fits(middle, 0, std::string(60, 'm'), usual_letters)); // longer than the drawing is wide
}
