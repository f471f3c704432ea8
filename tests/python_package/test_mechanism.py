# SPDX-License-Identifier: Apache-2.0
"""Mechanisms written in Python: the bits of the same law in the engine, effects that are known exactly, clear errors."""

import copy
import pickle
import subprocess
import sys

import numpy as np
import pytest

import cicatrix as cx
from cicatrix.laws import inhibited, maximum, minimum, saturating, saturating2

GUESS = {"source": "own", "where": "a toy: any number will do"}


def declared(mechanism, names):
    """The engine's own numbers, for a law that is to repeat it."""
    rows = cx.describe("parameters").loc
    return [
        cx.Parameter(new, rows[old, "value"], rows[old, "unit"], source=rows[old, "source"], where=rows[old, "where"])
        for new, old in ((n, m if "." in m else f"{mechanism}.{m}") for n, m in names.items())
    ]


def nerves(name="nerves_in_python"):
    """The engine's nerves, said again: fibres are cut and grow back, mediators make them sensitive."""

    def law(tissue, rate, p):
        n = tissue.nerve_fibres
        mediators = tissue.alarm + p.tnf_weight * tissue.tnf + tissue.il6
        rate.nerve_fibres += (p.sprouting * n + p.ingrowth) * (1.0 - n)
        rate.nerve_sensitisation += p.settling * (saturating2(mediators, p.half) - tissue.nerve_sensitisation)

    def wounded(tissue, wound, p):
        tissue.nerve_fibres = tissue.nerve_fibres * (1.0 - wound.killed - wound.torn)

    names = {n: n for n in ("sprouting", "ingrowth", "settling", "tnf_weight")} | {"half": "signals.alarm_half"}
    return cx.Mechanism(
        name,
        law,
        writes=["nerve_fibres", "nerve_sensitisation"],
        reads=["alarm", "tnf", "il6"],
        parameters=declared("nerves", names),
        wounded=wounded,
    )


def decay(rate_per_h=0.1, rest=1.0, **more):
    """One field that fades by itself, from what it is at rest."""

    def law(tissue, rate, p):
        rate.dye -= p.fading * tissue.dye

    fading = cx.Parameter("fading", rate_per_h, "1/h", **GUESS, plausible=(0, 1))
    dye = cx.Field("dye", "pg/mm3", "dermis", scale=0.01, rest=rest)
    return cx.Mechanism("dyeing", law, owns=[dye], parameters=[fading], **more)


def test_the_engine_s_own_law_said_in_python_gives_its_bits(tiny):
    without, again = tiny.without("nerves"), tiny.without("nerves").plus(nerves())
    own = cx.run(tiny)
    assert cx.run(again).attrs["result_hash"] == own.attrs["result_hash"]
    assert cx.run(without).attrs["result_hash"] != own.attrs["result_hash"], "the mechanism matters here"


def test_it_gives_the_same_bits_in_double_precision_and_on_any_number_of_threads(tiny):
    double = tiny.with_(run__precision="double")
    again = double.without("nerves").plus(nerves())
    hashes = {cx.run(again, threads=n).attrs["result_hash"] for n in (1, 2)}
    assert hashes == {cx.run(double).attrs["result_hash"]}


def test_what_it_computes_is_the_solution_of_its_equation(tiny):
    simulation = cx.Simulation(tiny.plus(decay(0.1)), override__numerics__tolerance=1e-4)
    simulation.advance_to(24)
    np.testing.assert_allclose(simulation.field("dye"), np.exp(-2.4), rtol=1e-4)


