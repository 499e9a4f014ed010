// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/choices.hpp"

namespace wf::admin {

std::vector<SiteChoice> load_choices(store::Session& session)
{
    std::vector<SiteChoice> choices;
    session.query("SELECT name, value, chosen_at FROM site_choice ORDER BY name", {}, [&](store::Row const& row) {
        choices.push_back({row.string(0), row.string(1), row.string(2)});
    });
    return choices;
}

void keep_choice(store::Session& session, SiteChoice const& choice)
{
    session.exec("INSERT INTO site_choice (name, value, chosen_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE "
                 "SET value = excluded.value, chosen_at = excluded.chosen_at",
                 {choice.name, choice.value, choice.chosen_at});
}

} // namespace wf::admin
