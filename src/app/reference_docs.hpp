// SPDX-License-Identifier: EUPL-1.2
// docs/reference is written by the program itself, so that it cannot drift: fields, settings, commands, addresses, the register of
// processing.
#pragma once

#include "platform/web/feature.hpp"

#include <map>
#include <string>
#include <vector>

namespace wf::app {

/// The register of processing: also what `weefsel processing register` prints.
[[nodiscard]] std::string processing_page();

/// File name -> text.
[[nodiscard]] std::map<std::string, std::string> make_reference_docs(std::vector<web::Feature> const& features,
                                                                     std::vector<web::Command> const& commands);

} // namespace wf::app
