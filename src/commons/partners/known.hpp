// SPDX-License-Identifier: EUPL-1.2
// The werkplaatsen that there are in the Netherlands, with what was found of each: data/werkplaatsen.json.
#pragma once

#include "commons/partners/partners.hpp"

namespace wf::partners {

struct KnownWerkplaats {
    std::string name;
    std::vector<std::pair<std::string, FactContent>> facts; ///< by name of the fact
    std::vector<Theme> themes;
    WordContent studio; ///< what it calls a learning studio; empty: not known
};
/// As the file has them.
[[nodiscard]] std::vector<KnownWerkplaats> const& known_werkplaatsen();

struct Added {
    std::int64_t workspaces{0};
    std::int64_t facts{0};
    std::int64_t themes{0};
    std::int64_t words{0};
};
/// Makes the workspaces that are missing (and the one above all others, when there is none) and adds what was never written in them. A
/// fact, word or list of themes that somebody wrote, changed or emptied stays as it is. Errors: those of workspaces::add.
Result<Added> add_known(store::Session& session, By const& by);

} // namespace wf::partners
