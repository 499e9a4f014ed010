// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

namespace {

constexpr auto type = "multipart/form-data; boundary=xYz";

std::string part(std::string const& headers, std::string const& body)
{
    return "--xYz\r\n" + headers + "\r\n\r\n" + body + "\r\n";
}

std::string code_of(std::string_view content_type, std::string_view body)
{
    auto const parts = read_multipart(content_type, body);
    return parts ? "" : parts.error().code;
}

} // namespace

TEST_CASE("read_multipart: fields and files")
{
    auto const body = part("Content-Disposition: form-data; name=\"title\"", "caf\xc3\xa9") +
                      part("content-disposition: form-data; name=\"file\"; filename=\"C:\\map\\data \\\"1\\\".csv\"\r\n"
                           "Content-Type: text/csv",
                           std::string{"a;b\r\n--xY\r\n\0\xff", 12}) +
                      part("Content-Disposition: form-data; name=empty; filename=\"\"", "") + "--xYz--\r\n";
    auto const parts = read_multipart(type, body);
    REQUIRE(parts);
    REQUIRE(parts->size() == 3);
    CHECK((*parts)[0].name == "title");
    CHECK((*parts)[0].body == "caf\xc3\xa9");
    CHECK((*parts)[0].file_name.empty());
    CHECK((*parts)[1].file_name == "data \"1\".csv");
    CHECK((*parts)[1].content_type == "text/csv");
    CHECK((*parts)[1].body == std::string{"a;b\r\n--xY\r\n\0\xff", 12});
    CHECK((*parts)[2].name == "empty");
    CHECK((*parts)[2].body.empty());
}

TEST_CASE("read_multipart: a form of nothing, and a boundary in quotes")
{
    CHECK(read_multipart(type, "--xYz--")->empty());
    CHECK(read_multipart("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"", "--a b--\r\n")->empty());
}

TEST_CASE("read_multipart: a path in a file name does not get through")
{
    for (auto const* name : {"../../etc/x.csv", "/etc/x.csv", "..\\x.csv", "a/b\\x.csv"}) {
        auto const parts =
            read_multipart(type,
                           part(std::string{"Content-Disposition: form-data; name=f; filename=\""} + name + '"', "") +
                               "--xYz--");
        REQUIRE(parts);
        CHECK((*parts)[0].file_name == "x.csv");
    }
    CHECK(code_of(type, part("Content-Disposition: form-data; name=f; filename=\"a/..\"", "") + "--xYz--") ==
          "http.bad_form");
}

TEST_CASE("read_multipart: what is not whole is refused")
{
    auto const good = part("Content-Disposition: form-data; name=a", "1") + "--xYz--";
    CHECK(code_of(type, good).empty());
    CHECK(code_of("text/plain; boundary=xYz", good) == "http.bad_form");
    CHECK(code_of("multipart/form-data", good) == "http.bad_form");
    CHECK(code_of("multipart/form-data; boundary=", good) == "http.bad_form");
    CHECK(code_of("multipart/form-data; boundary=\"xYz", good) == "http.bad_form");
    CHECK(code_of("multipart/form-data; boundary=" + std::string(71, 'a'), good) == "http.bad_form");
    CHECK(code_of(type, "") == "http.bad_form");
    CHECK(code_of(type, "preamble" + good) == "http.bad_form");
    for (std::size_t size = 0; size < good.size(); ++size) {
        CAPTURE(size);
        CHECK(code_of(type, good.substr(0, size)) == "http.bad_form");
    }
    CHECK(code_of(type, part("Content-Type: text/plain", "1") + "--xYz--") == "http.bad_form");
    CHECK(code_of(type, part("Content-Disposition: attachment; name=a", "1") + "--xYz--") == "http.bad_form");
    CHECK(code_of(type, part("Content-Disposition: form-data; name=\"\xff\"", "1") + "--xYz--") == "http.bad_form");
    CHECK(code_of(type, part("Content-Disposition: form-data", "1") + "--xYz--") == "http.bad_form");
    CHECK(code_of(type, part("no colon", "1") + "--xYz--") == "http.bad_form");
    CHECK(code_of(type, part("X: " + std::string(9000, 'a'), "1") + "--xYz--") == "http.bad_form");
}

TEST_CASE("read_multipart: 200 parts and no more")
{
    std::string body;
    for (int i = 0; i < 200; ++i) body += part("Content-Disposition: form-data; name=a", "1");
    CHECK(read_multipart(type, body + "--xYz--")->size() == 200);
    CHECK(code_of(type, body + part("Content-Disposition: form-data; name=a", "1") + "--xYz--") == "http.too_many");
}
