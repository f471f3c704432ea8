# SPDX-License-Identifier: Apache-2.0
"""Notebooks run from top to bottom in a fresh kernel, and are kept without what they printed.

CICATRIX_NOTEBOOK_OUTPUT names a folder for the executed copies, with their figures.
"""

import json
import os
import pathlib
import sys

import nbformat
import pytest
from conftest import TREE
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

NOTEBOOKS = sorted((TREE / "python" / "notebooks").glob("*.ipynb"))
LONGEST_S = 300  # of a cell, on a busy machine; on two quiet cores a whole notebook takes less than a minute

notebooks = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


class ThisPython(AsyncKernelManager):
    """A kernel of the interpreter that runs the tests, whatever kernels are installed."""

    @property
    def kernel_spec(self):
        words = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=words, display_name="this Python", language="python")


def pictures(notebook):
    return [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]


def test_there_are_notebooks():
    assert {path.stem[:2] for path in NOTEBOOKS} >= {"1_", "2_", "3_", "4_", "5_"}


@notebooks
def test_it_is_kept_without_outputs_and_with_steady_cells(path):
    text = path.read_text()
    document = json.loads(text)
    assert text == json.dumps(document, indent=1, ensure_ascii=False) + "\n"  # a line of text is a line of the file
    nbformat.validate(document)
    assert document["nbformat"] == 4
    names = [cell["id"] for cell in document["cells"]]
    assert len(set(names)) == len(names)
    for cell in document["cells"]:
        assert not cell["metadata"], cell["id"]
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None, cell["id"]


def test_the_page_lists_them_all():
    page = (TREE / "docs" / "python.md").read_text()
    assert [path.stem for path in NOTEBOOKS if f"| `{path.stem}` |" not in page] == []


@notebooks
def test_it_says_what_it_is_for(path):
    first = nbformat.read(path, 4).cells[0]
    assert first.cell_type == "markdown" and "research and teaching; not medical advice" in first.source


@notebooks
def test_it_runs(path, tmp_path, monkeypatch):
    monkeypatch.delenv("MPLBACKEND", raising=False)  # the kernel's own puts figures into the notebook
    notebook = nbformat.read(path, 4)
    where = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(notebook, timeout=LONGEST_S, kernel_manager_class=ThisPython, resources=where)
    client.execute()
    folder = pathlib.Path(os.environ.get("CICATRIX_NOTEBOOK_OUTPUT") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / path.name)
    assert len(pictures(notebook)) >= 2
    complaints = [
        output["text"]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output["output_type"] == "stream" and output["name"] == "stderr"
    ]
    assert not complaints


def test_an_error_in_a_notebook_fails():
    """The way that they are run does not pass over errors."""
    wrong = nbformat.v4.new_code_cell("import cicatrix as cx\ncx.run('nowhere.toml')")
    notebook = nbformat.v4.new_notebook(cells=[wrong])
    with pytest.raises(CellExecutionError, match="nowhere.toml"):
        NotebookClient(notebook, timeout=LONGEST_S, kernel_manager_class=ThisPython).execute()
