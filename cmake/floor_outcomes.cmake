# SPDX-License-Identifier: Apache-2.0
cicatrix_catalogue(cicatrix_outcomes outcomes/observables OutcomeEntry observable src/outcomes/outcome_catalogue.cpp.in)
