"""A sentence as its words with every quotation folded into one token, and the little words of grammar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from biasdiff.model import Sentence, Span
from biasdiff.quoting.marks import Run

QUOTE = '"'
DASHES = frozenset(("-", "–", "—", "―", "--"))
_CLOSING_MARKS = "\"'”’» "
_HANGING = frozenset(",?!—–-")

# These are no object: “wrote they expect rain”.
SUBJECT_PRONOUNS = frozenset("he she they we i".split())
PRONOUNS = frozenset("i you he she it we they everyone everybody someone somebody nobody anyone".split())
RELATIVES = frozenset("who which that".split())
DETERMINERS = frozenset(
    "the a an his her its their our my your this these those some any no every each another both all "
    "several many most few more other two three four five one".split()
)
SUBJECT_OPENERS = DETERMINERS | PRONOUNS
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety "
    "hundreds thousands millions dozens half".split()
)
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't get gets got".split())
HAVE = frozenset("has have had having hasn't haven't hadn't i've you've we've they've".split())
MODALS = frozenset(
    "will would can could may might must should shall cannot can't won't wouldn't couldn't shouldn't "
    "i'll you'll he'll she'll we'll they'll i'd you'd he'd she'd we'd they'd".split()
)
DO = frozenset("do does did don't doesn't didn't".split())
AUXILIARIES = BE | HAVE | MODALS | DO
# Helping verbs that open the predicate of a clause.
FINITE = frozenset(norm for norm in AUXILIARIES if "'" not in norm or norm.endswith("n't")) - {"be", "been", "being"}
ADVERBS = frozenset(
    "also then later now still never ever even often just not already once again long recently first always only "
    "further instead soon yet thus so earlier separately previously meanwhile both today yesterday afterward "
    "afterwards".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from about after before over against between without into as than like during through "
    "under despite to since until toward towards upon amid among around behind beyond outside inside per via "
    "out up off down".split()
)
# Prepositions that tie a noun to the noun before it: a spokesman for the port, voters in Ohio.
NOUN_LINKS = frozenset("of for from in at with on to".split())
CONJUNCTIONS = frozenset(
    "and or but nor if when while because although though where what how why whether unless whereas yet once "
    "whose whom whenever wherever".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february "
    "march april june july august september october november december meanwhile however night morning "
    "afternoon evening week month year weekend".split()
)
# Words that may open a sentence ahead of its subject.
LEADS = frozenset(
    "but and or then so yet still moreover however besides nevertheless similarly additionally finally indeed also "
    "later now meanwhile instead earlier recently today yesterday as".split()
)
# Words that open a clause without “that”: said what ..., said there was ...
QUESTION_WORDS = frozenset("what how why whether if where when who there".split())
OBJECTS = frozenset("me him us them her himself herself themselves itself".split())
NO_NOUN = (
    PRONOUNS | RELATIVES | DETERMINERS | AUXILIARIES | ADVERBS | PREPOSITIONS | CONJUNCTIONS | TIMES | OBJECTS | {QUOTE}
) - {"one", "two", "three", "four", "five", "most", "many", "some", "few", "all", "both", "several"}
# Words that open no noun phrase, and those that open no subject either.
NO_OPENING = NO_NOUN - DETERMINERS
NO_SUBJECT = NO_OPENING - PRONOUNS
_NOUNS_IN_LY = frozenset("family ally assembly supply bully reply anomaly monopoly elderly weekly daily".split())
# What may stand between two words of one name or noun phrase: Ronald R. Dunn, and/or.
_BINDING = frozenset(("", ".", "-", "/", "&", "’", "'", "–", "@"))


@dataclass(slots=True)
class Chunk:
    """Tokens from start up to stop."""

    start: int
    stop: int


@dataclass(slots=True)
class Tokens:
    """Parallel columns. `runs[i]` is the number of the quotation that token i stands for, or -1.

    gaps[i] is the punctuation between token i-1 and token i, without spaces; after the last, what
    closes the sentence. A quotation that ends hanging, with a comma, a dash, a question or an
    exclamation inside its marks, gives a comma. end: where the sentence ends in the text. quoting:
    whether a token stands for a quotation. above: it stands in the headline or the deck.
    """

    text: str
    norms: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    runs: Sequence[int]
    gaps: Sequence[str]
    end: int
    quoting: bool
    above: bool

    def bound(self, i: int) -> bool:
        """Whether token i follows the one before it inside one phrase."""
        return i > 0 and self.gaps[i] in _BINDING

    def capital(self, i: int) -> bool:
        """Whether a token is printed with a capital."""
        return self.text[self.starts[i]].isupper()

    def nominal(self, i: int) -> bool:
        """Whether a token can end a noun phrase."""
        return self.norms[i] not in NO_NOUN and not self.adverbial(i)

    def adverbial(self, i: int) -> bool:
        """Whether a token reads as an adverb: always, repeatedly."""
        norm = self.norms[i]
        return norm in ADVERBS or (norm.endswith("ly") and norm not in _NOUNS_IN_LY and not self.capital(i))

    def behind_adverb(self, i: int, stop: int) -> int:
        """The token behind i where i is an adverb and not the last before stop; else i."""
        return i + 1 if i + 1 < stop and self.adverbial(i) else i

    def possessive(self, i: int) -> bool:
        """Whether a token owns what follows: Quill's, the boys'; not it's."""
        end = self.ends[i]
        owning = self.text[end - 2 : end] in ("'s", "’s") and not self.norms[i].endswith("'s")
        return owning or self.text[end - 1 : end + 1] in ("s'", "s’")

    def span(self, start: int, stop: int) -> Span:
        """The stretch of text from token start up to token stop."""
        return Span(self.starts[start], self.ends[stop - 1])


