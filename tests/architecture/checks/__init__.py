# SPDX-License-Identifier: Apache-2.0
"""Checks that keep the house in shape. Each module has `check(root) -> list[Breach]`."""
