# SPDX-License-Identifier: Apache-2.0
"""Whether what was compiled and what is installed go together."""

from __future__ import annotations

import importlib.metadata

from . import _core


def refuse_unfit_numpy(knows_numpy_2: bool = _core.knows_numpy_2, installed: str | None = None) -> None:
    """Arrays made by a pybind11 before 2.12 would hold zeros under NumPy 2, and nothing would say so."""
    numpy = installed or importlib.metadata.version("numpy")
    if not knows_numpy_2 and int(numpy.split(".", 1)[0]) >= 2:
        raise ImportError(
            f"cicatrix was built with pybind11 {_core.pybind11_version}, which knows NumPy 1 only; here is NumPy {numpy}. "
            "Build it again with pybind11 2.12 or later, or install 'numpy<2'"
        )
