# SPDX-License-Identifier: Apache-2.0
"""Files that come with the package: ready-made scenarios, published measurements, claims."""

from __future__ import annotations

from pathlib import Path


def library() -> Path:
    """The folder that holds ``scenarios``, ``validation`` and ``data``."""
    here = Path(__file__).resolve().parent
    installed = here / "library"
    return installed if installed.is_dir() else here.parents[1]  # an editable install has those of its tree


def shipped_scenarios() -> dict[str, Path]:
    """Files of ready-made scenarios, by name."""
    return {file.stem: file for file in sorted((library() / "scenarios").glob("*.toml"))}
