# SPDX-License-Identifier: Apache-2.0
"""Step by step: fields are seen where they lie, moments stay, branches go their own way with the same bits."""

import copy
import gc
import threading

import numpy as np
import pytest

import cicatrix as cx


@pytest.fixture
def simulation(tiny):
    return cx.Simulation(tiny)


def address(array):
    return array.__array_interface__["data"][0]


def all_fields(simulation):
    return {name: simulation.field(name).copy() for name in simulation.fields.index}


def test_it_goes_through_the_session_to_the_end(simulation):
    assert (simulation.time_h, simulation.end_h) == (0.0, 48.0)
    whole = float(simulation.field("debris").sum())
    simulation.advance_to(1)
    assert simulation.time_h == 1.0
    assert float(simulation.field("debris").sum()) > whole, "needles leave debris"
    simulation.advance_to(simulation.end_h)
    assert simulation.time_h == 48.0
    assert repr(simulation) == "<cicatrix.Simulation 'Small enough for a test' at 48 h of 48 h>"


def test_what_a_whole_run_writes_at_its_end_is_what_it_reaches(tiny, tmp_path):
    cx.run(tiny, output=tmp_path / "r.nc")
    simulation = cx.Simulation(tiny)
    simulation.advance_to(48)
    with cx.open(tmp_path / "r.nc") as read:
        written = read["field_collagen_i"].isel(frame_time=-1).dropna("z", how="all")
        mine = simulation.values("collagen_i").sel(z=written["z"])
        np.testing.assert_allclose(mine, written, rtol=1e-3)
        assert mine.attrs["units"] == written.attrs["units"]


def test_a_field_is_seen_without_a_copy(simulation):
    one, other = simulation.field("collagen_i"), simulation.field("collagen_i")
    assert address(one) == address(other) and np.shares_memory(one, other)
    assert one.shape[1:] == (3, 4) and one.dtype == np.float64 and not one.flags.owndata
    assert one.strides[1] > one.shape[2] * one.itemsize, "rows lie padded, as in the engine"


def test_a_field_cannot_be_written_to(simulation):
    view = simulation.field("collagen_i")
    with pytest.raises(ValueError, match="read-only"):
        view[...] = 0
    with pytest.raises(ValueError):
        view.flags.writeable = True


def test_a_view_stays_at_its_moment(simulation):
    simulation.advance_to(1)
    view = simulation.field("debris")
    before, where = view.copy(), address(view)
    simulation.advance_to(12)
    np.testing.assert_array_equal(view, before)
    now = simulation.field("debris")
    assert address(view) == where != address(now) and not np.array_equal(now, before)


def test_looking_changes_nothing(tiny):
    watched, alone = cx.Simulation(tiny), cx.Simulation(tiny)
    kept = []
    for time_h in (1, 5, 12):
        watched.advance_to(time_h)
        kept.append(watched.field("debris"))
        alone.advance_to(time_h)
    for name, values in all_fields(alone).items():
        np.testing.assert_array_equal(watched.field(name), values)


def test_a_view_outlives_its_simulation(tiny):
    simulation = cx.Simulation(tiny)
    simulation.advance_to(1)
    view = simulation.field("collagen_i")
    before = view.copy()
    del simulation
    gc.collect()
    hungry = [np.full(view.shape, -1.0) for _ in range(200)]  # would lie where freed memory was
    np.testing.assert_array_equal(view, before)
    assert hungry


def test_values_are_in_the_usual_unit_at_their_places(simulation):
    facts = simulation.fields.loc["collagen_i"]
    values, view = simulation.values("collagen_i"), simulation.field("collagen_i")
    np.testing.assert_array_equal(values, view / facts["unit_size"])
    assert values.shape[0] == facts["last_plane"] - facts["first_plane"]
    assert values.dims == ("z", "y", "x") and values.attrs["shown_unit"] == facts["unit"]
    assert (np.diff(values["z"]) > 0).all() and values["x"].values.tolist() == [250.0, 750.0, 1250.0, 1750.0]
    assert set(np.unique(values["layer"])) <= {"papillary", "reticular", "hypodermis"}
    values[...] = 0
    assert float(simulation.field("collagen_i").max()) > 0


@pytest.mark.parametrize("branch", [cx.Simulation.copy, copy.copy, copy.deepcopy])
def test_a_branch_goes_on_by_itself_with_the_same_bits(simulation, branch):
    simulation.advance_to(6)
    at_six = all_fields(simulation)
    other = branch(simulation)
    simulation.advance_to(24)
    assert other.time_h == 6.0
    for name, values in at_six.items():
        np.testing.assert_array_equal(other.field(name), values)
    other.advance_to(24)
    for name, values in all_fields(simulation).items():
        np.testing.assert_array_equal(other.field(name), values)


def test_the_session_is_not_done_twice_in_a_branch(simulation):
    other = simulation.copy()
    for one in (simulation, other):
        one.advance_to(2)
    np.testing.assert_array_equal(simulation.field("debris"), other.field("debris"))


