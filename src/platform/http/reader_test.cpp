// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/reader.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

namespace {

struct Outcome {
    int status{0}; ///< 0: a whole request, -1: not whole
    std::string body;
    std::string left;
};

/// Feeds in pieces of `piece` bytes, as a slow line would.
Outcome read(Reader& reader, std::string const& bytes, std::size_t piece)
{
    std::string waiting;
    for (std::size_t at = 0; at < bytes.size();) {
        waiting += bytes.substr(at, piece);
        at += std::min(piece, bytes.size() - at);
        for (;;) {
            auto const taken = reader.feed(waiting);
            waiting.erase(0, taken.bytes);
            if (taken.step == Reader::Step::failed) return {reader.failure().status, "", ""};
            if (taken.step == Reader::Step::done) return {0, reader.take_body(), waiting + bytes.substr(at)};
            if (taken.step == Reader::Step::more) break;
        }
    }
    return {-1, "", waiting};
}

int status_of(std::string const& bytes)
{
    Reader reader{{1024, 100}};
    auto const whole = read(reader, bytes, bytes.size()).status;
    Reader slow{{1024, 100}};
    CHECK(read(slow, bytes, 1).status == whole);
    return whole;
}

} // namespace

TEST_CASE("reader: a request in pieces of any size, and the next one after it")
{
    std::string const bytes =
        "\r\nPOST /a?b=c HTTP/1.1\r\nHost: x:80\r\nX-Long-Name:  v w \r\nContent-Length: 5\r\n\r\nhello"
        "GET / HTTP/1.0\r\n\r\n";
    for (std::size_t piece = 1; piece < bytes.size(); ++piece) {
        CAPTURE(piece);
        Reader reader{{1024, 100}};
        auto const first = read(reader, bytes, piece);
        REQUIRE(first.status == 0);
        CHECK(first.body == "hello");
        auto const& head = reader.head();
        CHECK(head.method() == Method::post);
        CHECK(head.target() == "/a?b=c");
        CHECK(head.size() == 3);
        CHECK(head.name(1) == "x-long-name");
        CHECK(head.value(1) == "v w");
        CHECK(head.first(Field::host) == "x:80");
        CHECK(head.keeps_alive());
        reader.restart();
        REQUIRE(read(reader, first.left, piece).status == 0);
        CHECK(head.method() == Method::get);
        CHECK(head.size() == 0);
        CHECK(head.is_http_1_0());
        CHECK(!head.keeps_alive());
    }
}

TEST_CASE("reader: chunks, also the smallest, and trailers that do not count")
{
    std::string const head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (std::size_t piece = 1; piece < 90; ++piece) {
        CAPTURE(piece);
        Reader reader{{1024, 100}};
        auto const whole = read(reader, head + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nCookie: a=b\r\n\r\nGET", piece);
        CHECK(whole.status == 0);
        CHECK(whole.body == "abc0123456789");
        CHECK(whole.left == "GET");
        CHECK(reader.head().count(Field::cookie) == 0);
        reader.restart();
        CHECK(read(reader, head + "0\r\n\r\n", piece).status == 0);
    }
    CHECK(status_of(head + "65\r\n" + std::string(101, 'a') + "\r\n0\r\n\r\n") == 413);
    CHECK(status_of(head + "33\r\n" + std::string(51, 'a') + "\r\n33\r\n" + std::string(51, 'a') + "\r\n0\r\n\r\n") ==
          413);
    CHECK(status_of(head + "z\r\n\r\n") == 400);
    CHECK(status_of(head + "0\r\nX: " + std::string(4000, 'a')) == 400);
}

TEST_CASE("reader: nobody hides a request in another")
{
    auto const with = [](std::string const& lines) {
        return status_of("POST / HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n0\r\n\r\n");
    };
    CHECK(with("Transfer-Encoding: chunked\r\n") == 0);
    CHECK(with("Content-Length: 5\r\n") == 0);
    CHECK(with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") == 400);
    CHECK(with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") == 400);
    CHECK(with("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n") == 400);
    CHECK(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") == 400);
    CHECK(with("Transfer-Encoding: gzip, chunked\r\n") == 501);
    CHECK(with("Transfer-Encoding: gzip\r\n") == 501);
    CHECK(with("Content-Length: 5\r\nContent-Length: 5\r\n") == 400);
    CHECK(with("Content-Length: 5, 5\r\n") == 400);
    CHECK(with("Content-Length: +5\r\n") == 400);
    CHECK(with("Content-Length: -5\r\n") == 400);
    CHECK(with("Content-Length: 99999999999999999999999\r\n") == 400);
    CHECK(with("Content-Length : 5\r\n") == 400);
    CHECK(with("Content-Length: 5\n") == 400);
    CHECK(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
}

TEST_CASE("reader: Host")
{
    auto const host = [](std::string const& lines) { return status_of("GET / HTTP/1.1\r\n" + lines + "\r\n"); };
    CHECK(host("Host: weefsel.nl\r\n") == 0);
    CHECK(host("Host: 127.0.0.1:8080\r\n") == 0);
    CHECK(host("Host: [::1]:8080\r\n") == 0);
    CHECK(host("") == 400);
    CHECK(host("Host:\r\n") == 400);
    CHECK(host("Host: a\r\nHost: a\r\n") == 400);
    for (auto const* bad :
         {"a b", "a/b", "a@b", "a:b", "a:123456", "[::1", "[]", "[::1]x", "a<script>", ":80", "\xc3\xa9"}) {
        CAPTURE(bad);
        CHECK(host(std::string{"Host: "} + bad + "\r\n") == 400);
    }
}

TEST_CASE("reader: limits and methods")
{
    CHECK(status_of("GET /" + std::string(2000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n") == 414);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(2000, 'a') + "\r\n\r\n") == 431);
    std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 200; ++i) many += "X-Y: z12345\r\n";
    CHECK(status_of(many + "\r\n") == 431);
    CHECK(status_of("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 101\r\n\r\n") == 413);
    CHECK(status_of("BREW / HTTP/1.1\r\nHost: x\r\n\r\n") == 501);
    CHECK(status_of("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n") == 501);
    CHECK(status_of("G@T / HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/2.0\r\nHost: x\r\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x\r\nBad Name: 1\r\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x\r\nX: a\x01\r\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x\r\n") == -1);
}

TEST_CASE("reader: header lines in pieces of any size do not get around the limit")
{
    std::string bytes = "GET / HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 300; ++i) bytes += "X: 1234567890\r\n";
    for (std::size_t piece = 1; piece < 64; ++piece) {
        CAPTURE(piece);
        Reader reader{{1024, 100}};
        CHECK(read(reader, bytes, piece).status == 431);
    }
}

TEST_CASE("make_request: path, format, query, cookies")
{
    Reader reader{{1024, 100}};
    REQUIRE(
        read(
            reader,
            "HEAD http://x/nl/b%20c.json?a=%2B HTTP/1.1\r\nHost: x\r\nCookie: a=1\r\nCookie: b=2\r\nAccept: text/csv\r\n\r\n",
            999)
            .status == 0);
    auto const request = make_request(reader.head(), "body", "::1");
    REQUIRE(request);
    CHECK(request->method == Method::get);
    CHECK(request->target == "/nl/b%20c.json?a=%2B");
    CHECK(request->path == "/nl/b c");
    CHECK(request->format == Format::json);
    CHECK(request->query == Pairs{{"a", "+"}});
    CHECK(request->cookies == Pairs{{"a", "1"}, {"b", "2"}});
    CHECK(request->header("accept") == "text/csv");
    CHECK(request->body == "body");
    CHECK(request->peer == "::1");
}
