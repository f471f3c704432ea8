// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/calibration/identifiability.hpp"

#include <Eigen/SVD>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cicatrix {
namespace {

constexpr double probe = 0.05;       // of a spread: wide, because simulations are not smooth to the last digit
constexpr double counts_from = 0.3;  // of a direction's length: a parameter that has a part in it

Eigen::Map<const Eigen::VectorXd> vector(const std::vector<double>& values) {
    return {values.data(), static_cast<Eigen::Index>(values.size())};
}

Eigen::MatrixXd slopes(const ResidualsAt& residuals, const FitPoint& best) {
    Eigen::MatrixXd jacobian{vector(best.residuals).size(), vector(best.places).size()};
    for (std::size_t p = 0; p < best.places.size(); ++p) {
        Places below = best.places, above = best.places;
        below[p] = std::max(0.0, below[p] - probe);  // at a bound from one side
        above[p] = std::min(1.0, above[p] + probe);
        const Residuals low = residuals(below), high = residuals(above);
        jacobian.col(static_cast<Eigen::Index>(p)) = (vector(high) - vector(low)) / (above[p] - below[p]);
    }
    return jacobian;
}

double noise_of(const FitPoint& best) {
    const std::size_t numbers = best.residuals.size(), parameters = best.places.size();
    if (numbers <= parameters) return 1.0;
    return std::max(1.0, std::sqrt(sum_of_squares(best.residuals) / static_cast<double>(numbers - parameters)));
}

Direction direction(double strength, double strongest, double noise, const Eigen::VectorXd& parts) {
    Eigen::Index largest = 0;
    parts.cwiseAbs().maxCoeff(&largest);
    const Eigen::VectorXd turned = parts(largest) < 0 ? Eigen::VectorXd{-parts} : parts;
    return {strength, Places(turned.data(), turned.data() + turned.size()),
            strength * known_without_data > noise && strength >= fixed_share * strongest};
}

}  // namespace

Identifiability identify(const ResidualsAt& residuals, const FitPoint& best) {
    const Eigen::MatrixXd jacobian = slopes(residuals, best);
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd{jacobian, Eigen::ComputeFullV};
    const Eigen::VectorXd& strengths = svd.singularValues();
    const std::size_t n = best.places.size();
    Identifiability found;
    found.noise = noise_of(best);
    found.fixed.assign(n, true);
    Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(jacobian.cols(), jacobian.cols());
    for (Eigen::Index d = 0; d < jacobian.cols(); ++d) {
        const double strength = d < strengths.size() ? strengths(d) : 0.0;
        const Eigen::VectorXd parts = svd.matrixV().col(d);
        found.directions.push_back(direction(strength, strengths(0), found.noise, parts));
        // What the data do not see at all would be infinite; the smallest strength keeps sums and shares of it finite.
        const double seen = std::max(strength, 1e-6);
        covariance += parts * parts.transpose() / (seen * seen);
        if (found.directions.back().fixed) continue;
        for (std::size_t p = 0; p < n; ++p)
            if (std::abs(parts(static_cast<Eigen::Index>(p))) >= counts_from) found.fixed[p] = false;
    }
    const Eigen::VectorXd errors = covariance.diagonal().cwiseSqrt();
    for (std::size_t p = 0; p < n; ++p) {
        const auto i = static_cast<Eigen::Index>(p);
        found.errors.push_back(found.fixed[p] ? found.noise * errors(i) : std::numeric_limits<double>::infinity());
        found.correlation.emplace_back();
        for (Eigen::Index k = 0; k < jacobian.cols(); ++k)
            found.correlation.back().push_back(covariance(i, k) / (errors(i) * errors(k)));
    }
    return found;
}

}  // namespace cicatrix
