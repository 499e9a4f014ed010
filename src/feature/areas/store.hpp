// SPDX-License-Identifier: EUPL-1.2
// The tables of this feature, and station three: reading what a profile needs. All SQL of the feature is in store.cpp.
#pragma once

#include "feature/areas/profile.hpp"
#include "platform/store/store.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::area_pages {

struct Locator {
    std::string area_code;
    std::string svg; ///< inner markup of the small map
};

void add_profile(store::Session& session, std::string_view run_id, std::span<ProfileFigure const> figures);
void add_locators(store::Session& session, std::string_view run_id, std::span<Locator const> locators);

/// In page order.
[[nodiscard]] std::vector<ProfileFigure> load_profile(store::Session& session, std::string_view run_id,
                                                      std::string_view area_code);
/// Of all areas, in order of area code and page order.
[[nodiscard]] std::vector<ProfileFigure> load_profiles(store::Session& session, std::string_view run_id);
[[nodiscard]] std::vector<Locator> load_locators(store::Session& session, std::string_view run_id);
/// Figures that the run refused or did not find, for the page of the run.
struct Unanswered {
    std::string indicator;
    std::string reason;
    int year{0};
    int areas{0};
};
[[nodiscard]] std::vector<Unanswered> count_unanswered(store::Session& session, std::string_view run_id);

/// Everything published about a municipality and what lies in it.
[[nodiscard]] ProfileInput load_input(store::Session& session, std::string_view municipality);

} // namespace wf::area_pages
