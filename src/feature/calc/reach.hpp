// SPDX-License-Identifier: EUPL-1.2
// `weefsel calc reach matrix|nearest|count|profiles`: walks over an OpenStreetMap extract, from points to points.
#pragma once

#include "base/result.hpp"
#include "kernel/reach/network.hpp"
#include "platform/web/feature.hpp"

#include <functional>
#include <string>
#include <vector>

namespace wf::calc {

/// Reads the walking network of an OpenStreetMap file. Who puts the program together hands it in: a feature does not know
/// importers. Nothing: `--osm` is answered with reach.no_reader.
using ReadNetwork = std::function<Result<reach::Network>(std::string const& path)>;

[[nodiscard]] std::vector<web::Command> reach_commands(ReadNetwork read);

} // namespace wf::calc
