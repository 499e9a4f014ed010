// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/cells.hpp"

#include "base/text.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace wf::effect {
namespace {

using stat::refuse;

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::size_t fewest_over_columns =
    4; // columns hold the constant: covariates + 5, as R did wants of its controls

/// Units that take part, with when each begins.
struct People {
    std::vector<std::size_t> unit; ///< of the panel
    std::vector<double> begins;
    std::size_t periods{0};
};

class Work {
public:
    explicit Work(StaggeredInput const& input) : m_in{input} {}

    Result<Cells> run();

private:
    [[nodiscard]] Result<void> choose();
    [[nodiscard]] Result<void> form_groups();
    [[nodiscard]] Result<void> one_group(std::size_t group);
    [[nodiscard]] Result<void> compare(std::size_t group, std::size_t base, std::size_t time);
    [[nodiscard]] Result<void> renew(std::size_t group, std::size_t base, std::size_t time);
    [[nodiscard]] bool is_control(double begins, std::size_t group, double after) const;
    void count_units();
    [[nodiscard]] Error at(Error error, std::size_t group, std::size_t time) const;

    StaggeredInput const& m_in;
    People m_people;
    Cells m_cells;
    // The comparison at hand, kept while it serves the next moment too.
    std::optional<TwoGroups> m_comparison;
    std::vector<std::size_t> m_chosen; ///< of the people
    std::size_t m_group{no_group};
    double m_after{0};
    std::size_t m_base{0};
};

/// Who is treated too early falls out; where nobody is never treated, the last who begin stand for them until they do.
Result<void> Work::choose()
{
    auto const& panel = m_in.panel;
    double const first = panel.times.front();
    double const last = panel.times.back();
    double latest = 0;
    bool some_never = false;
    for (std::size_t unit = 0; unit < panel.units; ++unit) {
        double begins = panel.group(unit, 0);
        if (begins == 0 || begins > last + m_in.anticipation) begins = never;
        if (begins <= first + m_in.anticipation) {
            ++m_cells.notes.treated_at_once;
            continue;
        }
        some_never = some_never || begins == never;
        if (begins != never) latest = std::max(latest, begins);
        m_people.unit.push_back(unit);
        m_people.begins.push_back(begins);
    }
    m_people.periods = panel.times.size();
    if (latest == 0)
        return refuse("nobody_treated", "nobody begins after the first moment: an effect needs units that were seen "
                                        "before they began and after it");
    if (some_never) return {};
    if (m_in.control == Control::never)
        return refuse("no_controls", "every unit is treated sooner or later: use --control notyet, or add units that "
                                     "are not treated (first treated 0)");
    m_cells.notes.last_group = latest;
    for (auto& begins : m_people.begins)
        if (begins == latest) begins = never;
    while (m_people.periods > 0 && panel.times[m_people.periods - 1] >= latest - m_in.anticipation) --m_people.periods;
    return {};
}

Result<void> Work::form_groups()
{
    double const last = m_people.periods == 0 ? 0 : m_in.panel.times[m_people.periods - 1];
    auto& groups = m_cells.groups;
    for (double const begins : m_people.begins)
        if (begins <= last) groups.push_back(begins);
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    if (groups.empty())
        return refuse("no_controls", "all units that are treated begin at one moment, and nobody is left to compare "
                                     "with: add units that are not treated");
    m_cells.times.assign(m_in.panel.times.begin(),
                         m_in.panel.times.begin() + static_cast<std::ptrdiff_t>(m_people.periods));
    std::vector<std::size_t> size(groups.size(), 0);
    for (double const begins : m_people.begins) {
        auto const at = std::lower_bound(groups.begin(), groups.end(), begins);
        bool const is_one = at != groups.end() && *at == begins;
        m_cells.group_of.push_back(is_one ? static_cast<std::size_t>(at - groups.begin()) : no_group);
        if (is_one) ++size[m_cells.group_of.back()];
    }
    auto const enough = m_in.covariates.front().columns() + fewest_over_columns;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (size[group] < 2)
            return refuse("too_few", "only one unit begins at " + to_text(groups[group]) +
                                         ": one unit has no spread. Leave it out, or join moments of beginning");
        if (size[group] < enough) m_cells.notes.small_groups.push_back(groups[group]);
    }
    return {};
}

bool Work::is_control(double begins, std::size_t group, double after) const
{
    if (begins == never) return true;
    return m_in.control == Control::notyet && begins != m_cells.groups[group] && begins > after;
}

Error Work::at(Error error, std::size_t group, std::size_t time) const
{
    error.detail = "for those who begin at " + to_text(m_cells.groups[group]) + ", at " + to_text(m_cells.times[time]) +
                   ": " + error.detail;
    return error;
}

