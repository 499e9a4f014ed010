// SPDX-License-Identifier: EUPL-1.2
#include "commons/partners/walls.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf::partners;

namespace {

Partner partner(std::string id, Field field)
{
    Partner made;
    made.id = std::move(id);
    made.content.kind = to_word(Kind::provider);
    made.content.field = to_word(field);
    return made;
}

Tie tie(std::string one, std::string other)
{
    Tie made;
    made.one_id = std::move(one);
    made.other_id = std::move(other);
    return made;
}

Wall between(std::vector<Wall> const& walls, Field one, Field other)
{
    auto const found = std::find_if(walls.begin(), walls.end(), [&](Wall const& wall) {
        return (wall.one == one && wall.other == other) || (wall.one == other && wall.other == one);
    });
    REQUIRE(found != walls.end());
    return *found;
}

} // namespace

TEST_CASE("nine fields have 36 walls between them, each once; without partners nothing is known of any")
{
    auto const walls = walls_of({}, {});
    CHECK(walls.size() == 36);
    for (auto const& wall : walls) {
        CHECK(wall.state == Wall::State::unknown);
        CHECK(wall.one != wall.other);
        CHECK(wall.one != Field::other);
        CHECK(wall.other != Field::other);
    }
}

TEST_CASE("two clubs, a practice and the police: worked out by hand")
{
    // a, b: sport; c: care; d: safety; e: other. a-c and b-c cross sport and care twice, a-b crosses nothing, c-e has no wall.
    std::vector<Partner> const partners{partner("a", Field::sport), partner("b", Field::sport),
                                        partner("c", Field::care), partner("d", Field::safety),
                                        partner("e", Field::other)};
    std::vector<Tie> const ties{tie("a", "c"), tie("c", "b"), tie("a", "b"), tie("c", "e"), tie("a", "gone")};
    auto const walls = walls_of(partners, ties);
    auto const crossed = between(walls, Field::sport, Field::care);
    CHECK(crossed.state == Wall::State::crossed);
    CHECK(crossed.ties == 2);
    CHECK(between(walls, Field::sport, Field::safety).state == Wall::State::no_line);
    CHECK(between(walls, Field::care, Field::safety).state == Wall::State::no_line);
    // Nobody of work is known here: that is not the same as no line.
    CHECK(between(walls, Field::care, Field::work).state == Wall::State::unknown);
    auto const many = [&](Wall::State state) {
        return std::count_if(walls.begin(), walls.end(), [&](Wall const& wall) { return wall.state == state; });
    };
    CHECK(many(Wall::State::crossed) == 1);
    CHECK(many(Wall::State::no_line) == 2);
    CHECK(many(Wall::State::unknown) == 33);
}
