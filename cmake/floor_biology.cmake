# SPDX-License-Identifier: Apache-2.0
cicatrix_catalogue(cicatrix_biology biology/mechanisms MechanismEntry mechanism src/biology/mechanism_catalogue.cpp.in)
