// SPDX-License-Identifier: EUPL-1.2
// Numbers in columns, one after the other, as they go between kernels: no library stands in a signature.
#pragma once

#include "base/check.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace wf::stat {

class Matrix {
public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns) : m_rows{rows}, m_columns{columns}, m_values(rows * columns, 0) {}

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    double& operator()(std::size_t row, std::size_t column) { return m_values[column * m_rows + row]; }
    double operator()(std::size_t row, std::size_t column) const { return m_values[column * m_rows + row]; }
    [[nodiscard]] std::span<double> column(std::size_t at) { return {data() + at * m_rows, m_rows}; }
    [[nodiscard]] std::span<double const> column(std::size_t at) const { return {data() + at * m_rows, m_rows}; }
    [[nodiscard]] double* data() { return m_values.data(); }
    [[nodiscard]] double const* data() const { return m_values.data(); }

    void add_column(std::span<double const> values)
    {
        WF_CHECK(m_columns == 0 || values.size() == m_rows);
        m_rows = values.size();
        m_values.insert(m_values.end(), values.begin(), values.end());
        ++m_columns;
    }

private:
    std::size_t m_rows{0};
    std::size_t m_columns{0};
    std::vector<double> m_values;
};

} // namespace wf::stat
