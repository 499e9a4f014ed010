// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/pool.hpp"

#include "kernel/evidence/spread.hpp"
#include "kernel/stat/distribution.hpp"

#include "base/check.hpp"

#include <limits>

namespace wf::evidence {
namespace {

using inside::Shape;
using inside::Sums;
using inside::Traces;

/// One constant and no moderators: plain loops over effects, variances and weights.
class Plain {
public:
    Plain(std::span<double const> effects, std::span<double const> variances, std::span<double> weights)
        : m_y{effects.data()}, m_v{variances.data()}, m_w{weights.data()}, m_k{effects.size()}
    {
        m_shape.k = static_cast<double>(m_k);
        m_shape.least_variance = *std::min_element(variances.begin(), variances.end());
        m_shape.most_variance = *std::max_element(variances.begin(), variances.end());
        double sum = 0;
        double squares = 0;
        for (std::size_t i = 0; i < m_k; ++i) {
            sum += m_y[i];
            squares += m_y[i] * m_y[i];
        }
        m_shape.residual = std::max(0.0, squares - sum * sum / m_shape.k);
        m_shape.total = m_shape.residual;
    }

    [[nodiscard]] Shape const& shape() const { return m_shape; }
    [[nodiscard]] double mean() const { return m_mean; }
    [[nodiscard]] double sum_of_weights() const { return m_sum; }

    Sums at(double tau2)
    {
        Sums sums;
        double wy = 0;
        double w3 = 0;
        for (std::size_t i = 0; i < m_k; ++i) {
            double const w = 1 / (m_v[i] + tau2);
            m_w[i] = w;
            sums.w += w;
            wy += w * m_y[i];
            sums.w2 += w * w;
            w3 += w * w * w;
        }
        m_sum = sums.w;
        m_mean = wy / sums.w;
        double w2r = 0;
        double w3r2 = 0;
        for (std::size_t i = 0; i < m_k; ++i) {
            double const r = m_y[i] - m_mean;
            double const wr = m_w[i] * r;
            sums.rss += wr * r;
            sums.rss2 += wr * wr;
            w2r += m_w[i] * wr;
            w3r2 += m_w[i] * wr * wr;
        }
        sums.rss3 = w3r2 - w2r * w2r / sums.w;
        double const share = sums.w2 / sums.w;
        sums.p = sums.w - share;
        sums.pp = sums.w2 - 2 * w3 / sums.w + share * share;
        return sums;
    }

    double log_likelihood(double tau2, bool restricted)
    {
        Sums const sums = at(tau2);
        double logs = 0;
        for (std::size_t i = 0; i < m_k; ++i) logs -= std::log(m_w[i]);
        return -(logs + sums.rss + (restricted ? std::log(sums.w) : 0)) / 2;
    }

    [[nodiscard]] Traces traces_unweighted() const
    {
        double v = 0;
        double v2 = 0;
        for (std::size_t i = 0; i < m_k; ++i) {
            v += m_v[i];
            v2 += m_v[i] * m_v[i];
        }
        double const k = m_shape.k;
        double const pv = v - v / k;
        return {k - 1, k - 1, pv, pv, v2 - 2 * v2 / k + v / k * (v / k), m_shape.residual};
    }

