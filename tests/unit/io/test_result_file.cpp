// SPDX-License-Identifier: Apache-2.0
// Result files: what was written is read back; wrong files are refused; failures leave nothing behind.
#include <gtest/gtest.h>

#include "sample.hpp"

#include <sys/resource.h>

#include <csignal>

namespace cicatrix {
namespace {

std::string complaint_about(const std::filesystem::path& path) {
    try {
        io::read_result(path);
    } catch (const InputError& error) {
        return error.what();
    }
    return "read without complaint";
}

void expect_same(const std::vector<double>& a, const std::vector<double>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_TRUE(a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i])));
}

void replace_in(const std::filesystem::path& path, const std::string& from, const std::string& to) {
    std::string bytes = sample::text_of(path);
    const auto at = bytes.find(from);
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, from.size(), to);
    std::ofstream{path, std::ios::binary} << bytes;
}

/// Lets files grow to so many bytes only, as a full disk would.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : signal_{std::signal(SIGXFSZ, SIG_IGN)} {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, signal_);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    void (*signal_)(int);
    rlimit before_{};
};

}  // namespace

TEST(ResultFile, GivesBackSeriesAndScalarsBitByBit) {
    const sample::Folder folder;
    sample::write(folder / "r.nc");
    const RunResult wrote = sample::result(), read = io::read_result(folder / "r.nc");
    expect_same(read.findings.time_d, wrote.findings.time_d);
    expect_same(read.findings.session_d, wrote.findings.session_d);
    ASSERT_EQ(read.findings.series.size(), wrote.findings.series.size());
    for (const auto& [name, series] : wrote.findings.series) {
        SCOPED_TRACE(name);
        const Series& back = read.findings.series.at(name);
        EXPECT_EQ(back.unit, series.unit);
        EXPECT_EQ(back.meaning, series.meaning);
        expect_same(back.value, series.value);
    }
    ASSERT_EQ(read.findings.scalars.size(), wrote.findings.scalars.size());
    for (const auto& [name, scalar] : wrote.findings.scalars) {
        EXPECT_EQ(read.findings.scalars.at(name).unit, scalar.unit);
        expect_same({read.findings.scalars.at(name).value}, {scalar.value});
    }
}

TEST(ResultFile, GivesBackVerdictParametersAndProvenance) {
    const sample::Folder folder;
    sample::write(folder / "r.nc");
    const RunResult wrote = sample::result(), read = io::read_result(folder / "r.nc");
    EXPECT_EQ(read.scenario.title, wrote.scenario.title);
    EXPECT_EQ(read.scenario.note, wrote.scenario.note);
    EXPECT_EQ(read.scenario.path, wrote.scenario.path);
    EXPECT_EQ(read.scenario.text, wrote.scenario.text);
    EXPECT_EQ(read.scenario.run.seed, wrote.scenario.run.seed);
    EXPECT_EQ(read.hash, wrote.hash);
    EXPECT_EQ(read.assumed_share, wrote.assumed_share);
    EXPECT_EQ(read.wall_s, wrote.wall_s);
    EXPECT_EQ(read.voxels, wrote.voxels);
    EXPECT_EQ(read.steps, wrote.steps);
    EXPECT_EQ(read.rejected, wrote.rejected);
    EXPECT_EQ(read.clipped_share, wrote.clipped_share);
    EXPECT_EQ(read.clipped_field, wrote.clipped_field);
    ASSERT_EQ(read.verdict.size(), wrote.verdict.size());
    for (std::size_t i = 0; i < wrote.verdict.size(); ++i) {
        EXPECT_EQ(read.verdict[i].harm, wrote.verdict[i].harm);
        EXPECT_EQ(read.verdict[i].level, wrote.verdict[i].level);
        EXPECT_EQ(read.verdict[i].because, wrote.verdict[i].because);
    }
    ASSERT_EQ(read.parameters.size(), wrote.parameters.size());
    for (std::size_t i = 0; i < wrote.parameters.size(); ++i) {
        const ParameterRecord &a = read.parameters[i], &b = wrote.parameters[i];
        EXPECT_EQ(a.owner, b.owner);
        EXPECT_EQ(a.name, b.name);
        EXPECT_EQ(a.symbol, b.symbol);
        EXPECT_EQ(a.unit, b.unit);
        EXPECT_EQ(a.dimension, b.dimension);
        EXPECT_EQ(a.meaning, b.meaning);
        EXPECT_EQ(a.value, b.value);
        EXPECT_EQ(a.standard, b.standard);
        EXPECT_EQ(a.range.high, b.range.high);
        EXPECT_EQ(a.plausible.low, b.plausible.low);
        EXPECT_EQ(a.source.key, b.source.key);
        EXPECT_EQ(a.source.where, b.source.where);
        EXPECT_EQ(a.source.evidence, b.source.evidence);
    }
}

