// SPDX-License-Identifier: Apache-2.0
// The one door between the two wings: biology gives local rates and their Jacobian, numerics asks for them.
#pragma once

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/tissue/state.hpp"

#include <span>
#include <utility>
#include <vector>

namespace cicatrix {

/// A value taken from another plane of the same column: the plane of `layer` nearest to the asking voxel.
/// It enters the rates as it stands; the Jacobian leaves it out (the step method stays of order two).
struct ColumnRead {
    int field = -1;
    Layer layer = Layer::stratum_corneum;
};

/// The plane that a column read takes its value from.
inline int column_plane(const Grid& grid, const ColumnRead& read, int asking_plane) {
    const PlaneRange planes = grid.planes(read.layer);
    return asking_plane < planes.first ? planes.first : asking_plane >= planes.last ? planes.last - 1 : asking_plane;
}

/// A coupling that the step's matrix leaves out and a step honours in another way: what a field that lies still will
/// add within the step is given to one that spreads before that is spread. Both in local numbering.
struct Carried {
    int row = 0, column = 0;
};

/// The local system of one layer, in compact numbering 0 .. fields.size()-1.
struct LocalPattern {
    std::vector<int> fields;                    ///< global field index of each local unknown
    std::vector<std::pair<int, int>> nonzeros;  ///< (row, column) of the Jacobian, local; diagonal always there
    std::vector<bool> left_out;                 ///< by non-zero: a step's matrix goes without it; empty: without none
    std::vector<Carried> carried;               ///< some of those left out
    std::vector<ColumnRead> columns;            ///< what `Site::columns` must hold, in this order
};

/// Where the lanes are.
struct Site {
    Layer layer = Layer::papillary;
    double depth_um = 0.0;  ///< of the plane's centre
    const Environment* environment = nullptr;
    std::span<const Lanes> columns;  ///< values of LocalPattern::columns
    double ahead_h = 0.0;            ///< s of the step's matrix I - s J, for what is carried
};

/// Room to work on several lane groups at once: numbered registers of `width` lanes each. First the unknowns, then the
/// column reads, room for what acts from outside, then the rates, the shares carried, the Jacobian's non-zeros, and
/// room to calculate in.
template <class Real>
class BasicSheet {
public:
    using Group = BasicLanes<Real>;
    static constexpr std::size_t influences = environment_size + 2;  ///< the environment, the depth and the step

    BasicSheet(const LocalPattern& pattern, int width, std::size_t extra_registers = 0);
    int width() const { return width_; }
    Group* all() { return lanes_.data(); }
    Group* unknown(std::size_t i) { return at(i); }
    Group* column(std::size_t c) { return at(unknowns_ + c); }
    Group* influence(std::size_t k) { return at(unknowns_ + columns_ + k); }
    Group* rate(std::size_t i) { return at(inputs() + i); }
    Group* carried(std::size_t e) { return at(inputs() + unknowns_ + e); }
    Group* nonzero(std::size_t e) { return at(inputs() + unknowns_ + carried_ + e); }
    std::size_t unknowns() const { return unknowns_; }
    std::size_t columns() const { return columns_; }
    std::size_t nonzeros() const { return nonzeros_; }
    std::size_t inputs() const { return unknowns_ + columns_ + influences; }

private:
    Group* at(std::size_t i) { return lanes_.data() + i * static_cast<std::size_t>(width_); }
    std::size_t unknowns_, columns_, carried_, nonzeros_;
    int width_;
    std::vector<Group> lanes_;
};
using Sheet = BasicSheet<double>;
using FloatSheet = BasicSheet<float>;

class Kinetics {
public:
    virtual ~Kinetics() = default;
    virtual const LocalPattern& pattern(Layer layer) const = 0;
    /// Rates in canonical units per hour, set (not added). u and rate are in local numbering.
    virtual void rates(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate) const = 0;
    /// The same, and the Jacobian's non-zeros in the order of the pattern.
    virtual void linearise(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate,
                           std::span<Lanes> nonzero) const = 0;

    /// Registers that a sheet of this layer needs to calculate in.
    virtual std::size_t extra_registers(Layer) const { return 0; }
    /// The same for all groups of a sheet: unknowns and columns are read from it, the results written to it. These
    /// go group by group and in double precision; kinetics that can do better override them, all or none.
    /// `site.columns` is not used. Kinetics with couplings that are carried must override them and set the shares too:
    /// how much one unit of the column's slope adds to the row's within a step, s J_rc / max(1, 1 - s J_cc).
    virtual void batch_rates(const Site& site, Sheet& sheet) const;
    virtual void batch_rates(const Site& site, FloatSheet& sheet) const;
    virtual void batch_linearise(const Site& site, Sheet& sheet) const;
    virtual void batch_linearise(const Site& site, FloatSheet& sheet) const;
    /// Sets at least the rates of fields that diffuse and of those that are carried to them, and the shares carried;
    /// the others may hold anything.
    virtual void batch_spreading_rates(const Site& site, Sheet& sheet) const { batch_rates(site, sheet); }
    virtual void batch_spreading_rates(const Site& site, FloatSheet& sheet) const { batch_rates(site, sheet); }
    /// Linearises without the non-zeros that are left out; these may hold anything.
    virtual void batch_linearise_for_step(const Site& site, Sheet& sheet) const { batch_linearise(site, sheet); }
    virtual void batch_linearise_for_step(const Site& site, FloatSheet& sheet) const { batch_linearise(site, sheet); }
};

}  // namespace cicatrix
