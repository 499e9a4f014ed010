// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/bacon.hpp"

#include "base/enum_words.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace wf::effect {
namespace {

using stat::refuse;

constexpr std::array type_words{std::pair{PairType::treated_vs_never, "treated_vs_never"},
                                std::pair{PairType::treated_vs_always, "treated_vs_always"},
                                std::pair{PairType::earlier_vs_later, "earlier_vs_later"},
                                std::pair{PairType::later_vs_earlier, "later_vs_earlier"}};

/// Units that begin at one moment (a number among the moments; their count is never).
struct Timing {
    std::size_t begins{0};
    double share{0};          ///< of the units
    double treated{0};        ///< of the moments
    std::vector<double> mean; ///< of the outcome, at each moment
};

Result<std::vector<Timing>> timings_of(Panel const& panel)
{
    std::map<std::size_t, Timing> timings;
    auto const periods = panel.times.size();
    for (std::size_t unit = 0; unit < panel.units; ++unit) {
        std::size_t begins = 0;
        while (begins < periods && panel.group(unit, begins) == 0) ++begins;
        for (std::size_t time = begins; time < periods; ++time) {
            if (panel.group(unit, time) == 0)
                return refuse("goes_back",
                              "some units stop being treated: this decomposition is for treatment that goes on "
                              "once it has begun. Leave out these units, or the moments after they stop");
        }
        auto& timing = timings[begins];
        timing.begins = begins;
        timing.mean.resize(periods, 0);
        timing.share += 1;
        for (std::size_t time = 0; time < periods; ++time) timing.mean[time] += panel.outcome(unit, time);
    }
    std::vector<Timing> all;
    for (auto& [begins, timing] : timings) {
        for (auto& mean : timing.mean) mean /= timing.share;
        timing.share /= static_cast<double>(panel.units);
        timing.treated = static_cast<double>(periods - begins) / static_cast<double>(periods);
        all.push_back(std::move(timing));
    }
    return all;
}

double mean_between(Timing const& timing, std::size_t from, std::size_t to)
{
    double sum = 0;
    for (std::size_t time = from; time < to; ++time) sum += timing.mean[time];
    return sum / static_cast<double>(to - from);
}

/// The moments from `from` to before `to`; one begins inside them, the other does not.
double difference(Timing const& one, Timing const& other, std::size_t from, std::size_t to)
{
    auto const change = [&](Timing const& timing) {
        return mean_between(timing, one.begins, to) - mean_between(timing, from, one.begins);
    };
    return change(one) - change(other);
}

/// Theorem 1, before division by the variance of treatment: `window` is the share of the moments that are compared, `treated` the
/// share of those in which the one is treated.
double weight_of(Timing const& one, Timing const& other, double window, double treated)
{
    double const both = one.share + other.share;
    double const share = one.share / both;
    return both * window * both * window * share * (1 - share) * treated * (1 - treated);
}

class Pairing {
public:
    explicit Pairing(std::size_t periods, std::vector<double> const& times) : m_periods{periods}, m_times{times} {}

    /// `one` begins before `other`.
    void add(Timing const& one, Timing const& other)
    {
        bool const never = other.begins == m_periods;
        bool const always = one.begins == 0;
        if (always && never) return;
        if (!always) {
            double const window = 1 - other.treated;
            add(never ? PairType::treated_vs_never : PairType::earlier_vs_later, one, other, 0, other.begins, window,
                (one.treated - other.treated) / window);
        }
        if (!never)
            add(always ? PairType::treated_vs_always : PairType::later_vs_earlier, other, one, one.begins, m_periods,
                one.treated, other.treated / one.treated);
    }
    [[nodiscard]] BaconResult finish() &&;

private:
    void add(PairType type, Timing const& one, Timing const& other, std::size_t from, std::size_t to, double window,
             double treated)
    {
        BaconPair pair{type, m_times[one.begins], std::nullopt, difference(one, other, from, to),
                       weight_of(one, other, window, treated)};
        if (other.begins < m_periods) pair.untreated = m_times[other.begins];
        m_result.pairs.push_back(pair);
    }

    std::size_t m_periods;
    std::vector<double> const& m_times;
    BaconResult m_result;
};

BaconResult Pairing::finish() &&
{
    double variance = 0; // of treatment, without units and moments: the weights add up to it
    for (auto const& pair : m_result.pairs) variance += pair.weight;
    std::map<PairType, BaconPart> parts;
    for (auto& pair : m_result.pairs) {
        pair.weight /= variance;
        auto& part = parts[pair.type];
        part.type = pair.type;
        part.weight += pair.weight;
        part.estimate += pair.weight * pair.estimate;
    }
    for (auto& [type, part] : parts) {
        part.estimate /= part.weight;
        m_result.by_type.push_back(part);
    }
    return std::move(m_result);
}

/// The coefficient itself, from treatment without its means of units and moments.
double regression(Panel const& panel, std::vector<Timing> const& timings)
{
    auto const periods = panel.times.size();
    auto const is_treated = [](Timing const& timing, std::size_t time) { return time >= timing.begins ? 1.0 : 0.0; };
    std::vector<double> at(periods, 0);
    double all = 0;
    for (auto const& timing : timings) {
        all += timing.share * timing.treated;
        for (std::size_t time = 0; time < periods; ++time) at[time] += timing.share * is_treated(timing, time);
    }
    double with_outcome = 0;
    double with_itself = 0;
    for (auto const& timing : timings) {
        for (std::size_t time = 0; time < periods; ++time) {
            double const rest = is_treated(timing, time) - timing.treated - at[time] + all;
            with_outcome += timing.share * rest * timing.mean[time];
            with_itself += timing.share * rest * rest;
        }
    }
    return with_outcome / with_itself;
}

} // namespace

std::string_view name_of(PairType type)
{
    return word_in(type_words, type);
}

Result<BaconResult> compute_bacon(Panel const& panel)
{
    WF_TRY(auto const timings, timings_of(panel));
    auto const periods = panel.times.size();
    bool const some_begin = std::any_of(timings.begin(), timings.end(), [&](Timing const& timing) {
        return timing.begins > 0 && timing.begins < periods;
    });
    if (!some_begin)
        return refuse("nobody_treated", "nobody begins after the first moment: an effect needs units that were seen "
                                        "before they began and after it");
    if (timings.size() < 2)
        return refuse("no_controls", "all units begin at the same moment, and nobody is left to compare with: add "
                                     "units that are not treated, or that begin at another moment");
    Pairing pairing{periods, panel.times};
    for (std::size_t one = 0; one < timings.size(); ++one)
        for (std::size_t other = one + 1; other < timings.size(); ++other) pairing.add(timings[one], timings[other]);
    auto result = std::move(pairing).finish();
    result.twfe = regression(panel, timings);
    return result;
}

} // namespace wf::effect
