// SPDX-License-Identifier: EUPL-1.2
#include "platform/mail/address.hpp"

#include <doctest/doctest.h>

namespace wf::mail {
namespace {

TEST_CASE("addresses that people have")
{
    CHECK(read_address("j.jansen@example.org").value() == "j.jansen@example.org");
    CHECK(read_address("  J.Jansen@Example.ORG\n").value() == "J.Jansen@example.org");
    CHECK(read_address("o'brien+wmo@mail.example.nl").value() == "o'brien+wmo@mail.example.nl");
    CHECK(read_address("a@xn--bcher-kva.example").value() == "a@xn--bcher-kva.example");
    CHECK(read_address("a@1.example").value() == "a@1.example");
    // RFC 5321, 4.5.3.1: 64 before the @; RFC 1035: 63 in a label.
    auto const name = std::string(64, 'a');
    auto const label = std::string(63, 'b');
    CHECK(read_address(name + "@" + label + "." + label + ".example").has_value());
    CHECK_FALSE(read_address(name + "a@example.org"));
    CHECK_FALSE(read_address("a@" + label + "b.org"));
    // 64 + 1 + 63 + 1 + 63 + 1 + 61 = 254.
    CHECK(read_address(name + "@" + label + "." + label + "." + std::string(61, 'c')).has_value());
    CHECK_FALSE(read_address(name + "@" + label + "." + label + "." + std::string(62, 'c')));
}

TEST_CASE("what is no address is refused, with a remedy and without repeating it")
{
    for (std::string_view const text : {"",
                                        "jansen",
                                        "@example.org",
                                        "jansen@",
                                        "jansen@localhost",
                                        "a@@example.org",
                                        "a@b@example.org",
                                        ".a@example.org",
                                        "a.@example.org",
                                        "a..b@example.org",
                                        "a@example..org",
                                        "a@.example.org",
                                        "a@example.org.",
                                        "a@-example.org",
                                        "a@example-.org",
                                        "a b@example.org",
                                        "a@exa mple.org",
                                        "\"a b\"@example.org",
                                        "a@[127.0.0.1]",
                                        "a@127.0.0.1",
                                        "Jan <jan@example.org>",
                                        "a@example.org,b@example.org",
                                        "a(b)@example.org",
                                        "a@example.org\r\nRCPT TO:<b@example.org>",
                                        "a\r\nBcc: b@example.org",
                                        "j\xc3\xa4n@example.org",
                                        "a@b\xc3\xbc"
                                        "cher.example",
                                        "a@exam_ple.org",
                                        "a\\b@example.org"}) {
        CAPTURE(text);
        auto const read = read_address(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "mail.bad_address");
        CHECK_FALSE(read.error().detail.empty());
        CHECK(read.error().field.empty());
    }
    CHECK_FALSE(read_address(std::string_view{"a\0b@example.org", 15}));
}

} // namespace
} // namespace wf::mail