    Traces traces_at(double tau2)
    {
        Sums const sums = at(tau2);
        double wv = 0;
        double w2v = 0;
        double w2v2 = 0;
        double w3v = 0;
        double w3v2 = 0;
        for (std::size_t i = 0; i < m_k; ++i) {
            double const w = m_w[i];
            double const u = w * m_v[i];
            wv += u;
            w2v += w * u;
            w2v2 += u * u;
            w3v += w * w * u;
            w3v2 += w * u * u;
        }
        double const s = sums.w;
        return {sums.p,
                sums.pp,
                wv - w2v / s,
                w2v - 2 * w3v / s + w2v * sums.w2 / (s * s),
                w2v2 - 2 * w3v2 / s + w2v / s * (w2v / s),
                sums.rss};
    }

private:
    double const* m_y;
    double const* m_v;
    double* m_w;
    std::size_t m_k;
    Shape m_shape;
    double m_mean{0};
    double m_sum{0};
};

PoolResult refuse(std::string_view reason, std::size_t k)
{
    PoolResult result;
    result.reason = reason;
    result.k = k;
    return result;
}

bool is_usable(PoolResult const& result)
{
    double const sum = result.estimate + result.se + result.statistic + result.tau2 + result.q + result.h2 + result.i2 +
                       result.tau2_se.value_or(0) + result.ci.low + result.ci.high;
    return std::isfinite(sum) && result.se > 0;
}

} // namespace

std::string_view fault_of(std::span<double const> effects, std::span<double const> variances)
{
    WF_CHECK(effects.size() == variances.size());
    bool any_zero = false;
    bool any_positive = false;
    for (std::size_t i = 0; i < effects.size(); ++i) {
        if (!std::isfinite(effects[i]) || !std::isfinite(variances[i])) return "not_a_number";
        if (variances[i] < 0) return "variance_negative";
        any_zero = any_zero || variances[i] == 0;
        any_positive = any_positive || variances[i] > 0;
    }
    if (any_zero) return any_positive ? "variance_zero" : "all_variances_zero";
    return {};
}

double Pooler::quantile(double level, std::optional<double> df)
{
    if (level != m_quantile_level || df != m_quantile_df || m_quantile == 0) {
        m_quantile = stat::t_quantile((1 + level) / 2, df.value_or(stat::infinite_df));
        m_quantile_level = level;
        m_quantile_df = df;
    }
    return m_quantile;
}

PoolResult Pooler::pool(PoolInput const& input)
{
    std::size_t const k = input.effects.size();
    m_weights.clear();
    if (k == 0) return refuse("no_studies", k);
    if (auto const fault = fault_of(input.effects, input.variances); !fault.empty()) return refuse(fault, k);
    if (k == 1) return refuse("one_study", k);
    if (!(input.level > 0 && input.level < 1)) return refuse("bad_level", k);

    double centre = 0;
    for (auto const effect : input.effects) centre += effect / static_cast<double>(k);
    m_effects.resize(k);
    bool differ = false;
    for (std::size_t i = 0; i < k; ++i) {
        m_effects[i] = input.effects[i] - centre;
        differ = differ || input.effects[i] != input.effects[0];
    }
    if (!differ) std::fill(m_effects.begin(), m_effects.end(), 0.0);
    m_weights.resize(k);
    Plain model{m_effects, input.variances, m_weights};

    PoolResult result;
    result.status = Status::answered;
    result.k = k;
    double const freedom = static_cast<double>(k) - 1;
    Sums const alone = model.at(0);
    double const typical = freedom / alone.p;
    result.q = alone.rss;
    result.q_p = stat::chi_squared_upper(result.q, freedom);
    // Without any spread Sidik-Jonkman has nothing to begin with.
    auto const [tau2, tau2_se] =
        !differ && input.spread == Spread::sj ? inside::SpreadFound{} : inside::find_tau2(model, input.spread);
    Sums const sums = model.at(tau2);
    result.tau2 = tau2;
    result.estimate = differ ? centre + model.mean() : input.effects[0];
    double squared = 1 / sums.w;
    if (input.reference == Reference::knha) {
        if (!differ) return m_weights.clear(), refuse("no_spread", k);
        squared *= sums.rss / freedom;
        result.df = freedom;
    }
    result.se = std::sqrt(squared);
    result.statistic = result.estimate / result.se;
    result.p = stat::t_two_sided(result.statistic, result.df.value_or(stat::infinite_df));
    double const quantile = this->quantile(input.level, result.df);
    result.ci = {result.estimate - quantile * result.se, result.estimate + quantile * result.se};
    if (input.spread == Spread::fixed) {
        result.h2 = result.q / freedom;
        result.i2 = result.q > freedom ? 100 * (result.q - freedom) / result.q : 0;
    } else {
        double const half = quantile * std::sqrt(squared + tau2);
        result.prediction = Interval{result.estimate - half, result.estimate + half};
        result.h2 = tau2 / typical + 1;
        result.i2 = 100 * tau2 / (typical + tau2);
        result.tau2_se = tau2_se;
    }
    if (!is_usable(result)) return m_weights.clear(), refuse("out_of_range", k);
    for (auto& weight : m_weights) weight *= 100 / sums.w;
    return result;
}

} // namespace wf::evidence
