// SPDX-License-Identifier: EUPL-1.2
// Rows that an importer has read become a dataset: invisible while they are written, all there once published, gone
// when anything goes wrong. The earlier dataset of the same slot is replaced, its rows removed.
#pragma once

#include "base/result.hpp"
#include "commons/areas/areas.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/map/map.hpp"
#include "commons/network/network.hpp"
#include "commons/places/places.hpp"
#include "commons/statistics/statistics.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wf::intake {

/// Something that did not stop the import and that a person must know.
struct Warning {
    std::string code;
    std::string detail;
    bool operator==(Warning const&) const = default;
};

/// A map whose squares are made while they are written: a province of them is never in memory at once.
struct MapMaker {
    map::Sheet sheet;
    using Take = std::function<Result<void>(map::Tile)>;
    /// Gives every square to `take`, once; an Error of `take` ends it and comes back.
    std::function<Result<void>(Take const& take)> make;
};

/// What an importer read, ready to be written.
struct Batch {
    std::vector<areas::Area> areas;
    std::vector<statistics::Figure> figures;
    std::optional<reach::Network> network;
    std::vector<network::Home> homes;
    std::vector<places::Place> places;
    std::optional<MapMaker> map;
    datasets::ImportReport report;
    /// Among the refused: sound rows of a sort that is not kept (the country, open water). They do not count as faults.
    std::int64_t set_aside{0};
    std::vector<Warning> warnings;
};

struct Outcome {
    std::string dataset_id;
    bool already_there{false}; ///< the same bytes with the same options are published: nothing was written
    datasets::ImportReport report;
    std::vector<Warning> warnings;
};

/// Rows a transaction; of squares of a map also at most so many bytes.
inline constexpr std::size_t rows_per_transaction = 1000;
inline constexpr std::size_t bytes_per_transaction = 4U << 20U;

/// Looks whether it is there already, checks the share of refused rows, writes, publishes, announces.
/// `refused_share`: above this part of the rows (0 to 1) the file as a whole is refused.
/// Errors: <importer>.too_many_refused, <importer>.nothing_kept, and those of write_dataset.
Result<Outcome> take_in(store::Store& store, datasets::Origin const& origin, Batch batch, double refused_share,
                        job::Progress& progress);

/// Writes and publishes; the id of the new dataset, which also is put in every row. The network is let go once it is written, so
/// that the map has the room. Errors: job.cancelled, datasets.not_loading, those of the map's maker. After an Error or an exception nothing of it is left (when even the sweeping fails,
/// sweep_unpublished does it at the next start).
Result<std::string> write_dataset(store::Store& store, datasets::Origin const& origin, Batch& batch,
                                  job::Progress& progress);

/// Removes what killed or failed imports left behind, and rows of replaced datasets. How many datasets were never
/// published. For the start of the program: an import that runs elsewhere at that moment fails with
/// datasets.not_loading.
std::int64_t sweep_unpublished(store::Store& store);

} // namespace wf::intake
