"""Which sentences of two stories answer which.

The way of one pair of stories:

    terms.py       a word as compared for alignment: stem, meaning, figure
    vocabulary.py  terms as numbers, for both stories
    lines.py       a sentence as compared: its words, terms, quoted words
    runs.py        words in the same order in two lines
    candidates.py  an inverted index over both stories, and the few pairs worth a look
    features.py    what speaks for a link and against it, in numbers
    weights.py     numbers -> how likely the link is (fitted by benchmarks/fit_links.py)
    evidence.py    the same reasons in words
    kinds.py       a quotation, the same or a part; sure or perhaps
    links.py       decision, grouping, order
    units.py       links between pairs -> what several stories tell in common
"""

from biasdiff.aligning.links import align
from biasdiff.aligning.units import units

__all__ = ["align", "units"]
