// SPDX-License-Identifier: EUPL-1.2
// From an error to words: what went wrong and what to do. The words of a code are "error.<code>" and "error.<code>.do";
// a code without words of its own borrows those of its kind ("error.kind.not_found").
#pragma once

#include "base/error.hpp"
#include "platform/words/words.hpp"

#include <string>
#include <string_view>

namespace wf::web {

struct Explained {
    std::string title;
    std::string remedy;
};

/// {field} and {detail} in the words are those of the error.
[[nodiscard]] Explained explain(words::Words const& t, Error const& error);

/// For what has a status and a code only; from 500 on the words are "error.kind.internal".
[[nodiscard]] Explained explain_status(words::Words const& t, int status, std::string_view code);

} // namespace wf::web
