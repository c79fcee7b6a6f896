"""Fits the weights that link sentences (biasdiff/aligning/weights.json) and says how good they are.

    python benchmarks/fit_links.py DATA [--write]

DATA holds pairs of news stories and of retold fables with links made by hand: story_alignment.jsonl,
story_alignment_more.jsonl, retellings.jsonl. News stories count again without their headlines, and again with
their first sentences alone, so that pasted and short texts are served too. Figures are cross-validated by
story; the threshold is chosen inside each fold.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

import biasdiff
from biasdiff.aligning.candidates import candidates, pair
from biasdiff.aligning.features import NAMES, Features
from biasdiff.aligning.kinds import kind
from biasdiff.aligning.weights import shift
from biasdiff.model import Analysis

TARGET = Path(biasdiff.__file__).parent / "aligning" / "weights.json"
SETS = {"news": 1.0, "news without headlines": 0.3, "openings of news": 0.3, "fables": 0.6}
OPENING = 9
FOLDS, SEEDS, INVERSE_PENALTY = 8, 3, 0.1
THRESHOLDS = np.arange(0.16, 0.6, 0.02)
KINDS = {"quote": "quotation", "same": "same", "partial": "partial"}
Place = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """A story as labelled: its text and the span of each labelled sentence."""

    text: str
    spans: tuple[Place, ...]


@dataclass(frozen=True)
class Gold:
    """A link made by hand: whether all annotators made it, and what kinds they gave it."""

    sure: bool
    kinds: frozenset[str]


@dataclass
class Case:
    """A pair of stories, its hand-made links, and its candidates with features."""

    set: str
    story: int
    gold: dict[Place, Gold]
    pairs: list[list[Place]] = field(default_factory=list)  # labelled pairs that a candidate stands for
    features: np.ndarray = field(default_factory=lambda: np.zeros((0, 0)))
    kinds: list[str] = field(default_factory=list)  # of each candidate, should it be a link

    @property
    def labels(self) -> np.ndarray:
        """1 for candidates that stand for a hand-made link, else 0."""
        return np.array([any(place in self.gold for place in places) for places in self.pairs], dtype=float)


def told(sentences: Iterable[tuple[str, int]]) -> Told:
    text, spans, last = "", [], None
    for sentence, paragraph in sentences:
        if text:
            text += " " if paragraph == last else "\n\n"
        spans.append((len(text), len(text) + len(sentence)))
        text, last = text + sentence, paragraph
    return Told(text, tuple(spans))


def rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def cases(data: Path) -> Iterator[Case]:
    story = 0
    for name, annotators in (("story_alignment.jsonl", 2), ("story_alignment_more.jsonl", 1)):
        for row in rows(data / name):
            sides = [[(s["text"], s["paragraph"]) for s in row[side]["sentences"]] for side in ("left", "right")]
            gold = {
                (link["left"], link["right"]): Gold(link["annotators"] >= annotators, frozenset(link["kinds"]))
                for link in row["links"]
            }
            yield prepared(Case("news", story, gold), *map(told, sides))
            cut = [headlines(side) for side in sides]
            rest = {(i - cut[0], j - cut[1]): link for (i, j), link in gold.items() if i >= cut[0] and j >= cut[1]}
            bodies = [told(side[start:]) for side, start in zip(sides, cut, strict=True)]
            yield prepared(Case("news without headlines", story, rest), *bodies)
            start = {(i, j): link for (i, j), link in gold.items() if max(i, j) < OPENING}
            yield prepared(Case("openings of news", story, start), *(told(side[:OPENING]) for side in sides))
            story += 1
    for row in rows(data / "retellings.jsonl"):
        sides = [[(sentence, 0) for sentence in row[side]] for side in ("left", "right")]
        gold = {(i, j): Gold(True, frozenset()) for i, j in row["gold"]}
        yield prepared(Case("fables", story, gold), *map(told, sides))
        story += 1


def headlines(side: Sequence[tuple[str, int]]) -> int:
    """How many sentences at the start are the headline, or repeat it."""
    return next((at for at, (text, _) in enumerate(side) if at and text.strip() != side[0][0].strip()), 1)


def prepared(case: Case, left: Told, right: Told) -> Case:
    analyses = biasdiff.analyze(left.text), biasdiff.analyze(right.text)
    both = pair(*analyses)
    found = candidates(both)
    rows = Features(both, found).rows()
    covered = covers(analyses[0], left), covers(analyses[1], right)
    off = shift(max(len(both.left), len(both.right)))
    vectors = []
    for candidate, values in zip(found, rows, strict=True):
        one, two = both.left[candidate.left], both.right[candidate.right]
        vectors.append([*values, off, *(off * value for value in values)])
        case.pairs.append([(i, j) for i in covered[0][one.sentence] for j in covered[1][two.sentence]])
        case.kinds.append(kind(both, candidate))
    case.features = np.array(vectors).reshape(len(vectors), 2 * len(NAMES) + 1)
    return case


def covers(story: Analysis, labelled: Told) -> list[list[int]]:
    """For each sentence found, the labelled ones that it shares at least half of the shorter one with."""
    return [
        [
            number
            for number, (start, end) in enumerate(labelled.spans)
            if 2 * (min(end, s.span.end) - max(start, s.span.start)) >= min(end - start, s.span.end - s.span.start)
        ]
        for s in story.sentences
    ]


class Model:
    """A logistic model with features brought to one scale, and its weights in the features' own units."""

    def __init__(self, train: Sequence[Case]) -> None:
        weights = np.concatenate([np.full(len(case.pairs), SETS[case.set]) for case in train])
        values = np.vstack([case.features for case in train])
        labels = np.concatenate([case.labels for case in train])
        scale = StandardScaler().fit(values)
        found = LogisticRegression(C=INVERSE_PENALTY, max_iter=2000).fit(scale.transform(values), labels, weights)
        self.weights = found.coef_[0] / scale.scale_
        self.intercept = float(found.intercept_[0] - self.weights @ scale.mean_)

    def chances(self, case: Case) -> np.ndarray:
        """The chance of each candidate."""
        return 1 / (1 + np.exp(-(case.features @ self.weights + self.intercept)))