def test_its_field_spreads_as_it_says(tiny):
    def law(tissue, rate, p):
        rate.dye += 0.0 * tissue.dye

    def wounded(tissue, wound, p):
        tissue.dye = tissue.dye + wound.killed

    still, moving = (
        cx.Mechanism("dyeing", law, wounded=wounded,
                     owns=[cx.Field("dye", "1", "dermis", scale=0.01, diffusivity_um2_per_h=d)])
        for d in (0.0, 1e5)
    )  # fmt: skip
    spread = []
    for mechanism in (still, moving):
        simulation = cx.Simulation(tiny.plus(mechanism))
        simulation.advance_to(12)
        field = simulation.values("dye")
        edges = np.asarray(simulation._stepper.grid()["edges_um"])
        thickness = np.diff(edges)[np.searchsorted(edges, field["z"]) - 1]
        spread.append((float(field.std()), float((field * thickness[:, None, None]).sum())))
    assert spread[1][0] < 0.5 * spread[0][0], "evened out"
    assert spread[1][1] == pytest.approx(spread[0][1], rel=1e-3), "none is lost"


def test_needles_are_answered_at_once(tiny):
    def law(tissue, rate, p):
        rate.mark -= 0.0 * tissue.mark

    def wounded(tissue, wound, p):
        tissue.mark = maximum(tissue.mark, wound.killed + wound.torn)

    mark = cx.Field("mark", "1", "dermis", scale=0.1)
    simulation = cx.Simulation(tiny.plus(cx.Mechanism("marking", law, owns=[mark], wounded=wounded)))
    simulation.advance_to(0.001)
    cut = simulation.field("mark")
    assert 0 < cut.max() <= 1 and cut[0].mean() > 2 * cut[-1].mean(), "less where fewer needles came"
    before = cut.copy()
    simulation.advance_to(simulation.end_h)
    np.testing.assert_array_equal(simulation.field("mark"), before)


def test_an_answer_to_needles_reads_what_it_has_set_and_another_layer(tiny):
    def wounded(tissue, wound, p):
        tissue.mark = tissue.mark + 1
        tissue.mark = tissue["mark"] + tissue["barrier@stratum_corneum"]

    mark = cx.Field("mark", "1", "dermis", scale=0.1)
    mechanism = cx.Mechanism("marking", nothing, owns=[mark], reads=["barrier@stratum_corneum"], wounded=wounded)
    simulation = cx.Simulation(tiny.plus(mechanism))
    simulation.advance_to(1e-6)
    above = simulation.field("barrier")[0]  # mechanisms of one's own answer last: it is pierced already
    assert above.min() < 0.999
    np.testing.assert_allclose(simulation.field("mark"), np.broadcast_to(1 + above, simulation.field("mark").shape), rtol=1e-4)


def test_a_mechanism_and_its_copy_are_one():
    one = decay()
    assert copy.deepcopy(one) is one and copy.copy(one).with_(fading=0.2) == one.with_(fading=0.2)


def test_laws_of_one_s_own_go_to_other_programs_too(tiny):
    def law(tissue, rate, p):
        rate.girth += 0.001 * (tissue.depth_um - tissue.girth)

    girth = cx.Field("girth", "um", "dermis", scale=1.0, rest=3.0)
    text = cx.to_sbml(tiny.plus(cx.Mechanism("measuring", law, owns=[girth])), layer="papillary")
    libsbml = pytest.importorskip("libsbml")
    document = libsbml.readSBMLFromString(text)
    assert document.checkConsistency() == 0, document.getErrorLog().toString()
    model = document.getModel()
    scales = {name: model.getParameter(name).getValue() for name in ("scale_um", "scale_um_in_mm")}
    assert scales == {"scale_um": 1.0, "scale_um_in_mm": 1000.0} and model.getParameter("girth").getValue() == 3.0


def test_it_reads_the_layer_the_depth_and_another_layer(tiny):
    def law(tissue, rate, p):
        assert isinstance(tissue.layer, str)
        if tissue.layer == "papillary":
            rate.probe += tissue.depth_um + tissue["barrier@stratum_corneum"]

    owner = cx.describe("fields").loc["barrier"]
    probe = cx.Field("probe", "1", "dermis", scale=1.0)
    mechanism = cx.Mechanism("probing", law, owns=[probe], reads=["barrier@stratum_corneum"])
    simulation = cx.Simulation(tiny.plus(mechanism), {"device": None, "routine": None})
    above = float(simulation.field("barrier").mean())
    assert owner["layers"] == ["stratum_corneum"] and above > 0
    simulation.advance_to(10)
    grown = simulation.values("probe").mean(("y", "x"))
    wanted = 10 * (grown["z"] + above) * (grown["layer"] == "papillary")
    np.testing.assert_allclose(grown, wanted, rtol=1e-4)


