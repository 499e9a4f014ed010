// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/date.hpp"
#include "commons/datasets/datasets.hpp"
#include "platform/clock/clock.hpp"

namespace wf::embedded::commons_datasets {
std::string_view find(std::string_view name);
}

namespace wf::datasets {
namespace {

// The order in which read_dataset takes them.
constexpr std::string_view columns =
    "id, slot, importer, title, source, source_url, licence, attribution, period, kind, note, options, file_name, checksum, "
    "code_version, state, imported_at, rows_read, rows_kept, rows_refused";

/// "SELECT those columns FROM dataset", and the rest.
std::string select(std::string_view rest)
{
    return std::string{"SELECT "}.append(columns).append(" FROM dataset ").append(rest);
}

State parse_state(std::string_view word)
{
    for (State const state : {State::loading, State::published, State::superseded}) {
        if (to_word(state) == word) return state;
    }
    report_bug("a state that we stored", __FILE__, __LINE__);
}

Dataset read_dataset(store::Row const& row)
{
    Dataset dataset;
    dataset.id = row.string(0);
    Origin& origin = dataset.origin;
    origin.slot = row.string(1);
    origin.importer = row.string(2);
    origin.title = row.string(3);
    origin.source = row.string(4);
    origin.source_url = row.string(5);
    origin.licence = row.string(6);
    origin.attribution = row.string(7);
    origin.period = row.string(8);
    auto const kind = parse_kind(row.text(9));
    WF_CHECK(kind.has_value());
    origin.kind = *kind;
    origin.note = row.string(10);
    origin.options = row.string(11);
    origin.file_name = row.string(12);
    origin.checksum = row.string(13);
    origin.code_version = row.string(14);
    dataset.state = parse_state(row.text(15));
    dataset.imported_at = row.string(16);
    dataset.read = row.integer(17);
    dataset.kept = row.integer(18);
    dataset.refused = row.integer(19);
    return dataset;
}

std::string_view options_of(Origin const& origin)
{
    return origin.options.empty() ? std::string_view{"{}"} : std::string_view{origin.options};
}

/// What publish must know of the record, when it is there.
struct Standing {
    std::string slot;
    std::string state;
};

std::optional<Standing> find_standing(store::Session& session, std::string_view id)
{
    std::optional<Standing> standing;
    session.query("SELECT slot, state FROM dataset WHERE id = $1", {id}, [&](store::Row const& row) {
        standing = Standing{row.string(0), row.string(1)};
    });
    return standing;
}

void add_refusals(store::Session& session, std::string_view id, std::vector<ImportReport::Refusal> const& refusals)
{
    std::vector<store::Value> rows;
    rows.reserve(refusals.size() * 5);
    std::int64_t place = 0;
    for (auto const& refusal : refusals) {
        rows.emplace_back(id);
        rows.emplace_back(++place);
        rows.emplace_back(refusal.line);
        rows.emplace_back(refusal.code);
        rows.emplace_back(refusal.detail);
    }
    session.batch("INSERT INTO dataset_refusal (dataset_id, place, line, code, detail) VALUES ($1, $2, $3, $4, $5)", 5,
                  rows);
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0001_datasets", std::string{embedded::commons_datasets::find("schema.sql")}}};
}

std::optional<Dataset> find_same(store::Session& session, Origin const& origin)
{
    std::optional<Dataset> same;
    session.query(select("WHERE slot = $1 AND state = 'published' AND checksum = $2 AND options = $3"),
                  {origin.slot, origin.checksum, options_of(origin)},
                  [&](store::Row const& row) { same = read_dataset(row); });
    return same;
}

std::string begin(store::Session& session, Origin const& origin)
{
    WF_CHECK(!origin.slot.empty());
    std::string id = new_uuid_v7();
    std::string const now = Timestamp{now_millis()}.to_iso();
    session.exec(
        std::string{"INSERT INTO dataset ("}.append(columns).append(
            ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'loading', $16, 0, 0, 0)"),
        {id, origin.slot, origin.importer, origin.title, origin.source, origin.source_url, origin.licence,
         origin.attribution, origin.period, to_word(origin.kind), origin.note, options_of(origin), origin.file_name,
         origin.checksum, origin.code_version, now});
    return id;
}

Result<void> publish(store::Session& session, std::string_view id, ImportReport const& report)
{
    auto const standing = find_standing(session, id);
    if (!standing || standing->state != to_word(State::loading)) {
        return Error{Trouble::conflict, "datasets.not_loading", std::string{id},
                     standing ? "this dataset was published before; import again to replace it"
                              : "there is no such dataset; another import may have swept it"};
    }
    session.exec("UPDATE dataset SET state = 'superseded' WHERE slot = $1 AND state = 'published'", {standing->slot});
    session.exec(
        "UPDATE dataset SET state = 'published', rows_read = $2, rows_kept = $3, rows_refused = $4 WHERE id = $1",
        {id, report.read, report.kept, report.refused});
    add_refusals(session, id, report.refusals);
    return {};
}

std::vector<std::string> find_unpublished(store::Session& session)
{
    std::vector<std::string> ids;
    session.query("SELECT id FROM dataset WHERE state = 'loading' ORDER BY id", {},
                  [&](store::Row const& row) { ids.push_back(row.string(0)); });
    return ids;
}

void forget(store::Session& session, std::string_view id)
{
    if (session.exec("DELETE FROM dataset WHERE id = $1 AND state = 'loading'", {id}) == 0) return;
    session.exec("DELETE FROM dataset_refusal WHERE dataset_id = $1", {id});
}

std::optional<Dataset> find(store::Session& session, std::string_view id)
{
    std::optional<Dataset> found;
    session.query(select("WHERE id = $1"), {id}, [&](store::Row const& row) { found = read_dataset(row); });
    return found;
}

std::vector<Dataset> list(store::Session& session, bool with_superseded)
{
    std::vector<Dataset> datasets;
    session.query(select("WHERE state = 'published' OR $1 = 1 ORDER BY imported_at DESC, id DESC"),
                  {with_superseded ? 1 : 0}, [&](store::Row const& row) { datasets.push_back(read_dataset(row)); });
    return datasets;
}

std::vector<ImportReport::Refusal> load_refusals(store::Session& session, std::string_view id)
{
    std::vector<ImportReport::Refusal> refusals;
    session.query("SELECT line, code, detail FROM dataset_refusal WHERE dataset_id = $1 ORDER BY place", {id},
                  [&](store::Row const& row) {
                      refusals.push_back({row.integer(0), row.string(1), row.string(2)});
                  });
    return refusals;
}

} // namespace wf::datasets
