// SPDX-License-Identifier: EUPL-1.2
// What a municipality may edit about walking: kinds of places (data/categories.json), who walks (data/profiles.json), chances of
// what is not tagged (data/priors_walk.json) and its norm of basic provisions (data/provision_norms.json). Built in; a file of
// a municipality's own takes the place of one (rules.hpp).
// Errors       walking.malformed, walking.unknown_word, walking.bad_number, walking.twice, walking.missing: with the path in the
//              file ("categories[3].limit_minutes") as field and what to write instead as detail.
#pragma once

#include "base/result.hpp"
#include "base/text.hpp"
#include "kernel/reach/profile.hpp"
#include "kernel/reach/streets.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::walking {

enum class Sphere { personal, communal, institutional };
/// Of social quality (Beck and others).
enum class Condition { socio_economic_security, social_inclusion, social_cohesion, social_empowerment };
[[nodiscard]] std::string_view to_word(Sphere sphere);
[[nodiscard]] std::string_view to_word(Condition condition);

/// All of these tags make a thing one of this kind; a value "*" is any value but "no".
struct TagRule {
    std::vector<std::pair<std::string, std::vector<std::string>>> all;  ///< key -> any of these values
    std::vector<std::pair<std::string, std::vector<std::string>>> none; ///< and none of these
    bool operator==(TagRule const&) const = default;
};
struct Category {
    std::string id; ///< "supermarket"
    std::string name_nl;
    std::string name_en;
    std::string a_nl; ///< with article, for in a sentence: "een supermarkt"
    std::string a_en;
    Sphere sphere{Sphere::institutional};
    Condition condition{Condition::socio_economic_security};
    int limit_minutes{10}; ///< 5, 10 or 15
    std::string icon;      ///< of web/icons/icons.svg
    bool everyday{false};  ///< told first of what is near a home
    std::vector<TagRule> any_of;
    bool operator==(Category const&) const = default;
};
class Categories {
public:
    [[nodiscard]] std::vector<Category> const& all() const { return m_all; }
    [[nodiscard]] Category const* find(std::string_view id) const;
    /// Short hash of the content: in the settings of runs and imports.
    [[nodiscard]] std::string const& version() const { return m_version; }
    [[nodiscard]] static Categories const& built_in();

private:
    friend Result<Categories> read_categories(std::string_view json);
    std::vector<Category> m_all;
    std::string m_version;
};
[[nodiscard]] Result<Categories> read_categories(std::string_view json);
/// A number or rule with where it comes from, for the page that explains a profile.
struct Assumption {
    std::string field; ///< "speed_mean"
    std::string text_nl;
    std::string text_en;
    std::string source; ///< a reference, or empty when it is an assumption
    bool assumed{true};
};
struct WalkerProfile {
    reach::Profile profile;
    std::string name_nl; ///< "Met een rollator"
    std::string name_en;
    std::string with_nl; ///< for in a sentence: "Met een rollator"
    std::string with_en;
    std::string icon;
    /// Whose number of residents stands beside it: "all", "65+", "80+", "0-14".
    std::string people;
    std::vector<Assumption> assumptions;
};
class Profiles {
public:
    [[nodiscard]] std::vector<WalkerProfile> const& all() const { return m_all; }
    [[nodiscard]] WalkerProfile const* find(std::string_view id) const;
    [[nodiscard]] std::string const& version() const { return m_version; }
    [[nodiscard]] static Profiles const& built_in();

private:
    friend Result<Profiles> read_profiles(std::string_view json);
    std::vector<WalkerProfile> m_all;
    std::string m_version;
};
[[nodiscard]] Result<Profiles> read_profiles(std::string_view json);

/// The chances, and for each the words that a page says.
struct PriorEntry {
    reach::Attribute attribute{};
    std::vector<reach::Road> roads;
    std::vector<reach::Surroundings> surroundings;
    reach::Prior prior;
    std::string source; ///< empty: assumption
    bool assumed{true};
    std::string note_nl;
    std::string note_en;
};
struct WalkPriors {
    reach::Priors priors;
    std::vector<PriorEntry> entries; ///< in the order of the file
    std::string version;
    [[nodiscard]] static WalkPriors const& built_in();
};
/// Every attribute, road and surroundings must be covered; a later entry does not overrule an earlier one (walking.twice).
[[nodiscard]] Result<WalkPriors> read_priors(std::string_view json);

/// "Within 10 minutes with a rollator to a supermarket", as a municipality's own norm.
struct ProvisionNorm {
    std::string category;
    std::string profile;
    int minutes{10};         ///< 5, 10 or 15
    double least_percent{0}; ///< of the residents; 0: no norm, only shown
    std::string source;      ///< decision or document; empty: example
};
/// By GM code; "*": example.
using Norms = std::map<std::string, std::vector<ProvisionNorm>>;
[[nodiscard]] Result<Norms> read_norms(std::string_view json);
[[nodiscard]] Norms const& built_in_norms();

[[nodiscard]] std::string_view to_word(reach::Attribute attribute);
[[nodiscard]] std::string_view to_word(reach::Road road);
[[nodiscard]] std::string_view to_word(reach::Surroundings surroundings);

} // namespace wf::walking