def counts(case: Case, chances: np.ndarray, threshold: float) -> tuple[int, int, int, int]:
    made = {
        place for places, chance in zip(case.pairs, chances, strict=True) if chance >= threshold for place in places
    }
    sure = {place for place, link in case.gold.items() if link.sure}
    return len(made & case.gold.keys()), len(made), len(made & sure), len(sure)


def f_measure(found: Iterable[tuple[int, int, int, int]]) -> tuple[float, float, float]:
    right, made, hit, sure = (sum(column) for column in zip(*found, strict=True))
    precision, recall = right / max(1, made), hit / max(1, sure)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best_threshold(train: Sequence[Case], chances: dict[int, np.ndarray]) -> float:
    """The threshold where F on news, F on fables and the recall of close links are best together."""
    scores = np.zeros(len(THRESHOLDS))
    for at, threshold in enumerate(THRESHOLDS):
        for name in ("news", "fables"):
            found = [counts(case, chances[id(case)], threshold) for case in train if case.set == name]
            scores[at] += f_measure(found)[2]
        seen = sum((details(case, chances[id(case)], threshold) for case in train), Counter())
        scores[at] += 0.5 * seen["hit"] / seen["close"]  # half: it always asks for more links
    smooth = np.convolve(np.pad(scores, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    return float(THRESHOLDS[int(np.argmax(smooth))])


def folds(data: Sequence[Case], count: int, seed: int) -> list[set[int]]:
    """Stories in equal parts; both versions of a news story fall into the same."""
    parts: list[set[int]] = [set() for _ in range(count)]
    for name in ("news", "fables"):
        stories = [case.story for case in data if case.set == name]
        random.Random(seed).shuffle(stories)
        for at in range(count):
            parts[at].update(stories[at::count])
    return parts


def held_out(data: Sequence[Case], count: int, seed: int) -> dict[int, np.ndarray]:
    """Chances for every case from a model that did not see its story."""
    chances = {}
    for part in folds(data, count, seed):
        model = Model([case for case in data if case.story not in part])
        chances.update({id(case): model.chances(case) for case in data if case.story in part})
    return chances


def cross_validate(data: Sequence[Case]) -> None:
    results: dict[str, list[list[tuple[int, int, int, int]]]] = {name: [] for name in SETS}
    strong: Counter[str] = Counter()
    for seed in range(SEEDS):
        found: dict[str, list[tuple[int, int, int, int]]] = {name: [] for name in SETS}
        for part in folds(data, FOLDS, seed):
            train = [case for case in data if case.story not in part]
            inner = held_out(train, 4, seed)
            threshold = best_threshold(train, inner)
            model = Model(train)
            for case in data:
                if case.story in part:
                    chances = model.chances(case)
                    found[case.set].append(counts(case, chances, threshold))
                    strong.update(details(case, chances, threshold))
        for name in SETS:
            results[name].append(found[name])
    for name, runs in results.items():
        precision, recall, f = np.mean([f_measure(run) for run in runs], axis=0)
        low, high = interval(runs[0])
        print(f"{name:24s} P {precision:.3f}  R {recall:.3f}  F {f:.3f}  95% {low:.2f} to {high:.2f}")
    print(f"recall of quotations and same {strong['hit'] / strong['close']:.3f}")
    print(f"kind right {strong['kind'] / strong['linked']:.3f}")


def interval(found: Sequence[tuple[int, int, int, int]]) -> tuple[float, float]:
    draw = random.Random(0)
    spread = sorted(f_measure([draw.choice(found) for _ in found])[2] for _ in range(1000))
    return spread[25], spread[974]


def details(case: Case, chances: np.ndarray, threshold: float) -> Counter[str]:
    """How many close links were found, and how many found links have the right kind; news alone."""
    seen: Counter[str] = Counter()
    if case.set != "news":
        return seen
    made: dict[Place, str] = {}
    for at, chance in enumerate(chances):
        if chance >= threshold:
            made.update(dict.fromkeys(case.pairs[at], case.kinds[at]))
    for place, link in case.gold.items():
        if link.sure and link.kinds <= {"quote", "same"}:
            seen["close"] += 1
            seen["hit"] += place in made
        if place in made:
            seen["linked"] += 1
            seen["kind"] += made[place] in {KINDS[name] for name in link.kinds}
    return seen


def write(data: Sequence[Case]) -> None:
    """Fits on everything and writes the weights, readable and with no more digits than they deserve."""
    chances = held_out(data, FOLDS, 0)
    model = Model(data)
    half = len(NAMES)
    lines = [
        f"    {json.dumps(name)}: [{model.weights[at]:.3f}, {model.weights[half + 1 + at]:.3f}]"
        for at, name in enumerate(NAMES)
    ]
    TARGET.write_text(
        "{\n"
        f'  "threshold": {best_threshold(data, chances):.2f},\n'
        f'  "intercept": [{model.intercept:.3f}, {model.weights[half]:.3f}],\n'
        '  "features": {\n' + ",\n".join(lines) + "\n  }\n}\n",
        encoding="utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights")
    arguments = parser.parse_args()
    data = list(cases(arguments.data))
    cross_validate(data)
    if arguments.write:
        write(data)


if __name__ == "__main__":
    main()
