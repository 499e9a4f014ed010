// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/choices.hpp"

namespace wf::admin {

Result<void> apply_choices(store::Store& store, settings::Settings const& settings)
{
    auto const choices = store.read([](store::Session& session) { return load_choices(session); });
    for (auto const& choice : choices) {
        auto const chosen = settings.choose(choice.name, choice.value);
        if (chosen || chosen.error().code == "settings.fixed" || chosen.error().code == "settings.unknown") continue;
        return chosen.error();
    }
    return {};
}

} // namespace wf::admin
