// SPDX-License-Identifier: EUPL-1.2
// The curve as a drawing: a line for each kind with a dash and a mark of its own, so that it reads without colour. The same numbers stand
// in a table beside it.
#pragma once

#include "feature/uptake/curve.hpp"
#include "platform/web/feature.hpp"

namespace wf::uptake_pages {

/// Nothing for no points.
void draw_curve(html::Html& page, words::Words const& t, std::span<CurvePoint const> points);

} // namespace wf::uptake_pages
