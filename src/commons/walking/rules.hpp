// SPDX-License-Identifier: EUPL-1.2
// The four files together: those of a municipality where its folder (setting walking.folder) has one of that name, else the built-in
// ones; and what its own files change.
// Errors       those of the readers, with the path of the file in front of the field; file.unreadable; walking.no_file when the
//              folder holds none of the four; walking.other_file when it holds another .json (a slip in a name changes nothing
//              else, and nobody would see it); walking.unknown_norm when a norm names a kind or walker that is not there;
//              walking.no_adult when the walkers have no "adult", with whom others are compared.
#pragma once

#include "base/result.hpp"
#include "commons/walking/walking.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wf::walking {

struct Rules {
    Categories categories{Categories::built_in()};
    Profiles profiles{Profiles::built_in()};
    WalkPriors priors{WalkPriors::built_in()};
    Norms norms{built_in_norms()};
    /// Files of the municipality's own, and how each differs from the built-in one.
    struct OwnFile {
        std::string name; ///< "profiles.json"
        std::string text;
    };
    std::vector<OwnFile> own;

    [[nodiscard]] bool is_own(std::string_view file_name) const;
    [[nodiscard]] static std::shared_ptr<Rules const> const& built_in();
};

/// In the order in which people read them: categories, profiles, priors, norms.
struct RulesFile {
    std::string_view name; ///< "categories.json"
    std::string_view text; ///< as built in
};
[[nodiscard]] std::vector<RulesFile> const& rules_files();

/// `folder` empty: the built-in rules.
Result<std::shared_ptr<Rules const>> load_rules(std::string const& folder);

/// One value that stands otherwise in one file than in the other. Blanks, order of members and `about` do not count.
struct Difference {
    enum class Kind { added, removed, changed } kind{Kind::changed};
    std::string path;   ///< "rollator.speed_mean": items of a list go by their id, others by their number
    std::string before; ///< as written; empty when added
    std::string after;  ///< empty when removed
    bool operator==(Difference const&) const = default;
};
/// Errors: those of json::read. Something that only one of them has is told as a whole.
Result<std::vector<Difference>> list_differences(std::string_view before, std::string_view after);

} // namespace wf::walking
