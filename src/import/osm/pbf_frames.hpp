// SPDX-License-Identifier: EUPL-1.2
// Question     is a PBF whole: a row of blobs, each as long as its header says, up to the last byte?
// Why          a reader that stops at the end of a blob does not notice that the rest of the file is gone.
// Errors       osm.truncated, osm.malformed.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace wf::osm {

/// `read(offset, length)` gives at most `length` bytes from there; fewer at the end.
Result<void> check_frames(std::uint64_t size, std::function<std::string(std::uint64_t, std::size_t)> const& read);

} // namespace wf::osm
