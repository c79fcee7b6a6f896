"""What is found of one reader's notes on a pair of stories: labels of names, facts that one story alone has, tensions.

    .venv/bin/python benchmarks/seeds_gold.py [--data DIR]

DIR holds the two texts and gold.json. The notes are a draft by one careful reader: a share of them is a
look at what is missing, no mark to be reached.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import biasdiff
from biasdiff.model import Comparison

DATA = Path(__file__).parents[2] / "shared" / "seeds"
_SENTENCE = re.compile(r"\b[AB]\d\d[a-z]?\b")

Gold = dict[str, Any]
Stretch = tuple[str, int, int]


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches of one story share at least half of the shorter."""
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and shared > 0 and 2 * shared >= min(one[2] - one[1], other[2] - other[1])


def labels(result: Comparison, gold: Gold) -> tuple[list[str], list[str]]:
    """Labels of people and bodies that stand among the mentions of one name of ours, and those that do not."""
    found, missed = [], []
    for entity in gold["entities"]:
        if entity["type"] not in ("person", "organisation", "state"):
            continue
        stretches = [
            (label["label"], (key.lower(), start, start + len(label["label"])))
            for key, told in entity["labels"].items()
            for label in told
            for start in label["starts"]
        ]
        names = [
            next((n for n, name in enumerate(result.names) if any(overlap(tuple(m), at) for m in name.mentions)), None)
            for _, at in stretches
        ]
        most = Counter(name for name in names if name is not None).most_common(1)
        for (printed, _), name in zip(stretches, names, strict=True):
            ours = bool(most) and name == most[0][0]
            (found if ours else missed).append(f"{entity['entity']}: {printed}")
    return found, missed


def facts(result: Comparison, gold: Gold) -> tuple[list[str], list[str]]:
    """Facts of one story that stand in something told of that story alone, and those that do not."""
    ours = [(one.kind, (one.passage, *span)) for one in result.only_here for span in one.spans]
    files = {told["file"]: key.lower() for key, told in gold["meta"]["docs"].items()}
    found, missed = [], []
    for fact in gold["facts_one_doc_only"]:
        at = (files[fact["doc"]], fact["start"], fact["end"])
        kinds = sorted({kind for kind, here in ours if overlap(here, at)})
        (found if kinds else missed).append(f"{fact['text']} {' '.join(kinds)}".strip())
    return found, missed


def tensions(result: Comparison, gold: Gold) -> tuple[list[str], list[str]]:
    """Noted tensions of which one of ours has both sentences, and the others."""
    files = {told["file"]: key.lower() for key, told in gold["meta"]["docs"].items()}
    sentences = {s["id"]: (files[s["doc"]], s["start"], s["end"]) for s in gold["sentences"]}
    found, missed = [], []
    for noted in gold["tensions"]:
        ids = [key for key in (noted["a"], noted["b"], *_SENTENCE.findall(noted["note"])) if key]
        wanted = [sentences[key] for key in dict.fromkeys(ids)]
        told = any(
            all(any(overlap(tuple(place), at) for place in point.places) for at in wanted) for point in result.tensions
        )
        (found if told and len(wanted) > 1 else missed).append(noted["note"])
    return found, missed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    data = parser.parse_args().data
    if not (data / "gold.json").is_file():
        sys.exit(f"{data / 'gold.json'} is missing. Give the folder of the two texts and their notes with --data.")
    gold = json.loads((data / "gold.json").read_text("utf-8"))
    texts = [(data / told["file"]).read_text("utf-8") for told in gold["meta"]["docs"].values()]
    result = biasdiff.compare(texts)
    for name, (found, missed) in (
        ("labels of people and bodies", labels(result, gold)),
        ("facts of one story alone", facts(result, gold)),
        ("tensions", tensions(result, gold)),
    ):
        print(f"{name}: {len(found)} of {len(found) + len(missed)}")
        for one in missed:
            print(f"    not found: {one}")
    print(f"told as tensions: {len(result.tensions)}; told of one story alone: {len(result.only_here)}")


if __name__ == "__main__":
    main()
