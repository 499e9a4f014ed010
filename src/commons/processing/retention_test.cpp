// SPDX-License-Identifier: EUPL-1.2
#include "commons/processing/catalogue.hpp"
#include "commons/processing/processing_test_store.hpp"
#include "commons/processing/retention.hpp"

#include <doctest/doctest.h>

namespace wf::processing {
namespace {

std::string const tables =
    "CREATE TABLE letter (workspace_id {uuid} NOT NULL, id {uuid} NOT NULL, sent_on TEXT, state TEXT NOT NULL,"
    " weight {real}, PRIMARY KEY (workspace_id, id)) {strict};"
    "CREATE TABLE enclosure (workspace_id {uuid} NOT NULL, letter_id {uuid} NOT NULL, place {int} NOT NULL,"
    " PRIMARY KEY (workspace_id, letter_id, place)) {strict};"
    "CREATE TABLE visit (id {uuid} NOT NULL PRIMARY KEY, ended_millis {int} NOT NULL, count {int} NOT NULL) {strict};"
    "CREATE TABLE heap (day TEXT) {strict};";

Timestamp const now = Timestamp::parse("2026-11-22T10:00:00Z").value();

class Place {
public:
    explicit Place(store::Store& store) : m_store{&store} {}
    void run(std::string const& sql)
    {
        m_store->write([&](store::Session& session) -> Result<std::int64_t> { return session.exec(sql); }).value();
    }
    void letter(std::string const& workspace, std::string const& id, std::string const& sent_on,
                std::string const& state)
    {
        run("INSERT INTO letter VALUES ('" + workspace + "', '" + id + "', " + sent_on + ", '" + state + "', 1.5)");
        run("INSERT INTO enclosure VALUES ('" + workspace + "', '" + id + "', 1), ('" + workspace + "', '" + id +
            "', 2)");
    }
    /// The first column of what a query gives.
    std::vector<std::string> ask(std::string const& sql)
    {
        std::vector<std::string> found;
        m_store->read([&](store::Session& session) {
            session.query(sql, {}, [&](store::Row const& row) { found.push_back(row.string(0)); });
        });
        return found;
    }
    store::Store& store() { return *m_store; }

private:
    store::Store* m_store;
};

/// Runs `check(Place&)` on each sort of store.
template <class F>
void in_each(F const& check)
{
    on_both({{"0001_test", tables}}, [&](store::Store& store) {
        Place place{store};
        check(place);
    });
}

Processing with_rule(Rule rule)
{
    Activity activity;
    activity.id = "letters";
    activity.rules.push_back(std::move(rule));
    return {{activity}, {}};
}

TEST_CASE("the catalogue is what the schema says")
{
    in_each([](Place& place) {
        auto const columns = place.store().read([](store::Session& session) { return list_columns(session); });
        auto const find = [&](std::string_view table, std::string_view name) -> Column const* {
            for (auto const& column : columns) {
                if (column.table == table && column.name == name) return &column;
            }
            return nullptr;
        };
        REQUIRE(find("letter", "sent_on") != nullptr);
        CHECK(find("letter", "sent_on")->sort == Column::Sort::text);
        CHECK(find("letter", "sent_on")->key_place == 0);
        CHECK(find("letter", "id")->key_place == 2);
        CHECK(find("letter", "weight")->sort == Column::Sort::other);
        CHECK(find("visit", "ended_millis")->sort == Column::Sort::number);
        CHECK(find("migration", "name") != nullptr);
        for (auto const& column : columns) CHECK(!column.table.starts_with("sqlite"));
    });
}

TEST_CASE("what is past its time goes, with its parts, and nothing else")
{
    in_each([](Place& place) {
        // Seven days before 22 November is the 15th: that day stays, the 14th goes.
        place.letter("w", "kept", "'2026-11-15'", "sent");
        place.letter("w", "gone", "'2026-11-14'", "sent");
        place.letter("v", "gone_too", "'2026-11-14T23:59:59.999Z'", "sent");
        place.letter("w", "kept_moment", "'2026-11-15T00:00:00.000Z'", "sent");
        place.letter("w", "waiting", "'2020-01-01'", "waiting");
        place.letter("w", "no_day", "NULL", "sent");
        place.letter("w", "empty_day", "''", "sent");
        place.letter("v", "kept_other", "'2026-11-20'", "sent");
        // The same id in another workspace keeps its parts.
        place.letter("u", "gone", "'2026-11-20'", "sent");
        auto const processing =
            with_rule({"letter", "sent_on", 7, Rule::Condition{"state", "sent"}, {{"enclosure", "letter_id"}}});

        using Lines = std::vector<Removed>;
        Lines const two{{"letters", "letter", 2}, {"letters", "enclosure", 4}};
        CHECK(apply_retention(place.store(), processing, now, Extent::count_only).value() == two);
        CHECK(place.ask("SELECT id FROM letter").size() == 9);
        CHECK(apply_retention(place.store(), processing, now).value() == two);
        CHECK(place.ask("SELECT id FROM letter ORDER BY workspace_id, id") ==
              std::vector<std::string>{"gone", "kept_other", "empty_day", "kept", "kept_moment", "no_day", "waiting"});
        CHECK(place.ask("SELECT place FROM enclosure").size() == 14);
        CHECK(place.ask("SELECT place FROM enclosure WHERE workspace_id = 'u'").size() == 2);
        CHECK(apply_retention(place.store(), processing, now).value() ==
              Lines{{"letters", "letter", 0}, {"letters", "enclosure", 0}});
    });
}

TEST_CASE("more than one batch, and moments in milliseconds")
{
    in_each([](Place& place) {
        // 2026-11-15T00:00Z is 1794700800000 milliseconds after 1970 (GNU date).
        place.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1201)"
                  " INSERT INTO visit SELECT 'old' || i, 1794700799999, i FROM n");
        place.run("INSERT INTO visit VALUES ('kept', 1794700800000, 0), ('not_ended', 0, 0)");
        auto const processing = with_rule({"visit", "ended_millis", 7, {}, {}});
        CHECK(apply_retention(place.store(), processing, now).value() ==
              std::vector<Removed>{{"letters", "visit", 1201}});
        CHECK(place.ask("SELECT id FROM visit ORDER BY id") == std::vector<std::string>{"kept", "not_ended"});
    });
}

