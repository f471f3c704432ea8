// SPDX-License-Identifier: Apache-2.0
// Where this build comes from; the build system hands the three texts in.
#include "cicatrix/version.hpp"

namespace cicatrix {

std::string_view git_revision() {
#ifdef CICATRIX_GIT_REVISION
    return CICATRIX_GIT_REVISION;
#else
    return "unknown";
#endif
}

std::string_view compiler() {
#ifdef CICATRIX_COMPILER
    return CICATRIX_COMPILER;
#else
    return "unknown";
#endif
}

std::string_view build_flags() {
#ifdef CICATRIX_BUILD_FLAGS
    return CICATRIX_BUILD_FLAGS;
#else
    return "unknown";
#endif
}

}  // namespace cicatrix
