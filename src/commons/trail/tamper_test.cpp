// SPDX-License-Identifier: EUPL-1.2
// What somebody with the database in hands can do to the trail, and whether it shows.
#include "base/random.hpp"
#include "commons/trail/trail_test_store.hpp"

namespace wf::trail {
namespace {

constexpr int entries = 4;

void fill(TrailStore& store)
{
    store.make_key(person);
    store.add(entry_about_role("x")).value();
    store.add(entry_about_person(person)).value();
    store.add({workspace, {}, "answer.give", "answer", "y", {{"value", {}, "4"}}}).value();
    store.add(entry_about_role("z")).value();
    REQUIRE_FALSE(store.verify().first_break);
}

/// What is stored in a column, which is not NULL.
std::string stored(TrailStore& store, std::string const& column, int number)
{
    std::string text;
    store.store().read([&](store::Session& session) {
        session.query("SELECT " + column + " FROM trail_entry WHERE number = $1", {number},
                      [&](store::Row const& row) { text = row.string(0); });
    });
    return text;
}

void put(TrailStore& store, std::string const& column, int number, store::Value const& value)
{
    store.store()
        .write([&](store::Session& session) -> Result<std::int64_t> {
            return session.exec("UPDATE trail_entry SET " + column + " = $1 WHERE number = $2", {value, number});
        })
        .value();
}

TEST_CASE("every changed byte of every column of every entry is found, and the entry is named")
{
    TrailStore store;
    fill(store);
    int changes = 0;
    for (std::string const column : {"at", "actor", "action", "kind", "record_id", "changes", "before_hash", "hash"}) {
        for (int number = 1; number <= entries; ++number) {
            auto const right = stored(store, column, number);
            for (std::size_t byte = 0; byte < right.size(); ++byte) {
                auto wrong = right;
                wrong[byte] = wrong[byte] == 'a' ? 'b' : 'a';
                put(store, column, number, wrong);
                auto const verified = store.verify();
                REQUIRE(verified.first_break);
                CHECK(verified.first_break->number == number);
                CHECK(verified.first_break->fault ==
                      (column == "before_hash" ? Fault::does_not_follow : Fault::changed));
                ++changes;
            }
            put(store, column, number, right + "a");
            CHECK(store.verify().first_break->number == number);
            if (column == "actor" && right.empty()) put(store, column, number, nullptr);
            else put(store, column, number, right);
            REQUIRE_FALSE(store.verify().first_break);
        }
    }
    CHECK(changes > 1000);
    put(store, "actor", 3, "");
    CHECK(store.verify().first_break == Break{3, Fault::changed});
    put(store, "actor", 3, nullptr);
    put(store, "actor", 1, nullptr);
    CHECK(store.verify().first_break == Break{1, Fault::changed});
}

TEST_CASE("a changed number or workspace is an entry that is not there")
{
    TrailStore store;
    fill(store);
    store.tamper("UPDATE trail_entry SET number = 17 WHERE number = 2");
    CHECK(store.verify().first_break == Break{2, Fault::missing});
    store.tamper("UPDATE trail_entry SET number = 2 WHERE number = 17");
    REQUIRE_FALSE(store.verify().first_break);
    store.tamper("UPDATE trail_entry SET workspace_id = '" + other_workspace + "' WHERE number = 2");
    CHECK(store.verify().first_break == Break{2, Fault::missing});
    CHECK(store.verify({}, other_workspace).first_break == Break{1, Fault::missing});
}

TEST_CASE("removed, swapped and inserted entries are found")
{
    TrailStore store;
    fill(store);
    SUBCASE("removed")
    {
        store.tamper("DELETE FROM trail_entry WHERE number = 3");
        CHECK(store.verify().first_break == Break{3, Fault::missing});
        CHECK(store.verify().entries == 3);
    }
    SUBCASE("removed, and the next one in its place")
    {
        store.tamper("DELETE FROM trail_entry WHERE number = 3");
        store.tamper("UPDATE trail_entry SET number = 3 WHERE number = 4");
        CHECK(store.verify().first_break == Break{3, Fault::does_not_follow});
    }
    SUBCASE("the first one removed")
    {
        store.tamper("DELETE FROM trail_entry WHERE number = 1");
        CHECK(store.verify().first_break == Break{1, Fault::missing});
    }
    SUBCASE("swapped")
    {
        store.tamper("UPDATE trail_entry SET number = 99 WHERE number = 2");
        store.tamper("UPDATE trail_entry SET number = 2 WHERE number = 3");
        store.tamper("UPDATE trail_entry SET number = 3 WHERE number = 99");
        CHECK(store.verify().first_break == Break{2, Fault::does_not_follow});
    }
    SUBCASE("inserted, as a copy, with the later ones shifted")
    {
        store.tamper("UPDATE trail_entry SET number = 5 WHERE number = 4");
        store.tamper("UPDATE trail_entry SET number = 4 WHERE number = 3");
        store.tamper("INSERT INTO trail_entry SELECT workspace_id, 3, at, actor, action, kind, record_id, changes,"
                     " before_hash, hash FROM trail_entry WHERE number = 2");
        CHECK(store.verify().first_break == Break{3, Fault::does_not_follow});
    }
    SUBCASE("two removed: the first is named")
    {
        store.tamper("DELETE FROM trail_entry WHERE number IN (2, 3)");
        CHECK(store.verify().first_break == Break{2, Fault::missing});
    }
}

TEST_CASE("an end that was cut off, and a chain that was worked out anew, show beside an anchor")
{
    TrailStore store;
    fill(store);
    auto const anchor = store.verify().head;
    auto const early = Anchor{2, stored(store, "hash", 2)};
    CHECK_FALSE(store.verify(anchor).first_break);
    CHECK_FALSE(store.verify(early).first_break);
    CHECK_FALSE(store.verify(Anchor{}).first_break);
    CHECK(store.verify(Anchor{4, early.hash}).first_break == Break{4, Fault::not_expected});

    store.tamper("DELETE FROM trail_entry WHERE number > 2");
    CHECK_FALSE(store.verify().first_break);
    CHECK(store.verify(anchor).first_break == Break{4, Fault::cut_off});

    // Other entries of the same number in their place make a chain that holds by itself.
    store.add(entry_about_role("invented")).value();
    store.add(entry_about_role("invented")).value();
    CHECK_FALSE(store.verify().first_break);
    CHECK_FALSE(store.verify(early).first_break);
    CHECK(store.verify(anchor).first_break == Break{4, Fault::not_expected});

    store.tamper("DELETE FROM trail_entry");
    CHECK_FALSE(store.verify().first_break);
    CHECK(store.verify(anchor).first_break == Break{4, Fault::cut_off});
}

TEST_CASE("of ten thousand entries each one that is touched is named")
{
    constexpr int many = 10'000;
    TrailStore store;
    store.make_key(person);
    store.store()
        .write([&](store::Session& session) -> Result<void> {
            for (int n = 1; n <= many; ++n) {
                auto entry = n % 3 == 0 ? entry_about_person(person) : entry_about_role(std::to_string(n));
                if (n % 5 == 0) entry.actor.reset();
                WF_TRY_VOID(store.trail.add(session, entry));
            }
            return {};
        })
        .value();
    auto const whole = store.verify();
    CHECK(whole.entries == many);
    CHECK_FALSE(whole.first_break);
    CHECK(whole.head.number == many);
    store.destroy_key(person);
    CHECK_FALSE(store.verify(whole.head).first_break);

    Random random{20261122};
    for (int round = 0; round < 20; ++round) {
        auto const number = static_cast<int>(random.below(many)) + 1;
        auto const right = stored(store, "record_id", number);
        put(store, "record_id", number, right + "!");
        CHECK(store.verify().first_break == Break{number, Fault::changed});
        put(store, "record_id", number, right);
    }
    CHECK_FALSE(store.verify(whole.head).first_break);
}

} // namespace
} // namespace wf::trail
