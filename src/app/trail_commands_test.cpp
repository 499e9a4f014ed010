// SPDX-License-Identifier: EUPL-1.2
#include "app/cli.hpp"
#include "app/keys.hpp"
#include "commons/trail/chain.hpp"
#include "commons/trail/trail.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace wf::app {
namespace {

std::string const workspace = "01900000-0000-7000-8000-0000000000aa";
std::string const person = "01900000-0000-7000-8000-000000000002";

/// A database file with three entries of the trail, one of them with a mail address.
class Place {
public:
    Place()
    {
        m_folder = (std::filesystem::temp_directory_path() / "wf-audit-XXXXXX").string();
        REQUIRE(::mkdtemp(m_folder.data()) != nullptr);
        trail::Trail const trail{secret::load_or_make_key_file(database() + ".key").value()};
        write([&](store::Session& session) -> Result<void> {
            WF_TRY_VOID(trail.person_keys().make(session, person));
            WF_TRY_VOID(trail.add(session, {workspace,
                                            person,
                                            "account.change",
                                            "account",
                                            person,
                                            {{"mail", "a@example.org", "b@example.org", person}}}));
            WF_TRY_VOID(
                trail.add(session, {workspace, {}, "answer.give", "answer", "x", {{"value", {}, "\x1b[2Jfour"}}}));
            return trail.add(session, {workspace, person, "role.change", "membership", "y"});
        });
    }
    ~Place() { std::filesystem::remove_all(m_folder); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;

    [[nodiscard]] std::string database() const { return m_folder + "/w.db"; }

    template <class F>
    void write(F const& work) const
    {
        auto const store = store::Store::open("sqlite:" + database()).value();
        // The program comes first with all of its tables.
        CHECK(run({"audit", "head"}).status == 0);
        store->write(work).value();
    }

    struct Outcome {
        int status;
        std::string out;
        std::string err;
    };
    [[nodiscard]] Outcome run(std::vector<std::string> arguments) const
    {
        arguments.push_back("--store=" + database());
        std::ostringstream out;
        std::ostringstream err;
        auto const status = run_command_line(arguments, out, err);
        return {status, out.str(), err.str()};
    }

private:
    std::string m_folder;
};

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

TEST_CASE("an administrator writes down the head and asks for it later")
{
    Place const place;
    auto const head = place.run({"audit", "head", "--workspace", workspace});
    REQUIRE(head.status == 0);
    REQUIRE(has(head.out, workspace + " 3:"));
    auto const anchor = head.out.substr(workspace.size() + 1, head.out.size() - workspace.size() - 2);
    CHECK(trail::parse_anchor(anchor).has_value());
    std::vector<std::string> const ask{"audit", "verify", "--workspace", workspace, "--expect", anchor};
    CHECK(place.run(ask).status == 0);
    CHECK(has(place.run(ask).out, "3 entries"));
    CHECK(place.run({"audit", "verify"}).status == 0);

    place.write([](store::Session& session) -> Result<std::int64_t> {
        return session.exec("DELETE FROM trail_entry WHERE number = 3");
    });
    CHECK(place.run({"audit", "verify"}).status == 0);
    auto const cut = place.run(ask);
    CHECK(cut.status == 1);
    CHECK(has(cut.out, "BROKEN at entry 3"));

    place.write([](store::Session& session) -> Result<std::int64_t> {
        return session.exec("UPDATE trail_entry SET action = 'nothing' WHERE number = 1");
    });
    auto const broken = place.run({"audit", "verify"});
    CHECK(broken.status == 1);
    CHECK(has(broken.out, "BROKEN at entry 1"));
}

TEST_CASE("what the trail says, with what was erased as erased and nothing that a terminal would obey")
{
    Place const place;
    auto const all = place.run({"audit", "show"});
    CHECK(all.status == 0);
    CHECK(has(all.out, "\"mail\": \"a@example.org\" -> \"b@example.org\"  about " + person));
    CHECK(has(all.out, "without an account  answer.give"));
    CHECK(!has(all.out, "\x1b"));
    auto const one = place.run({"audit", "show", "--record", "y"});
    CHECK(has(one.out, "role.change"));
    CHECK(!has(one.out, "answer.give"));
    CHECK(has(place.run({"audit", "show", "--limit", "1"}).out, "role.change"));
    CHECK(!has(place.run({"audit", "show", "--limit", "1"}).out, "answer.give"));
    CHECK(!has(place.run({"audit", "show", "--below", "3"}).out, "role.change"));

    place.write([](store::Session& session) -> Result<bool> { return trail::PersonKeys::destroy(session, person); });
    CHECK(has(place.run({"audit", "show"}).out, "\"mail\": (erased) -> (erased)"));
    CHECK(place.run({"audit", "verify"}).status == 0);
}

TEST_CASE("wrong use says what is wanted")
{
    Place const place;
    CHECK(place.run({"audit", "verify", "--workspace", "here"}).status == 2);
    CHECK(place.run({"audit", "verify", "--workspace", workspace, "--expect", "3:abc"}).status == 2);
    auto const without = place.run({"audit", "verify", "--expect", "0:" + std::string{trail::no_hash}});
    CHECK(without.status == 2);
    CHECK(has(without.err, "--workspace"));
    CHECK(place.run({"audit", "show", "--limit", "many"}).status == 2);
}

settings::Settings settings_with(std::vector<std::pair<std::string, std::string>> const& values)
{
    using settings::Kind;
    std::vector<settings::Definition> const definitions{{"store.url", Kind::text, "sqlite:var/weefsel.db", "", ""},
                                                        {"secret.key_file", Kind::path, "", "", ""}};
    return settings::Settings::load(definitions, "", values).value();
}

TEST_CASE("the key stands beside the database, where a setting says, or in memory alone")
{
    CHECK(key_file_of(settings_with({})) == "var/weefsel.db.key");
    CHECK(key_file_of(settings_with({{"secret.key_file", "elsewhere/k"}})) == "elsewhere/k");
    auto const in_memory = settings_with({{"store.url", "sqlite::memory:"}});
    CHECK(key_file_of(in_memory).empty());
    CHECK(installation_key(in_memory).value().bytes() == installation_key(in_memory).value().bytes());
    CHECK(key_file_of(settings_with({{"store.url", "sqlite::memory:"}, {"secret.key_file", "k"}})) == "k");
}

} // namespace
} // namespace wf::app
