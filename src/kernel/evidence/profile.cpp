// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/profile.hpp"

#include "kernel/evidence/refusal.hpp"
#include "kernel/evidence/with_columns.hpp"
#include "kernel/stat/distribution.hpp"
#include "kernel/stat/root.hpp"

#include "base/check.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/quadrature/gauss.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace wf::evidence {
namespace {

using inside::WithColumns;

/// Share of the distribution of tau2, with what is normal there.
struct Piece {
    double share;
    double tau2;
    double mean;
    double variance; ///< of the mean
};

enum class Of { mean, next_place };

/// Goes up with tau2 only: each search begins where the last one ended.
class Climb {
public:
    explicit Climb(WithColumns& model) : m_model{model} { std::tie(m_q, m_fall) = model.fit(0); }

    [[nodiscard]] double q() const { return m_q; }

    /// The tau2 where y'Py is `wanted`, not above the one asked for before. 1/y'Py is concave, so Newton comes from below.
    double reach(double wanted)
    {
        constexpr int most = 200;
        constexpr double precision = 1e-15;
        for (int step = 0; step < most && m_q > wanted; ++step) {
            double const further = m_q / wanted * (m_q - wanted) / m_fall;
            if (!(further > precision * (m_tau2 + m_model.shape().least_variance))) break;
            m_tau2 += further;
            std::tie(m_q, m_fall) = m_model.fit(m_tau2);
        }
        return m_tau2;
    }

private:
    WithColumns& m_model;
    double m_tau2{0};
    double m_q{0};
    double m_fall{0};
};

/// None when effects and variances are too far apart to calculate with.
std::vector<Piece> cut(WithColumns& model, std::span<double const> at, double df)
{
    // Closer together towards 0, where what is far away is decided.
    constexpr std::array panels{0.0, 1.0 / 1024, 1.0 / 256, 1.0 / 64, 1.0 / 16, 1.0 / 4, 1.0 / 2, 1.0};
    constexpr double nothing = 1e-15;
    boost::math::chi_squared_distribution<> const distribution{df};
    Eigen::Map<Eigen::VectorXd const> const place{at.data(), static_cast<Eigen::Index>(at.size())};
    auto const piece = [&](double share, double tau2) {
        return Piece{share, tau2, place.dot(model.coefficients()), place.dot(model.covariance() * place)};
    };
    Climb climb{model};
    std::vector<Piece> pieces;
    if (!std::isfinite(climb.q())) return pieces;
    pieces.push_back(piece(stat::chi_squared_upper(climb.q(), df), 0));
    double const low = std::sqrt(stat::chi_squared_quantile(nothing, df));
    double const high = std::min(std::sqrt(climb.q()), std::sqrt(quantile(complement(distribution, nothing))));
    if (high <= low) return pieces;
    using Rule = boost::math::quadrature::gauss<double, 15>;
    std::vector<std::pair<double, double>> points; // sqrt(Q), weight
    for (std::size_t panel = 1; panel < panels.size(); ++panel) {
        double const half = (high - low) * (panels[panel] - panels[panel - 1]) / 2;
        double const centre = low + (high - low) * panels[panel - 1] + half;
        for (std::size_t i = 0; i < Rule::abscissa().size(); ++i) {
            double const away = half * Rule::abscissa()[i];
            points.emplace_back(centre + away, half * Rule::weights()[i]);
            if (away > 0) points.emplace_back(centre - away, half * Rule::weights()[i]);
        }
    }
    std::sort(points.rbegin(), points.rend());
    for (auto const& [root, weight] : points) {
        double const q = root * root;
        double const share = weight * 2 * root * pdf(distribution, q);
        if (share < nothing) continue;
        double const tau2 = climb.reach(q);
        pieces.push_back(piece(share, tau2));
    }
    return pieces;
}

double spread(Piece const& piece, Of what)
{
    return std::sqrt(piece.variance + (what == Of::next_place ? piece.tau2 : 0));
}

/// How much lies beyond a value: below it with the normal distribution as `tail`, above with its upper tail.
double share(std::vector<Piece> const& pieces, Of what, double value, double (*tail)(double))
{
    double sum = 0;
    double all = 0;
    for (auto const& piece : pieces) {
        sum += piece.share * tail((value - piece.mean) / spread(piece, what));
        all += piece.share;
    }
    return sum / all;
}

/// Where `wanted` lies below: between steps out from the first piece that double each time.
std::optional<double> find_quantile(std::vector<Piece> const& pieces, Of what, double wanted)
{
    constexpr int most = 200;
    double const centre = pieces.front().mean;
    double const unit = spread(pieces.front(), what);
    auto const miss = [&](double z) { return share(pieces, what, centre + z * unit, stat::normal_cdf) - wanted; };
    double const side = miss(0) > 0 ? -1 : 1;
    double far = side;
    for (int step = 0; step < most && miss(far) * side < 0; ++step) far *= 2;
    auto const found = stat::find_root(miss, std::min(0.0, far), std::max(0.0, far));
    return found ? std::optional{centre + *found * unit} : std::nullopt;
}

std::optional<Interval> find_interval(std::vector<Piece> const& pieces, Of what, double level)
{
    auto const low = find_quantile(pieces, what, (1 - level) / 2);
    auto const high = find_quantile(pieces, what, (1 + level) / 2);
    return low && high ? std::optional{Interval{*low, *high}} : std::nullopt;
}

} // namespace

Result<Profile> compute_profile(ProfileInput const& input)
{
    WF_CHECK(input.at.size() == input.design.x.columns());
    WF_TRY(auto model, inside::make_model(input.effects, input.variances, input.design, input.level));
    double const df = model.shape().k - model.shape().p;
    auto const pieces = cut(model, input.at, df);
    if (pieces.empty()) return refusal("out_of_range");
    auto const mean = find_interval(pieces, Of::mean, input.level);
    auto const prediction = find_interval(pieces, Of::next_place, input.level);
    if (!mean || !prediction) return refusal("out_of_range");
    Profile profile;
    profile.mean = *mean;
    profile.prediction = *prediction;
    profile.p =
        2 * std::min(share(pieces, Of::mean, 0, stat::normal_cdf), share(pieces, Of::mean, 0, stat::normal_upper));
    profile.below_zero = share(pieces, Of::next_place, 0, stat::normal_cdf);
    Climb climb{model};
    profile.tau2.low = climb.reach(stat::chi_squared_quantile((1 + input.level) / 2, df));
    profile.tau2.high = climb.reach(stat::chi_squared_quantile((1 - input.level) / 2, df));
    if (!std::isfinite(profile.tau2.high + profile.p + profile.below_zero)) return refusal("out_of_range");
    return profile;
}

} // namespace wf::evidence
