// SPDX-License-Identifier: EUPL-1.2
// An error is a value: what kind of trouble, a stable code that translators know, where it sits, and what to do.
#pragma once

#include <string>
#include <string_view>

namespace wf {

/// What went wrong, coarse enough to choose a status or an exit code by.
enum class Trouble {
    bad_input,  ///< a form, cell or option is not of its type
    not_found,  ///< the thing named is not there
    forbidden,  ///< this person may not
    conflict,   ///< it is there already, or changed meanwhile
    refused,    ///< no honest answer exists
    too_large,  ///< more than the limit that was set
    unsupported ///< a format, method or version that we do not have
};

/// `code` is stable and is also the key of the translated message; `field` says where (file, line, column, option); `detail` is for a person.
struct Error {
    Trouble kind{Trouble::bad_input};
    std::string code;
    std::string field;
    std::string detail;

    bool operator==(Error const&) const = default;
};

/// "detail (field) [code]": one line for a command or a log.
[[nodiscard]] std::string to_line(Error const& error);

/// 400, 404, 403, 409, 422, 413, 415.
[[nodiscard]] int http_status(Trouble kind);

/// Exit status of a command: 2 usage or input, 3 refused, 4 not found, 5 forbidden or conflict.
[[nodiscard]] int exit_status(Trouble kind);

} // namespace wf
