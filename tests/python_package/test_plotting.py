# SPDX-License-Identifier: Apache-2.0
"""Drawings show the numbers of the dataset, with units and sessions, and wrong wishes are told."""

import os
import subprocess
import sys

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
import xarray as xr
from conftest import TINY

import cicatrix as cx


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def both():
    """Two courses with unlike sessions."""
    often = {**TINY, "routine": {"sessions": 3, "every": "1 d"}}
    return cx.compare({"once": TINY, "often": often})


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    file = tmp_path_factory.mktemp("result") / "tiny.nc"
    cx.run(TINY, output=file)
    with cx.open(file) as result:
        yield result.load()


@pytest.fixture(scope="module")
def swept():
    grid = {"device.needle_length": ["1.5 mm", "0.25 mm", "0.5 mm"], "routine.passes": [4, 1]}
    return cx.sweep(TINY, grid, replicates=2)


def marked(ax, gid):
    return [artist for artist in ax.get_children() if artist.get_gid() == gid]


def session_places(artist):
    return [float(path.vertices[0, 0]) for path in artist.get_paths()]


def sent(ax):
    """As a file would be written, so that what is laid out late is laid out."""
    ax.figure.canvas.draw()
    return ax


def test_it_draws_with_nothing_but_the_package_imported():
    code = (
        "import sys, cicatrix as cx, xarray as xr\n"
        "assert 'matplotlib' not in sys.modules\n"
        "made = xr.Dataset({'tewl': ('time', [1.0, 2.0])}, {'time': [0.0, 1.0]})\n"
        "print(cx.plot.courses(made, 'tewl').get_xlabel())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "MPLBACKEND": "Agg"},
    )
    assert done.stdout.strip() == "time [d]", done.stderr


def test_without_matplotlib_it_says_what_to_install(monkeypatch, ran):
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(ImportError, match=r"cicatrix\[plot\]"):
        cx.plot.courses(ran, "tewl")


def test_a_course_is_the_dataset_with_its_unit_and_sessions(ran):
    ax = sent(cx.plot.courses(ran, "erythema"))
    (line,) = [line for line in ax.get_lines() if line.get_gid() is None]
    np.testing.assert_array_equal(line.get_xdata(), ran["time"].values)
    np.testing.assert_array_equal(line.get_ydata(), ran["erythema"].values)
    assert ax.get_xlabel() == "time [d]" and ax.get_ylabel() == "erythema [delta a*]"
    assert ax.get_title(loc="left").replace("\n", " ") == ran["erythema"].attrs["long_name"]
    (marks,) = marked(ax, "sessions")
    assert session_places(marks) == ran["session_time"].values.tolist()


def test_scenarios_are_lines_with_sessions_of_their_own(both):
    ax = sent(cx.plot.courses(both, "tewl"))
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["once", "often"]
    for line, label in zip(ax.get_lines(), ["once", "often"]):
        np.testing.assert_array_equal(line.get_ydata(), both["tewl"].sel(scenario=label).values)
    once, often = marked(ax, "sessions")
    assert session_places(once) == [0.0] and session_places(often) == [0.0, 1.0, 2.0]
    colours = [tuple(marks.get_colors()[0]) for marks in (once, often)]
    assert colours == [matplotlib.colors.to_rgba(line.get_color()) for line in ax.get_lines()]
    assert colours[0] != colours[1]


def test_several_courses_stand_below_each_other_and_days_choose(both):
    panels = cx.plot.courses(both, ["tewl", "pih_index"], days=(0, 1.5))
    assert panels.shape == (2,) and panels[0].get_ylabel() == "tewl [g/m2/h]"
    assert panels[1].get_xlim()[1] == 1.5 and max(panels[0].get_lines()[0].get_xdata()) <= 1.5
    assert session_places(marked(panels[0], "sessions")[1]) == [0.0, 1.0]


