// SPDX-License-Identifier: EUPL-1.2
// Inside kernel/evidence: standard errors that hold when the working model is not quite so, from clusters that are independent.
// Method       weights are the inverse of the working covariance Phi of each cluster. cr1: residuals as they are, times G/(G-1), df G-1.
//              cr2 (Bell and McCaffrey; Pustejovsky and Tipton 2018): A = D'(D(Phi - XMX')D')^(-1/2)D with Phi = D'D, M the covariance of
//              the model, and df by Satterthwaite; by low rank, G p^2 for all pairs of clusters together.
#pragma once

#include "base/result.hpp"
#include "kernel/evidence/regression.hpp"

#include <Eigen/Core>

namespace wf::evidence {

namespace inside {

struct Cluster {
    Eigen::MatrixXd x;
    Eigen::VectorXd residuals;
    Eigen::MatrixXd phi; ///< working covariance
};

/// `model` is (sum of X' Phi^-1 X)^-1. Refused: too_few_clusters, no_freedom, no_residuals.
[[nodiscard]] Result<std::vector<Coefficient>> robust_coefficients(std::vector<Cluster> const& clusters,
                                                                   Eigen::VectorXd const& estimates,
                                                                   Eigen::MatrixXd const& model,
                                                                   std::vector<std::string> const& names,
                                                                   Correction correction, double level);

} // namespace inside
} // namespace wf::evidence
