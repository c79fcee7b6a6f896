"""A sentence as columns of words, with what its capitals and gaps tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from unicodedata import combining, normalize

from biasdiff.model import Sentence
from biasdiff.naming.vocabulary import CALENDAR
from biasdiff.stopwords import STOPWORDS

DETERMINERS = frozenset("the a an his her its their our my your this that whose".split())
# Words that have a capital only because they open a sentence, and words that end a noun phrase.
FUNCTION = STOPWORDS | frozenset(
    "but yet also now meanwhile however earlier later last next first second finally instead still even though "
    "although despite without within amid among since until unless whether two three four five six seven eight "
    "nine ten many much several another both neither nor either every everyone everybody nobody nothing "
    "something someone anyone one ones yes please today yesterday tomorrow tonight perhaps maybe indeed thus "
    "hence like near across around along behind beyond towards toward per via off onto nearly almost hundreds "
    "thousands dozens asked added according speaking following given during not never no don't didn't doesn't "
    "isn't wasn't won't can't wouldn't couldn't shouldn't haven't hasn't hadn't aren't weren't read watch photo "
    "picture pictured image video update exclusive breaking whatever whoever anything everything unlike fewer "
    "less far well back soon often always together what's who's let's let ask must cannot".split()
)
# With a capital, these are no names; a month may be one.
_NO_NAME = CALENDAR | frozenset("i i'm i've i'll i'd may".split())
# Printed in capitals for stress: has STILL not paid.
_STRESSED = frozenset(
    "still not never nobody nothing no yes only all every everyone always ever even finally enough must very".split()
)
_OPENERS = frozenset("“\"‘'«(:;.!?…—–-[•*#>\n")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_SPACES = "  "
_LONGEST_ABBREVIATION = 4
# Fewer words with capitals do not make a headline in capitals.
_FEWEST_CAPITALS = 3
# “May” is a month beside a number and behind these.
_MONTH_BEFORE = frozenset("in of since until by late early mid last this next from".split())


# Not frozen, which would make it three times as dear to make: a story has many.
@dataclass(slots=True, eq=False)
class Line:
    """The words of a sentence. `caps[i]`: word i is printed with a capital and may belong to a name.

    capitals: the numbers of these words, in order. hyphened: a word has a hyphen.
    """

    text: str
    sentence: Sentence
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    norms: tuple[str, ...]
    caps: list[bool]
    capitals: list[int]
    hyphened: bool

    def gap(self, i: int) -> str:
        """What stands between word i-1 and word i; behind the last word, what closes the sentence."""
        return self.text[self.ends[i - 1] : self.starts[i] if i < len(self.norms) else self.sentence.span.end]

    def bound(self, i: int) -> bool:
        """Whether word i follows the one before it with only a space between."""
        return (
            0 < i < len(self.norms)
            and self.starts[i] - self.ends[i - 1] == 1
            and self.text[self.ends[i - 1]] in _SPACES
        )

    def opens(self, i: int) -> bool:
        """Whether word i opens the sentence, a quotation or a clause behind a colon, where a capital is ordinary."""
        return i == 0 or (not self.bound(i) and not _OPENERS.isdisjoint(self.gap(i)) and not self._abbreviated(i))

    def _abbreviated(self, i: int) -> bool:
        return self.gap(i) == ". " and self.ends[i - 1] - self.starts[i - 1] <= _LONGEST_ABBREVIATION

    def possessive(self, i: int) -> bool:
        """Whether word i ends in a possessive: Reyes’s, News’."""
        if self.text.endswith(_POSSESSIVE, self.starts[i], self.ends[i]):
            return True
        return self.norms[i][-1] == "s" and self.text[self.ends[i] : self.ends[i] + 2] in ("' ", "’ ")

    def end(self, i: int) -> int:
        """Where word i ends without a possessive ending."""
        return self.ends[i] - 2 if self.text.endswith(_POSSESSIVE, self.starts[i], self.ends[i]) else self.ends[i]

    def shouts(self, i: int) -> bool:
        """Whether word i stands in capitals."""
        return self.ends[i] - self.starts[i] > 1 and self.text[self.starts[i] : self.ends[i]].isupper()

    def joins(self, i: int) -> bool:
        """Whether word i goes on with the name of the word before it: Jon Reyes, J. Reyes, Mr. Reyes."""
        return (
            i < len(self.norms)
            and self.caps[i]
            and (self.bound(i) or self._abbreviated(i))
            and not self.possessive(i - 1)
        )

    def printed(self, first: int, stop: int) -> str:
        """The words first up to stop as printed, without a possessive ending."""
        return self.text[self.starts[first] : self.end(stop - 1)]

    @property
    def is_unread(self) -> bool:
        """Whether most longer words have a capital, as in many headlines, so that a capital tells nothing."""
        if len(self.capitals) >= _FEWEST_CAPITALS and self._is_capitalised():
            return True
        if len(self.norms) < 3 or self.text[self.ends[-1] - 1].islower():
            return False
        return self.text[slice(*self.sentence.span)].isupper()

    def _is_capitalised(self) -> bool:
        least, share = (_FEWEST_CAPITALS, 0.7) if self.sentence.is_above else (8, 0.9)
        if len(self.capitals) < share * least:
            return False
        longer = [cap for norm, cap in zip(self.norms, self.caps, strict=True) if len(norm) > 3]
        return len(longer) >= least and sum(longer) >= share * len(longer)


def lines(text: str, sentences: Sequence[Sentence]) -> tuple[Line, ...]:
    """The lines of a story, without its boilerplate."""
    return tuple([_line(text, sentence) for sentence in sentences if sentence.words and sentence.role != "boilerplate"])


def _line(text: str, sentence: Sentence) -> Line:
    starts, ends, _ = zip(*sentence.words, strict=True)
    letters = "".join(sentence.norms)
    norms = sentence.norms if letters.isascii() else tuple(map(_plain, sentence.norms))
    caps = [text[start].isupper() for start in starts]
    capitals = []
    for at in compress(range(len(caps)), caps):
        stressed = norms[at] in _STRESSED and text[starts[at] : ends[at]].isupper()
        if stressed or (norms[at] in _NO_NAME and (norms[at] != "may" or _is_month(norms, at))):
            caps[at] = False
        else:
            capitals.append(at)
    return Line(text, sentence, starts, ends, norms, caps, capitals, "-" in letters)


def _plain(norm: str) -> str:
    """A word without accents, which one outlet prints and another does not."""
    if norm.isascii():
        return norm
    return "".join(sign for sign in normalize("NFKD", norm) if not combining(sign)) or norm


def _is_month(norms: Sequence[str], at: int) -> bool:
    before, after = norms[at - 1] if at else "", norms[at + 1] if at + 1 < len(norms) else ""
    return before[:1].isdigit() or after[:1].isdigit() or before in _MONTH_BEFORE
