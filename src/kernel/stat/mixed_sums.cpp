// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/mixed_sums.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wf::stat::inside {
namespace {

constexpr std::size_t most_columns = 128;

} // namespace

MixedSums::MixedSums(std::vector<std::span<double const>> const& columns, std::span<std::uint32_t const> innermost,
                     std::vector<Level> levels)
    : m_width{columns.size()}, m_levels{std::move(levels)}
{
    WF_CHECK(m_width <= most_columns);
    std::size_t const size = m_width * m_width;
    m_inner.assign(m_levels.back().count * size, 0);
    std::vector<double> row(m_width);
    for (std::size_t i = 0; i < innermost.size(); ++i) {
        for (std::size_t j = 0; j < m_width; ++j) row[j] = columns[j][i];
        double* const sums = m_inner.data() + innermost[i] * size;
        for (std::size_t a = 0; a < m_width; ++a) {
            for (std::size_t b = a; b < m_width; ++b) sums[a * m_width + b] += row[a] * row[b];
        }
    }
    for (std::size_t level = 0; level + 1 < m_levels.size(); ++level)
        m_outer.emplace_back(m_levels[level].count * size);
}

double MixedSums::take_off(Level const& level, Triangle const& triangle, double const* group, double* to) const
{
    std::size_t const m = m_width;
    std::array<double, most_columns> first{};
    auto const entry = [&](std::size_t a, std::size_t b) { return a < b ? group[a * m + b] : group[b * m + a]; };
    for (std::size_t a = 0; a < m; ++a) first[a] = entry(a, level.intercept);
    double const n = first[level.intercept];
    auto const [l11, l21, l22] = triangle;
    if (!level.slope) {
        double const whole = 1 + l11 * l11 * n;
        double const share = l11 * l11 / whole;
        for (std::size_t a = 0; a < m; ++a) {
            for (std::size_t b = a; b < m; ++b) to[a * m + b] += group[a * m + b] - share * first[a] * first[b];
        }
        return std::log(whole);
    }
    std::array<double, most_columns> second{};
    for (std::size_t a = 0; a < m; ++a) second[a] = entry(a, *level.slope);
    double const cross = second[level.intercept];
    double const square = second[*level.slope];
    // A = I + L'NL, of two by two; columns of CL are u and v.
    double const a11 = 1 + l11 * l11 * n + 2 * l11 * l21 * cross + l21 * l21 * square;
    double const a12 = l22 * (l11 * cross + l21 * square);
    double const a22 = 1 + l22 * l22 * square;
    double const determinant = a11 * a22 - a12 * a12;
    for (std::size_t a = 0; a < m; ++a) {
        double const u = l11 * first[a] + l21 * second[a];
        double const v = l22 * second[a];
        first[a] = u;
        second[a] = v;
    }
    for (std::size_t a = 0; a < m; ++a) {
        double const by_u = (a22 * first[a] - a12 * second[a]) / determinant;
        double const by_v = (a11 * second[a] - a12 * first[a]) / determinant;
        for (std::size_t b = a; b < m; ++b) to[a * m + b] += group[a * m + b] - by_u * first[b] - by_v * second[b];
    }
    return std::log(determinant);
}

double MixedSums::at(std::span<Triangle const> triangles, std::vector<double>& sums)
{
    std::size_t const size = m_width * m_width;
    sums.assign(size, 0);
    double logs = 0;
    for (std::size_t level = m_levels.size(); level-- > 0;) {
        bool const is_innermost = level + 1 == m_levels.size();
        double const* const from = is_innermost ? m_inner.data() : m_outer[level].data();
        if (level > 0) std::fill(m_outer[level - 1].begin(), m_outer[level - 1].end(), 0.0);
        for (std::uint32_t group = 0; group < m_levels[level].count; ++group) {
            double* const to =
                level == 0 ? sums.data() : m_outer[level - 1].data() + m_levels[level].parent[group] * size;
            logs += take_off(m_levels[level], triangles[level], from + group * size, to);
        }
    }
    return logs;
}

} // namespace wf::stat::inside
