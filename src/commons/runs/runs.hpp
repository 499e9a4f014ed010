// SPDX-License-Identifier: EUPL-1.2
// Station five: a run is a kernel's result with the ids of its inputs, its settings and the version of the code. A published run
// never changes; a newer run of the same kind and subject takes its place on pages, the old one stays readable.
#pragma once

#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::runs {

/// The workspace of what is computed from public data alone.
inline constexpr std::string_view public_workspace = "00000000-0000-0000-0000-000000000000";

struct Run {
    std::string workspace{public_workspace};
    std::string id;      ///< UUID; empty: publish gives one
    std::string kind;    ///< "areas.profile"
    std::string subject; ///< what it is about: "GM0166"
    std::string method;  ///< kernel: "indicator", with docs/methods/<method>.md
    std::string method_version;
    std::string code_version;
    std::string settings;            ///< JSON object
    std::vector<std::string> inputs; ///< dataset and run ids; a set: read back in the order of the ids, each once
    std::string answer;     ///< JSON object: what the kernel answered, or a summary with the table that holds it
    std::string basis;      ///< JSON object: n, missing, seed where random, limits hit
    std::string created_at; ///< ISO 8601 UTC
    bool current{false};    ///< the newest published one of its kind and subject
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// Stores and publishes; gives it an id (when empty) and the time. The earlier current run of the same kind and subject loses `current`.
/// settings, answer and basis are JSON objects (empty: {}); an id that is there already is a bug: a published run never changes.
[[nodiscard]] std::string publish(store::Session& session, Run run);

// Each reads one workspace.
[[nodiscard]] std::optional<Run> find(store::Session& session, std::string_view id,
                                      std::string_view workspace = public_workspace);
[[nodiscard]] std::optional<Run> find_current(store::Session& session, std::string_view kind, std::string_view subject,
                                              std::string_view workspace = public_workspace);
/// Newest first.
[[nodiscard]] std::vector<Run> list(store::Session& session, int limit, std::string_view workspace = public_workspace);
/// Runs that used this dataset or run; newest first.
[[nodiscard]] std::vector<Run> list_using(store::Session& session, std::string_view input_id,
                                          std::string_view workspace = public_workspace);
/// Somebody withdrew: current runs of all workspaces that used this input are taken off the pages, and given, so that new ones can take
/// their place. They stay readable as what was said before.
[[nodiscard]] std::vector<Run> take_down_using(store::Session& session, std::string_view input_id);

/// What had a current run and has none: taken down, and to be made anew. By workspace, kind and subject.
struct Missing {
    std::string workspace;
    std::string kind;
    std::string subject;
    friend bool operator==(Missing const&, Missing const&) = default;
};
[[nodiscard]] std::vector<Missing> list_missing(store::Session& session);

} // namespace wf::runs
