import sys

import pytest

from biasdiff.rendering import pages


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A place of its own for compiled templates."""
    environment = pages._environment.__wrapped__()
    environment.bytecode_cache.directory = str(tmp_path / "kept")
    monkeypatch.setattr(pages, "_environment", lambda: environment)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def page():
    pages._environment().cache.clear()
    return pages.fill("index.html.jinja", ("page.css", "index.css"), entries=())


def test_a_compiled_template_is_kept_and_gives_the_same_page(kept):
    fresh = page()
    (compiled,) = kept.iterdir()
    made = compiled.stat().st_mtime_ns
    assert page() == fresh
    assert compiled.stat().st_mtime_ns == made


@pytest.mark.parametrize("garbage", [b"", b"not compiled", None])
def test_a_spoiled_compiled_template_is_made_anew(kept, garbage):
    fresh = page()
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-40] if garbage is None else garbage)
    assert page() == fresh


def test_a_place_that_takes_no_files_is_left_alone(kept):
    kept.write_text("a file where the folder should be")
    assert page().lower().startswith("<!doctype html>")
    assert kept.read_text() == "a file where the folder should be"


def test_nothing_is_kept_where_python_keeps_no_modules(kept, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    page()
    assert not kept.exists()