def test_lines_of_the_verdict_are_those_that_the_run_used(ran):
    (line,) = marked(cx.plot.courses(ran, "erythema"), "threshold")
    assert set(line.get_ydata()) == {cx.parameters(ran).loc["appearance.visible_redness", "value"]}
    assert not marked(cx.plot.courses(ran, "erythema", thresholds=False), "threshold")
    loss = xr.Dataset(
        {
            "collagen_gain": ("time", [0.0, -5.0], {"shown_unit": "%"}),
            "parameter_value": ("parameter", [0.5, 2.0, 4.0, 100.0]),
        },
        {
            "time": [0.0, 9.0],
            "parameter": ["verdict.yearly_loss", "verdict.years_mild", "verdict.years_marked", "verdict.years_severe"],
        },
    )
    drawn = marked(cx.plot.courses(loss, "collagen_gain"), "threshold")
    assert [line.get_ydata()[0] for line in drawn] == [-1.0, -2.0]  # that of severe lies outside of the picture


def test_it_draws_into_axes_that_it_is_given(ran):
    figure, axes = plt.subplots(2)
    panels = cx.plot.courses(ran, ["tewl", "erythema"], ax=axes)
    assert panels[0] is axes[0] and panels[1] is axes[1] and plt.get_fignums() == [figure.number]
    assert cx.plot.skin_colour(ran, ax=axes[0]) is axes[0]


def test_a_section_has_the_voxels_edges_and_layers_of_the_grid(tiny):
    simulation = cx.Simulation(tiny)
    simulation.advance_to(12)
    values = simulation.values("neutrophils")
    ax = sent(cx.plot.section(values, y=1400, norm="log"))
    (mesh,) = [artist for artist in ax.collections if artist.get_gid() is None]
    np.testing.assert_array_equal(mesh.get_array(), values.isel(y=2).values)
    corners = mesh.get_coordinates()
    np.testing.assert_allclose(corners[:, 0, 1], [*values["z_top"].values, values["z_bottom"].values[-1]])
    np.testing.assert_allclose(corners[0, :, 0], [0, 500, 1000, 1500, 2000])
    boundaries = sorted(line.get_ydata()[0] for line in marked(ax, "layer"))
    names = values["layer"].values
    wanted = [top for top, a, b in zip(values["z_top"].values[1:], names, names[1:]) if a != b]
    np.testing.assert_allclose(boundaries[1:], wanted)
    assert {text.get_text() for text in ax.texts} == {name.replace("_", " ") for name in names}
    assert ax.get_ylabel() == "depth [um]" and ax.get_aspect() == 1.0
    assert ax.figure.axes[1].get_xlabel() == "neutrophils [cells/mm3]" and ", 12\u00a0h" in ax.get_title(loc="left")


def test_a_stored_field_has_the_edges_of_the_simulation(opened, tiny):
    here, there = opened["field_collagen_i"].isel(frame_time=0), cx.Simulation(tiny).values("collagen_i")
    lives = here.dropna("z")
    for name in ("z_top", "z_bottom", "layer"):
        assert lives[name].values.tolist() == there[name].values.tolist()
    ax = cx.plot.section(here, depth=400)
    assert ax.get_ylim() == (400.0, 0.0) and len(ax.texts) == 5  # horn, epidermis, basal, papillary, reticular


def test_histology_holds_as_many_cells_as_the_slice(opened):
    day, thickness, row = 1.0, 40.0, 1
    ax = sent(cx.plot.histology(opened, day=day, thickness=thickness, depth=600, y=750))
    (dots,) = marked(ax, "neutrophils")
    field = opened["field_neutrophils"].sel(frame_time=day, method="nearest").isel(y=row)
    high = np.clip(field["z_bottom"], 0, 600) - np.clip(field["z_top"], 0, 600)
    cells = float((field.fillna(0.0) * high).sum()) * 500 * thickness * 1e-9
    assert cells > 50
    assert len(dots.get_offsets()) == pytest.approx(cells, rel=0.1)  # it goes straight from voxel to voxel
    twice = cx.plot.histology(opened, day=day, thickness=2 * thickness, depth=600, y=750)
    assert len(marked(twice, "neutrophils")[0].get_offsets()) == pytest.approx(2 * len(dots.get_offsets()), abs=1)


