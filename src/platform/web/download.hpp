// SPDX-License-Identifier: EUPL-1.2
// Data come as a file: a browser that opens their address keeps them under a name of ours, and runs or shows nothing of them.
#pragma once

#include "platform/http/message.hpp"

namespace wf::web {

/// JSON, GeoJSON and CSV get `Content-Disposition: attachment; filename="weefsel-buurt-BU01660001.csv"`; what has one keeps it. The name
/// is made of the short parts of the path: a long one may be a secret, or somebody's.
void offer_as_file(http::Response& response, http::Request const& request);

} // namespace wf::web
