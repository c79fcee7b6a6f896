"""Neutral copy, written for this purpose, in which nothing of weight may be found."""

from pathlib import Path

import pytest

from biasdiff import analyze

PASSAGES = sorted((Path(__file__).parent / "neutral").glob("*.txt"))
# Findings of any severity per 100 words of neutral copy, all voices; docs/method.md states the measured rates.
MOST_FINDINGS = {"default": 0.5, "high": 0.6}


def read(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("sensitivity", ["default", "high"])
def test_neutral_copy_has_no_finding_of_severity_two(path, sensitivity):
    story = analyze(read(path), sensitivity=sensitivity)
    assert [(story.text(f.span), f.rule, f.entry) for f in story.findings if f.severity > 1] == []


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_neutral_copy_has_no_loaded_wording(path):
    story = analyze(read(path))
    assert [(story.text(f.span), f.entry) for f in story.findings if f.group == "wording"] == []


@pytest.mark.parametrize("sensitivity", ["default", "high"])
def test_neutral_copy_has_few_findings(sensitivity):
    stories = [analyze(read(path), sensitivity=sensitivity) for path in PASSAGES]
    words = sum(len(s.words) for story in stories for s in story.told)
    rate = 100 * sum(len(story.findings) for story in stories) / words
    print(f"{rate:.2f} findings per 100 words of neutral copy ({words} words, sensitivity {sensitivity})")
    assert rate <= MOST_FINDINGS[sensitivity]


def test_there_are_neutral_passages_of_many_kinds():
    assert len(PASSAGES) >= 10
    assert all(140 <= len(read(path).split()) <= 260 for path in PASSAGES)
