// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/permute.hpp"

#include "base/random.hpp"
#include "kernel/stat/inside.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace wf::effect {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using stat::refuse;

/// What a way of treating clusters needs: by Frisch, Waugh and Lovell its coefficient is residuals over what is left of treated.
struct Sums {
    VectorXd residual; ///< of each cluster
    VectorXd size;
    MatrixXd white; ///< k x G
    [[nodiscard]] std::optional<double> coefficient(VectorXd const& treated) const
    {
        constexpr double nothing = 1e-9;
        double const all = size.dot(treated);
        double const left = all - (white * treated).squaredNorm();
        if (!(left > nothing * all)) return std::nullopt;
        return residual.dot(treated) / left;
    }
};

/// How many ways there are to choose, or nothing when more than `most`.
std::optional<std::uint64_t> choose(std::uint64_t of, std::uint64_t some, std::uint64_t most)
{
    std::uint64_t ways = 1;
    some = std::min(some, of - some);
    for (std::uint64_t i = 1; i <= some; ++i) {
        ways = ways * (of - some + i) / i;
        if (ways > most) return std::nullopt;
    }
    return ways;
}

/// The way with this number, in the order of combinations.
VectorXd listed_way(std::uint64_t number, std::uint64_t clusters, std::uint64_t treated)
{
    VectorXd way = VectorXd::Zero(static_cast<Index>(clusters));
    constexpr auto endless = std::numeric_limits<std::uint64_t>::max() / 2;
    for (std::uint64_t g = 0; g < clusters && treated > 0; ++g) {
        auto const with = choose(clusters - g - 1, treated - 1, endless / 1'000'000).value_or(endless);
        if (number < with) {
            way[static_cast<Index>(g)] = 1;
            --treated;
        } else {
            number -= with;
        }
    }
    return way;
}

VectorXd drawn_way(Random random, std::uint64_t clusters, std::uint64_t treated)
{
    VectorXd way = VectorXd::Zero(static_cast<Index>(clusters));
    for (std::uint64_t g = 0; g < clusters; ++g) {
        if (random.below(clusters - g) < treated) {
            way[static_cast<Index>(g)] = 1;
            --treated;
        }
    }
    return way;
}

Result<VectorXd> treated_clusters(Permutation const& question)
{
    VectorXd done = VectorXd::Constant(question.clusters.count, -1);
    for (std::size_t row = 0; row < question.treated.size(); ++row) {
        auto& cluster = done[question.clusters.of[row]];
        if (cluster >= 0 && cluster != question.treated[row])
            return refuse("treated_varies",
                          "treated differs within a cluster: the lottery must have been over whole clusters");
        cluster = question.treated[row];
    }
    return done;
}

Result<Sums> add_up(Permutation& question)
{
    WF_TRY(auto const fit, stat::fit(std::move(question.others)));
    Sums sums;
    auto const count = question.clusters.count;
    sums.residual = VectorXd::Zero(count);
    sums.size = VectorXd::Zero(count);
    sums.white = MatrixXd::Zero(static_cast<Index>(fit.columns()), count);
    for (std::size_t row = 0; row < fit.rows(); ++row) {
        auto const g = question.clusters.of[row];
        sums.residual[g] += fit.residuals[row];
        sums.size[g] += 1;
        sums.white.col(g) += stat::view(fit.white).row(static_cast<Index>(row)).transpose();
    }
    return sums;
}

} // namespace

Result<PermutationAnswer> permute(Permutation question)
{
    constexpr std::uint64_t too_few = 10;
    PermutationAnswer answer;
    WF_TRY(auto const done, treated_clusters(question));
    auto const clusters = static_cast<std::uint64_t>(question.clusters.count);
    auto const treated = static_cast<std::uint64_t>(done.sum());
    if (treated == 0 || treated == clusters) return refuse("no_group", "both treated and other clusters are needed");
    WF_TRY(auto const sums, add_up(question));
    auto const observed = sums.coefficient(done);
    if (!observed) return refuse("collinear", "treated follows from the covariates: leave one of them out");
    answer.statistic = *observed;
    answer.clusters = question.clusters.count;
    answer.treated = static_cast<std::size_t>(treated);

    auto const listed = question.space.empty()
                            ? choose(clusters, treated, std::max<std::uint64_t>(question.draws, too_few))
                            : std::optional<std::uint64_t>{question.space.size()};
    answer.all = listed.has_value();
    answer.ways = listed.value_or(question.draws);
    if (answer.ways < too_few)
        return refuse("too_few_ways", "there are " + std::to_string(answer.ways) +
                                          " ways to treat these clusters: no chance below 10 % can "
                                          "be found; more clusters are needed");
    if (!question.space.empty()) {
        std::vector<double> const real(done.data(), done.data() + done.size());
        if (std::find(question.space.begin(), question.space.end(), real) == question.space.end())
            return refuse("not_in_space", "what was done is not among the ways that are given");
    }
    double const limit = std::abs(*observed) * (1 - 1e-10);
    auto const way = [&](std::size_t number) -> VectorXd {
        if (!question.space.empty()) return stat::view(std::span<double const>{question.space[number]});
        if (answer.all) return listed_way(number, clusters, treated);
        return drawn_way(Random{question.seed, number}, clusters, treated);
    };
    std::uint64_t const reached = parallel_reduce(
        static_cast<std::size_t>(answer.ways), question.threads, std::uint64_t{0},
        [&](std::uint64_t& sum, std::size_t number) {
            auto const coefficient = sums.coefficient(way(number));
            // A way that cannot be told from the covariates says nothing against chance.
            if (!coefficient || std::abs(*coefficient) >= limit) ++sum;
        },
        [](std::uint64_t& whole, std::uint64_t part) { whole += part; });
    answer.p = answer.all ? static_cast<double>(reached) / static_cast<double>(answer.ways)
                          : static_cast<double>(reached + 1) / static_cast<double>(answer.ways + 1);
    return answer;
}

} // namespace wf::effect
