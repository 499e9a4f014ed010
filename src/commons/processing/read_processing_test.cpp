// SPDX-License-Identifier: EUPL-1.2
#include "commons/processing/coverage.hpp"
#include "commons/processing/processing.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace wf::processing {
namespace {

std::string const good = R"({
  "activities": [{
    "id": "letters", "name": {"nl": "Brieven", "en": "Letters"}, "purpose": {"nl": "d", "en": "p"}, "basis": "6.1.e",
    "subjects": {"nl": "b", "en": "s"}, "data": {"nl": "g", "en": "d"}, "recipients": {"nl": "o", "en": "r"},
    "columns": ["letter.sent_on", "letter.state", "enclosure.letter_id"],
    "retention": {"text": {"nl": "Een week.", "en": "A week."}, "rules": [
      {"table": "letter", "column": "sent_on", "days": 7, "only_where": {"column": "state", "is": "sent"},
       "with": [{"table": "enclosure", "column": "letter_id"}]}]}
  }],
  "not_personal": [{"what": ["street", "letter.id"], "why": "Streets."}]
})";

/// The good file with one piece replaced.
Error error_with(std::string const& old, std::string const& now)
{
    auto text = good;
    auto const at = text.find(old);
    REQUIRE(at != std::string::npos);
    text.replace(at, old.size(), now);
    auto const read = read_processing(text);
    REQUIRE_FALSE(read);
    return read.error();
}

TEST_CASE("a register reads as it was written")
{
    auto const read = read_processing(good).value();
    REQUIRE(read.activities.size() == 1);
    auto const& activity = *read.find("letters");
    CHECK(read.find("parcels") == nullptr);
    CHECK(activity.name.nl == "Brieven");
    CHECK(activity.basis == "6.1.e");
    CHECK(activity.columns[1] == ColumnName{"letter", "state"});
    CHECK(activity.retention.en == "A week.");
    REQUIRE(activity.rules.size() == 1);
    CHECK(activity.rules[0].days == 7);
    CHECK(activity.rules[0].only_where->is == "sent");
    CHECK(activity.rules[0].parts[0].table == "enclosure");
    CHECK(read.not_personal[0].tables == std::vector<std::string>{"street"});
    CHECK(read.not_personal[0].columns == std::vector<ColumnName>{{"letter", "id"}});
}

TEST_CASE("what is wrong is named with its place")
{
    CHECK(error_with("\"6.1.e\"", "\"6.1.g\"").field == "activities[0].basis");
    CHECK(error_with("\"days\": 7", "\"days\": 0").field == "activities[0].retention.rules[0].days");
    CHECK(error_with("\"days\": 7", "\"days\": 7.5").field == "activities[0].retention.rules[0].days");
    CHECK(error_with("\"days\": 7", "\"dagen\": 7").detail.find("dagen") != std::string::npos);
    CHECK(error_with("\"id\": \"letters\"", "\"id\": \"Letters\"").field == "activities[0].id");
    CHECK(error_with("\"letter.sent_on\"", "\"letter\"").field == "activities[0].columns[0]");
    CHECK(error_with("\"letter.sent_on\"", "\"letter.sent_on; DROP TABLE letter\"").field ==
          "activities[0].columns[0]");
    CHECK(error_with("\"table\": \"letter\"", "\"table\": \"letter; --\"").field ==
          "activities[0].retention.rules[0].table");
    // A rule is about columns of its own activity.
    CHECK(error_with("\"column\": \"sent_on\"", "\"column\": \"read_on\"").field == "activities[0].retention.rules[0]");
    CHECK(error_with("\"table\": \"enclosure\"", "\"table\": \"stamp\"").field ==
          "activities[0].retention.rules[0].with[0]");
    CHECK(error_with("\"en\": \"Letters\"", "\"en\": \"\"").field == "activities[0].name.en");
    CHECK(error_with(", \"en\": \"Letters\"", "").field == "activities[0].name");
    CHECK(error_with("\"why\": \"Streets.\"", "\"why\": 1").field == "not_personal[0].why");
    CHECK(error_with("[\"street\", \"letter.id\"]", "[]").field == "not_personal[0].what");
    CHECK(error_with("\"not_personal\"", "\"personal\"").code == "processing.bad_register");
    CHECK(error_with("\"not_personal\"", "not_personal").code == "json.syntax");
}

TEST_CASE("every column is told of once, and none that is not there")
{
    auto const read = read_processing(good).value();
    using Sort = Column::Sort;
    std::vector<Column> columns{{"enclosure", "letter_id", Sort::text, 1}, {"letter", "id", Sort::text, 1},
                                {"letter", "sent_on", Sort::text, 0},      {"letter", "state", Sort::text, 0},
                                {"street", "name", Sort::text, 0},         {"street", "width", Sort::number, 0}};
    CHECK(check_coverage(read, columns).empty());

    columns.push_back({"letter", "read_on", Sort::text, 0});
    columns.push_back({"parcel", "weight", Sort::number, 0});
    auto faults = check_coverage(read, columns);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].starts_with("letter.read_on: not in data/processing.json"));
    CHECK(faults[1].starts_with("parcel.weight: not in"));

    columns.resize(6);
    columns.erase(columns.begin() + 2);
    faults = check_coverage(read, columns);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].starts_with("letter.sent_on: activity letters names it, but the database does not have it"));

    auto twice = read;
    twice.not_personal[0].tables.push_back("letter");
    faults = check_coverage(twice, columns);
    CHECK(std::any_of(faults.begin(), faults.end(), [](std::string const& fault) {
        return fault == "letter.state: not_personal names it, but so does activity letters";
    }));
    twice.not_personal[0].tables = {"garden"};
    CHECK(check_coverage(twice, columns)[1].starts_with("garden: not_personal names this table"));
}

TEST_CASE("the register as people read it")
{
    auto const text = to_markdown(read_processing(good).value());
    CHECK(text.find("## Brieven / Letters") != std::string::npos);
    CHECK(text.find("| Bewaren / retention | Een week. | A week. |") != std::string::npos);
    CHECK(text.find("- `letter.sent_on` + 7 days, only where `state = sent`, with `enclosure`") != std::string::npos);
    CHECK(text.find("| `street`, `letter.id` | Streets. |") != std::string::npos);
    CHECK(!Processing::built_in().activities.empty());
}

} // namespace
} // namespace wf::processing
