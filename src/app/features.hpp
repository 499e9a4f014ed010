// SPDX-License-Identifier: EUPL-1.2
// THE list of everything that exists.
#pragma once

#include "commons/people/house.hpp"
#include "commons/walking/rules.hpp"
#include "feature/admin/checkup.hpp"
#include "platform/job/job.hpp"
#include "platform/oidc/oidc.hpp"
#include "platform/settings/settings.hpp"
#include "platform/web/feature.hpp"

#include <memory>
#include <string>
#include <vector>

namespace wf::app {

/// The four files that a municipality may change: those of the setting walking.folder, or the built-in ones. Errors: those of
/// walking::load_rules.
Result<std::shared_ptr<walking::Rules const>> rules_of(settings::Settings const& settings);

/// In the order in which migrations run and commands are listed. Without a house nobody can log in: for documents, and for commands. Without
/// `examine` the administrator's pages know nothing of how the installation is; without a
/// provider nobody logs in through an organisation.
[[nodiscard]] std::vector<web::Feature>
make_features(std::shared_ptr<walking::Rules const> const& rules = walking::Rules::built_in(),
              std::shared_ptr<people::House> const& house = nullptr, admin::Examine const& examine = {},
              std::shared_ptr<oidc::Provider> const& provider = nullptr);

/// Migrations of platform, commons and features, in order.
[[nodiscard]] std::vector<store::Migration> all_migrations(std::vector<web::Feature> const& features);

/// Every room says again what can be sought of it, in workspaces where that was said by other rules (another program, other synonyms).
void keep_search_index(store::Store& store);

/// What must happen when a dataset was published: the one place where one capability reacts to another.
/// Says which run pages show now.
Result<std::string> after_import(store::Store& store, settings::Settings const& settings,
                                 std::string const& code_version, job::Progress& progress);

[[nodiscard]] std::vector<settings::Definition> setting_definitions();

/// "0.1.0"
[[nodiscard]] std::string code_version();

} // namespace wf::app
