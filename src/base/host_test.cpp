// SPDX-License-Identifier: EUPL-1.2
#include "base/host.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace wf;

TEST_CASE("names of machines")
{
    for (std::string const host :
         {"mail.example.org", "localhost", "127.0.0.1", "[::1]", "[2001:db8::1]", "a", "xn--bcher-kva.example"})
        CHECK(is_host(host));
    for (std::string const host :
         {"", "-a", ".a", "a b", "a/b", "a@b", "a\\b", "a:1", "[::1", "[]", "[a]b]", "::1", "caf\xc3\xa9.example"})
        CHECK_FALSE(is_host(host));
    CHECK_FALSE(is_host(std::string(256, 'a')));
}

TEST_CASE("only this machine is this machine")
{
    for (std::string const host : {"localhost", "127.0.0.1", "127.1.2.3", "[::1]"}) CHECK(is_loopback(host));
    for (std::string const host : {"", "127.example.org", "127.0.0.1.example.org", "128.0.0.1", "localhost.example.org",
                                   "127.0.0.256", "127.0.1", "10.0.0.1", "[::2]", "0.0.0.0"})
        CHECK_FALSE(is_loopback(host));
}
