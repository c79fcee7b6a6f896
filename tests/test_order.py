"""Another order of the stories changes nothing but the order, in every part of a comparison."""

from itertools import permutations
from pathlib import Path

import pytest

import biasdiff
from biasdiff.model import Analysis, Comparison, Place, Point

SAMPLES = Path(__file__).parent.parent / "samples"
LETTERS = "abcdefgh"

Told = dict[str, set[object]]


def _told(stories: list[Analysis], order: tuple[int, ...]) -> Told:
    result = biasdiff.compare([stories[at] for at in order])
    which = {LETTERS[place]: at for place, at in enumerate(order)}

    def at(places: tuple[Place, ...]) -> frozenset[object]:
        return frozenset((which[place.passage], place.start, place.end) for place in places)

    def points(found: tuple[Point, ...]) -> set[object]:
        return {(point.kind, at(point.places), point.weight) for point in found}

    return {
        "units": {_sentences(unit.sentences, which) for unit in result.units},
        "told": {(row.text, frozenset(map(which.get, row.passages))) for row in result.told},
        "highlights": {(one.kind, at(one.places)) for one in result.highlights},
        "tensions": points(result.tensions),
        "names": points(result.name_points),
        "placements": points(result.placements),
        "headlines": {(which[one.passage], *points(one.points)) for one in result.headlines},
        "figures": {
            (one.relation, frozenset((which[r.passage], r.figure) for r in one.figures), one.weight)
            for one in result.figure_matches
        },
        "words": {
            (one.thing, frozenset((which[label.passage], label.places) for label in one.words))
            for one in result.key_words
        },
        "only": {(which[one.passage], one.kind, one.spans, one.weight) for one in result.only_here},
        "targets": {(one.target, which[one.passage], one.direction, one.findings) for one in result.targets},
        "practices": {(which[one.passage], one.kind, one.places) for one in result.practices},
        "sources": {
            (one.name, one.kind, frozenset((which[s.passage], s.quoted_words, s.reported_words) for s in one.shares))
            for one in result.sources
        },
        "contrasts": {(frozenset(map(which.get, one.passages)), one.group, one.word) for one in result.contrasts},
        "quotations": _matches(result, which),
    }


def _sentences(told: tuple[tuple[str, tuple[int, ...]], ...], which: dict[str, int]) -> frozenset[object]:
    return frozenset((which[key], index) for key, indices in told for index in indices)


def _matches(result: Comparison, which: dict[str, int]) -> set[object]:
    return {
        (frozenset(zip(map(which.get, m.passages), m.quotations, strict=True)), m.status, m.coverage)
        for m in result.quotation_matches
    }


@pytest.mark.parametrize("event", sorted(path.name for path in SAMPLES.iterdir() if path.is_dir()))
def test_another_order_of_the_stories_tells_the_same(event):
    stories = [biasdiff.analyze(biasdiff.read(path)) for path in sorted((SAMPLES / event).glob("0*.*"))]
    orders = list(permutations(range(len(stories))))
    first = _told(stories, orders[0])
    for order in (orders[len(orders) // 2], orders[-1]):
        again = _told(stories, order)
        for part, told in first.items():
            assert again[part] == told, part


def test_the_same_story_several_times_tells_the_same_in_any_order():
    text = "Petra Holm met 40 crews. “We stay,” said Petra Holm. The crews left in May."
    stories = [biasdiff.analyze(each) for each in (text, text, "Petra Holm met 30 crews. The crews left in May.")]
    assert _told(stories, (0, 1, 2))["figures"] == _told(stories, (2, 1, 0))["figures"]


def test_each_sentence_stands_in_at_most_one_unit_with_a_row():
    for folder in (path for path in SAMPLES.iterdir() if path.is_dir()):
        result = biasdiff.compare([biasdiff.read(path) for path in sorted(folder.glob("0*.*"))])
        placed = [(key, index) for unit in result.units for key, indices in unit.sentences for index in indices]
        assert len(placed) == len(set(placed))
        assert all(len(unit.sentences) > 1 for unit in result.units)
        assert [row.unit for row in result.told] == [unit.id for unit in result.units]
        linked = {
            (key, index)
            for link in result.links
            for key, indices in zip(link.passages, link.sentences, strict=True)
            for index in indices
        }
        assert set(placed) <= linked
