# SPDX-License-Identifier: Apache-2.0
"""Cicatrix: how skin answers repeated microneedling, computed voxel by voxel and hour by hour.

For research and teaching; not medical advice.

A run is one call, and gives an :class:`xarray.Dataset` with units:

>>> import cicatrix as cx
>>> tiny = cx.Scenario.from_dict({
...     "title": "One session on a patch of three by three columns",
...     "device": {"kind": "pen", "needle_length": "0.5 mm"},
...     "routine": {"sessions": 1},
...     "run": {"follow_up": "1 d", "resolution": {"nx": 3, "ny": 3, "lateral": "500 um",
...                                                "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}},
... })
>>> result = cx.run(tiny)
>>> result["erythema"].dims, result["erythema"].attrs["shown_unit"]
(('time',), 'delta a*')

Importing the package is quick: xarray and pandas are loaded by the first call that gives one of their objects,
matplotlib by the first call of :mod:`cicatrix.plot`.
"""

from __future__ import annotations

from . import _core, laws, plot
from ._fitting import refuse_unfit_numpy
from .comparing import compare
from .declaring import Field, Parameter
from .describing import describe
from .design import latin_hypercube
from .errors import CicatrixError, Complaint, NumericalError, ResultError, ScenarioError
from .kinetics import to_sbml
from .mechanism import Mechanism
from .results import open, parameters, verdict
from .running import run
from .scenario import Scenario
from .simulation import Simulation
from .studies import claims, validate
from .sweeping import sweep

refuse_unfit_numpy()
__version__: str = _core.version

__all__ = [
    "CicatrixError",
    "Complaint",
    "Field",
    "Mechanism",
    "NumericalError",
    "Parameter",
    "ResultError",
    "Scenario",
    "ScenarioError",
    "Simulation",
    "__version__",
    "claims",
    "compare",
    "describe",
    "latin_hypercube",
    "laws",
    "open",
    "parameters",
    "plot",
    "run",
    "sweep",
    "to_sbml",
    "validate",
    "verdict",
]
