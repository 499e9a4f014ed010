// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/absorb.hpp"

#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>

namespace wf::stat {
namespace {

constexpr std::size_t most_columns = 2'000;
constexpr std::size_t most_cells = 100'000'000;

/// By level: does it lie within one cluster?
std::vector<bool> nested_levels(Groups const& factor, Groups const& clusters)
{
    std::vector<std::uint32_t> cluster(factor.count, no_level);
    std::vector<bool> nested(factor.count, true);
    for (std::size_t row = 0; row < factor.of.size(); ++row) {
        auto& first = cluster[factor.of[row]];
        if (first == no_level) first = clusters.of[row];
        else if (first != clusters.of[row]) nested[factor.of[row]] = false;
    }
    return nested;
}

/// Which levels of which factor are averaged out: of one factor, those for which that is exact.
std::vector<std::vector<bool>> choose(std::span<Groups const> factors, Leverage leverage,
                                      std::span<Groups const> clusters, bool weighted)
{
    std::vector<std::vector<bool>> averaged;
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        bool const within = leverage == Leverage::within_clusters;
        averaged.push_back(within ? nested_levels(factors[i], clusters.front())
                                  : std::vector<bool>(factors[i].count, true));
        if (within && weighted) averaged.back().assign(factors[i].count, false);
        auto const count = static_cast<std::size_t>(std::count(averaged[i].begin(), averaged[i].end(), true));
        if (count > most) {
            most = count;
            best = i;
        }
    }
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (i != best) averaged[i].assign(factors[i].count, false);
    }
    return averaged;
}

class Averages {
public:
    Averages(Groups const& factor, std::vector<bool> const& averaged, std::vector<double> const& weights)
        : m_factor{factor}, m_averaged{averaged}, m_weights{weights}, m_mass(factor.count, 0), m_mean(factor.count)
    {
        for (std::size_t row = 0; row < factor.of.size(); ++row) m_mass[factor.of[row]] += weight(row);
    }
    void take_out(std::span<double> column)
    {
        std::fill(m_mean.begin(), m_mean.end(), 0);
        for (std::size_t row = 0; row < column.size(); ++row) m_mean[m_factor.of[row]] += weight(row) * column[row];
        for (std::size_t level = 0; level < m_mean.size(); ++level) {
            bool const counts = m_averaged[level] && m_mass[level] > 0;
            m_mean[level] = counts ? m_mean[level] / m_mass[level] : 0;
        }
        for (std::size_t row = 0; row < column.size(); ++row) column[row] -= m_mean[m_factor.of[row]];
    }
    [[nodiscard]] double leverage(std::size_t row) const
    {
        auto const level = m_factor.of[row];
        return m_averaged[level] && m_mass[level] > 0 ? weight(row) / m_mass[level] : 0;
    }
    [[nodiscard]] std::size_t count() const
    {
        std::size_t sum = 0;
        for (std::size_t level = 0; level < m_mass.size(); ++level)
            sum += m_averaged[level] && m_mass[level] > 0 ? 1 : 0;
        return sum;
    }

private:
    [[nodiscard]] double weight(std::size_t row) const { return m_weights.empty() ? 1 : m_weights[row]; }

    Groups const& m_factor;
    std::vector<bool> const& m_averaged;
    std::vector<double> const& m_weights;
    std::vector<double> m_mass;
    std::vector<double> m_mean;
};

void add_dummies(Groups const& factor, std::vector<bool> const& averaged, Matrix& x, std::vector<std::string>& names)
{
    std::vector<std::size_t> place(factor.count, 0);
    for (std::uint32_t level = 0; level < factor.count; ++level) {
        if (averaged[level]) continue;
        place[level] = x.columns();
        x.add_column(std::vector<double>(factor.of.size(), 0));
        names.push_back("absorbed level " + std::to_string(level));
    }
    for (std::size_t row = 0; row < factor.of.size(); ++row) {
        if (!averaged[factor.of[row]]) x(row, place[factor.of[row]]) = 1;
    }
}

double length_of(std::span<double const> column, std::vector<double> const& weights)
{
    double sum = 0;
    for (std::size_t row = 0; row < column.size(); ++row)
        sum += (weights.empty() ? 1 : weights[row]) * column[row] * column[row];
    return std::sqrt(sum);
}

} // namespace

Result<Absorbed> absorb(LeastSquares model, std::span<Groups const> factors, Leverage leverage,
                        std::span<Groups const> clusters)
{
    Absorbed answer;
    if (factors.empty()) {
        answer.model = std::move(model);
        return answer;
    }
    auto const averaged = choose(factors, leverage, clusters, !model.weights.empty());
    std::size_t columns = 0;
    for (auto const& levels : averaged)
        columns += static_cast<std::size_t>(std::count(levels.begin(), levels.end(), false));
    if (columns > most_columns || columns * model.y.size() > most_cells)
        return refuse("too_many_absorbed",
                      std::to_string(columns) +
                          " absorbed levels would each need a column of their own with this standard error: choose "
                          "cr1, or absorb a factor that lies within the clusters");
    Matrix x;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < factors.size(); ++i) add_dummies(factors[i], averaged[i], x, names);
    model.may_drop = x.columns();
    for (std::size_t column = 0; column < model.x.columns(); ++column) x.add_column(model.x.column(column));
    names.insert(names.end(), model.names.begin(), model.names.end());
    for (std::size_t column = 0; column < x.columns(); ++column)
        model.length.push_back(length_of(x.column(column), model.weights));
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (std::find(averaged[i].begin(), averaged[i].end(), true) == averaged[i].end()) continue;
        Averages averages{factors[i], averaged[i], model.weights};
        for (std::size_t column = 0; column < x.columns(); ++column) averages.take_out(x.column(column));
        averages.take_out(model.y);
        model.absorbed = averages.count();
        for (std::size_t row = 0; row < model.y.size(); ++row) answer.leverage.push_back(averages.leverage(row));
    }
    model.x = std::move(x);
    model.names = std::move(names);
    answer.model = std::move(model);
    return answer;
}

} // namespace wf::stat
