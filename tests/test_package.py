"""What the package promises as a whole: what is public, what an import loads, and that it needs no compiled code."""

import json
import subprocess
import sys
from importlib import import_module
from importlib.metadata import files
from pathlib import Path

import pytest

import biasdiff

SAMPLES = Path(__file__).parent.parent / "samples" / "port-alder-ferries"


def loaded_by(code):
    """The modules that a fresh interpreter has after running code."""
    shown = subprocess.run(
        [sys.executable, "-c", f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(json.loads(shown.stdout.splitlines()[-1]))


def test_what_is_public_is_what_all_names():
    assert set(biasdiff.__all__) == set(biasdiff._HOMES)
    for name in biasdiff.__all__:
        assert getattr(biasdiff, name).__doc__


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'score'"):
        _ = biasdiff.score


def test_importing_the_package_loads_nothing_of_it():
    assert {m for m in loaded_by("import biasdiff") if m.startswith("biasdiff")} == {"biasdiff"}


def test_the_command_line_starts_without_the_engine():
    loaded = loaded_by("import biasdiff.cli")
    assert not loaded & {"jinja2", "vaderSentiment", "textstat", "nltk", "tomllib", "markdown_it", "biasdiff.lexicon"}


def test_an_analysis_loads_neither_tone_nor_templates_nor_the_toml_reader():
    loaded = loaded_by("import biasdiff; biasdiff.analyze('The valiant mayor spoke.').findings")
    assert not loaded & {"jinja2", "vaderSentiment", "textstat", "nltk", "tomllib", "click"}


def test_a_comparison_needs_no_compiled_module_but_those_of_textstat():
    """The same code is to run where only pure Python does, as in a browser page."""
    code = f"""
import importlib.abc, importlib.machinery
sys.modules['textstat'] = None
import biasdiff
from biasdiff.rendering.html import render
stories = [biasdiff.read(r'{SAMPLES / "01-morning-ledger.txt"}'), biasdiff.read(r'{SAMPLES / "02-coast-wire.txt"}')]
render(biasdiff.compare(stories))
compiled = [n for n, m in sys.modules.items() if getattr(m, '__file__', None)
            and m.__file__.endswith(tuple(importlib.machinery.EXTENSION_SUFFIXES)) and 'site-packages' in m.__file__]
# markupsafe has a pure form, which it takes where its accelerator is missing.
assert set(compiled) <= {{'markupsafe._speedups'}}, compiled
"""
    loaded_by(code)


GRADED = """
import biasdiff
story = 'Crews stop work. ' * 50
assert biasdiff.compare([story, story + 'They sail on Monday.']).profiles[0].readability.grade is not None
"""


def test_a_grade_does_not_load_nltk():
    assert "textstat" in (loaded := loaded_by(GRADED))
    assert not [module for module in loaded if module.split(".")[0] == "nltk"]


def test_nltk_is_there_whole_for_whoever_asks_later():
    """A part of it that imports the rest, and the formulas of textstat that count syllables."""
    loaded = loaded_by(f"{GRADED}\nimport nltk.corpus, textstat.backend.utils._get_cmudict as syllables")
    assert "nltk.tokenize" in loaded
    looked_up = "syllables.nltk.data.find is nltk.data.find"
    loaded_by(f"{GRADED}\nimport textstat.backend.utils._get_cmudict as syllables, nltk\nassert {looked_up}")


def test_nothing_asks_the_network():
    code = f"""
import socket
def refuse(*_, **__): raise AssertionError('asked the network')
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
import biasdiff
stories = [biasdiff.read(r'{SAMPLES / "01-morning-ledger.txt"}'), biasdiff.read(r'{SAMPLES / "02-coast-wire.txt"}')]
assert biasdiff.compare(stories).profiles[0].readability.grade
"""
    loaded_by(code)


def test_the_wheel_says_that_it_is_typed():
    assert (Path(biasdiff.__file__).parent / "py.typed").exists()


def test_the_command_runs_as_a_module():
    shown = subprocess.run([sys.executable, "-m", "biasdiff", "--version"], capture_output=True, text=True, check=True)
    assert biasdiff.__version__ in shown.stdout


def test_public_functions_say_what_comes_back():
    for name in ("analyze", "compare", "read", "to_dict"):
        first = getattr(biasdiff, name).__doc__.splitlines()[0]
        assert len(first) > 30
    assert files("biasdiff")
    assert import_module("biasdiff.errors").BiasdiffError is biasdiff.BiasdiffError
