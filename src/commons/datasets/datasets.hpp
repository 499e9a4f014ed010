// SPDX-License-Identifier: EUPL-1.2
// A dataset remembers how it was made: source, licence, period, options, checksum, what was read, kept and refused. Its rows are
// invisible until it is published in one small transaction; publishing replaces the earlier dataset of the same slot.
#pragma once

#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::datasets {

/// How a figure came to be. A modelled figure is never the outcome of a local action.
enum class Kind { counted, estimated, modelled };
[[nodiscard]] std::string_view to_word(Kind kind);
[[nodiscard]] std::optional<Kind> parse_kind(std::string_view word);

/// What an import read, kept and refused, with line and reason of what it refused.
struct ImportReport {
    struct Refusal {
        std::int64_t line{0};
        std::string code;   ///< "cbs.unknown_area_code": counted per code
        std::string detail; ///< column, what stood there, what to do
    };
    std::int64_t read{0};
    std::int64_t kept{0};
    std::int64_t refused{0};
    std::vector<Refusal> refusals; ///< the first `most_listed`; `refused` counts them all

    static constexpr std::size_t most_listed = 1000;
    void refuse(std::int64_t line, std::string code, std::string detail);
};

/// What is known before the first row is read.
struct Origin {
    std::string slot;     ///< "cbs.map.2015": one published dataset at a time
    std::string importer; ///< "cbs"
    std::string title;    ///< "CBS Wijk- en Buurtkaart 2015, Kampen"
    std::string source;   ///< "CBS / Kadaster"
    std::string source_url;
    std::string licence;     ///< "CC BY 4.0"
    std::string attribution; ///< the line that the licence asks for
    std::string period;      ///< "2015" or "2012, 2016, 2020"
    Kind kind{Kind::counted};
    std::string note;      ///< what a reader must know: "modelled baseline ..."
    std::string options;   ///< JSON object: the options of the import; empty: {}
    std::string file_name; ///< without folder
    std::string checksum;  ///< SHA-256 of the bytes
    std::string code_version;
};

enum class State { loading, published, superseded };
[[nodiscard]] std::string_view to_word(State state);

struct Dataset {
    std::string id;
    Origin origin;
    State state{State::loading};
    std::string imported_at; ///< ISO 8601 UTC
    std::int64_t read{0};
    std::int64_t kept{0};
    std::int64_t refused{0};
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// The published dataset of this slot when it has the same checksum and options: nothing to do then.
[[nodiscard]] std::optional<Dataset> find_same(store::Session& session, Origin const& origin);
/// A new dataset in state loading; its id.
[[nodiscard]] std::string begin(store::Session& session, Origin const& origin);
/// Makes it visible, with its report; the earlier one of the slot becomes superseded. Error: datasets.not_loading.
Result<void> publish(store::Session& session, std::string_view id, ImportReport const& report);
/// Ids of datasets that never got published (a killed or failed import), for sweeping their rows by the owners of tables.
[[nodiscard]] std::vector<std::string> find_unpublished(store::Session& session);
/// Removes the record and the refusals of an unpublished dataset (its rows first, by their owners).
void forget(store::Session& session, std::string_view id);

[[nodiscard]] std::optional<Dataset> find(store::Session& session, std::string_view id);
/// Newest first; published only, or all.
[[nodiscard]] std::vector<Dataset> list(store::Session& session, bool with_superseded);
[[nodiscard]] std::vector<ImportReport::Refusal> load_refusals(store::Session& session, std::string_view id);

} // namespace wf::datasets