def test_histology_shows_torn_skin_and_lost_collagen(opened):
    """What needles did half a day ago, beside the same place before."""
    before, after = (cx.plot.histology(opened, day=day, depth=600) for day in (0.0, 0.5))
    assert len(marked(after, "weave")[0].get_paths()) < len(marked(before, "weave")[0].get_paths())
    assert len(marked(after, "keratinocytes")[0].get_offsets()) < len(marked(before, "keratinocytes")[0].get_offsets())
    top = float(opened["z_top"].where(opened["layer"] == "papillary").min())
    dermis = [ax.images[0].get_array()[int(top / 2) + 2 :] for ax in (before, after)]
    redness = [float((light[..., 0] - light[..., 1]).max()) for light in dermis]
    assert redness[0] < 0 < redness[1]  # blue collagen; then a clot in it
    assert "no microscope" in after.get_title(loc="left") and marked(after, "scale bar")
    said = {text.get_text() for text in after.get_legend().get_texts()}
    assert {"melanin", "disordered collagen", "neutrophil", "clot (fibrin)"} <= said


def test_histology_of_a_simulation_repeats_and_follows_the_seed(tiny):
    simulation = cx.Simulation(tiny)
    one, same, other = (cx.plot.histology(simulation, depth=300, seed=seed) for seed in (1, 1, 2))
    first, again, else_ = (marked(ax, "fibroblasts")[0].get_offsets() for ax in (one, same, other))
    assert np.array_equal(first, again) and not np.array_equal(first, else_)


def test_a_map_shows_means_of_replicates_in_order_of_size(swept):
    ax = sent(cx.plot.design_map(swept, "wound_depth", x="routine.passes"))
    assert [text.get_text() for text in ax.get_xticklabels()] == ["1", "4"]
    assert [text.get_text() for text in ax.get_yticklabels()] == ["0.25", "0.5", "1.5"]
    assert ax.get_ylabel() == "device.needle_length [mm]" and ax.get_xlabel() == "routine.passes"
    here = (swept["routine.passes"] == 4) & (swept["device.needle_length"] == "0.25 mm")
    assert ax.collections[0].get_array()[0, 1] == pytest.approx(float(swept["wound_depth"][here].mean()))
    assert ax.figure.axes[1].get_xlabel() == "wound_depth [um]"


def test_a_map_turns_where_benefit_becomes_harm(swept):
    values = swept["collagen_gain"].isel(time=-1)
    turn = float(values.mean())
    ax = cx.plot.design_map(swept, "collagen_gain.final", x="routine.passes", turn=turn)
    (line,) = marked(ax, "turn")
    assert line.levels.tolist() == [turn] and len(line.get_paths()[0].vertices) > 0
    low, high = ax.collections[0].get_clim()
    assert 0.5 * (low + high) == pytest.approx(turn)
    peaks = cx.plot.design_map(swept, "tewl.peak", x="routine.passes").collections[0].get_array()
    assert peaks.max() <= float(swept["tewl"].max())


def test_a_map_of_levels_takes_the_worst(swept):
    ax = cx.plot.design_map(swept, "verdict.pigment", x="routine.passes")
    shown = ax.collections[0].get_array()
    for row, length in enumerate(["0.25 mm", "0.5 mm", "1.5 mm"]):
        for column, passes in enumerate([1, 4]):
            here = (swept["routine.passes"] == passes) & (swept["device.needle_length"] == length)
            runs = [swept.isel(run=int(n)) for n in np.flatnonzero(here)]
            tables = [cx.verdict(run.assign_attrs(verdict=str(run["verdict"].values))) for run in runs]
            levels = [["none", "mild", "marked", "severe"].index(table.loc["pigment", "level"]) for table in tables]
            assert shown[row, column] == max(levels)
    worst = cx.plot.design_map(swept, "verdict", x="routine.passes").collections[0].get_array()
    assert (worst >= shown).all()


