// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"

namespace wf {

std::string to_line(Error const& error)
{
    std::string line = error.detail.empty() ? error.code : error.detail;
    if (!error.field.empty()) line += " (" + error.field + ")";
    if (!error.detail.empty() && !error.code.empty()) line += " [" + error.code + "]";
    return line;
}

int http_status(Trouble kind)
{
    switch (kind) {
    case Trouble::bad_input: return 400;
    case Trouble::not_found: return 404;
    case Trouble::forbidden: return 403;
    case Trouble::conflict: return 409;
    case Trouble::refused: return 422;
    case Trouble::too_large: return 413;
    case Trouble::unsupported: return 415;
    }
    return 500;
}

int exit_status(Trouble kind)
{
    switch (kind) {
    case Trouble::refused: return 3;
    case Trouble::not_found: return 4;
    case Trouble::forbidden:
    case Trouble::conflict: return 5;
    case Trouble::bad_input:
    case Trouble::too_large:
    case Trouble::unsupported: return 2;
    }
    return 70;
}

} // namespace wf
