// SPDX-License-Identifier: EUPL-1.2
#include "commons/trail/chain.hpp"

#include <doctest/doctest.h>

namespace wf::trail {
namespace {

TEST_CASE("the hash is what another program makes of the same columns")
{
    StoredEntry entry;
    entry.workspace_id = "00000000-0000-0000-0000-000000000000";
    entry.number = 1;
    entry.at = "2026-11-22T09:00:00.000Z";
    entry.actor = "01900000-0000-7000-8000-000000000001";
    entry.action = "account.invite";
    entry.kind = "account";
    entry.record_id = "x";
    entry.changes = R"([{"field":"rôle","after":"lid"}])";
    entry.before_hash = no_hash;
    // hashlib.sha256 of Python over the text that chain.hpp describes.
    CHECK(hash_of(entry) == "bd7f768d1d24fd4a5c5e86b3f81d9bbdec1a53af180e6838b214e5f414fe6e38");

    entry.number = 2;
    entry.at = "2026-11-22";
    entry.actor.reset();
    entry.action = "answer.give";
    entry.kind = "answer";
    entry.record_id = "";
    entry.changes = "[]";
    entry.before_hash = "bd7f768d1d24fd4a5c5e86b3f81d9bbdec1a53af180e6838b214e5f414fe6e38";
    CHECK(hash_of(entry) == "1e220ccb31cf4c890ac1ea423aa9988427b0989c7300be0254458e827c30dec3");
}

TEST_CASE("what moves from one column to the next has another hash, and nobody is not an empty name")
{
    StoredEntry one;
    one.action = "ab";
    one.kind = "c";
    StoredEntry other;
    other.action = "a";
    other.kind = "bc";
    CHECK(hash_of(one) != hash_of(other));
    other = one;
    other.actor = "";
    CHECK(hash_of(one) != hash_of(other));
}

TEST_CASE("an anchor that was written down is read back, and nothing else is")
{
    Anchor const anchor{12, "bd7f768d1d24fd4a5c5e86b3f81d9bbdec1a53af180e6838b214e5f414fe6e38"};
    CHECK(parse_anchor(to_text(anchor)).value() == anchor);
    CHECK(parse_anchor(to_text(Anchor{})).value() == Anchor{});
    auto const hash = anchor.hash;
    for (auto const& text : {std::string{}, std::string{"12"}, "12:" + hash.substr(1), "-1:" + hash, "0:" + hash,
                             "x:" + hash, "12:" + hash + "0", "12:G" + hash.substr(1), "12:" + std::string{no_hash}})
        CHECK_MESSAGE(parse_anchor(text).error().code == "trail.bad_anchor", text);
}

} // namespace
} // namespace wf::trail
