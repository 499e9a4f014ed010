// SPDX-License-Identifier: EUPL-1.2
// The column `changes` of an entry: a JSON list of {field, about, before, after}. Where `about` is there, the values are sealed with the
// key of that person for their place in the trail, and written in base64url.
// A sealed value has its length rounded up, so that what is left after erasing does not tell how long a name was.
#pragma once

#include "base/result.hpp"
#include "commons/trail/trail.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::trail {

using FindKey = std::function<Result<secret::Key>(std::string const& person_id)>;

/// Errors: those of `find_key`, id.not_a_uuid.
Result<std::string> write_changes(std::vector<Change> const& changes, std::string_view workspace_id,
                                  std::int64_t number, FindKey const& find_key);

/// Whatever the text: what cannot be read is one unreadable change without a field.
[[nodiscard]] std::vector<SeenChange> read_changes(std::string_view text, std::string_view workspace_id,
                                                   std::int64_t number, FindKey const& find_key);

} // namespace wf::trail
