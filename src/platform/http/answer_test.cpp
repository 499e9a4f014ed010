// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/answer.hpp"

#include "base/check.hpp"
#include "platform/http/compress.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

namespace {

bool has(std::string const& head, std::string_view line)
{
    return head.find("\r\n" + std::string{line} + "\r\n") != std::string::npos;
}

Response page(Cache cache, std::size_t bytes = 10)
{
    return {200, "text/html; charset=utf-8", {}, std::string(bytes, 'a'), cache};
}

} // namespace

TEST_CASE("finish: the headers for each kind of keeping")
{
    auto const never = finish(page(Cache::never), Question::reading, Coding::plain);
    CHECK(never->head.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(has(never->head, "Server: weefsel"));
    CHECK(has(never->head, "Cache-Control: no-store"));
    CHECK(has(never->head, "Content-Type: text/html; charset=utf-8"));
    CHECK(has(never->head, "Content-Length: 10"));
    CHECK(never->etag.empty());
    CHECK(never->unchanged.empty());

    auto const kept = finish(page(Cache::until_change), Question::reading, Coding::plain);
    CHECK(has(kept->head, "Cache-Control: no-cache"));
    CHECK(has(kept->head, "Vary: Accept, Accept-Encoding, Cookie"));
    CHECK(has(kept->head, "ETag: " + kept->etag));
    CHECK(kept->unchanged.starts_with("HTTP/1.1 304 Not Modified\r\n"));
    CHECK(has(kept->unchanged, "ETag: " + kept->etag));
    CHECK(kept->unchanged.find("Content-Length") == std::string::npos);

    auto const asset = finish(page(Cache::forever), Question::reading, Coding::plain);
    CHECK(has(asset->head, "Cache-Control: public, max-age=31536000, immutable"));
    CHECK(has(finish(page(Cache::forever), Question::changing, Coding::plain)->head, "Cache-Control: no-store"));
}

TEST_CASE("finish: a handler's own headers")
{
    auto response = page(Cache::until_change);
    response.headers = {{"cache-control", "private"}, {"ETag", "\"mine\""}, {"Content-Length", "999"}, {"X-A", "b"}};
    auto const answer = finish(response, Question::reading, Coding::plain);
    CHECK(has(answer->head, "cache-control: private"));
    CHECK(answer->head.find("no-cache") == std::string::npos);
    CHECK(answer->etag == "\"mine\"");
    CHECK(has(answer->head, "Content-Length: 10"));
    CHECK(has(answer->head, "X-A: b"));
    CHECK(!has(answer->unchanged, "X-A: b"));

    response.headers = {{"Set-Cookie", "sid=1"}};
    CHECK(finish(response, Question::reading, Coding::plain)->cache == Cache::never);
    for (auto const& bad : Pairs{{"X-A", "b\r\nX-B: c"}, {"X A", "b"}, {"", "b"}, {"X-A:", "b"}}) {
        response.headers = {bad};
        CHECK_THROWS_AS((void)finish(response, Question::reading, Coding::plain), wf::Bug);
    }
}

TEST_CASE("finish: gzip where it pays")
{
    auto const kept = finish(page(Cache::until_change, 5000), Question::reading, Coding::gzip);
    CHECK(has(kept->head, "Content-Encoding: gzip"));
    CHECK(decompress(kept->body, 5000) == std::string(5000, 'a'));
    auto const plain = finish(page(Cache::until_change, 5000), Question::reading, Coding::plain);
    CHECK(plain->body == std::string(5000, 'a'));
    CHECK(plain->etag != kept->etag);
    CHECK(finish(page(Cache::never, 5000), Question::reading, Coding::gzip)->body.size() == 5000);
    CHECK(finish(page(Cache::never, 9000), Question::reading, Coding::gzip)->body.size() < 1000);
    auto picture = page(Cache::until_change, 9000);
    picture.content_type = "image/png";
    CHECK(finish(picture, Question::reading, Coding::gzip)->body.size() == 9000);
}

TEST_CASE("finish: no body where there is none")
{
    auto const answer = finish({204, "text/html", {}, "x", Cache::never}, Question::changing, Coding::plain);
    CHECK(answer->body.empty());
    CHECK(answer->head.find("Content-") == std::string::npos);
}

TEST_CASE("read_coding")
{
    for (auto const* text : {"gzip", "deflate, gzip;q=0.5", "GZIP", "*", "br, *;q=0.1"}) {
        CAPTURE(text);
        CHECK(read_coding(text) == Coding::gzip);
    }
    for (auto const* text : {"", "br", "gzip;q=0", "gzip; q=0.0, *", "*;q=0", "gzipped"}) {
        CAPTURE(text);
        CHECK(read_coding(text) == Coding::plain);
    }
}

TEST_CASE("names_etag")
{
    CHECK(names_etag("\"a\"", "\"a\""));
    CHECK(names_etag("W/\"a\"", "\"a\""));
    CHECK(names_etag("\"x\", \"a\"", "\"a\""));
    CHECK(names_etag("*", "\"a\""));
    CHECK(!names_etag("", "\"a\""));
    CHECK(!names_etag("\"b\"", "\"a\""));
    CHECK(!names_etag("*", ""));
}

TEST_CASE("http_date: the example of RFC 9110")
{
    CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http_date(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST_CASE("finish: a body that was kept as gzip goes out as it is, and unpacked to who cannot unpack it")
{
    std::string const text(5000, 'b');
    auto const packed = [&](Cache cache) {
        Response response{200, "application/octet-stream", {}, compress(text, Effort::thorough), cache};
        response.body_coding = Coding::gzip;
        return response;
    };
    for (auto const cache : {Cache::forever, Cache::until_change, Cache::never}) {
        auto const as_it_is = finish(packed(cache), Question::reading, Coding::gzip);
        CHECK(has(as_it_is->head, "Content-Encoding: gzip"));
        CHECK(as_it_is->body == packed(cache).body);
        CHECK(has(as_it_is->head, "Content-Length: " + std::to_string(as_it_is->body.size())));
        CHECK(as_it_is->head.find("Accept-Encoding") != std::string::npos); // in Vary

        auto const unpacked = finish(packed(cache), Question::reading, Coding::plain);
        CHECK(unpacked->head.find("Content-Encoding") == std::string::npos);
        CHECK(unpacked->body == text);
        CHECK(has(unpacked->head, "Content-Length: 5000"));
        CHECK(unpacked->head.find("Accept-Encoding") != std::string::npos);
        if (cache != Cache::never) CHECK(unpacked->etag != as_it_is->etag);
    }
    auto const nothing = Response{204, "", {}, "", Cache::forever, Coding::gzip};
    CHECK(finish(nothing, Question::reading, Coding::plain)->body.empty());
    CHECK_THROWS_AS(static_cast<void>(finish({200, "text/plain", {}, "no gzip", Cache::forever, Coding::gzip},
                                             Question::reading, Coding::plain)),
                    wf::Bug);
}
