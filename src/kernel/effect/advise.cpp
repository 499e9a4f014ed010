// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/advise.hpp"

#include "base/check.hpp"
#include "kernel/effect/advise_rules.hpp"

#include <algorithm>

namespace wf::effect {
namespace {

bool holds(Range const& range, std::uint64_t value)
{
    return value >= range.least && value <= range.most;
}

template <class Choice>
bool has(std::uint8_t bits, Choice choice)
{
    return (bits >> static_cast<unsigned>(choice) & 1U) != 0;
}

bool fits(Conditions const& when, Situation const& is)
{
    bool const clusters = is.clusters > 0;
    if (when.unit != Unit::any && clusters != (when.unit == Unit::clusters)) return false;
    if (when.unit == Unit::clusters && !holds(when.clusters, is.clusters)) return false;
    if (when.can_stagger.value_or(is.can_stagger) != is.can_stagger) return false;
    if (when.selected.value_or(is.selected_on_outcome) != is.selected_on_outcome) return false;
    return has(when.others, is.others) && has(when.decides, is.decides) && holds(when.before, is.before) &&
           holds(when.after, is.after) && holds(when.moments, is.before + is.after) && holds(when.people, is.people) &&
           holds(when.starts, is.starts);
}

} // namespace

Advised advise(Situation const& situation)
{
    auto const rules = design_rules();
    auto const first =
        std::find_if(rules.begin(), rules.end(), [&](Rule const& rule) { return fits(rule.when, situation); });
    WF_CHECK(first != rules.end());
    Advised advised{first->advice, {}};
    if (first->advice.kind == Kind::refusal) return advised;
    for (auto const& rule : caution_rules())
        if (fits(rule.when, situation)) advised.cautions.push_back(rule.advice);
    return advised;
}

std::vector<Advice> all_advice()
{
    std::vector<Advice> all;
    for (auto const rules : {design_rules(), caution_rules()})
        for (auto const& rule : rules) all.push_back(rule.advice);
    return all;
}

} // namespace wf::effect
