// SPDX-License-Identifier: EUPL-1.2
#include "commons/intake/intake.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace wf::intake {
namespace {

/// Replaced datasets of at most this many kept rows are swept by the transaction that publishes.
constexpr std::int64_t small_dataset = 500;

void sweep_rows(store::Session& session, std::string_view id)
{
    statistics::sweep(session, id);
    areas::sweep(session, id);
    places::sweep(session, id);
    network::sweep(session, id);
    map::sweep(session, id);
}

/// All but what is published: a commit whose answer got lost may have done that. The record may be gone already, swept
/// by another.
void sweep_failed(store::Store& store, std::string const& id)
{
    Result<void> const swept = store.write([&](store::Session& session) -> Result<void> {
        auto const dataset = datasets::find(session, id);
        if (dataset && dataset->state != datasets::State::loading) return {};
        sweep_rows(session, id);
        datasets::forget(session, id);
        return {};
    });
    WF_CHECK(swept.has_value());
}

Error cancelled()
{
    return Error{Trouble::refused, "job.cancelled", {}, "stopped on request; nothing was kept"};
}

struct Pace {
    job::Progress& progress;
    std::int64_t done;
    std::int64_t total;
};

template <class Row, class Add>
Result<void> write_rows(store::Store& store, std::span<Row> rows, std::string const& id, Pace& pace, Add const& add)
{
    for (Row& row : rows) row.dataset_id = id;
    for (std::size_t at = 0; at < rows.size(); at += rows_per_transaction) {
        if (pace.progress.cancelled()) return cancelled();
        pace.progress.report(pace.done, pace.total, "writing");
        std::span<Row const> const part = rows.subspan(at, std::min(rows_per_transaction, rows.size() - at));
        WF_TRY_VOID(store.write([&](store::Session& session) -> Result<void> {
            add(session, part);
            return {};
        }));
        pace.done += static_cast<std::int64_t>(part.size());
    }
    return {};
}

/// One transaction: what a network holds points at one another by position.
Result<void> write_network(store::Store& store, Batch& batch, std::string const& id, Pace& pace)
{
    if (!batch.network) return {};
    if (pace.progress.cancelled()) return cancelled();
    pace.progress.report(pace.done, pace.total, "writing");
    WF_TRY_VOID(store.write([&](store::Session& session) -> Result<void> {
        network::add_network(session, id, *batch.network);
        network::add_homes(session, id, batch.homes);
        return {};
    }));
    pace.done += static_cast<std::int64_t>(batch.homes.size());
    batch.network.reset();
    return {};
}

/// Squares as they are made, some at a time.
class TileWriter {
public:
    TileWriter(store::Store& store, std::string const& id, job::Progress& progress)
        : m_store{store}, m_id{id}, m_progress{progress}
    {
    }

    Result<void> take(map::Tile tile)
    {
        m_bytes += tile.content.size();
        m_tiles.push_back(std::move(tile));
        if (m_tiles.size() < rows_per_transaction && m_bytes < bytes_per_transaction) return {};
        return flush();
    }
    Result<void> flush()
    {
        if (m_progress.cancelled()) return cancelled();
        WF_TRY_VOID(m_store.write([&](store::Session& session) -> Result<void> {
            map::add_tiles(session, m_id, m_tiles);
            return {};
        }));
        m_tiles.clear();
        m_bytes = 0;
        return {};
    }

private:
    store::Store& m_store;
    std::string const& m_id;
    job::Progress& m_progress;
    std::vector<map::Tile> m_tiles;
    std::size_t m_bytes{0};
};

Result<void> write_map(store::Store& store, Batch const& batch, std::string const& id, job::Progress& progress)
{
    if (!batch.map) return {};
    if (progress.cancelled()) return cancelled();
    WF_TRY_VOID(store.write([&](store::Session& session) -> Result<void> {
        map::add_sheet(session, id, batch.map->sheet);
        return {};
    }));
    TileWriter writer{store, id, progress};
    WF_TRY_VOID(batch.map->make([&](map::Tile tile) { return writer.take(std::move(tile)); }));
    return writer.flush();
}

/// Ids of replaced datasets that are too large to be swept here.
Result<std::vector<std::string>> publish(store::Store& store, datasets::Origin const& origin, std::string const& id,
                                         datasets::ImportReport const& report)
{
    return store.write([&](store::Session& session) -> Result<std::vector<std::string>> {
        std::vector<datasets::Dataset> replaced = datasets::list(session, false);
        std::erase_if(replaced, [&](datasets::Dataset const& other) { return other.origin.slot != origin.slot; });
        WF_TRY_VOID(datasets::publish(session, id, report));
        std::vector<std::string> large;
        for (datasets::Dataset const& old : replaced) {
            if (old.kept <= small_dataset) {
                sweep_rows(session, old.id);
            } else {
                large.push_back(old.id);
            }
        }
        return large;
    });
}

void sweep_replaced(store::Store& store, std::string const& id)
{
    Result<void> const swept = store.write([&](store::Session& session) -> Result<void> {
        sweep_rows(session, id);
        return {};
    });
    WF_CHECK(swept.has_value());
}

/// Published datasets of the same kind, level and years about other municipalities: one that lies in both would count
/// twice.
void warn_of_neighbours(store::Store& store, datasets::Origin const& origin, std::vector<Warning>& warnings)
{
    auto const published = store.read([](store::Session& session) { return datasets::list(session, false); });
    std::string const stem = origin.slot.substr(0, origin.slot.rfind('.') + 1);
    for (datasets::Dataset const& other : published) {
        if (other.origin.slot == origin.slot || !other.origin.slot.starts_with(stem)) continue;
        warnings.push_back({"intake.other_selection",
                            "\"" + other.origin.title +
                                "\" holds the same kind of figures of the same years for another selection of "
                                "municipalities; an area that lies in both has its figures twice"});
    }
}

} // namespace