TEST(ResultFile, GivesBackSectionsEvenWhenTheirTimesDiffer) {
    const sample::Folder folder;
    sample::write(folder / "r.nc");
    const RunResult wrote = sample::result(), read = io::read_result(folder / "r.nc");
    expect_same(read.x_um, wrote.x_um);
    expect_same(read.z_um, wrote.z_um);
    ASSERT_EQ(read.sections.size(), wrote.sections.size());
    for (std::size_t s = 0; s < wrote.sections.size(); ++s) {
        const SectionSet &a = read.sections[s], &b = wrote.sections[s];
        EXPECT_EQ(a.field, b.field);
        EXPECT_EQ(a.unit, b.unit);
        EXPECT_EQ(a.meaning, b.meaning);
        ASSERT_EQ(a.frames.size(), b.frames.size());
        for (std::size_t f = 0; f < b.frames.size(); ++f) {
            EXPECT_EQ(a.frames[f].time_d, b.frames[f].time_d);
            EXPECT_EQ(a.frames[f].nx, b.frames[f].nx);
            EXPECT_EQ(a.frames[f].nz, b.frames[f].nz);
            EXPECT_EQ(a.frames[f].value, b.frames[f].value);
        }
    }
}

TEST(ResultFile, GoesOnFromWhatWasWrittenSoFar) {
    const sample::Folder folder;
    sample::write(folder / "whole.nc");
    const RunResult whole = sample::result();
    const auto layout = sample::layout();
    std::vector<std::int8_t> so_far;
    {
        io::ResultFile file{folder / "broken.nc"};
        file.begin(layout, whole.scenario);
        file.frame(sample::state(layout, sample::frame_days()[0]));
        so_far = file.so_far();
        file.frame(sample::state(layout, 2.75));  // comes after what was kept, so it is forgotten
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "broken.nc"));
    io::ResultFile file{folder / "again.nc"};
    file.begin(layout, whole.scenario);
    file.go_on_from(so_far);
    for (std::size_t i = 1; i < sample::frame_days().size(); ++i)
        file.frame(sample::state(layout, sample::frame_days()[i]));
    file.finish(whole);
    EXPECT_EQ(io::read_result(folder / "again.nc").hash, whole.hash);
}

TEST(ResultFile, KeepsALongScenarioText) {
    const sample::Folder folder;
    RunResult whole = sample::result();
    for (int i = 0; i < 20000; ++i) whole.scenario.text += "# line " + std::to_string(i) + "\n";
    io::ResultFile file{folder / "r.nc"};
    file.begin(sample::layout(), whole.scenario);
    file.frame(sample::state(sample::layout(), 0.0));
    file.finish(whole);
    EXPECT_EQ(io::read_result(folder / "r.nc").scenario.text, whole.scenario.text);
}

TEST(ResultFile, WritesDepthColumnsToo) {
    const sample::Folder folder;
    sample::write(folder / "r.nc", sample::layout(1, 1));
    EXPECT_EQ(io::read_result(folder / "r.nc").hash, sample::result().hash);
}

TEST(ResultFile, AppearsOnlyWhenFinished) {
    const sample::Folder folder;
    const RunResult whole = sample::result();
    {
        io::ResultFile file{folder / "r.nc"};
        file.begin(sample::layout(), whole.scenario);
        file.frame(sample::state(sample::layout(), 0.0));
        EXPECT_FALSE(std::filesystem::exists(folder / "r.nc"));
        EXPECT_EQ(folder.files(), 1U);  // the temporary
    }
    EXPECT_EQ(folder.files(), 0U);
}