def test_it_changes_what_follows_from_it(tiny):
    def law(tissue, rate, p):
        rate.il6 -= p.caught * tissue.il6

    caught = cx.Parameter("caught", 5.0, "1/h", **GUESS)
    blocker = cx.Mechanism("blocker", law, writes=["il6"], parameters=[caught])
    plain, blocked = cx.run(tiny), cx.run(tiny.plus(blocker))
    assert float(blocked["il6"].max()) < 0.5 * float(plain["il6"].max())


def test_its_numbers_stand_in_the_tables_of_the_result(tiny):
    result = cx.run(tiny.plus(decay(0.25)))
    row = cx.parameters(result).loc["dyeing.fading"]
    assert (row["value"], row["unit"], row["status"], row["where"]) == (0.25, "1/h", "assumed", GUESS["where"])
    assert result.attrs["other_mechanisms"] == "with dyeing"
    assert "other_mechanisms" not in cx.run(tiny).attrs


def test_models_of_different_mechanisms_stand_side_by_side(tiny):
    both = cx.compare({"plain": tiny, "dyed": tiny.plus(decay(0.25))})
    values = both["parameter_value"].sel(parameter="dyeing.fading")
    assert np.isnan(values.sel(scenario="plain")) and float(values.sel(scenario="dyed")) == 0.25
    assert both["parameter_where"].sel(parameter="dyeing.fading").item() == GUESS["where"]
    assert not both["parameter_value"].sel(parameter="nerves.settling").isnull().any()
    assert both["other_mechanisms"].values.tolist() == ["", "with dyeing"]


def test_a_sweep_keeps_runs_of_different_models_apart(tiny, tmp_path):
    hashes = [
        cx.sweep(s, {"routine.passes": [2, 4]}, keep=["tewl"], folder=tmp_path)["result_hash"].values.tolist()
        for s in (tiny, tiny.plus(decay(0.2)), tiny.plus(decay(0.3)), tiny)
    ]
    assert hashes[0] == hashes[3] and len({h for pair in hashes for h in pair}) == 6
    assert len(list(tmp_path.glob("*.nc"))) == 6


def test_with_other_values_it_is_another_mechanism():
    one = decay(0.1)
    other = one.with_(fading=0.2)
    assert other.parameters["fading"].value == 0.2 and one.parameters["fading"].value == 0.1
    assert one != other and one == decay(0.1) and hash(one) == hash(decay(0.1))
    assert other.with_(fading=0.1) == one


def test_it_travels_without_its_source(tiny, tmp_path):
    scenario = tiny.without("hyaluronan").plus(decay(0.3))
    again = pickle.loads(pickle.dumps(scenario))
    assert again == scenario and repr(again) == repr(scenario)
    assert copy.deepcopy(scenario) == scenario
    (tmp_path / "s.pickle").write_bytes(pickle.dumps(scenario))
    code = f"import pickle, cicatrix as cx; print(cx.run(pickle.load(open({str(tmp_path / 's.pickle')!r}, 'rb'))).result_hash)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert told.stdout.strip() == cx.run(scenario).attrs["result_hash"], told.stderr
    with pytest.raises(TypeError, match="without the text of its law"):
        pickle.loads(pickle.dumps(decay())).with_(fading=0.2)


def test_scenarios_of_other_models_are_other_scenarios(tiny):
    assert tiny != tiny.without("nerves") != tiny.plus(decay())
    assert tiny.plus(decay(0.1)) != tiny.plus(decay(0.2))
    assert tiny.plus(decay()).with_(routine__passes=2) == tiny.with_(routine__passes=2).plus(decay())
    with pytest.raises(ValueError, match="cannot hold its mechanisms .with dyeing."):
        tiny.plus(decay()).save("nowhere.toml")


