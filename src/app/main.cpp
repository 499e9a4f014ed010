// SPDX-License-Identifier: EUPL-1.2
#include "app/cli.hpp"

#include <iostream>

int main(int count, char** arguments)
{
    return wf::app::run_command_line({arguments + 1, arguments + count}, std::cout, std::cerr);
}
