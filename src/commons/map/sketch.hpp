// SPDX-License-Identifier: EUPL-1.2
// The ground of a small map as markup for inside an <svg>, drawn from the squares of a dataset: no script, no picture from
// elsewhere, and it prints. Classes say what a path is; colours are the page's.
#pragma once

#include "commons/map/lettering.hpp"
#include "commons/map/view.hpp"
#include "platform/html/html.hpp"
#include "platform/store/store.hpp"

#include <string_view>

namespace wf::map {

enum class Detail {
    streets, ///< surfaces, water, rail, roads and paths, buildings when the view is at most 900 metres wide, names of streets
    coarse ///< water and main roads: to lie over something else
};

/// Empty when the dataset has no map there. A square that cannot be read is left out: it costs a drawing, not the page. Names of
/// streets go where `lettering` has room, and are in <g class="names">.
[[nodiscard]] html::Safe draw(store::Session& session, std::string_view dataset_id, View const& view, Detail detail,
                              Lettering& lettering);

} // namespace wf::map
