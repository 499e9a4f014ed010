// SPDX-License-Identifier: EUPL-1.2
// Names of areas alone, for a choice in a form: without reading outlines, which are large.
#pragma once

#include "base/area_code.hpp"
#include "platform/store/store.hpp"

#include <string>
#include <vector>

namespace wf::areas {

struct Named {
    std::string code;
    std::string name;
};

/// Of published datasets; each code once, with its newest name. By sort key, then code.
[[nodiscard]] std::vector<Named> list_names(store::Session& session, AreaLevel level);

} // namespace wf::areas
