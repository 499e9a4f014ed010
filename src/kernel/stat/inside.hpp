// SPDX-License-Identifier: EUPL-1.2
// Our matrices as Eigen sees them. For .cpp files of kernels only.
#pragma once

#include "kernel/stat/matrix.hpp"

#include <Eigen/Dense>

#include <span>

namespace wf::stat {

inline Eigen::Map<Eigen::MatrixXd const> view(Matrix const& matrix)
{
    return {matrix.data(), static_cast<Eigen::Index>(matrix.rows()), static_cast<Eigen::Index>(matrix.columns())};
}
inline Eigen::Map<Eigen::MatrixXd> view(Matrix& matrix)
{
    return {matrix.data(), static_cast<Eigen::Index>(matrix.rows()), static_cast<Eigen::Index>(matrix.columns())};
}
inline Eigen::Map<Eigen::VectorXd const> view(std::span<double const> numbers)
{
    return {numbers.data(), static_cast<Eigen::Index>(numbers.size())};
}
inline Matrix to_matrix(Eigen::MatrixXd const& matrix)
{
    Matrix copy(static_cast<std::size_t>(matrix.rows()), static_cast<std::size_t>(matrix.cols()));
    view(copy) = matrix;
    return copy;
}

} // namespace wf::stat
