// SPDX-License-Identifier: EUPL-1.2
#include "base/enum_words.hpp"

#include <doctest/doctest.h>

using namespace wf;

namespace {

enum class Light { red, amber, green };
constexpr std::array words{std::pair{Light::red, "red"}, std::pair{Light::green, "green"}};

} // namespace

TEST_CASE("a value has its word and a word its value; what is not listed has neither")
{
    CHECK(word_in(words, Light::green) == "green");
    CHECK(read_in(words, "red") == Light::red);
    CHECK(!read_in(words, "Red"));
    CHECK(!read_in(words, ""));
    CHECK_THROWS_AS(static_cast<void>(word_in(words, Light::amber)), Bug);
}
