// SPDX-License-Identifier: Apache-2.0
// Counter-based random numbers: a draw depends on who asks and for what, never on threads or order.
#pragma once

#include <cstdint>

namespace cicatrix {

/// A stream of numbers named by (seed, purpose, entity). Same name, same numbers, on every platform.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::uint32_t purpose, std::uint32_t entity)
        : seed_{seed}, purpose_{purpose}, entity_{entity} {}
    double uniform();                               ///< in (0, 1)
    double normal();                                ///< mean 0, standard deviation 1
    double lognormal(double median, double sigma);  ///< median * exp(sigma * normal)
    std::uint64_t poisson(double mean);

private:
    std::uint64_t seed_;
    std::uint32_t purpose_, entity_;
    std::uint32_t counter_ = 0;
};

}  // namespace cicatrix
