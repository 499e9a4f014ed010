// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/peer.hpp"

#include <doctest/doctest.h>

namespace wf::http {
namespace {

TEST_CASE("which addresses are one place")
{
    CHECK(place_of_peer("192.0.2.7") == "192.0.2.7");
    CHECK(place_of_peer("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(place_of_peer("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::");
    CHECK(place_of_peer("2001:db8:1:2:ffff::9") == "2001:db8:1:2::");
    CHECK(place_of_peer("2001:db8:1:3::1") != place_of_peer("2001:db8:1:2::1"));
    CHECK(place_of_peer("::1") == "::");
    CHECK(place_of_peer("") == "");
    CHECK(place_of_peer("unknown") == "unknown");
}

} // namespace
} // namespace wf::http
