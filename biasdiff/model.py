"""The nouns of biasdiff: frozen values that every step takes and returns. Imports nothing of ours.

Every span is half-open and counts code points of `Passage.text`, which is never padded or
rewritten. Sides are called left and right, never old and new: neither story is the original.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

Role = Literal["headline", "deck", "body", "boilerplate"]
Voice = Literal["outlet", "reported", "quoted"]
Group = Literal["wording", "stance", "sourcing", "quotation"]
Confidence = Literal["high", "medium", "low"]
Sensitivity = Literal["default", "high"]
AttributionKind = Literal["direct", "mixed", "reported"]
NameKind = Literal["person", "organisation", "place", "other"]
NameForm = Literal["full", "titled", "office", "surname", "first", "description", "judgement", "name"]
Naming = Literal["differing", "same", "alone"]
LinkKind = Literal["quotation", "same", "partial"]
MatchStatus = Literal["same", "punctuation", "bracketed", "altered"]
Coverage = Literal["whole", "truncated", "fragment"]
EditTag = Literal["equal", "replace", "delete", "insert"]
EditKind = Literal["number", "negation", "name"]
Speakers = Literal["same", "different", "unclear"]
Where = Literal["before", "inside", "after"]
NoteKind = Literal["round_brackets", "contracted", "figures", "in_full"]
FigureKind = Literal["count", "money", "share", "measure", "date", "time"]
FigureRelation = Literal["same", "counted", "differs", "things"]
HereKind = Literal["name", "figure", "quotation", "sentence"]
SourceKind = Literal["person", "body", "unnamed", "vague"]
OutletSource = Literal["given", "header", "guess", "file", "none"]

# So many stories can be compared.
FEWEST, MOST = 2, 8
# Below this many words of its own voice, a story carries no rates (Poisson power; see docs/method.md).
LEAST_WORDS_FOR_RATES = 150


# Makes a named tuple of its parts, at half the cost of calling its class: for those made by the hundred.
made = tuple.__new__


class Span(NamedTuple):
    """A half-open stretch of a passage's text, in code points."""

    start: int
    end: int


class Word(NamedTuple):
    """A word as printed (`text[start:end]`) and as compared (`norm`)."""

    start: int
    end: int
    norm: str


class VoiceRun(NamedTuple):
    """A stretch in which somebody else than the outlet speaks."""

    start: int
    end: int
    voice: Voice


class Place(NamedTuple):
    """A stretch of one passage of several."""

    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a passage came from: `starts[i]` is the offset at which line `numbers[i]` of `path` begins."""

    path: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def line(self, offset: int) -> int:
        """The line of the file (counted from 1) in which an offset of the text stands."""
        return self.numbers[max(0, bisect_right(self.starts, offset) - 1)]


@dataclass(frozen=True, slots=True)
class Passage:
    """One story as given: its text, and who published it where the file, the caller or the text tells."""

    text: str
    id: str = "a"
    outlet: str = ""
    outlet_source: OutletSource = "none"
    title: str = ""
    url: str = ""
    published: str = ""
    origin: Origin | None = None


_ABOVE = ("headline", "deck")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place in the story. Boilerplate is shown and never counted."""

    index: int
    span: Span
    role: Role
    words: tuple[Word, ...]
    # Its words as compared, which are asked for more than anything else.
    norms: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "norms", tuple([word.norm for word in self.words]))

    @property
    def is_above(self) -> bool:
        """Whether it stands above the story, in its headline or deck."""
        return self.role in _ABOVE

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Its words that begin inside a span, in order; the cost is that of finding them."""
        return self.words[bisect_left(self.words, (span.start,)) : bisect_left(self.words, (span.end,))]

    def __hash__(self) -> int:
        return self.span.start  # sentences are looked up whole; hashing every word is slow


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, without the marks; an interrupted utterance has several parts."""

    parts: tuple[Span, ...]
    speaker: Span | None = None
    speaker_name: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the source, the words that report it, and what is said.

    speaker_name: the name of the source, where it has one that can be told.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: AttributionKind
    speaker_name: str | None = None

    @property
    def place(self) -> int:
        """Where it is told: at the cue, or where the words begin; a story has its attributions in this order."""
        return self.cue.start if self.cue else self.content[0].start


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that a story names, with every place.

    pronoun: "he" or "she" where a title or a name tells.
    """

    name: str
    kind: NameKind
    mentions: tuple[Span, ...]
    pronoun: str = ""


class Label(NamedTuple):
    """One way in which a story calls a bearer of a name, with every place; quoted: how many of them others say.

    form: "titled" is Mr Reyes, "office" is Minister Reyes, "judgement" a label that judges; "name" is
    that of a thing.
    """

    passage: str
    text: str
    form: NameForm
    places: tuple[Span, ...]
    quoted: int = 0


@dataclass(frozen=True, slots=True)
class SharedName:
    """A name joined over several stories; labels: what each story calls its bearer, story by story, most used first.

    naming: whether one story alone has it, or all that have it call its bearer the same, with no wording found in that.
    """

    name: str
    kind: NameKind
    mentions: tuple[Place, ...]
    labels: tuple[Label, ...] = ()
    pronoun: str = ""
    naming: Naming = "alone"


class Finding(NamedTuple):
    """Evidence: wording at a place, why it is shown, whose words they are, what plainer choice there is.

    severity: 1 mild, 2 an editor would ask, 3 strong. It grades the wording; `voice` says whose it is.
    direction: "+" praises, "-" blames, "" neither or not known; `target` is whom, where it can be told.
    """

    span: Span
    rule: str
    entry: str | None
    group: Group
    category: str
    severity: int
    confidence: Confidence
    voice: Voice
    message: str
    neutral: tuple[str, ...] = ()
    question: str = ""
    target: str | None = None
    direction: str = ""


class Figure(NamedTuple):
    """A number that a story gives: its value, its unit, what it counts, and who answers for it.

    counts: the noun as printed ("bookings"); "" where the sentence leaves it open. unit: "percent",
    "crowns", "km"; per: "minute", "year" for a rate. qualifier: "over", "about". source: who says so, by
    name or as printed, in the sentence ("sentence") or in one beside it whose words go on in it ("beside");
    somebody who only speaks nearby is no source.
    """

    span: Span
    kind: FigureKind
    value: float
    unit: str
    per: str
    counts: str
    qualifier: str
    source: str
    sourced: Literal["sentence", "beside", "none"]
    voice: Voice


class ToneWord(NamedTuple):
    """A word that the tone lexicon knows, with its valence there (-4 to 4)."""

    start: int
    end: int
    value: float


class Tone(NamedTuple):
    """Emotion words of one sentence: VADER's compound value (-1 to 1) and the words that made it."""

    sentence: int
    value: float
    words: tuple[ToneWord, ...]


