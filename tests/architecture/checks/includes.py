# SPDX-License-Identifier: Apache-2.0
"""A floor includes only what its row of floors.toml allows, and includes never go in a circle."""

import re
import tomllib
from pathlib import Path

from .tree import Breach, files

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SUFFIXES = {".hpp", ".cpp", ".h", ".in"}
STANDARD = re.compile(r"^[a-z_0-9]+$")  # the standard library's headers have no dot and no folder


class House:
    def __init__(self, root: Path, table: Path):
        data = tomllib.loads(table.read_text(encoding="utf-8"))
        self.root = root
        self.floors: dict[str, list[str]] = data["floors"]
        self.loose: dict[str, str] = data.get("loose", {})
        self.third_party: dict[str, dict] = data.get("third_party", {})
        self.browser = set(data["browser"]["floors"])
        self.banned = set(data["browser"]["banned"])

    def floor_of(self, path: Path) -> str | None:
        """The floor a file of include/cicatrix or src belongs to."""
        parts = path.relative_to(self.root).parts
        if parts[:2] == ("include", "cicatrix"):
            inside = parts[2:]
        elif parts[0] == "src":
            inside = parts[1:]
        elif parts[:2] == ("python", "src"):
            inside = ("python", *parts[2:])
        else:
            return None
        return inside[0] if len(inside) > 1 else self.loose.get(inside[0])

    def allows(self, floor: str, header: str) -> bool:
        """`header` is relative to include/cicatrix: "tissue/grid.hpp"."""
        target = header.split("/")[0] if "/" in header else self.loose.get(header)
        return target == floor or any(entry in (target, header) for entry in self.floors[floor])

    def library_breach(self, floor: str, path: Path, header: str) -> str | None:
        for prefix, rule in self.third_party.items():
            if header.startswith(prefix):
                if floor not in rule["floors"]:
                    return f"<{header}> is not for floor '{floor}' (only for {', '.join(rule['floors'])})"
                private = path.relative_to(self.root).parts[0] != "include" and rule.get("private_headers", False)
                if path.suffix == ".hpp" and not rule.get("headers", False) and not private:
                    return f"<{header}> is third-party: include it in .cpp files only"
                return None
        if not STANDARD.match(header):
            return f"<{header}> is neither of the standard library nor in floors.toml"
        if floor in self.browser and header in self.banned:
            return f"<{header}> does not exist in the browser build, which floor '{floor}' belongs to"
        return None


def includes_of(path: Path) -> list[tuple[int, str, str]]:
    """(line, kind of bracket, header) of every #include of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = ((n, INCLUDE.match(line)) for n, line in enumerate(lines, 1))
    return [(n, m.group(1), m.group(2)) for n, m in found if m]


def own_breach(house: House, floor: str, path: Path, header: str) -> str | None:
    """A breach by including one of our own headers in quotes."""
    if header.startswith("cicatrix/"):
        target = header.removeprefix("cicatrix/")
        if not (house.root / "include" / header).is_file():
            return f'"{header}" does not exist'
        if not house.allows(floor, target):
            return f"floor '{floor}' may not include \"{header}\""
        return None
    beside = (path.parent / header).resolve()
    if not beside.is_file():
        return f'"{header}" is not beside this file; public headers are included as "cicatrix/..."'
    if house.floor_of(beside) != floor:
        return f"floor '{floor}' may not include \"{header}\" of another floor's sources"
    return None


def resolve(house: House, path: Path, header: str) -> Path | None:
    places = [house.root / "include" / header, path.parent / header]
    return next((p.resolve() for p in places if p.is_file()), None)


def circles(house: House, graph: dict[Path, list[tuple[int, Path]]]) -> list[Breach]:
    """One breach per include that closes a circle."""
    breaches: list[Breach] = []
    done: set[Path] = set()

    def visit(path: Path, trail: list[Path]) -> None:
        for line, target in graph.get(path, []):
            if target in trail:
                names = [p.name for p in trail[trail.index(target):]] + [target.name]
                where = str(path.relative_to(house.root))
                breaches.append(Breach(where, line, "circular include: " + " -> ".join(names)))
            elif target not in done:
                visit(target, trail + [target])
        done.add(path)

    for path in sorted(graph):
        if path not in done:
            visit(path, [path])
    return breaches


def check(root: Path, table: Path | None = None) -> list[Breach]:
    root = root.resolve()
    house = House(root, table or root / "tests" / "architecture" / "floors.toml")
    breaches: list[Breach] = []
    graph: dict[Path, list[tuple[int, Path]]] = {}
    for path in files(root, "include", "src", "python/src"):
        if path.suffix not in SUFFIXES:
            continue
        where = str(path.relative_to(root))
        floor = house.floor_of(path)
        if floor not in house.floors:
            breaches.append(Breach(where, 1, "this folder is no floor of floors.toml"))
            continue
        if "mechanisms" in path.parts and path.suffix == ".hpp":
            breaches.append(Breach(where, 1, "a mechanism has no header: nobody includes it"))
        for line, bracket, header in includes_of(path):
            own = bracket == '"'
            fault = own_breach(house, floor, path, header) if own else house.library_breach(floor, path, header)
            if fault:
                breaches.append(Breach(where, line, fault))
            if own and (target := resolve(house, path, header)):
                graph.setdefault(path.resolve(), []).append((line, target))
    return breaches + circles(house, graph)
