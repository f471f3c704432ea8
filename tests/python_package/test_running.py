# SPDX-License-Identifier: Apache-2.0
"""While a run goes on: progress, other threads, Ctrl-C, and a result file that is whole or not there."""

import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest
from conftest import TINY

import cicatrix as cx

LONG = cx.Scenario.from_dict(TINY).with_(
    routine__sessions=20, run__follow_up="365 d", run__resolution={"nx": 40, "ny": 40, "lateral": "1000 um"}
)


def test_progress_rises_from_nothing_to_all(tiny):
    shares = []
    cx.run(tiny, progress=shares.append)
    assert shares[0] == 0.0 and shares[-1] == 1.0 and shares == sorted(shares)


def every_call(tiny, more):
    """All that tell how far they are."""
    cx.run(tiny, more, progress=True)
    cx.compare([tiny], more, progress=True)
    cx.sweep(tiny, [more], progress=True)
    cx.Simulation(tiny, more).advance_to(24, progress=True)


def test_progress_can_be_a_bar_of_tqdm(tiny, capfd):
    every_call(tiny, {})
    out, err = capfd.readouterr()
    bars = err.removesuffix("\n").split("\n")
    assert out == "" and len(bars) == 4 and all("100%|" in bar for bar in bars)


def test_without_tqdm_progress_is_a_line_on_standard_error(tiny, capfd, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.delitem(sys.modules, "tqdm.auto", raising=False)
    every_call(tiny, {})
    out, err = capfd.readouterr()
    assert out == "" and err.count("100% done\n") == 4 and err.count("\n") == 4


@pytest.mark.parametrize("with_tqdm", [True, False])
def test_the_bar_is_closed_when_the_run_fails(with_tqdm, tiny, capfd, monkeypatch):
    tqdm = pytest.importorskip("tqdm.auto").tqdm
    if not with_tqdm:
        monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(cx.NumericalError):
        cx.run(tiny, {"override.numerics.negativity": 0}, progress=True)
    assert capfd.readouterr().err.endswith("\n") and not tqdm._instances


def test_what_progress_raises_ends_the_run_and_arrives(tmp_path, tiny):
    class Enough(Exception):
        pass

    def stop(share):
        raise Enough

    with pytest.raises(Enough):
        cx.run(LONG, progress=stop, output=tmp_path / "r.nc")
    assert list(tmp_path.iterdir()) == []
    simulation = cx.Simulation(tiny)
    with pytest.raises(Enough):
        simulation.advance_to(24, progress=stop)
    simulation.advance_to(24)
    assert simulation.time_h == 24


def test_an_older_result_survives_a_run_that_is_stopped(tmp_path):
    def stop(share):
        if share > 0:
            raise RuntimeError("enough")

    (tmp_path / "r.nc").write_text("an older result")
    with pytest.raises(RuntimeError, match="enough"):
        cx.run(LONG, progress=stop, output=tmp_path / "r.nc")
    assert [p.name for p in tmp_path.iterdir()] == ["r.nc"]
    assert (tmp_path / "r.nc").read_text() == "an older result"


def test_other_threads_go_on_meanwhile():
    """The run is held at its first report until the other thread, which needs the lock, has counted on during it."""
    counts, over = [0], threading.Event()

    def count():
        while not over.is_set():
            counts[0] += 1
            time.sleep(0.001)

    counter = threading.Thread(target=count)
    seen = []

    def enough(share):
        seen.append(counts[0])
        if len(seen) > 3 and seen[-1] > seen[1]:  # it counted while steps were computed, between two reports
            raise StopIteration

    counter.start()
    try:
        with pytest.raises(StopIteration):
            cx.run(LONG, threads=1, progress=enough)
    finally:
        over.set()
        counter.join()


def test_two_runs_at_once_give_the_same_bits(tiny, ran):
    hashes = []
    threads = [threading.Thread(target=lambda: hashes.append(cx.run(tiny).attrs["result_hash"])) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert hashes == [ran.attrs["result_hash"]] * 3


INTERRUPTED = """
import signal, sys
import cicatrix as cx
signal.signal(signal.SIGINT, signal.default_int_handler)
scenario = cx.Scenario.from_toml(sys.stdin.read())
told = lambda share: print("running", flush=True) if share > 0 else None
try:
    cx.run(scenario, progress=told if sys.argv[2] == "told" else None, output=sys.argv[1])
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.parametrize("how", ["told", "silent"])
def test_ctrl_c_ends_a_run_soon_and_leaves_nothing(how, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, str(tmp_path / "r.nc"), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        process.stdin.write(LONG.to_toml())
        process.stdin.close()
        process.stdin = None
        deadline = time.monotonic() + 120
        while not list(tmp_path.iterdir()) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)  # until its temporary file is there
        assert process.poll() is None, "the run ended before it could be interrupted"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
    finally:
        process.kill()
    assert (process.returncode, out.splitlines()[-1:]) == (0, ["interrupted"]), err
    assert list(tmp_path.iterdir()) == []


def test_sessions_that_miss_the_patch_are_warned_of(tiny):
    narrow = tiny.with_(run__resolution={"nx": 1, "ny": 1, "lateral": "1 um", "finest": "18 um"})
    with pytest.warns(UserWarning, match="1 of 1 sessions put no needle"):
        cx.run(narrow)


def test_a_run_that_is_broken_off_goes_on_from_its_checkpoint(tiny, tmp_path):
    whole = cx.run(tiny)
    kept, calls = tmp_path / "kept", 0

    def stop(share):
        nonlocal calls
        calls += 1
        if share > 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cx.run(tiny, progress=stop, checkpoint=kept)
    assert kept.exists()
    with pytest.raises(cx.ResultError, match="another scenario") as refused:
        cx.run(tiny, checkpoint=kept, routine__passes=2)
    assert refused.value.file == str(kept)
    shares = []
    again = cx.run(tiny, checkpoint=kept, progress=shares.append)
    assert again.attrs["result_hash"] == whole.attrs["result_hash"] and not kept.exists()
    np.testing.assert_array_equal(again["erythema"], whole["erythema"])
    with pytest.raises(ValueError, match="cannot be kept yet"):
        cx.run(tiny.without("nerves"), checkpoint=kept)
