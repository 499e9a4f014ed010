// SPDX-License-Identifier: EUPL-1.2
// A workspace is whose something is: everything that people enter belongs to one, and people have their roles in one. One stands
// above all others, and its administrators keep the installation; what is inside another workspace is not theirs to see.
#pragma once

#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::workspaces {

enum class Kind { association, werkplaats, municipality, provider };
[[nodiscard]] std::string_view to_word(Kind kind);
[[nodiscard]] std::optional<Kind> read_kind(std::string_view word);

struct Workspace {
    std::string id;
    std::string address; ///< in links: "wmo-werkplaats-zwolle"
    std::string name;
    Kind kind{Kind::werkplaats};
    std::string parent_id; ///< empty: this is the one above all others
    std::string area_code; ///< of the municipality that it is about, if any
    std::string created_at;

    [[nodiscard]] bool is_top() const { return parent_id.empty(); }
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// Small letters, digits and single dashes, at most 60: from a name.
[[nodiscard]] std::string make_address(std::string_view name);

/// With a new id and an address made from its name; below the top one when there is one, else it is the top one. Errors:
/// workspace.no_name, workspace.exists (field = its address).
Result<Workspace> add(store::Session& session, std::string_view name, Kind kind, std::string_view area_code);
Result<void> rename(store::Session& session, std::string_view id, std::string_view name);
[[nodiscard]] std::optional<Workspace> find(store::Session& session, std::string_view id);
[[nodiscard]] std::optional<Workspace> find_by_address(store::Session& session, std::string_view address);
[[nodiscard]] std::optional<Workspace> find_top(store::Session& session);
/// The top one first, then by name.
[[nodiscard]] std::vector<Workspace> list(store::Session& session);

} // namespace wf::workspaces