def fold(text: str, sentence: Sentence, runs: Sequence[Run], first: int) -> Tokens:
    """The tokens of a sentence; `first` is the number of the first quotation that ends after its start."""
    words, norms, end = sentence.words, sentence.norms, sentence.span.end
    starts, ends, _ = zip(*words, strict=True) if words else ((), (), ())
    if first >= len(runs) or runs[first].outer.start >= end:
        return Tokens(
            text, norms, starts, ends, (-1,) * len(norms), _gaps(text, starts, ends, end), end, False, sentence.is_above
        )
    columns: tuple[list[str], list[int], list[int], list[int]] = ([], [], [], [])
    quotes: list[int] = []
    at = 0
    for number in range(first, len(runs)):
        outer = runs[number].outer
        if outer.start >= end:
            break
        stop = bisect_left(starts, outer.start, at)
        _add(columns, norms[at:stop], starts[at:stop], ends[at:stop], -1)
        quotes.append(len(columns[0]))
        _add(columns, (QUOTE,), (outer.start,), (outer.end,), number)
        at = bisect_left(starts, outer.end, stop)
    _add(columns, norms[at:], starts[at:], ends[at:], -1)
    gaps = _gaps(text, columns[1], columns[2], end)
    for i in quotes:
        if text[columns[1][i] : columns[2][i]].rstrip(_CLOSING_MARKS)[-1:] in _HANGING:
            gaps[i + 1] = "," + gaps[i + 1]
    return Tokens(text, *columns, gaps, end, True, sentence.is_above)


def _gaps(text: str, starts: Sequence[int], ends: Sequence[int], end: int) -> list[str]:
    return ["", *[text[a:b].strip() for a, b in zip(ends, [*starts[1:], end], strict=False)]]


def _add(
    columns: tuple[list[str], list[int], list[int], list[int]],
    norms: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    run: int,
) -> None:
    columns[0].extend(norms)
    columns[1].extend(starts)
    columns[2].extend(ends)
    columns[3].extend([run] * len(norms))
