// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/refusal.hpp"

#include "base/check.hpp"

#include <array>
#include <utility>

namespace wf::evidence {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 19> texts{{
    {"no_studies", "no row has an effect and a variance; fill them in"},
    {"one_study", "one study cannot be pooled: read it by itself, or add studies"},
    {"too_few_studies", "there are not more studies than there is to be worked out: add studies, or ask for less"},
    {"not_a_number", "an effect or a variance is not a finite number; leave that study out or mend it"},
    {"variance_negative", "a variance is below 0; give the squared standard error of each effect"},
    {"variance_zero",
     "a variance is 0, which would give that study all the weight; give its sampling variance, or leave it out"},
    {"all_variances_zero",
     "all variances are 0, so nothing is known about chance within studies; give sampling variances"},
    {"no_spread", "all effects are the same, so Knapp-Hartung has no standard error; use --test z"},
    {"perfect_fit",
     "the moderators explain every effect exactly, so Knapp-Hartung has no standard error; use fewer moderators or --test z"},
    {"out_of_range", "effects or variances are too large, too small or too unequal to calculate with; use other units"},
    {"bad_level", "a level lies between 0 and 1, as 0.95"},
    {"not_converged", "no highest likelihood was found; leave levels or moderators out"},
    {"too_few_clusters", "there are not more clusters than coefficients; use fewer moderators, or add clusters"},
    {"no_freedom",
     "the clusters leave a coefficient without degrees of freedom; use fewer moderators, or add clusters"},
    {"no_residuals",
     "the effects lie exactly where the model says, so clusters give no standard error; use pool or fewer moderators"},
    {"one_group", "a level has one group for all studies, so it has no variance to be found; leave that level out"},
    {"levels_coincide", "two levels have the same groups, so their variances cannot be told apart; leave one out"},
    {"cluster_splits_group", "a group of the outermost level lies in two clusters; let clusters hold whole groups"},
    {"no_repeats", "each cluster has one effect, so there is nothing that hangs together; use pool"},
}};

} // namespace

Error refusal(std::string_view code)
{
    for (auto const& [name, text] : texts) {
        if (name == code) return {Trouble::refused, std::string{code}, {}, std::string{text}};
    }
    report_bug("this code of a refusal is known", __FILE__, __LINE__);
}

} // namespace wf::evidence
