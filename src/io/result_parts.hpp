// SPDX-License-Identifier: Apache-2.0
// The parts of a result file, each written by a file of its own.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include "netcdf.hpp"

#include <memory>

namespace cicatrix::io {

/// Raised when the layout of the file changes in a way that old readers cannot follow.
inline constexpr std::int64_t result_format = 1;

/// Names of variables: observables have their own names, so fields of the tissue need another.
inline std::string field_variable(std::string_view field) {
    return "field_" + std::string{field};
}
/// What a root variable is to us, kept as its attribute `role`.
inline constexpr std::string_view role_field = "field", role_series = "series", role_scalar = "scalar";

/// The fields of the tissue, frame by frame.
class FrameWriter {
public:
    FrameWriter(hid_t file, std::shared_ptr<const Layout> layout);
    /// Of a file that another one began.
    static FrameWriter of_existing(hid_t file, std::shared_ptr<const Layout> layout);
    void append(const State& state);
    hsize_t count() const { return count_; }
    const Layout& layout() const { return *layout_; }
    std::shared_ptr<const Layout> shared_layout() const { return layout_; }

private:
    FrameWriter() = default;
    void write_axes(hid_t file);
    void write_layers(hid_t file);
    h5::Handle make_field(hid_t file, int field);
    /// Room to make one field's frame ready for the file.
    struct Parcel {
        std::vector<float> values;
        std::vector<unsigned char> shuffled, deflated;
    };
    void fill(const State& state, int field, Parcel& parcel) const;
    void write(int field, const Parcel& parcel);
    bool lies_in_one_plane(int field) const;

    std::shared_ptr<const Layout> layout_;
    h5::Handle time_, z_, y_, x_;
    std::vector<h5::Handle> fields_;
    hsize_t count_ = 0;
};

void write_findings(hid_t file, const Findings& findings);
void write_parameters(hid_t file, const std::vector<ParameterRecord>& parameters);
void write_sections(hid_t file, const RunResult& result);
void write_scenario(hid_t file, const Scenario& scenario);
void write_provenance(hid_t file, const RunResult& result);
/// A view of the last frame for VTK's own HDF reader; nothing is stored twice.
void write_vtkhdf(hid_t file, const Layout& layout, hsize_t frames);

std::string verdict_text(const std::vector<Harm>& verdict);
std::vector<Harm> read_verdict_text(const std::string& text);

}  // namespace cicatrix::io