@dataclass(frozen=True, slots=True)
class Readability:
    """A school grade by a named formula, or the reason why there is none."""

    measure: str
    grade: float | None
    note: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What made a result: two reports can be compared only when theirs agree."""

    version: str
    settings: tuple[tuple[str, str], ...]
    lexicons: tuple[tuple[str, str], ...]


_START = attrgetter("span.start")
_PLACE = attrgetter("place")


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one story."""

    passage: Passage
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    voices: tuple[VoiceRun, ...] = ()
    names: tuple[Name, ...] = ()
    findings: tuple[Finding, ...] = ()
    signature: Signature = Signature("", (), ())
    figures: tuple[Figure, ...] = ()
    # Where its sentences begin: what stands at an offset is asked for by every step.
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple([sentence.span.start for sentence in self.sentences]))

    @property
    def told(self) -> Iterator[Sentence]:
        """The sentences that count: all but boilerplate."""
        return iter([sentence for sentence in self.sentences if sentence.role != "boilerplate"])

    @property
    def people(self) -> frozenset[str]:
        """The names of people."""
        return frozenset(name.name for name in self.names if name.kind == "person")

    def prints(self, name: str) -> bool:
        """Whether the story itself has the last word of a name: one that only another story gives is not told here."""
        text, last = self.passage.text, name.split()[-1]
        at = text.find(last)
        while at >= 0:
            end = at + len(last)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                return True
            at = text.find(last, end)
        return False

    def text(self, span: Span) -> str:
        """The words as printed."""
        return self.passage.text[span.start : span.end]

    def voice(self, offset: int) -> Voice:
        """Whose words stand at an offset."""
        run = self.voice_run(offset)
        return run.voice if run else "outlet"

    def voice_run(self, offset: int) -> VoiceRun | None:
        """The stretch of somebody else's words in which an offset stands, if any."""
        # Runs compare by their starts first; no key, for this is asked of every word.
        at = bisect_left(self.voices, (offset + 1,)) - 1
        return self.voices[at] if at >= 0 and offset < self.voices[at].end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset stands, if any."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].span.end else None

    def between(self, span: Span) -> Iterator[Sentence]:
        """The sentences that a span touches, in order."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.sentences[first].span.end <= span.start:
            first += 1
        return iter(self.sentences[first : bisect_left(self._starts, span.end, first)])

    def sentences_of(self, told: Iterable[Attribution]) -> Iterator[tuple[Attribution, set[int]]]:
        """Each of some attributions with the indexes of the sentences that its cue, source or content touches."""
        # Spans are many and mostly stand in one sentence, so the sentences' own are laid out once.
        starts, ends = self._starts, [one.span.end for one in self.sentences]
        for attribution in told:
            spans = [span for span in (attribution.cue, attribution.source, *attribution.content) if span]
            at = bisect_right(ends, spans[0].start)
            for span in spans:
                if not (at < len(ends) and starts[at] <= span.start and span.end <= ends[at]):
                    touched = [range(bisect_right(ends, s), bisect_left(starts, e)) for s, e in spans]
                    yield attribution, set(chain.from_iterable(touched))
                    break
            else:
                yield attribution, {at}

    def words_in(self, span: Span) -> Iterator[Word]:
        """The words that begin inside a span, in order; the cost is that of finding them, not of their sentences."""
        return chain.from_iterable([sentence.words_in(span) for sentence in self.between(span)])

    def findings_in(self, span: Span) -> Sequence[Finding]:
        """The findings that begin in a span, in order."""
        found = self.findings
        first = bisect_left(found, span.start, key=_START)
        return found[first : bisect_left(found, span.end, first, key=_START)]

    def attributions_in(self, span: Span) -> Sequence[Attribution]:
        """The attributions that are told in a span, in order."""
        told = self.attributions
        first = bisect_left(told, span.start, key=_PLACE)
        return told[first : bisect_left(told, span.end, first, key=_PLACE)]


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of two stories that answer each other: 1-1, 1-n or n-1.

    score: how sure, 0 to 1. evidence: reasons in words a reader understands. moved: it stands
    elsewhere in the order of the other story. by_person: a links file set it. sure: both tell it;
    else they may only speak of the same people or matter, and a page says "perhaps".
    """

    passages: tuple[str, str]
    sentences: tuple[tuple[int, ...], tuple[int, ...]]
    kind: LinkKind
    score: float
    evidence: tuple[str, ...] = ()
    moved: bool = False
    by_person: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences of all stories that belong together; links join pairs, units join all."""

    id: str
    sentences: tuple[tuple[str, tuple[int, ...]], ...]


class Edit(NamedTuple):
    """One run of a word difference, with difflib's own tags; an empty span marks where words are missing.

    An edit never crosses from one sentence into the next. kinds: what differs in it beside ordinary
    words: numbers, negations, names. moved: the words are no difference but stand elsewhere on the
    other side, at this span of its text.
    """

    tag: EditTag
    left: Span
    right: Span
    kinds: tuple[EditKind, ...] = ()
    moved: Span | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Words of an utterance that one story (`passage`) leaves out and quotes nowhere else.

    spans: these words in the text of the other story. where: as seen from the words that both quote.
    marked: an ellipsis shows the cut, or “he said” stands in its place.
    """

    passage: str
    where: Where
    spans: tuple[Span, ...]
    marked: bool


