#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What tools/new_mechanism.py writes compiles as it stands. Usage: test_new_mechanism.py COMPILER"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(compiler: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        tool = [sys.executable, str(ROOT / "tools" / "new_mechanism.py"), "--root", folder, "itch_nerve"]
        written = subprocess.run(tool, capture_output=True, text=True, check=True).stdout.split()
        sources = [path for path in written if path.endswith(".cpp")]
        if len(written) != 3 or len(sources) != 2:
            print(f"expected a source, a test and a page, got {written}")
            return 1
        flags = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror", "-Wno-psabi"]
        return max(subprocess.run([compiler, *flags, "-I", str(ROOT / "include"), s]).returncode for s in sources)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
