// SPDX-License-Identifier: Apache-2.0
// Our units as SBML spells them.
#pragma once

#include <string>
#include <string_view>

namespace cicatrix::io {

/// "pg/mm3" as "pg_per_mm3", "1/h" as "per_h"; "dimensionless" for "1".
std::string sbml_unit_id(std::string_view unit);
/// The <unitDefinition> of this id, made of SBML's base units. Counted things are items, a SED is 100 J/m2.
std::string sbml_unit_definition(std::string_view unit);

}  // namespace cicatrix::io
