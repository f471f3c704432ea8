# SPDX-License-Identifier: Apache-2.0
"""Other programs read the laws as SBML: libsbml without a complaint, libRoadRunner to the engine's own course."""

import re

import libsbml
import numpy as np
import pandas as pd
import pytest
import roadrunner
from conftest import TREE

import cicatrix as cx

LAYERS = ["stratum_corneum", "viable_epidermis", "basal", "papillary", "reticular", "hypodermis"]
SCENARIO = TREE / "scenarios" / "safe_home.toml"
KILLED = 0.3
REVISION = re.compile(r"revision \w+")  # of the build; the two may have been built a commit apart


@pytest.fixture(scope="module", params=LAYERS)
def layer(request):
    return request.param


@pytest.fixture(scope="module")
def text(layer):
    return cx.to_sbml(SCENARIO, layer=layer, killed=KILLED)


def test_libsbml_has_nothing_to_complain_of(text):
    document = libsbml.readSBMLFromString(text)
    for category in (
        libsbml.LIBSBML_CAT_GENERAL_CONSISTENCY,
        libsbml.LIBSBML_CAT_IDENTIFIER_CONSISTENCY,
        libsbml.LIBSBML_CAT_UNITS_CONSISTENCY,
        libsbml.LIBSBML_CAT_MATHML_CONSISTENCY,
        libsbml.LIBSBML_CAT_OVERDETERMINED_MODEL,
        libsbml.LIBSBML_CAT_MODELING_PRACTICE,
    ):
        document.setConsistencyChecks(category, True)
    assert document.checkConsistency() == 0, document.getErrorLog().toString()
    assert document.getNumErrors() == 0


def test_roadrunner_gives_the_engines_course_of_ten_days(text, layer, program, tmp_path):
    course = tmp_path / "course.csv"
    program("kinetics", SCENARIO, "--layer", layer, "--killed", KILLED, "--until", "10 d", "--course", course)
    engine = pd.read_csv(course)
    engine.columns = [re.sub(r" \[.*\]$", "", name) for name in engine.columns]
    model = roadrunner.RoadRunner(text)
    model.integrator.relative_tolerance = 1e-10
    model.integrator.absolute_tolerance = 1e-14
    model.timeCourseSelections = list(engine.columns)
    other = np.array(model.simulate(0, float(engine["time"].iloc[-1]), len(engine)))
    peak = np.abs(engine.to_numpy()).max(axis=0)
    apart = np.abs(other - engine.to_numpy()).max(axis=0)
    assert (np.ptp(engine.to_numpy(), axis=0) > 1e-3 * peak).sum() > 3, "nothing happens, so nothing is compared"
    worst = np.argmax(apart - 1e-6 * peak)
    assert np.all(apart <= 1e-6 * peak), f"{engine.columns[worst]}: {apart[worst]} of {peak[worst]}"


def test_the_package_writes_the_programs_file(text, layer, program):
    told = program("kinetics", SCENARIO, "--layer", layer, "--killed", KILLED, "--sbml", "-")
    assert REVISION.sub("", told) == REVISION.sub("", text)


def test_what_is_set_from_outside_is_felt():
    model = roadrunner.RoadRunner(cx.to_sbml(SCENARIO, layer="basal"))
    model.timeCourseSelections = ["time", "melanogenic_drive"]
    rest = model.simulate(0, 24, 2)[-1][1]
    model.reset()
    model["uv"] = 0.1
    assert model.simulate(0, 24, 2)[-1][1] > rest + 1e-3


def test_the_person_is_in_the_numbers():
    assert cx.to_sbml(SCENARIO, layer="papillary") != cx.to_sbml(SCENARIO, layer="papillary", person__age=80)


def test_mistakes_are_named():
    with pytest.raises(ValueError, match='did you mean "papillary"'):
        cx.to_sbml(SCENARIO, layer="papilary")
    with pytest.raises(ValueError, match="share killed is 1.5"):
        cx.to_sbml(SCENARIO, killed=1.5)
    with pytest.raises(cx.ScenarioError):
        cx.to_sbml(SCENARIO, person__age="old")


def test_the_page_shows_what_works(monkeypatch):
    page = (TREE / "docs" / "kinetics-sbml.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.S)
    monkeypatch.chdir(TREE)
    shown: dict[str, object] = {}
    exec(code, shown)
    course = np.asarray(shown["course"])
    assert course.shape == (241, 4)
    assert course[:, 1].max() > 100 * course[0, 1]  # neutrophils came
