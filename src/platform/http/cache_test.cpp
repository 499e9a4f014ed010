// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/cache.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

namespace {

AnswerPtr page(std::size_t bytes, Cache cache = Cache::until_change)
{
    Response response;
    response.content_type = "image/png";
    response.body.assign(bytes, 'a');
    response.cache = cache;
    return finish(std::move(response), Question::reading, Coding::plain);
}

} // namespace

TEST_CASE("cache: gives back the same object, for one generation")
{
    AnswerCache cache{100'000};
    auto const answer = page(100);
    cache.keep("a", 1, answer);
    CHECK(cache.find("a", 1) == answer);
    CHECK(cache.find("b", 1) == nullptr);
    CHECK(cache.find("a", 2) == nullptr);
    CHECK(cache.find("a", 1) == nullptr); // thrown away when it was found to be old
    CHECK(cache.bytes() == 0);

    auto const asset = page(100, Cache::forever);
    cache.keep("f", 1, asset);
    CHECK(cache.find("f", 9) == asset);
    cache.keep("n", 1, page(100, Cache::never));
    CHECK(cache.find("n", 1) == nullptr);
}

TEST_CASE("cache: the least recently used goes first, and the bytes stay within the room")
{
    AnswerCache cache{100'000};
    for (auto const* key : {"a", "b", "c", "d"}) cache.keep(key, 1, page(22'000));
    CHECK(cache.find("a", 1) != nullptr);
    cache.keep("e", 1, page(22'000));
    CHECK(cache.find("b", 1) == nullptr);
    CHECK(cache.find("a", 1) != nullptr);
    CHECK(cache.answers() == 4);
    CHECK(cache.bytes() <= 100'000);
    auto const before = cache.bytes();
    cache.keep("a", 1, page(22'000));
    CHECK(cache.bytes() == before);
    CHECK(cache.answers() == 4);
    cache.keep("large", 1, page(25'000));
    CHECK(cache.find("large", 1) == nullptr);
    CHECK(cache.answers() == 4);
}

TEST_CASE("cache: no room keeps nothing")
{
    AnswerCache cache{0};
    cache.keep("a", 1, page(1));
    CHECK(cache.find("a", 1) == nullptr);
}