Result<void> Work::renew(std::size_t group, std::size_t base, std::size_t time)
{
    double const after = m_cells.times[std::max(base, time)] + m_in.anticipation;
    bool const one_for_all = m_in.covariates.size() == 1;
    bool const same_people = m_in.control == Control::never || after == m_after;
    if (m_comparison && m_group == group && same_people && (one_for_all || m_base == base)) return {};
    m_chosen.clear();
    std::vector<char> treated;
    std::size_t controls = 0;
    for (std::size_t i = 0; i < m_people.unit.size(); ++i) {
        bool const is_treated = m_cells.group_of[i] == group;
        if (!is_treated && !is_control(m_people.begins[i], group, after)) continue;
        m_chosen.push_back(i);
        treated.push_back(is_treated ? 1 : 0);
        if (!is_treated) ++controls;
    }
    auto const& all = m_in.covariates[one_for_all ? 0 : base];
    if (controls == 0)
        return at(refuse("no_controls", "nobody is left to compare with; use --control notyet"), group, time);
    if (controls < all.columns() + fewest_over_columns)
        return at(refuse("too_few", "there are " + std::to_string(controls) + " units to compare with, and " +
                                        std::to_string(all.columns() + fewest_over_columns) +
                                        " are needed: use --control notyet, fewer covariates, or more units"),
                  group, time);
    stat::Matrix x{m_chosen.size(), all.columns()};
    for (std::size_t column = 0; column < all.columns(); ++column)
        for (std::size_t i = 0; i < m_chosen.size(); ++i) x(i, column) = all(m_people.unit[m_chosen[i]], column);
    auto made = TwoGroups::make(treated, x, m_in.estimator);
    if (!made) return at(std::move(made.error()), group, time);
    m_comparison.emplace(std::move(*made));
    m_group = group;
    m_after = after;
    m_base = base;
    return {};
}

Result<void> Work::compare(std::size_t group, std::size_t base, std::size_t time)
{
    WF_TRY_VOID(renew(group, base, time));
    std::vector<double> change;
    change.reserve(m_chosen.size());
    for (auto const i : m_chosen) {
        auto const unit = m_people.unit[i];
        change.push_back(m_in.panel.outcome(unit, time) - m_in.panel.outcome(unit, base));
    }
    auto const difference = m_comparison->of_change(change);
    GroupCell cell{group, time, false, difference.att, std::vector<double>(m_people.unit.size(), 0)};
    double const scale = static_cast<double>(m_people.unit.size()) / static_cast<double>(m_chosen.size());
    for (std::size_t i = 0; i < m_chosen.size(); ++i) cell.influence[m_chosen[i]] = difference.influence[i] * scale;
    m_cells.notes.trimmed = std::max(m_cells.notes.trimmed, m_comparison->trimmed());
    m_cells.cells.push_back(std::move(cell));
    return {};
}

/// Before the beginning each moment is compared with the one before it (varying), or all with the last one before (universal).
Result<void> Work::one_group(std::size_t group)
{
    auto const& times = m_cells.times;
    double const begins = m_cells.groups[group];
    std::size_t last_before = 0;
    for (std::size_t time = 0; time < times.size(); ++time)
        if (times[time] + m_in.anticipation < begins) last_before = time;
    for (std::size_t time = m_in.base == Base::varying ? 1 : 0; time < times.size(); ++time) {
        bool const fixed = m_in.base == Base::universal || times[time] >= begins;
        auto const base = fixed ? last_before : time - 1;
        if (base == time) m_cells.cells.push_back({group, time, true, 0, {}});
        else WF_TRY_VOID(compare(group, base, time));
    }
    return {};
}

void Work::count_units()
{
    auto const columns = static_cast<double>(m_in.covariates.front().columns());
    auto const never_begins = m_cells.groups.size();
    m_cells.sizes.resize(never_begins + 1);
    for (auto const group : m_cells.group_of) m_cells.sizes[std::min(group, never_begins)].units += 1;
    for (std::size_t group = 0; group < m_cells.sizes.size(); ++group) {
        bool const only_mean = group < never_begins && m_in.estimator == Estimator::reg;
        m_cells.sizes[group].freedom = std::max(1.0, m_cells.sizes[group].units - (only_mean ? 1 : columns));
    }
}

Result<Cells> Work::run()
{
    WF_CHECK(m_in.covariates.size() == 1 || m_in.covariates.size() == m_in.panel.times.size());
    WF_TRY_VOID(choose());
    WF_TRY_VOID(form_groups());
    for (std::size_t group = 0; group < m_cells.groups.size(); ++group) WF_TRY_VOID(one_group(group));
    count_units();
    return std::move(m_cells);
}

} // namespace

Result<Cells> compute_cells(StaggeredInput const& input)
{
    return Work{input}.run();
}

} // namespace wf::effect
