# SPDX-License-Identifier: Apache-2.0
"""The package as such: light to import, documented by examples that run, typed, and telling what the program tells."""

import doctest
import importlib
import importlib.metadata
import inspect
import json
import pathlib
import pkgutil
import subprocess
import sys

import pytest

import cicatrix as cx

HERE = pathlib.Path(__file__).resolve().parent
HEAVY = ["xarray", "pandas", "matplotlib", "dask", "distributed", "tqdm", "h5py", "h5netcdf", "scipy"]


def python(*words, **more):
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=300, **more)


def test_importing_it_loads_nothing_heavy():
    code = "import sys, cicatrix; print([m for m in sys.argv[1:] if m in sys.modules])"
    assert python("-c", code, *HEAVY).stdout.strip() == "[]"


def test_a_build_that_would_give_zeros_is_refused():
    from cicatrix._fitting import refuse_unfit_numpy

    refuse_unfit_numpy(knows_numpy_2=False, installed="1.24.2")
    refuse_unfit_numpy(knows_numpy_2=True, installed="2.4.6")
    with pytest.raises(ImportError, match="here is NumPy 2.4.6. Build it again with pybind11 2.12"):
        refuse_unfit_numpy(knows_numpy_2=False, installed="2.4.6")


def test_its_version_is_that_of_the_distribution_and_of_the_program(program):
    assert cx.__version__ == importlib.metadata.version("cicatrix")
    assert program("--version").startswith(f"cicatrix {cx.__version__} ")


def modules():
    return [importlib.import_module(f"cicatrix.{m.name}") for m in pkgutil.iter_modules(cx.__path__)]


@pytest.mark.parametrize("module", [cx, *modules()], ids=lambda m: m.__name__)
def test_examples_of_docstrings_run(module):
    failed, _ = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert failed == 0


def test_every_public_name_is_documented_with_an_example():
    for name in cx.__all__:
        thing = getattr(cx, name)
        if isinstance(thing, str):
            continue
        assert ">>>" in (inspect.getdoc(thing) or ""), name
        if inspect.isclass(thing):
            for member, value in vars(thing).items():
                if not member.startswith("_") and (callable(value) or isinstance(value, (classmethod, property))):
                    assert inspect.getdoc(getattr(thing, member)), f"{name}.{member}"


def test_types_are_sound():
    folder = pathlib.Path(cx.__file__).parent
    assert (folder / "py.typed").exists()
    done = python("-m", "mypy", "--strict", "--no-incremental", "-p", "cicatrix")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_stub_of_the_compiled_half_is_true():
    done = python("-m", "mypy.stubtest", "cicatrix", "--allowlist", str(HERE / "stubtest_allowlist.txt"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_reach_those_who_use_it(tmp_path):
    (tmp_path / "mine.py").write_text(
        "import cicatrix as cx\n"
        "result = cx.run('a.toml', seed=3, routine__passes=8)\n"
        "reveal_type(result)\n"
        "cx.run('a.toml', seed='three')\n"
    )
    said = python("-m", "mypy", "--no-incremental", "mine.py", cwd=tmp_path).stdout
    assert 'Revealed type is "xarray.core.dataset.Dataset"' in said
    assert "mine.py:4: error" in said and "Found 1 error" in said


@pytest.mark.parametrize("topic, name", [("parameters", "name"), ("observables", "name"), ("mechanisms", "name")])
def test_tables_hold_what_the_program_tells(program, topic, name):
    told = {row[name]: row for row in json.loads(program("describe", topic, "--json"))[topic]}
    mine = cx.describe(topic)
    assert set(mine.index) == set(told) and mine.index.is_unique
    if topic == "parameters":
        for parameter, row in mine.iterrows():
            wanted = told[parameter]
            assert (row["standard"], row["unit"], row["status"]) == (wanted["value"], wanted["unit"], wanted["evidence"])
            assert (row["source"], row["where"]) == (wanted["source"]["key"], wanted["source"]["where"])
            assert [row["low"], row["high"]] == wanted["range"]
    if topic == "observables":
        assert all(mine.loc[o, "unit"] == told[o]["unit"] for o in told)


@pytest.mark.parametrize(
    "table", ["sites", "conditions", "products", "chemistry", "phototypes", "devices", "disinfectants"]
)
def test_rows_of_data_name_their_sources(table):
    rows = cx.describe(table)
    assert len(rows) > 2
    assert (rows[["status", "source", "where"]].map(len) > 0).all().all()
    assert set(rows["status"]) <= set(cx.describe("parameters")["status"]) | {"calibrated", "in_vitro", "derived"}


def test_a_device_and_its_longest_needle_have_their_own_sources(program):
    told = json.loads(program("describe", "evidence", "--json"))
    (rows,) = [value for value in told.values() if isinstance(value, list)]
    wanted = {row["name"]: row["source"]["key"] for row in rows}
    for device, row in cx.describe("devices").iterrows():
        what = "usual build" if row["build"] == "usual" else row["build"]
        assert row["source"] == wanted[f"device {device}: {what}"]


def test_the_keys_of_a_scenario_are_told():
    assert cx.describe("scenario").loc["routine.passes", "standard"] == "4"