TEST_CASE("a rule that names what is not there removes nothing, not even by the rules before it")
{
    in_each([](Place& place) {
        place.letter("w", "old", "'2020-01-01'", "sent");
        auto const refuse = [&](Rule const& rule, std::string const& code, std::string const& field) {
            auto processing = with_rule({"letter", "sent_on", 7, {}, {}});
            processing.activities[0].rules.push_back(rule);
            auto const done = apply_retention(place.store(), processing, now);
            REQUIRE_FALSE(done);
            CHECK(done.error().code == code);
            CHECK(done.error().field == field);
        };
        refuse({"parcel", "sent_on", 7, {}, {}}, "processing.unknown_column", "letters: parcel.sent_on");
        refuse({"letter", "read_on", 7, {}, {}}, "processing.unknown_column", "letters: letter.read_on");
        refuse({"letter", "sent_on", 7, Rule::Condition{"mood", "x"}, {}}, "processing.unknown_column",
               "letters: letter.mood");
        refuse({"letter", "sent_on", 7, {}, {{"stamp", "letter_id"}}}, "processing.unknown_column",
               "letters: stamp.workspace_id");
        refuse({"visit", "ended_millis", 7, {}, {{"enclosure", "letter_id"}}}, "processing.unknown_column",
               "letters: visit.workspace_id");
        refuse({"letter", "weight", 7, {}, {}}, "processing.not_a_time", "letters: letter.weight");
        refuse({"visit", "count", 7, {}, {}}, "processing.not_a_time", "letters: visit.count");
        refuse({"heap", "day", 7, {}, {}}, "processing.unknown_column", "letters: heap");
        CHECK(place.ask("SELECT id FROM letter").size() == 1);
    });
}

} // namespace
} // namespace wf::processing
