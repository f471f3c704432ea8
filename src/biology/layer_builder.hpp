// SPDX-License-Identifier: Apache-2.0
// Runs every law of one layer on numbers that write down what is done with them, and makes programmes of the result.
#pragma once

#include "cicatrix/biology/network.hpp"

#include <map>

namespace cicatrix {

class Network::LayerBuilder {
public:
    LayerBuilder(const Network& network, Layer layer, LayerSystem& target);
    void run();
    /// What `run` wrote down; the builder is spent with it.
    TracedLaws hand_over();

private:
    /// Inputs are numbered by kind while it is not yet known which column reads are used.
    static constexpr int first_column_input = 1'000'000, first_influence_input = 2'000'000;

    /// One mechanism's view of the layer; how its slots are wired is returned in `w`.
    Voxel<Traced> voxel_for(std::size_t mechanism, Wiring& w);
    void add(std::size_t mechanism);
    void number_columns();
    void find_nonzeros();
    const Field& field(int local) const;
    void leave_out();
    int slope(int row, int column) const;
    /// Node of how much a unit of the column's slope adds to the row's within a step.
    int share_carried(const Carried& c);
    std::vector<int> inputs() const;
    std::vector<int> outputs();
    void write_programmes();

    const Network& network_;
    Layer layer_;
    LayerSystem& target_;
    Site site_;
    Trace trace_;
    std::vector<int> local_of_field_;
    std::vector<Traced> rates_;      ///< per unknown, summed over mechanisms
    std::vector<int> slopes_;        ///< nodes, in the order of the non-zeros
    std::vector<ColumnRead> reads_;  ///< all that are declared
    std::map<std::pair<int, Layer>, int> read_of_;
};

}  // namespace cicatrix
