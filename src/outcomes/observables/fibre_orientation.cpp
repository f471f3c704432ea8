// SPDX-License-Identifier: Apache-2.0
// How parallel the collagen of the dermis lies, in the plane of the skin.
//   t_all      = (C_n + C_s) t / C,        t = (2 T_x - 1, 2 T_d - 1)         the ordered rest is a weave: no direction
//   anisotropy = |sum(C t_all)| / sum(C),  local = sum(C |t_all|) / sum(C),  parallel = sum(C_s |t|) / sum(C_s)
// C_n new, C_s disordered collagen, C all of it; T: shares along x and along the diagonal; sums over voxels by volume.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <cmath>

namespace cicatrix {
namespace {

double length_of(double x, double y) {
    return std::sqrt(x * x + y * y);
}

class FibreOrientationSeen final : public Outcome {
public:
    FibreOrientationSeen(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const State& skin = glance.treated.state;
        const DepthRange upper = regions_.upper_dermis(skin.grid()), whole = depths(skin.grid(), dermis);
        anisotropy_.add(f, anisotropy(skin, upper));
        whole_.add(f, anisotropy(skin, whole));
        const auto repaired = [](const Fibres& a) { return a.repair() * length_of(a.x(), a.diagonal()); };
        local_.add(f, share(mean(skin, upper, repaired), mean(skin, upper, all)));
        const auto in_line = [](const Fibres& a) { return a.scar * length_of(a.x(), a.diagonal()); };
        scar_.add(f, share(mean(skin, upper, in_line), mean(skin, upper, [](const Fibres& a) { return a.scar; })));
    }

private:
    /// Of one voxel, canonical units.
    struct Fibres {
        double iii, young, mature, scar, along_x, along_diagonal;
        double repair() const { return young + scar; }
        double x() const { return 2.0 * along_x - 1.0; }
        double diagonal() const { return 2.0 * along_diagonal - 1.0; }
    };
    static double all(const Fibres& a) { return a.iii + a.young + a.mature + a.scar; }
    static double share(double part, double whole) { return whole > 0.0 ? part / whole : 0.0; }

    template <class Of>
    static double mean(const State& state, const DepthRange& here, const Of& of) {
        return mean_of(state.grid(), here, [&](int k) {
            const auto plane = [&](std::string_view name) { return state.plane(state.layout().find(name), k); };
            return
                [&of, iii = plane(field::collagen_iii.name), young = plane(field::collagen_i_new.name),
                 mature = plane(field::collagen_i.name), scar = plane(field::collagen_scar.name),
                 x = plane(field::repair_along_x.name), d = plane(field::repair_along_diagonal.name)](std::size_t i) {
                    return of(Fibres{iii[i], young[i], mature[i], scar[i], x[i], d[i]});
                };
        });
    }
    static double anisotropy(const State& state, const DepthRange& here) {
        const double x = mean(state, here, [](const Fibres& a) { return a.repair() * a.x(); });
        const double d = mean(state, here, [](const Fibres& a) { return a.repair() * a.diagonal(); });
        return share(length_of(x, d), mean(state, here, all));
    }

    Regions regions_;
    Follows anisotropy_{this,
                        {"fibre_anisotropy", "1",
                         "How parallel the upper dermis's collagen lies as a whole: 0 in no direction, 1 in one"}};
    Follows local_{this,
                   {"fibre_anisotropy_local", "1",
                    "The same within a voxel, whatever the direction, averaged over the upper dermis"}};
    Follows whole_{this, {"dermal_fibre_anisotropy", "1", "As fibre_anisotropy, of the whole dermis"}};
    Follows scar_{
        this,
        {"scar_parallel", "1", "How parallel disordered collagen lies within a voxel, whatever the direction: 0 to 1"}};
};

}  // namespace

namespace observable {
OutcomeEntry fibre_orientation() {
    return outcome_entry<FibreOrientationSeen>("fibre_orientation", "How parallel collagen lies");
}
}  // namespace observable
}  // namespace cicatrix
