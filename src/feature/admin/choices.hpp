// SPDX-License-Identifier: EUPL-1.2
// Settings that an administrator may choose on a page: they stand in table `site_choice` and count from the moment that they are saved.
// What was set elsewhere (file, environment, command line) weighs more.
#pragma once

#include "platform/settings/settings.hpp"
#include "platform/store/store.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace wf::admin {

inline constexpr std::string_view place_setting = "site.place";
inline constexpr std::string_view municipality_setting = "site.municipality";

struct SiteChoice {
    std::string name;
    std::string value;
    std::string chosen_at;
};

/// In order of name.
[[nodiscard]] std::vector<SiteChoice> load_choices(store::Session& session);
void keep_choice(store::Session& session, SiteChoice const& choice);

/// At the start of the program, before its pages. A choice of a setting that was set elsewhere, or that this program does not know, waits.
/// Errors: those of Settings::choose but these two.
Result<void> apply_choices(store::Store& store, settings::Settings const& settings);

} // namespace wf::admin
