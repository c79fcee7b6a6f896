"""Where in each story marks, other people's words and emotion words lie, as strips of sentences.

A strip runs from the first sentence that counts to the last; a sentence is as wide as it is long.
Places in paths are in units of the ruler, those of marks in percent of the width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from biasdiff.model import Comparison, Finding, Group, Profile, Sentence, Span
from biasdiff.numbering import Ref, listed
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import anchor
from biasdiff.rendering.report.ruler import UNITS, Ruler
from biasdiff.rendering.report.ties import Ties, ties

# Heights in pixels: whose words, a lane for each group, and half of the emotion words.
BAND, LANE, HALF, SPACE, NUMBERS = 16, 14, 16, 4, 14
# Gaps between more sentences than these would hide the band.
MOST_GAPS = 150
MOST_NUMBERS = 8


class Spot(NamedTuple):
    """A mark on its lane, at percent of the width; a shape “o-…” is that of words of others."""

    css: str
    shape: str
    at: float
    y: int
    title: str


class Heights(NamedTuple):
    """Where the parts of a strip begin; an upper strip of two has its band at the bottom, next to the other one's."""

    band: int
    lanes: tuple[tuple[str, int], ...]
    tone: int
    numbers: int


class Line(NamedTuple):
    """A sentence as a row of the table behind a strip."""

    number: str
    anchor: str
    marks: tuple[tuple[str, str], ...]
    voices: str
    emotion: str


class Strip(NamedTuple):
    """One story: paths of whose words they are, of gaps between sentences, and of emotion words; marks; all as rows."""

    story: str
    heights: Heights
    voices: tuple[tuple[str, str], ...]
    gaps: str
    tone: str
    spots: tuple[Spot, ...]
    numbers: tuple[tuple[float, str], ...]
    text: str
    lines: tuple[Line, ...]


class Places(NamedTuple):
    """All strips, and the links where there are two."""

    strips: tuple[Strip, ...]
    ties: Ties | None
    height: int


def places(result: Comparison) -> Places:
    """A strip for each story with sentences; two of them stand face to face with their links between."""
    ids = [story.passage.id for story in result.analyses]
    rulers = [Ruler(story) for story in result.analyses]
    face_to_face = len(ids) == 2
    pairs = zip(rulers, result.profiles, strict=True)
    strips = tuple(
        _strip(ruler, profile, ids, face_to_face and not at) for at, (ruler, profile) in enumerate(pairs) if ruler.told
    )
    between = ties(result.links, *rulers) if face_to_face and len(strips) == 2 else None
    return Places(strips, between, BAND + 4 * LANE + 2 * HALF + 3 * SPACE + NUMBERS)


def _strip(ruler: Ruler, profile: Profile, ids: Sequence[str], upper: bool) -> Strip:
    heights = _heights(upper)
    lanes = dict(zip(get_args(Group), (y for _, y in heights.lanes), strict=True))
    found = tuple(ruler.marks())
    return Strip(
        story=profile.passage,
        heights=heights,
        voices=tuple((voice, "".join(_runs(ruler, voice))) for voice in ("reported", "quoted")),
        gaps="".join(_gaps(ruler)),
        tone="".join(_bars(ruler, profile)),
        spots=tuple(_spot(ruler, sentence, finding, lanes[finding.group]) for sentence, finding in found),
        numbers=tuple(_numbers(ruler)),
        text=_text(ruler, found),
        lines=tuple(_lines(ruler, profile, ids, found)),
    )


def _heights(upper: bool) -> Heights:
    letters = [words.GROUPS[group][0] for group in get_args(Group)]
    lanes = 4 * LANE
    if upper:
        tone = NUMBERS
        first = tone + 2 * HALF + SPACE
        return Heights(first + lanes + 2 * SPACE, _lanes(letters, first), tone, 0)
    first = BAND + 2 * SPACE
    tone = first + lanes + SPACE
    return Heights(0, _lanes(letters, first), tone, tone + 2 * HALF)