def test_overrides_reach_it(tiny):
    simulation = cx.Simulation(tiny, {"run.follow_up": "4 d"}, seed=3)
    assert simulation.end_h == 96.0 and simulation.scenario.seed == 3


def test_a_second_thread_is_told_to_wait(tiny):
    long = cx.Simulation(tiny, run__resolution="sketch", run__follow_up="200 d")
    begun, go_on = threading.Event(), threading.Event()

    def hold(share):
        begun.set()
        go_on.wait(60)

    worker = threading.Thread(target=lambda: long.advance_to(1, progress=hold))
    worker.start()
    try:
        assert begun.wait(60)
        with pytest.raises(cx.CicatrixError, match="advanced already"):
            long.field("debris")
        assert 0.0 <= long.time_h <= 1.0
    finally:
        go_on.set()
        worker.join()
    assert long.time_h == 1.0 and long.field("debris").size > 0


def test_a_session_can_be_added_between_steps(simulation, tiny):
    simulation.advance_to(24)
    alone = simulation.copy()
    fresh = float(simulation.values("debris").max())
    met = simulation.needle(routine__passes=8)
    assert met > simulation.copy().needle() > 0, "more passes, more needles"
    assert float(simulation.values("debris").max()) > 2 * fresh
    simulation.advance_to(48)
    alone.advance_to(48)
    assert float(simulation.values("il6").sum()) > float(alone.values("il6").sum())


def test_an_added_session_is_as_deep_as_it_says_and_has_a_draw_of_its_own(tiny):
    one = cx.Simulation(tiny)  # its own session comes when it goes on
    other, again = one.copy(), one.copy()
    deep = [(s.needle(device__needle_length=length), s.values("debris")) for s, length in
            ((one, "0.25 mm"), (other, "1.5 mm"), (again, "1.5 mm"))]  # fmt: skip
    reach = [float(debris["z"].where((debris > 0).any(("x", "y"))).max()) for _, debris in deep]
    assert reach[0] < 400 < reach[1]
    np.testing.assert_array_equal(deep[1][1], deep[2][1])
    before = again.values("debris")
    again.needle(device__needle_length="1.5 mm")
    assert not np.array_equal((again.values("debris") - before) > 0, before > 0), "other places"


def test_an_added_session_is_the_one_that_would_have_been_planned(tiny):
    """Same draw, same wear of the device, same steps."""
    planned = cx.Simulation(tiny, routine__sessions=2, routine__every="1 d", run__follow_up="1 d")
    added = cx.Simulation(tiny)
    for simulation in (planned, added):
        simulation.advance_to(24)
    added.needle()
    for simulation in (planned, added):
        simulation.advance_to(24.5)
    for name, values in all_fields(planned).items():
        np.testing.assert_array_equal(added.field(name), values, err_msg=name)
    fresh = cx.Simulation(tiny)
    fresh.advance_to(24)
    fresh.needle(device__uses=30)
    fresh.advance_to(24.5)
    assert not np.array_equal(fresh.field("bacteria"), added.field("bacteria")), "wear matters"


def test_a_product_can_be_put_on_between_steps(simulation):
    simulation.advance_to(1)
    dry = simulation.copy()
    simulation.apply("hyaluronic acid serum", 2)
    for s in (simulation, dry):
        s.advance_to(2)
    assert float(simulation.values("humectant").mean()) > float(dry.values("humectant").mean())
    with pytest.raises(ValueError, match="did you mean 'petrolatum'"):
        simulation.apply("petroleum")
    with pytest.raises(ValueError, match="no amount"):
        simulation.apply("petrolatum", -1)


def test_untreated_skin_has_no_device_to_needle_with(tiny):
    simulation = cx.Simulation(tiny.with_({"device": None, "routine": None}))
    with pytest.raises(ValueError, match="untreated skin"):
        simulation.needle()


def test_a_field_can_be_given_other_values(simulation):
    simulation.advance_to(12)
    seen = simulation.field("il6")
    kept = seen.copy()
    other = simulation.copy()
    simulation.put("il6", 0.0)
    assert not simulation.field("il6").any()
    np.testing.assert_array_equal(seen, kept)
    np.testing.assert_array_equal(other.field("il6"), kept)
    simulation.put("collagen_i", simulation.values("collagen_i") * 0.5)
    np.testing.assert_allclose(simulation.values("collagen_i"), other.values("collagen_i") * 0.5)
    simulation.advance_to(13)
    assert float(simulation.values("il6").sum()) < float(other.values("il6").sum())


@pytest.mark.parametrize(
    ("name", "values", "kind", "message"),
    [
        ("il66", 1.0, KeyError, "no field .il66.*did you mean"),
        ("il6", [1.0, 2.0, 3.0], ValueError, r"have the shape \(3,\); needed is"),
        ("il6", -1.0, ValueError, "finite and not negative"),
        ("il6", float("nan"), ValueError, "finite and not negative"),
    ],
)
def test_values_that_cannot_be_are_refused(simulation, name, values, kind, message):
    with pytest.raises(kind, match=message):
        simulation.put(name, values)
