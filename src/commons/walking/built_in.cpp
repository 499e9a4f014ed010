// SPDX-License-Identifier: EUPL-1.2
// The files of data/ as they were when the program was made. A fault in one of them is a bug of ours.
#include "commons/walking/walking.hpp"

namespace wf::embedded::commons_walking {
std::string_view find(std::string_view name);
}

namespace wf::walking {
namespace {

template <class T>
T read_built_in(Result<T> (*read)(std::string_view), std::string_view name)
{
    auto result = read(embedded::commons_walking::find(name));
    if (!result) throw Bug{"data/" + std::string{name} + ": " + to_line(result.error())};
    return std::move(result).value();
}

} // namespace

Categories const& Categories::built_in()
{
    static Categories const categories = read_built_in(&read_categories, "categories.json");
    return categories;
}

Profiles const& Profiles::built_in()
{
    static Profiles const profiles = read_built_in(&read_profiles, "profiles.json");
    return profiles;
}

WalkPriors const& WalkPriors::built_in()
{
    static WalkPriors const priors = read_built_in(&read_priors, "priors_walk.json");
    return priors;
}

Norms const& built_in_norms()
{
    static Norms const norms = read_built_in(&read_norms, "provision_norms.json");
    return norms;
}

} // namespace wf::walking
