// SPDX-License-Identifier: EUPL-1.2
// What the stores of this folder share: the line in the trail.
#pragma once

#include "commons/partners/partners.hpp"

#include <string>
#include <utility>
#include <vector>

namespace wf::partners {

inline Result<void> note(store::Session& session, By const& by, std::string_view workspace, std::string_view action,
                         std::string_view kind, std::string_view record, std::vector<trail::Change> changes)
{
    return by.trail.add(session, {std::string{workspace}, std::string{by.actor}, std::string{action}, std::string{kind},
                                  std::string{record}, std::move(changes)});
}

} // namespace wf::partners
