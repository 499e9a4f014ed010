// SPDX-License-Identifier: EUPL-1.2
#include "commons/trail/trail_test_store.hpp"

#include <fstream>
#include <iterator>

namespace wf::trail {
namespace {

using State = SeenValue::State;

/// Everything in the tables, as a program that reads them sees it.
std::string dump(TrailStore& store)
{
    std::string text;
    store.store().read([&](store::Session& session) {
        session.query("SELECT workspace_id, number, at, actor, action, kind, record_id, changes FROM trail_entry"
                      " ORDER BY workspace_id, number",
                      {}, [&](store::Row const& row) {
                          for (int column = 0; column < 8; ++column) text += row.string(column) + "\n";
                      });
        session.query("SELECT person_id, sealed FROM person_key ORDER BY person_id", {},
                      [&](store::Row const& row) { text += row.string(0) + std::string{row.bytes(1)}; });
    });
    return text;
}

std::string bytes_of(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

TEST_CASE("an entry reads back with who, when, what, before and after")
{
    on_both([](TrailStore& store) {
        store.make_key(person);
        store.add(entry_about_person(person)).value();
        auto const entries = store.list({workspace});
        REQUIRE(entries.size() == 1);
        auto const& entry = entries[0];
        CHECK(entry.number == 1);
        CHECK(entry.at.size() == std::string{"2026-11-22T09:00:00.000Z"}.size());
        CHECK(entry.actor == clerk);
        CHECK(entry.action == "account.change");
        CHECK(entry.kind == "account");
        CHECK(entry.record_id == person);
        REQUIRE(entry.changes.size() == 2);
        CHECK(entry.changes[0].field == "mail");
        CHECK(entry.changes[0].about == person);
        CHECK(entry.changes[0].before.state == State::plain);
        CHECK(entry.changes[0].before.text == "jansen@example.org");
        CHECK(entry.changes[0].after.text == "j.pietersen@example.org");
        CHECK(entry.changes[1].about.empty());
        CHECK(entry.changes[1].before.state == State::absent);
        CHECK(entry.changes[1].after.text == "member");
        CHECK(store.list({other_workspace}).empty());
    });
}

TEST_CASE("what is personal is not in the tables, nor in the file")
{
    TrailStore store{TrailStore::Sort::file};
    store.make_key(person);
    store.add(entry_about_person(person)).value();
    auto const stored = dump(store);
    CHECK(stored.find("member") != std::string::npos);
    CHECK(stored.find("jansen") == std::string::npos);
    CHECK(stored.find("pietersen") == std::string::npos);
    store.close();
    auto const file = bytes_of(store.path());
    CHECK(file.find("member") != std::string::npos);
    CHECK(file.find("jansen") == std::string::npos);
    CHECK(file.find("pietersen") == std::string::npos);
}

TEST_CASE("a destroyed key erases what was sealed with it; the rest stays readable and the chain holds")
{
    on_both([](TrailStore& store) {
        store.make_key(person);
        store.make_key(other_person);
        store.add(entry_about_person(person)).value();
        store.add(entry_about_person(other_person)).value();
        auto const head = store.verify().head;
        CHECK(store.destroy_key(person));
        CHECK_FALSE(store.destroy_key(person));
        auto const entries = store.list({workspace});
        REQUIRE(entries.size() == 2);
        CHECK(entries[0].changes[0].before.text == "jansen@example.org");
        CHECK(entries[1].changes[0].before.state == State::erased);
        CHECK(entries[1].changes[0].before.text.empty());
        CHECK(entries[1].changes[0].after.state == State::erased);
        CHECK(entries[1].changes[1].after.text == "member");
        auto const verified = store.verify(head);
        CHECK_FALSE(verified.first_break);
        CHECK(verified.entries == 2);

        // Nothing new is written about who was erased, and a new key does not open what the old one sealed.
        auto const refused = store.add(entry_about_person(person));
        CHECK(refused.error().code == "trail.no_person_key");
        CHECK(refused.error().field == person);
        store.make_key(person);
        CHECK(store.list({workspace})[1].changes[0].before.state == State::unreadable);
    });
}

TEST_CASE("a destroyed key is not left behind in the file")
{
    TrailStore store{TrailStore::Sort::file};
    store.tamper("PRAGMA secure_delete=OFF"); // Debian builds SQLite with it on, others do not
    store.make_key(person);
    store.make_key(other_person);
    std::vector<std::string> sealed;
    store.store().read([&](store::Session& session) {
        session.query("SELECT sealed FROM person_key ORDER BY person_id", {},
                      [&](store::Row const& row) { sealed.emplace_back(row.bytes(0)); });
    });
    REQUIRE(sealed.size() == 2);
    store.destroy_key(person);
    store.close();
    auto const file = bytes_of(store.path());
    // A freed row loses its first bytes only; look for its end.
    CHECK(file.find(sealed[1].substr(20)) != std::string::npos);
    CHECK(file.find(sealed[0].substr(20)) == std::string::npos);
}

TEST_CASE("sealed values of names that are not alike in length are alike in length, and any bytes come back")
{
    TrailStore store;
    store.make_key(person);
    auto const stored_size = [&](std::string const& name) {
        store.add({workspace, clerk, "a", "k", "r", {{"name", {}, name, person}}}).value();
        CHECK(store.list({workspace, {}, {}, {}, 1})[0].changes[0].after.text == name);
        std::size_t size = 0;
        store.store().read([&](store::Session& session) {
            session.query("SELECT changes FROM trail_entry ORDER BY number", {},
                          [&](store::Row const& row) { size = row.text(0).size(); });
        });
        return size;
    };
    CHECK(stored_size("Bo") == stored_size("Maximiliaan van der Berg"));
    CHECK(stored_size("") == stored_size("Bo"));
    CHECK(stored_size(std::string{"\x80\0\0", 3}) == stored_size("Bo"));
    stored_size(std::string(31, 'x'));
    stored_size(std::string(32, '\0'));
    stored_size(std::string(100, '\xff'));
}

TEST_CASE("what is given without an account tells the day only, and nobody")
{
    on_both([](TrailStore& store) {
        store
            .add({workspace, {}, "answer.give", "answer", "b3c8d7f0-1111-4222-8333-444455556666", {{"value", {}, "4"}}})
            .value();
        auto const entry = store.list({workspace}).at(0);
        CHECK(entry.at.size() == std::string{"2026-11-22"}.size());
        CHECK_FALSE(entry.actor.has_value());
        CHECK_FALSE(store.verify().first_break);
    });
}

TEST_CASE("pages, newest first; by record, by actor, by both")
{
    on_both([](TrailStore& store) {
        for (int n = 1; n <= 7; ++n) {
            auto entry = entry_about_role(n % 2 == 0 ? "even" : "odd");
            if (n > 4) entry.actor = other_person;
            store.add(entry).value();
        }
        auto const numbers = [&](Choice const& choice) {
            std::vector<std::int64_t> found;
            for (auto const& entry : store.list(choice)) found.push_back(entry.number);
            return found;
        };
        using Numbers = std::vector<std::int64_t>;
        CHECK(numbers({workspace, {}, {}, {}, 3}) == Numbers{7, 6, 5});
        CHECK(numbers({workspace, {}, {}, 5, 3}) == Numbers{4, 3, 2});
        CHECK(numbers({workspace, {}, {}, 2, 3}) == Numbers{1});
        CHECK(numbers({workspace, "even"}) == Numbers{6, 4, 2});
        CHECK(numbers({workspace, {}, clerk}) == Numbers{4, 3, 2, 1});
        CHECK(numbers({workspace, "odd", clerk, 3}) == Numbers{1});
        CHECK(numbers({workspace, "odd", person}).empty());
        CHECK(numbers({workspace, {}, {}, {}, 0}).empty());
    });
}

TEST_CASE("an entry belongs to the transaction of what it tells about")
{
    TrailStore store;
    auto const failed = store.store().write([&](store::Session& session) -> Result<void> {
        WF_TRY_VOID(store.trail.add(session, entry_about_role("x")));
        return Error{Trouble::conflict, "test.changed_its_mind", "", ""};
    });
    CHECK_FALSE(failed);
    CHECK(store.verify().entries == 0);
}

TEST_CASE("each workspace has a chain of its own")
{
    on_both([](TrailStore& store) {
        auto entry = entry_about_role("x");
        store.add(entry).value();
        entry.workspace_id = other_workspace;
        store.add(entry).value();
        store.add(entry).value();
        CHECK(store.verify().entries == 1);
        CHECK(store.verify({}, other_workspace).entries == 2);
        CHECK(store.store().read([](store::Session& session) { return list_workspaces(session); }) ==
              std::vector<std::string>{workspace, other_workspace});
    });
}

TEST_CASE("ids that are none are refused, and another installation's key opens nothing")
{
    TrailStore store;
    auto entry = entry_about_role("x");
    entry.workspace_id = "here";
    CHECK(store.add(entry).error().code == "id.not_a_uuid");
    entry = entry_about_role("x");
    entry.actor = "jansen";
    CHECK(store.add(entry).error().code == "id.not_a_uuid");
    CHECK(store.add(entry_about_person("jansen")).error().code == "id.not_a_uuid");
    CHECK(store.add(entry_about_person(person)).error().code == "trail.no_person_key");

    store.make_key(person);
    store.add(entry_about_person(person)).value();
    Trail const elsewhere{secret::Key::make()};
    store.store().read([&](store::Session& session) {
        CHECK(elsewhere.list(session, {workspace})[0].changes[0].before.state == State::unreadable);
        CHECK(elsewhere.person_keys().find(session, person).error().code == "secret.not_opened");
    });
    // A sealed value that was copied to another entry does not open there.
    store.add(entry_about_person(person)).value();
    store.tamper(
        "UPDATE trail_entry SET changes = (SELECT changes FROM trail_entry WHERE number = 1) WHERE number = 2");
    CHECK(store.list({workspace})[0].changes[0].before.state == State::unreadable);
    store.tamper("UPDATE trail_entry SET changes = 'rubbish' WHERE number = 2");
    CHECK(store.list({workspace})[0].changes[0].before.state == State::unreadable);
}

} // namespace
} // namespace wf::trail
