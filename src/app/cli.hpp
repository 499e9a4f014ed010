// SPDX-License-Identifier: EUPL-1.2
// The command line: finds the command that the words name, checks its options, opens what it needs, and turns errors into one
// line and an exit status (2 usage or input, 3 refused, 4 not found, 5 forbidden or conflict, 65 data refused, 70 our bug, 75 machine).
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace wf::app {

/// `arguments` without the program's name.
[[nodiscard]] int run_command_line(std::vector<std::string> const& arguments, std::ostream& out, std::ostream& err);

} // namespace wf::app