@dataclass(frozen=True, slots=True)
class MatchNote:
    """Something about a quotation in two stories that a reader could miss, with its places.

    round_brackets: words in round brackets, which can be read as the speaker's own aside.
    contracted: all that differs is a contraction ("don't", "do not"). figures: all that differs is
    a number in words or in figures. in_full: the story with the shorter quotation also has more of it.
    """

    kind: NoteKind
    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """The same utterance in two stories: how the shared stretch differs, and how much of it each carries.

    edits: of the words that both quote and of those that one story leaves out; words that the other
    story has in another quotation are in no edit. speakers: whether both stories name the same
    speaker; "unclear" where either leaves it open.
    """

    passages: tuple[str, str]
    quotations: tuple[int, int]
    status: MatchStatus
    coverage: Coverage
    edits: tuple[Edit, ...] = ()
    speakers: Speakers = "unclear"
    missing: tuple[Missing, ...] = ()
    notes: tuple[MatchNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """What the first of two stories quotes and the second tells in other words, without quotation marks.

    quotation: its number in the first story. sentences, span: where the second story tells it.
    evidence: reasons in words a reader understands.
    """

    passages: tuple[str, str]
    quotation: int
    sentences: tuple[int, ...]
    span: Span
    evidence: tuple[str, ...]


class SourceVerb(NamedTuple):
    """A verb by which a story reports a source, how often, and its grade: 0 plain, 1 to 3 as in the lexicon."""

    verb: str
    times: int
    severity: int


class SourceShare(NamedTuple):
    """What one story gives to a source: words between quotation marks, words reported without them, by which verbs.

    places: the source as printed, each time.
    """

    passage: str
    quoted_words: int
    reported_words: int
    verbs: tuple[SourceVerb, ...]
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who speaks in the stories, with the share of each story that has them.

    kind: "person" has a name; "body" is an office, an organisation, a group or a document that can be
    asked or looked up; "unnamed" is one person without a name; "vague" are many, or nobody in particular.
    """

    name: str
    kind: SourceKind
    shares: tuple[SourceShare, ...]


class Count(NamedTuple):
    """Findings of one group and severity in one story, by voice."""

    group: Group
    severity: int
    outlet: int
    reported: int
    quoted: int


class Rate(NamedTuple):
    """Strong and notable wording (severity 2 and 3) per 100 words of the outlet's own voice.

    low, high: 95% interval from drawing sentences anew; None where the story is too short for rates.
    """

    group: Group
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One story in numbers. Words are counted without boilerplate."""

    passage: str
    words: int
    outlet_words: int
    reported_words: int
    quoted_words: int
    linked_words: int
    counts: tuple[Count, ...]
    rates: tuple[Rate, ...]
    tone: tuple[Tone, ...]
    readability: Readability


@dataclass(frozen=True, slots=True)
class Point:
    """Something told neutrally, with a question and the places it speaks of; weight orders points, 0 to 1."""

    kind: str
    text: str
    question: str
    places: tuple[Place, ...]
    weight: float = 0.5


class FigureRef(NamedTuple):
    """A figure by its story and its number in `Analysis.figures`."""

    passage: str
    figure: int


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """Figures of several stories that belong together.

    relation: "same" value and unit; "counted" as other things though the value is the same (jobs,
    posts); value "differs" for the same thing; "things": linked sentences count different things.
    """

    relation: FigureRelation
    figures: tuple[FigureRef, ...]
    text: str = ""
    question: str = ""
    weight: float = 0.0


class OnlyHere(NamedTuple):
    """What one story has, and in which others no match was found; weight orders them, 0 to 1.

    perhaps: story and sentence of what a doubtful link joins it to, the likeliest of each story.
    """

    passage: str
    kind: HereKind
    text: str
    spans: tuple[Span, ...]
    absent: tuple[str, ...]
    weight: float
    perhaps: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KeyWords:
    """What each of several stories calls one thing, in its own words: a row a story that has a word for it.

    link: the number of a link whose sentences have different words for it.
    """

    thing: str
    words: tuple[Label, ...]
    link: int
    text: str
    question: str
    weight: float


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of a story, and what in it the text hedges, conditions or does not bear out."""

    passage: str
    span: Span
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """Good practice of a story: something it does well, with the places."""

    passage: str
    kind: str
    text: str
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A unit as a row of a table: a sentence that stands for it, who tells it, and where no match was found.

    also: story and sentence of what tells it in a story without a sentence in the unit, since that one tells
    more of something else.
    """

    unit: str
    text: str
    passages: tuple[str, ...]
    absent: tuple[str, ...]
    also: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TargetCount:
    """Findings of one story in the outlet's voice that praise (+) or blame (-) somebody; strong: severity 2 and 3."""

    target: str
    passage: str
    direction: str
    findings: int
    strong: int
    rate: float | None


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two stories' rates of strong and notable findings compared, where both are long enough for that.

    ratio of the left rate to the right one with half a finding added to each count; low, high: 95%
    interval from drawing sentences anew; p: how often chance alone, dealing the sentences out anew,
    gives a difference as large. word: "no clear difference", "some" or "clear"; None, with the reason
    in note, where the stories are too short or too little of them is linked.
    """

    passages: tuple[str, str]
    group: Group
    ratio: float | None
    low: float | None
    high: float | None
    p: float | None
    word: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """Something that stands out: a sentence of evidence, a question, and the places it speaks of."""

    kind: str
    text: str
    question: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several stories side by side. `edits[i]` are the word differences of `links[i]`."""

    analyses: tuple[Analysis, ...]
    links: tuple[Link, ...]
    edits: tuple[tuple[Edit, ...], ...]
    units: tuple[Unit, ...]
    quotation_matches: tuple[QuotationMatch, ...]
    quotations_only: tuple[tuple[str, tuple[int, ...]], ...]
    names: tuple[SharedName, ...]
    profiles: tuple[Profile, ...]
    highlights: tuple[Highlight, ...]
    signature: Signature
    title: str = ""
    sources: tuple[Source, ...] = ()
    name_points: tuple[Point, ...] = ()
    figure_matches: tuple[FigureMatch, ...] = ()
    key_words: tuple[KeyWords, ...] = ()
    headlines: tuple[Headline, ...] = ()
    tensions: tuple[Point, ...] = ()
    placements: tuple[Point, ...] = ()
    only_here: tuple[OnlyHere, ...] = ()
    told: tuple[Told, ...] = ()
    targets: tuple[TargetCount, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    practices: tuple[Practice, ...] = ()
    notes: tuple[str, ...] = field(default=())
    paraphrases: tuple[Paraphrase, ...] = ()
