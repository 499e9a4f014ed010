// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/rules.hpp"

#include "platform/file/file.hpp"

#include <algorithm>

namespace wf::embedded::commons_walking {
std::string_view find(std::string_view name);
}

namespace wf::walking {
namespace {

constexpr std::uint64_t largest_file = 16U << 20;

/// Puts the name of the file before the field, so that the message says where to look.
template <class T>
Result<T> in_file(std::string const& path, Result<T> read)
{
    if (read) return read;
    Error error = std::move(read.error());
    error.field = error.field.empty() ? path : path + ": " + error.field;
    return error;
}

Result<void> read_into(Rules& rules, std::string_view name, std::string const& path, std::string const& text)
{
    if (name == "categories.json") {
        WF_TRY(rules.categories, in_file(path, read_categories(text)));
    } else if (name == "profiles.json") {
        WF_TRY(rules.profiles, in_file(path, read_profiles(text)));
    } else if (name == "priors_walk.json") {
        WF_TRY(rules.priors, in_file(path, read_priors(text)));
    } else {
        WF_TRY(rules.norms, in_file(path, read_norms(text)));
    }
    return {};
}

/// Only a municipality's own norms are held to it: the example may name what an own list of kinds left out.
Result<void> check_norms(Rules const& rules, std::string const& path)
{
    for (auto const& [municipality, norms] : rules.norms) {
        for (auto const& norm : norms) {
            if (rules.categories.find(norm.category) == nullptr)
                return Error{Trouble::bad_input, "walking.unknown_norm", path + ": norms." + municipality,
                             "\"" + norm.category + "\" is not a kind of place in categories.json"};
            if (rules.profiles.find(norm.profile) == nullptr)
                return Error{Trouble::bad_input, "walking.unknown_norm", path + ": norms." + municipality,
                             "\"" + norm.profile + "\" is not a walker in profiles.json"};
        }
    }
    return {};
}

} // namespace

std::vector<RulesFile> const& rules_files()
{
    static std::vector<RulesFile> const files = [] {
        std::vector<RulesFile> all;
        for (std::string_view const name :
             {"categories.json", "profiles.json", "priors_walk.json", "provision_norms.json"})
            all.push_back({name, embedded::commons_walking::find(name)});
        return all;
    }();
    return files;
}

bool Rules::is_own(std::string_view file_name) const
{
    return std::any_of(own.begin(), own.end(), [&](OwnFile const& file) { return file.name == file_name; });
}

std::shared_ptr<Rules const> const& Rules::built_in()
{
    static auto const rules = std::make_shared<Rules const>();
    return rules;
}

Result<std::shared_ptr<Rules const>> load_rules(std::string const& folder)
{
    if (folder.empty()) return Rules::built_in();
    WF_TRY(auto const names, file::list(folder));
    auto const& known = rules_files();
    auto rules = std::make_shared<Rules>();
    for (auto const& name : names) {
        if (!name.ends_with(".json")) continue;
        auto const path = folder + "/" + name;
        if (std::none_of(known.begin(), known.end(), [&](RulesFile const& file) { return file.name == name; }))
            return Error{Trouble::bad_input, "walking.other_file", path,
                         "a file of this folder is called categories.json, profiles.json, priors_walk.json or "
                         "provision_norms.json"};
        WF_TRY(auto text, file::load(path, largest_file));
        WF_TRY_VOID(read_into(*rules, name, path, text));
        rules->own.push_back({name, std::move(text)});
    }
    if (rules->own.empty())
        return Error{
            Trouble::bad_input, "walking.no_file", folder,
            "put categories.json, profiles.json, priors_walk.json or provision_norms.json in it; `weefsel reach "
            "rules --write FOLDER` makes all four to begin with"};
    if (rules->profiles.find("adult") == nullptr)
        return Error{Trouble::bad_input, "walking.no_adult", folder + "/profiles.json",
                     "keep a walker with the id \"adult\": the others are compared with it"};
    if (rules->is_own("provision_norms.json")) WF_TRY_VOID(check_norms(*rules, folder + "/provision_norms.json"));
    return std::shared_ptr<Rules const>{std::move(rules)};
}

} // namespace wf::walking
