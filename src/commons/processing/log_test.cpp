// SPDX-License-Identifier: EUPL-1.2
#include "commons/processing/log.hpp"

#include "base/check.hpp"
#include "commons/processing/processing_test_store.hpp"
#include "commons/processing/traceparent.hpp"
#include "platform/json/json.hpp"
#include "platform/secret/token.hpp"

#include <doctest/doctest.h>

namespace wf::processing {
namespace {

std::string const workspace = "01900000-0000-7000-8000-0000000000aa";
std::string const other_workspace = "01900000-0000-7000-8000-0000000000bb";
std::string const person = "01900000-0000-7000-8000-000000000002";
std::string const other_person = "01900000-0000-7000-8000-000000000003";

Processing register_of_letters()
{
    Activity activity;
    activity.id = "letters";
    return {{activity}, {}};
}

class Place {
public:
    explicit Place(store::Store& of) : store{&of} {}
    void write(Operation const& operation)
    {
        store
            ->write(
                [&](store::Session& session) -> Result<void> { return log.write(session, operation), Result<void>{}; })
            .value();
    }
    std::vector<Line> list(LineChoice const& choice)
    {
        return store->read([&](store::Session& session) { return log.list(session, choice); });
    }

    Processing const processing{register_of_letters()};
    Log log{secret::Key::make(), processing};
    store::Store* store;
};

/// Runs `check(Place&)` on each sort of store.
template <class F>
void in_each(F const& check)
{
    on_both(migrations(), [&](store::Store& store) {
        Place place{store};
        check(place);
    });
}

Operation operation_about(std::optional<std::string> subject)
{
    Operation operation;
    operation.workspace_id = workspace;
    operation.trace_id = "5b8efff798038103d269b633813fc60c";
    operation.span_id = "eee19b7ec3c1b174";
    operation.parent_span_id = "eee19b7ec3c1b173";
    operation.status = Status::ok;
    operation.name = "A letter is read";
    operation.start_millis = 1544712660000;
    operation.end_millis = 1544712661000;
    operation.activity = "letters";
    operation.subject_id = std::move(subject);
    operation.foreign_processor = "https://example.org/portal";
    return operation;
}

TEST_CASE("a line reads back, and whom it is about only with the key")
{
    in_each([](Place& place) {
        place.write(operation_about(person));
        auto const lines = place.list({workspace});
        REQUIRE(lines.size() == 1);
        auto const& operation = lines[0].operation;
        CHECK(operation.trace_id == "5b8efff798038103d269b633813fc60c");
        CHECK(operation.span_id == "eee19b7ec3c1b174");
        CHECK(operation.parent_span_id == "eee19b7ec3c1b173");
        CHECK(operation.status == Status::ok);
        CHECK(operation.name == "A letter is read");
        CHECK(operation.start_millis == 1544712660000);
        CHECK(operation.end_millis == 1544712661000);
        CHECK(operation.activity == "letters");
        CHECK(operation.subject_id == person);
        CHECK(operation.foreign_processor == "https://example.org/portal");
        CHECK(place.list({other_workspace}).empty());

        Log const elsewhere{secret::Key::make(), place.processing};
        auto const sealed =
            place.store->read([&](store::Session& session) { return elsewhere.list(session, {workspace}); });
        CHECK(!sealed[0].operation.subject_id.has_value());
        CHECK(!sealed[0].subject_sealed.empty());
        place.store->read([&](store::Session& session) {
            session.query("SELECT subject_sealed FROM processing_log", {},
                          [&](store::Row const& row) { CHECK(row.bytes(0).find(person) == std::string_view::npos); });
        });
    });
}

TEST_CASE("from a day on, in pages, and about one person")
{
    in_each([](Place& place) {
        for (int day = 0; day < 5; ++day) {
            auto operation = operation_about(day % 2 == 0 ? person : other_person);
            operation.start_millis += day * 86'400'000LL;
            operation.end_millis = operation.start_millis;
            operation.span_id = new_span_id();
            place.write(operation);
        }
        place.write(operation_about(std::nullopt));
        CHECK(place.list({workspace}).size() == 6);
        // 1544712660 is 2018-12-13T14:51:00Z (GNU date).
        CHECK(place.list({workspace, "2018-12-14"}).size() == 4);
        CHECK(place.list({workspace, "2018-12-13T14:51:00.001Z"}).size() == 4);
        LineChoice choice{workspace};
        choice.limit = 4;
        auto const first = place.list(choice);
        REQUIRE(first.size() == 4);
        choice.after = first.back().id;
        CHECK(place.list(choice).size() == 2);
        auto const about = [&](std::string const& id) {
            return place.store
                ->read([&](store::Session& session) { return place.log.list_about(session, workspace, id); })
                .size();
        };
        CHECK(about(person) == 3);
        CHECK(about(other_person) == 2);
        CHECK(about(workspace) == 0);
    });
}

TEST_CASE("a line that the standard or the register does not allow is our bug")
{
    in_each([](Place& place) {
        auto const refuse = [&](auto const& change) {
            auto operation = operation_about(person);
            change(operation);
            CHECK_THROWS_AS(place.write(operation), Bug);
        };
        refuse([](Operation& operation) { operation.activity = "parcels"; });
        refuse([](Operation& operation) { operation.trace_id = "00000000000000000000000000000000"; });
        refuse([](Operation& operation) { operation.span_id = "EEE19B7EC3C1B174"; });
        refuse([](Operation& operation) { operation.parent_span_id = ""; });
        refuse([](Operation& operation) { operation.name = ""; });
        refuse([](Operation& operation) { operation.end_millis = operation.start_millis - 1; });
        refuse([](Operation& operation) { operation.workspace_id = "here"; });
        CHECK(is_trace_id(new_trace_id()));
        CHECK(is_span_id(new_span_id()));
    });
}

/// The text of an attribute, as OTLP holds it; empty: not there.
std::string attribute(json::Value const& holder, std::string_view name)
{
    for (auto const& each : *holder.find("attributes")->array()) {
        if (*each.find("key")->text() == name) return *each.find("value")->find("stringValue")->text();
    }
    return {};
}

// The form is that of opentelemetry-proto, examples/trace.json, whose ids and moments these are; the attributes are those of the
// standard's table.
TEST_CASE("an export that a collector of OpenTelemetry takes")
{
    in_each([](Place& place) {
        place.write(operation_about(person));
        auto plain = operation_about(std::nullopt);
        plain.parent_span_id.reset();
        plain.foreign_processor.reset();
        plain.status = Status::error;
        place.write(plain);
        auto const lines = place.list({workspace});
        auto const text = to_otlp_json(lines, {"0.1.0", "https://example.org/register#"});
        CHECK(text.find(person) == std::string::npos);
        auto const document = json::read(text).value();
        auto const& resource_spans = document.find("resourceSpans")->array()->at(0);
        CHECK(attribute(*resource_spans.find("resource"), "service.name") == "weefsel");
        CHECK(attribute(*resource_spans.find("resource"), "service.version") == "0.1.0");
        auto const& scope_spans = resource_spans.find("scopeSpans")->array()->at(0);
        auto const& spans = *scope_spans.find("spans")->array();
        REQUIRE(spans.size() == 2);
        CHECK(*spans[0].find("traceId")->text() == "5b8efff798038103d269b633813fc60c");
        CHECK(*spans[0].find("spanId")->text() == "eee19b7ec3c1b174");
        CHECK(*spans[0].find("parentSpanId")->text() == "eee19b7ec3c1b173");
        CHECK(*spans[0].find("name")->text() == "A letter is read");
        CHECK(*spans[0].find("startTimeUnixNano")->text() == "1544712660000000000");
        CHECK(*spans[0].find("endTimeUnixNano")->text() == "1544712661000000000");
        CHECK(spans[0].find("kind")->number() == 1.0);
        CHECK(spans[0].find("status")->find("code")->number() == 1.0);
        CHECK(attribute(spans[0], "dpl.core.processing_activity_id") == "https://example.org/register#letters");
        auto const sealed = secret::read_base64url(attribute(spans[0], "dpl.core.data_subject_id"));
        CHECK(sealed == lines[0].subject_sealed);
        CHECK(!attribute(spans[0], "dpl.core.data_subject_id_type").empty());
        CHECK(attribute(spans[0], "dpl.core.foreign_operation.processor") == "https://example.org/portal");
        CHECK(spans[1].find("parentSpanId") == nullptr);
        CHECK(spans[1].find("status")->find("code")->number() == 2.0);
        CHECK(attribute(spans[1], "dpl.core.data_subject_id").empty());
        CHECK(attribute(spans[1], "dpl.core.foreign_operation.processor").empty());
    });
}

} // namespace
} // namespace wf::processing
