// SPDX-License-Identifier: Apache-2.0
// An HDF5 file driver that never tells HDF5 that a write failed, but remembers it for us.
#pragma once

#include <hdf5.h>

namespace cicatrix::io::h5 {

/// Filled at the first write that fails; nothing is written after it.
struct WriteTrouble {
    int error = 0;  ///< errno; 0: all went well
};

/// HDF5 1.10 keeps a file open whose closing failed, tries again when the program ends, and crashes there. So the
/// driver swallows the failure, and whoever writes must ask `trouble`, which has to outlive the file.
void use_careful_driver(hid_t access, WriteTrouble& trouble);

}  // namespace cicatrix::io::h5