def test_the_program_does_not_pretend_to_repeat_it(tiny, tmp_path, program):
    cx.run(tiny.plus(decay()), output=tmp_path / "r.nc")
    with cx.open(tmp_path / "r.nc") as read:
        assert read.attrs["other_mechanisms"] == "with dyeing" and "field_dye" in read
    with pytest.raises(AssertionError, match="computed with dyeing"):
        program("rerun", tmp_path / "r.nc")


@pytest.mark.parametrize("x", [0.0, 0.5, 3.0])
def test_forms_of_laws_take_plain_numbers_too(x):
    assert saturating(x, 2.0) + inhibited(x, 2.0) == pytest.approx(1.0)
    assert maximum(x, 1.0) == max(x, 1.0) and minimum(x, 1.0) == min(x, 1.0)


def test_numpy_s_arithmetic_is_understood_and_the_rest_of_it_refused(tiny):
    def law(tissue, rate, p):
        two = np.float64(2.0)
        rate.dye -= two * np.maximum(tissue.dye, 0.0) / np.square(two) + tissue.dye**2 * 0.0

    dye = cx.Field("dye", "1", "dermis", scale=0.01, rest=1.0)
    simulation = cx.Simulation(tiny.plus(cx.Mechanism("dyeing", law, owns=[dye])))
    simulation.advance_to(1)
    np.testing.assert_allclose(simulation.field("dye"), np.exp(-0.5), rtol=1e-3)

    def wrong(tissue, rate, p):
        rate.dye -= np.exp(tissue.dye)

    with pytest.raises(TypeError, match="numpy.exp is not among"):
        cx.Mechanism("dyeing", wrong, owns=[dye])


def mechanism_of(body, **more):
    def law(tissue, rate, p):
        return body(tissue, rate, p)

    return cx.Mechanism("mine", law, writes=["debris"], **more)


def set_rate(name, value):
    return lambda tissue, rate, p: setattr(rate, name, value(tissue))


@pytest.mark.parametrize(
    ("body", "kind", "message"),
    [
        (lambda t, r, p: t.debri, AttributeError, "names no field 'debri'; did you mean 'debris'"),
        (set_rate("clot", lambda t: t.debris), AttributeError, "owns or writes no field 'clot'"),
        (set_rate("debris", lambda t: 1.0 if t.debris > 0 else 0.0), TypeError, "maximum and minimum"),
        (set_rate("debris", lambda t: 1.0 if t.debris == 0 else 0.0), TypeError, "maximum and minimum"),
        (set_rate("debris", lambda t: t.debris**0.5), TypeError, "whole powers from 1 to 8, not 0.5"),
        (set_rate("debris", lambda t: float(t.debris)), TypeError, "not known yet"),
        (set_rate("debris", lambda t: t.debris * float("nan")), ValueError, "contains the number nan"),
        (set_rate("debris", lambda t: "much"), TypeError, "with numbers, not with str"),
        (lambda t, r, p: t.debris, TypeError, "returns something"),
        (lambda t, r, p: setattr(t, "debris", 0.0), AttributeError, "it adds to rate.debris"),
    ],
)
def test_a_law_that_cannot_be_is_refused_when_it_is_made(body, kind, message):
    with pytest.raises(kind, match=message):
        mechanism_of(body)


def nothing(tissue, rate, p):
    pass


def renamed(name):
    return cx.Mechanism(name, nothing, writes=["debris"])