TEST(ResultFile, KeepsTheOldFileWhenARunBreaksOff) {
    const sample::Folder folder;
    sample::write(folder / "r.nc");
    const std::string before = sample::text_of(folder / "r.nc");
    {
        io::ResultFile file{folder / "r.nc"};
        file.begin(sample::layout(), sample::result().scenario);
    }
    EXPECT_EQ(sample::text_of(folder / "r.nc"), before);
    EXPECT_EQ(folder.files(), 1U);
}

TEST(ResultFile, RefusesSeriesThatDoNotFitTheirTimes) {
    const sample::Folder folder;
    RunResult whole = sample::result();
    whole.findings.series.at("erythema").value.pop_back();
    io::ResultFile file{folder / "r.nc"};
    file.begin(sample::layout(), whole.scenario);
    EXPECT_THROW(file.finish(whole), RunError);
    EXPECT_FALSE(std::filesystem::exists(folder / "r.nc"));
}

TEST(ResultFile, SaysSoWhenTheDiskIsFullAndLeavesNothing) {
    const sample::Folder folder;
    for (const rlim_t room : {0, 2000, 8000, 20000, 40000, 50000}) {
        SCOPED_TRACE(room);
        std::string message;
        {
            const SmallDisk small{room};
            try {
                sample::write(folder / "r.nc");
            } catch (const RunError& error) {
                message = error.what();
            }
        }
        EXPECT_NE(message.find("r.nc"), std::string::npos) << message;
        EXPECT_NE(message.find("File too large"), std::string::npos) << message;
        EXPECT_EQ(folder.files(), 0U);
    }
    sample::write(folder / "r.nc");  // and with room again it works
    EXPECT_EQ(io::read_result(folder / "r.nc").hash, sample::result().hash);
}

TEST(ReadResult, RefusesWhatIsNoResult) {
    const sample::Folder folder;
    EXPECT_NE(complaint_about(folder / "absent.nc").find("does not exist"), std::string::npos);
    std::ofstream{folder / "text.nc"} << "not a result\n";
    EXPECT_NE(complaint_about(folder / "text.nc").find("is no result file of Cicatrix"), std::string::npos);
    std::ofstream{folder / "empty.nc"};
    EXPECT_NE(complaint_about(folder / "empty.nc").find("is no result file of Cicatrix"), std::string::npos);
    std::filesystem::create_directory(folder / "folder.nc");
    EXPECT_NE(complaint_about(folder / "folder.nc").find("is no file"), std::string::npos);
}

TEST(ReadResult, RefusesForeignHdf5AndOtherFormatsByName) {
    const std::filesystem::path data = std::filesystem::path{CICATRIX_SOURCE_DIR} / "tests/unit/io/data";
    EXPECT_NE(complaint_about(data / "foreign.h5").find("is no result file of Cicatrix"), std::string::npos);
    const std::string said = complaint_about(data / "format_99.h5");
    EXPECT_NE(said.find("has result format 99; this program reads format 1"), std::string::npos) << said;
}

TEST(ReadResult, RefusesADamagedFile) {
    const sample::Folder folder;
    sample::write(folder / "r.nc");
    replace_in(folder / "r.nc", "result_hash", "result_hush");  // also breaks HDF5's checksum
    const std::string said = complaint_about(folder / "r.nc");
    EXPECT_NE(said.find("cannot be read as a result"), std::string::npos) << said;
}

TEST(ReadResult, RefusesEveryTruncation) {
    const sample::Folder folder;
    sample::write(folder / "r.nc");
    const std::string whole = sample::text_of(folder / "r.nc");
    for (std::size_t keep = 7; keep < whole.size(); keep += whole.size() / 23) {
        SCOPED_TRACE(keep);
        std::ofstream{folder / "cut.nc", std::ios::binary} << whole.substr(0, keep);
        const std::string said = complaint_about(folder / "cut.nc");
        EXPECT_NE(said.find("cut.nc"), std::string::npos) << said;
    }
}

}  // namespace cicatrix
