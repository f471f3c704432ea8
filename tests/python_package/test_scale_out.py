# SPDX-License-Identifier: Apache-2.0
"""Sweeps on a Dask cluster: the same bits, workers that die, wrong workers; and slices by hand with a shared folder."""

import contextlib
import os
import signal
import threading
import time

import dask
import numpy as np
import pytest
from conftest import TINY
from distributed import Client, LocalCluster

import cicatrix as cx
from cicatrix import keeping, scaling_out

DESIGN = {"routine.passes": [1, 4]}  # twice each: four runs
SECONDS_LONG = [{"routine.sessions": n} for n in (5, 6, 7, 8)]
HOPELESS = {"override.numerics.negativity": 0}  # not even a rounding error below zero is borne


@contextlib.contextmanager
def cluster(folder, workers):
    with (
        dask.config.set({"temporary-directory": str(folder)}),
        LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0") as made,
        Client(made) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def single(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("dask"), 1) as made:
        yield made


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("dask"), 2) as made:
        yield made


@pytest.fixture(params=["single", "pair"])
def client(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def plain():
    return cx.sweep(TINY, DESIGN, replicates=2)


@pytest.mark.parametrize("chunk", [1, 3])
def test_a_cluster_changes_no_bit(client, chunk, plain, tiny, tmp_path):
    shares = []
    there = cx.sweep(tiny, DESIGN, replicates=2, client=client, chunk=chunk, folder=tmp_path, progress=shares.append)
    assert there.identical(plain)
    assert shares == sorted(shares) and len(shares) == -(-4 // chunk) and shares[-1] == 1
    assert len(list(tmp_path.glob("*.nc"))) == 4 and not list(tmp_path.glob("*.part"))
    alone = cx.run(tiny, routine__passes=4, seed=8)
    assert str(there["result_hash"].values[3]) == alone.attrs["result_hash"]
    np.testing.assert_array_equal(there["erythema"].values[3], alone["erythema"].values)


@pytest.fixture(scope="module")
def longer():
    return cx.sweep(TINY, SECONDS_LONG)


def test_a_worker_that_is_killed_half_way_is_replaced(client, longer, tmp_path):
    """When one run is kept and others are at hand, one of the processes that compute dies without a word."""
    pids = client.run(os.getpid)
    killed = []

    def kill():
        while not list(tmp_path.glob("*.nc")):
            time.sleep(0.01)
        worker = next(worker for worker, keys in client.processing().items() if keys)
        os.kill(pids[worker], signal.SIGKILL)
        killed.append((worker, len(list(tmp_path.glob("*.nc")))))

    killer = threading.Thread(target=kill)
    killer.start()
    there = cx.sweep(TINY, SECONDS_LONG, client=client, folder=tmp_path)
    killer.join()
    ((worker, finished),) = killed
    assert 1 <= finished < len(SECONDS_LONG)
    lost = client.run_on_scheduler(lambda dask_scheduler: dask_scheduler.task_prefixes["cicatrix-sweep"].suspicious)
    assert lost >= 1 and worker not in client.scheduler_info()["workers"]
    assert there.equals(longer)
    assert there["result_hash"].values.tolist() == longer["result_hash"].values.tolist()


def test_a_sweep_that_was_stopped_goes_on_where_it_was(pair, longer, tmp_path):
    class Enough(Exception):
        pass

    def stop(share):
        if share >= 0.5:
            raise Enough

    with pytest.raises(Enough):
        cx.sweep(TINY, SECONDS_LONG, client=pair, folder=tmp_path, progress=stop)
    wait_until(lambda: not any(pair.processing().values()))
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.nc")}
    assert 2 <= len(kept) < len(SECONDS_LONG)
    resumed = cx.sweep(TINY, SECONDS_LONG, client=pair, folder=tmp_path)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert resumed.equals(longer)
    assert resumed["result_hash"].values.tolist() == longer["result_hash"].values.tolist()


def wait_until(true, seconds=60):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_what_ends_the_sweep_ends_its_runs(error, pair, tiny, tmp_path):
    """The first run is short; the others would take minutes, and are told to stop."""

    def stop(share):
        raise error

    forever = {"nx": 40, "ny": 40, "lateral": "1000 um"}
    design = [{"run.resolution": tiny["run.resolution"]}] + [
        {"run.resolution": tiny["run.resolution"] | forever | {"nx": 40 + n}} for n in range(4)
    ]
    with pytest.raises(error):
        cx.sweep(tiny, design, client=pair, folder=tmp_path, progress=stop, seed=3)
    wait_until(lambda: not any(pair.run(lambda dask_worker: len(dask_worker.state.executing)).values()))
    assert not any(pair.processing().values())
    assert len(list(tmp_path.iterdir())) == 1


def test_mathematics_that_breaks_down_arrives_with_its_facts_and_is_not_tried_again(pair, tiny, tmp_path):
    with pytest.raises(cx.NumericalError) as alone:
        cx.run(tiny, HOPELESS)
    with pytest.raises(cx.NumericalError) as there:
        cx.sweep(tiny, [HOPELESS], client=pair)
    assert vars(there.value) == vars(alone.value) and str(there.value) == str(alone.value)
    assert there.value.field == "vegf" and there.value.time_h == 0


def test_a_wrong_point_is_refused_before_anything_is_sent(pair, tiny, monkeypatch):
    monkeypatch.setattr(pair, "map", None)  # sending would fail otherwise
    with pytest.raises(cx.ScenarioError) as told:
        cx.sweep(tiny, {"routine.passes": [1, -3]}, client=pair)
    assert told.value.key == "routine.passes" and "-3" in told.value.__notes__[0]
    with pytest.raises(ValueError, match="did you mean 'erythema'"):
        cx.sweep(tiny, [{}], client=pair, keep=["erytema"])


def test_a_damaged_kept_run_is_named(pair, tiny, tmp_path):
    cx.sweep(tiny, [{}], client=pair, folder=tmp_path)
    (kept,) = tmp_path.glob("*.nc")
    kept.write_bytes(b"half")
    with pytest.raises(cx.ResultError, match=kept.name) as told:
        cx.sweep(tiny, [{}], client=pair, folder=tmp_path)
    assert told.value.file == str(kept)


def test_warnings_of_workers_are_heard_here(pair, tiny):
    narrow = tiny.with_(run__resolution={"nx": 1, "ny": 1, "lateral": "1 um", "finest": "18 um"})
    with pytest.warns(UserWarning, match="1 of 1 sessions put no needle") as heard:
        cx.sweep(narrow, [{}], client=pair)
    assert heard[0].filename == __file__


def test_workers_with_another_cicatrix_are_refused(pair, tiny):
    odd, other = pair.scheduler_info()["workers"]

    def pretend(version):
        import cicatrix

        cicatrix._core.version = version

    def hide():
        import sys

        sys.hidden, sys.modules["cicatrix"] = sys.modules["cicatrix"], None

    def show():
        import sys

        sys.modules["cicatrix"] = sys.hidden

    pair.run(pretend, "0.0.9", workers=[odd])
    with pytest.raises(cx.CicatrixError, match=f"{odd}: 0.0.9 of revision") as told:
        cx.sweep(tiny, [{}], client=pair)
    assert other not in str(told.value) and cx.__version__ in str(told.value)
    pair.run(hide, workers=[odd])
    with pytest.raises(cx.CicatrixError, match=f"{odd}: none .*cicatrix"):
        cx.sweep(tiny, [{}], client=pair)
    pair.run(show, workers=[odd])
    pair.run(pretend, cx.__version__, workers=[odd])
    assert cx.sweep(tiny, [{}], client=pair).sizes["run"] == 1


def test_a_worker_that_came_later_asks_for_itself(tiny):
    answer = scaling_out.runs_of_a_task([tiny], folder=None, keep=None, wanted=("0.0.9", "abc"), over="no event")
    assert isinstance(answer, cx.CicatrixError) and "0.0.9 of revision abc" in str(answer)


@pytest.mark.parametrize(
    ("more", "kind", "says"),
    [
        ({"client": "tcp://somewhere:8786"}, TypeError, "not str"),
        ({"chunk": 0}, ValueError, "chunk: 0"),
    ],
)
def test_wrong_calls_are_told(more, kind, says):
    with pytest.raises(kind, match=says):
        cx.sweep(TINY, [{}], **more)


def test_how_many_runs_go_at_a_time_is_up_to_the_cluster(pair):
    with pytest.raises(ValueError, match="workers"):
        cx.sweep(TINY, [{}], client=pair, workers=2)


def test_slices_with_a_shared_folder_are_gathered_without_a_run(tiny, tmp_path, monkeypatch):
    design = cx.latin_hypercube({"routine.passes": (1, 9), "device.needle_length": (0.25, 1.5, "mm")}, 3)
    whole = cx.sweep(tiny, design)
    for i in range(2):
        cx.sweep(tiny, design[i::2], folder=tmp_path)
    assert len(list(tmp_path.glob("*.nc"))) == 3
    monkeypatch.setattr(keeping, "computed", None)  # a run would fail
    gathered = cx.sweep(tiny, design, folder=tmp_path)
    assert gathered.equals(whole)
    assert gathered["result_hash"].values.tolist() == whole["result_hash"].values.tolist()