Result<std::string> write_dataset(store::Store& store, datasets::Origin const& origin, Batch& batch,
                                  job::Progress& progress)
{
    if (progress.cancelled()) return cancelled();
    WF_TRY(std::string id, store.write([&](store::Session& session) -> Result<std::string> {
        return datasets::begin(session, origin);
    }));
    auto const rows = batch.areas.size() + batch.figures.size() + batch.places.size() + batch.homes.size();
    Pace pace{progress, 0, static_cast<std::int64_t>(rows)};
    auto const write = [&]() -> Result<std::vector<std::string>> {
        WF_TRY_VOID(
            write_rows(store, std::span{batch.areas}, id, pace,
                       [](store::Session& session, std::span<areas::Area const> part) { areas::add(session, part); }));
        WF_TRY_VOID(write_rows(store, std::span{batch.figures}, id, pace,
                               [](store::Session& session, std::span<statistics::Figure const> part) {
                                   statistics::add(session, part);
                               }));
        WF_TRY_VOID(write_rows(store, std::span{batch.places}, id, pace,
                               [](store::Session& session, std::span<places::Place const> part) {
                                   places::add(session, part);
                               }));
        WF_TRY_VOID(write_network(store, batch, id, pace));
        WF_TRY_VOID(write_map(store, batch, id, progress));
        if (progress.cancelled()) return cancelled();
        progress.report(pace.done, pace.total, "publishing");
        return publish(store, origin, id, batch.report);
    };
    Result<std::vector<std::string>> replaced{std::vector<std::string>{}};
    try {
        replaced = write();
    } catch (...) {
        try {
            sweep_failed(store, id);
        } catch (...) {
            // The store fails here too; the rows are invisible and go at the next start. The first failure is the one
            // to tell.
        }
        throw;
    }
    if (!replaced) {
        sweep_failed(store, id);
        return std::move(replaced.error());
    }
    store.announce_change();
    for (std::string const& old : *replaced) sweep_replaced(store, old);
    return id;
}

Result<Outcome> take_in(store::Store& store, datasets::Origin const& origin, Batch batch, double refused_share,
                        job::Progress& progress)
{
    auto const same = store.read([&](store::Session& session) { return datasets::find_same(session, origin); });
    if (same) return Outcome{same->id, true, std::move(batch.report), std::move(batch.warnings)};

    auto const faults = batch.report.refused - batch.set_aside;
    auto const judged = batch.report.read - batch.set_aside;
    if (static_cast<double>(faults) > refused_share * static_cast<double>(judged)) {
        std::string detail =
            std::to_string(faults) + " of " + std::to_string(judged) + " rows cannot be used, more than the " +
            format_number(refused_share * 100, 0, Locale::en) + " % that is allowed; nothing was imported.";
        if (!batch.report.refusals.empty()) {
            auto const& first = batch.report.refusals.front();
            detail += " The first: line " + std::to_string(first.line) + ", " + first.detail + " [" + first.code + "].";
        }
        return Error{Trouble::bad_input, origin.importer + ".too_many_refused", origin.file_name, detail};
    }
    if (batch.areas.empty() && batch.figures.empty() && !batch.network) {
        return Error{Trouble::bad_input, origin.importer + ".nothing_kept", origin.file_name,
                     "there is nothing in this file that could be kept"};
    }
    warn_of_neighbours(store, origin, batch.warnings);
    WF_TRY(std::string id, write_dataset(store, origin, batch, progress));
    return Outcome{std::move(id), false, std::move(batch.report), std::move(batch.warnings)};
}

std::int64_t sweep_unpublished(store::Store& store)
{
    auto const unpublished = store.read([](store::Session& session) { return datasets::find_unpublished(session); });
    for (std::string const& id : unpublished) sweep_failed(store, id);
    auto const all = store.read([](store::Session& session) { return datasets::list(session, true); });
    for (datasets::Dataset const& dataset : all) {
        if (dataset.state == datasets::State::superseded) sweep_replaced(store, dataset.id);
    }
    return static_cast<std::int64_t>(unpublished.size());
}

} // namespace wf::intake