def _lanes(letters: Sequence[str], first: int) -> tuple[tuple[str, int], ...]:
    return tuple((letter, first + LANE * at + LANE // 2) for at, letter in enumerate(letters))


def _spot(ruler: Ruler, sentence: Sentence, finding: Finding, y: int) -> Spot:
    first, width = ruler.piece(sentence, finding.span)
    sign = words.key(finding.group, finding.severity, finding.voice)
    title = f"{ruler.number(sentence)} {sign} {ruler.words(finding)}"
    shape = f"{'i' if finding.voice == 'outlet' else 'o'}-{finding.group}"
    return Spot(f"s{finding.severity}", shape, round((first + width / 2) * 100 / UNITS, 2), y, title)


def _runs(ruler: Ruler, voice: str) -> Iterator[str]:
    for run in ruler.story.voices:
        if run.voice == voice:
            for sentence in ruler.story.between(Span(run.start, run.end)):
                if sentence.index in ruler.told:
                    first, width = ruler.piece(sentence, Span(run.start, run.end))
                    yield f"M{first} 0h{width}v1h-{width}z"


def _gaps(ruler: Ruler) -> Iterator[str]:
    if len(ruler.told) <= MOST_GAPS:
        for sentence in ruler.told.values():
            yield f"M{ruler.at(sentence, sentence.span.end)} 0v1"


def _bars(ruler: Ruler, profile: Profile) -> Iterator[str]:
    for tone in profile.tone:
        if tone.value and tone.sentence in ruler.told:
            sentence = ruler.told[tone.sentence]
            first, width = ruler.piece(sentence, sentence.span)
            height = round(-HALF * tone.value, 1)
            yield f"M{first} {HALF}h{width}v{height}h-{width}z"


def _numbers(ruler: Ruler) -> Iterator[tuple[float, str]]:
    """The numbers of some sentences, at their beginnings: the first, then every fifth, tenth and so on."""
    count = len(ruler.told)
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if count < step * MOST_NUMBERS), count)
    for sentence in ruler.told.values():
        number, start = sentence.index + 1, ruler.at(sentence, sentence.span.start)
        if not start or number % step == 0:
            yield round(100 * start / UNITS, 2), ruler.number(sentence)


def _text(ruler: Ruler, found: Sequence[tuple[Sentence, Finding]]) -> str:
    """What the strip shows, in words."""
    parts = [
        f"{title}: {_listed(ruler, {sentence.index for sentence, one in found if one.group == group})}."
        for group, (_, title) in words.GROUPS.items()
    ]
    voices = _voices(ruler)
    for voice in ("quoted", "reported"):
        inside = {index for index, heard in voices.items() if voice in heard}
        parts.append(f"{voice.capitalize()} words: {_listed(ruler, inside & ruler.told.keys())}.")
    return " ".join(parts)


def _listed(ruler: Ruler, indices: set[int]) -> str:
    return listed(tuple(Ref(ruler.story.passage.id, index) for index in indices)) or "none"


def _lines(
    ruler: Ruler, profile: Profile, ids: Sequence[str], found: Sequence[tuple[Sentence, Finding]]
) -> Iterator[Line]:
    """A row for each sentence with a mark, words of others or emotion words."""
    marks, voices = _marks(ruler, found), _voices(ruler)
    tones = {tone.sentence: tone.value for tone in profile.tone if tone.value}
    for at, sentence in ruler.told.items():
        if at in marks or at in voices or at in tones:
            yield Line(
                number=ruler.number(sentence),
                anchor=anchor(ids, ruler.story.passage.id, at),
                marks=tuple(marks.get(at, ())),
                voices=" and ".join(sorted(voices.get(at, ()))),
                emotion=words.signed(tones[at]) if at in tones else "",
            )


def _marks(ruler: Ruler, found: Sequence[tuple[Sentence, Finding]]) -> dict[int, list[tuple[str, str]]]:
    """The signs and words of the marks that begin in each sentence."""
    out: dict[int, list[tuple[str, str]]] = {}
    for sentence, one in found:
        sign = words.key(one.group, one.severity, one.voice)
        out.setdefault(sentence.index, []).append((sign, ruler.words(one)))
    return out


def _voices(ruler: Ruler) -> dict[int, set[str]]:
    """Whose words, beside the outlet's, stand in each sentence."""
    out: dict[int, set[str]] = {}
    for run in ruler.story.voices:
        for sentence in ruler.story.between(Span(run.start, run.end)):
            out.setdefault(sentence.index, set()).add(run.voice)
    return out
