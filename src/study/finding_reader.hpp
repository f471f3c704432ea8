// SPDX-License-Identifier: Apache-2.0
// Reads what an entry of a study file wants to have read from its runs, and what is said of it. Private.
#pragma once

#include "cicatrix/study/contrast.hpp"
#include "cicatrix/study/entry_reader.hpp"

namespace cicatrix {

struct ObservableFacts;

class FindingReader {
public:
    /// `contrast`: the entry, its arms known already; `rows`: the table it is held against; `shown`: its name in
    /// complaints.
    FindingReader(const Contrast& contrast, const std::vector<DataRow>& rows, const std::string& shown,
                  Diagnostics& diagnostics)
        : contrast_{contrast}, rows_{rows}, shown_{shown + ".finding"}, diagnostics_{diagnostics} {}
    Finding read(const Node& node) const;

private:
    void read_what(EntryReader& entry, Finding& finding) const;
    void read_share(EntryReader& entry, Finding& finding) const;
    void read_over(const Node& node, Finding& finding) const;
    void read_expectation(EntryReader& entry, Finding& finding) const;
    void read_bounds(EntryReader& entry, Finding& finding) const;
    void read_rows(EntryReader& entry, Finding& finding) const;
    std::string known_arm(EntryReader& entry, const std::string& key) const;
    void check_arm(EntryReader& entry, const std::string& key, const std::string& name) const;

    const Contrast& contrast_;
    const std::vector<DataRow>& rows_;
    std::string shown_;
    Diagnostics& diagnostics_;
};

}  // namespace cicatrix