def test_colours_are_those_of_the_dataset(both):
    time = both["time"].values
    days = [float(time[0]), float(time[np.searchsorted(time, 1.0)])]
    ax = sent(cx.plot.skin_colour(both, days=days))
    picture = ax.images[0].get_array()
    assert picture.shape == (2, 2, 3)
    for n, channel in enumerate(("srgb_red", "srgb_green", "srgb_blue")):
        np.testing.assert_allclose(picture[..., n], both[channel].sel(time=days).values)
    assert [text.get_text() for text in ax.get_yticklabels()] == ["once", "often"]
    angles = [text.get_text() for text in ax.texts]
    assert angles[:2] == [f"{a:.1f}" for a in both["ita"].sel(scenario="once", time=days).values]
    assert "[deg]" in ax.get_xlabel() and "Screens" in ax.get_title(loc="left")
    strip = sent(cx.plot.skin_colour(both))
    assert session_places(marked(strip, "sessions")[1]) == [0.0, 1.0, 2.0]
    assert (strip.images[0].get_array()[0, -1] == 1.0).all()  # once has ended, and nothing is said of it


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda r, s, o: cx.plot.courses(r, "erytema"), "did you mean 'erythema'"),
        (lambda r, s, o: cx.plot.courses(r, "wound_depth"), "single number"),
        (lambda r, s, o: cx.plot.courses(s, "tewl"), "sweep"),
        (lambda r, s, o: cx.plot.courses(r, ["tewl", "ita"], ax=[plt.figure().add_subplot()]), "1 axes for 2"),
        (lambda r, s, o: cx.plot.skin_colour(r, days=[400]), "400 lies outside.*0 to"),
        (lambda r, s, o: cx.plot.skin_colour(r[["tewl"]]), "srgb_red"),
        (lambda r, s, o: cx.plot.section(o["field_il6"]), "choose one"),
        (lambda r, s, o: cx.plot.section(o["field_barrier"].isel(frame_time=0)), "surface"),
        (lambda r, s, o: cx.plot.section(o["field_il6"].isel(frame_time=1), y=9000), "y: 9000 um.*0 to 1500"),
        (lambda r, s, o: cx.plot.section(o["field_il6"].isel(frame_time=1), depth=-3), "depth: -3 um"),
        (lambda r, s, o: cx.plot.section(o["field_il6"].isel(frame_time=1), norm="cubic"), "'linear', 'log'"),
        (lambda r, s, o: cx.plot.section(o["field_clot"].isel(frame_time=0), norm="log"), "above zero"),
        (lambda r, s, o: cx.plot.histology(o, thickness=0), "thickness"),
        (lambda r, s, o: cx.plot.design_map(r, "tewl.peak"), "cicatrix.sweep"),
        (lambda r, s, o: cx.plot.design_map(s, "wound_depth"), "'routine.every'; there are device.needle_length"),
        (lambda r, s, o: cx.plot.design_map(s, "wound_dept", x="routine.passes"), "did you mean 'wound_depth'"),
        (lambda r, s, o: cx.plot.design_map(s, "tewl", x="routine.passes"), "tewl.final, tewl.peak"),
        (lambda r, s, o: cx.plot.design_map(s, "wound_depth.peak", x="routine.passes"), "single number"),
        (lambda r, s, o: cx.plot.design_map(s, "verdict.scars", x="routine.passes"), "did you mean 'scar'"),
        (lambda r, s, o: cx.plot.design_map(s, "verdict.scar", x="routine.passes", turn=0), "turn"),
        (lambda r, s, o: cx.plot.design_map(s.isel(run=[0, 6]), "wound_depth", x="routine.passes"), "full grid"),
    ],
)
def test_what_is_wrong_is_told(call, says, ran, swept, opened):
    with pytest.raises(ValueError, match=says):
        call(ran, swept, opened)


def test_histology_needs_tissue(ran):
    with pytest.raises(TypeError, match="cicatrix.open"):
        cx.plot.histology(ran)