def reading(field):
    return cx.Mechanism("mine", nothing, writes=["debris"], reads=[field])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: cx.Parameter("a", "x", "1/h", **GUESS), "parameter a: 'x' is no number"),
        (lambda: cx.Parameter("a", 1.0, 5, **GUESS), "a unit is a text"),
        (lambda: cx.Field("dye", "1", "dermis", scale="a"), "field dye: 'a' is no number"),
        (lambda: cx.Field("dye", "1", "dermis", scale=1, rest={"papillary": "a"}), "field dye: 'a' is no number"),
        (lambda: cx.Mechanism("mine", nothing, writes="debris"), "writes: a list of names is needed"),
        (lambda: cx.Scenario.from_dict({"title": "a"}).plus(nothing), "plus takes a cicatrix.Mechanism, not function"),
        (lambda: cx.Scenario.from_dict({"title": "a"}).without(["nerves"]), "takes names of mechanisms, not list"),
    ],
)
def test_things_of_another_kind_are_refused(make, message):
    with pytest.raises(TypeError, match=message):
        make()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: cx.Parameter("a", 1.0, "1/hourly", **GUESS), "'1/hourly' is no known unit"),
        (lambda: cx.Parameter("a", 1.0, "1/h", "own", ""), "needs a source"),
        (lambda: cx.Parameter("a", 3.0, "1/h", **GUESS, plausible=(0, 2)), "3.0 does not lie in 0 .. 2"),
        (lambda: cx.Parameter("a", 3.0, "1/h", **GUESS, status="asumed"), "did you mean 'assumed'"),
        (lambda: cx.Parameter("a", 1.0, "µm", **GUESS), "'µm' is no known unit"),
        (lambda: cx.Field("occlusion", "1", "dermis", scale=1), "it means something else"),
        (lambda: cx.Field("wärme", "1", "dermis", scale=1), "is no name for a field"),
        (lambda: cx.Scenario.from_dict({"title": "a"}).plus(renamed("numerics")), "'numerics' already"),
        (lambda: cx.Scenario.from_dict({"title": "a"}).plus(reading("collagen_i@basal")), "does not live in basal"),
        (lambda: cx.Parameter("a b", 3.0, "1/h", **GUESS), "'a b' is no name for a parameter"),
        (lambda: cx.Field("dye", "1", "dermiss", scale=1), "no layer 'dermiss'; did you mean 'dermis'"),
        (lambda: cx.Field("dye", "1", ["basal", "reticular"], scale=1), "one under the other"),
        (lambda: cx.Field("dye", "1", "dermis", scale=0), "a scale of 0 is none"),
        (lambda: cx.Field("dye", "1", "dermis", scale=1, rest=-1), "-1.0 at rest in papillary; at least 0"),
        (lambda: cx.Field("dye", "1", "dermis", scale=1, rest={"basal": 1}), "where it does not live"),
        (lambda: cx.Field("dye", "1", "dermis", scale=1, diffusivity_um2_per_h=-1), "at least 0 um2/h"),
        (lambda: cx.Mechanism("mine", nothing), "owns and writes nothing"),
        (lambda: cx.Mechanism("mine", nothing, writes=["il6"], reads=["il6"]), "names 'il6' twice"),
        (lambda: cx.Mechanism("mine", nothing, writes=["il6"], reads=["tnf@surface"]), "no field of another layer"),
        (lambda: cx.Mechanism("mine", nothing, writes=[f"f{i}" for i in range(40)]), "at most 24"),
        (lambda: decay().with_(fadign=1.0), "did you mean 'fading'"),
        (lambda: cx.Scenario.from_dict({"title": "a"}).without("nervs"), "did you mean 'nerves'"),
        (lambda: cx.Scenario.from_dict({"title": "a"}).plus(decay(), decay()), "'dyeing' already"),
        (lambda: cx.Scenario.from_dict({"title": "a"}).plus(nerves("nerves")), "'nerves' already"),
        (lambda: cx.Scenario.from_dict({"title": "a"}).plus(cx.Mechanism("m", nothing, writes=["il66"])), "'il66'"),
        (
            lambda: cx.Scenario.from_dict({"title": "a"}).plus(
                cx.Mechanism("m", nothing, owns=[cx.Field("il6", "pg/mm3", "dermis", scale=1)])
            ),
            "the field 'il6' is owned by cytokines",
        ),
    ],
)
def test_a_declaration_that_cannot_be_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()
