"""Different words for one thing: what linked sentences call it, each in the story's own words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from biasdiff.aligning.terms import stem
from biasdiff.contrasting.fields import NEEDS_MODIFIER, NO_MODIFIER
from biasdiff.contrasting.ground import Ground, own
from biasdiff.contrasting.phrasing import letter, listed, one_line, quoted
from biasdiff.contrasting.using import Use, Words, by_sentence
from biasdiff.model import Analysis, Finding, KeyWords, Label, Sentence, Span
from biasdiff.segmenting import words
from biasdiff.stopwords import STOPWORDS

_LEAST_SCORE = 0.35
_LEAST_PLAINER = 0.5
QUESTION = "What does each word make you expect? Would the other story’s word fit as well?"
SAID = "What does the reporting verb add to what was said?"


class _Pair(NamedTuple):
    link: int
    left: str
    one: Use
    right: str
    other: Use


def key_words(ground: Ground) -> tuple[KeyWords, ...]:
    """What stories call one thing where linked sentences have different words for it, the most telling first.

    A word counts where the outlet, or its report of what others say, has it: not inside quotation
    marks. A word that both stories use is no difference, nor are two forms of one word. Pairs come
    from fields of words that put a thing in a different light, from plainer choices of lexicon
    entries that the other story has taken, and from verbs that report one speaker.
    """
    uses = {story.passage.id: by_sentence(ground, story) for story in ground.stories}
    graded = {story.passage.id: _graded(story) for story in ground.stories}
    choices = {story.passage.id: _with_choice(story) for story in ground.stories}
    by_thing: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for number, left, mine, right, theirs in ground.pairs:
        link = ground.links[number]
        if link.score < _LEAST_SCORE:
            continue
        a, b, i, j = left.passage.id, right.passage.id, mine.index, theirs.index
        found: list[tuple[Use, Use]] = []
        if uses[a].uses[i] and uses[b].uses[j]:
            found += _differing(uses[a], i, uses[b], j)
        if link.score >= _LEAST_PLAINER and (i in choices[a] or j in choices[b]):
            found += _plainer(left, mine, right, theirs, choices)
        if link.kind != "partial" and (i in graded[a] or j in graded[b]):
            found += _reported(left, mine, right, theirs)
        for one, other in found:
            by_thing[one.kind, one.thing].append(_Pair(number, a, one, b, other))
    told = [_told(ground, pairs) for pairs in by_thing.values()]
    return tuple(sorted(told, key=lambda one: (-one.weight, one.link, one.thing)))


def _differing(mine: Words, i: int, theirs: Words, j: int) -> Iterator[tuple[Use, Use]]:
    """The one word of a field on either side of two linked sentences, where neither story has the other's word."""
    if {use.thing for use in mine.uses[i]}.isdisjoint([use.thing for use in theirs.uses[j]]):
        return
    left, right = _strongest(mine.uses[i]), _strongest(theirs.uses[j])
    things = Counter(thing for thing, _ in {(use.thing, use.term) for use in (*left, *right)})
    for one in left:
        for other in right:
            if one.thing != other.thing or things[one.thing] != 2 or stem(one.term) == stem(other.term):
                continue
            if one.forms[-1] not in theirs.forms and other.forms[-1] not in mine.forms and _fit(one, other):
                yield one, other


def _strongest(uses: Sequence[Use]) -> list[Use]:
    """Each word of a thing once, where it weighs most."""
    if len(uses) < 2:
        return list(uses)
    best: dict[tuple[str, str, str], Use] = {}
    for use in uses:
        key = (use.thing, use.term, use.phrase)
        if key not in best or use.severity > best[key].severity:
            best[key] = use
    return list(best.values())


def _fit(one: Use, other: Use) -> bool:
    """Whether words in front stand where they are needed, and not where they tell of another thing."""
    modified = [len(use.forms) > 1 for use in (one, other)]
    if one.thing in NEEDS_MODIFIER:
        return all(modified)
    return one.thing not in NO_MODIFIER or not any(modified)


# Marked words with plainer choices, by sentence.
_Choices = Mapping[int, Sequence[Finding]]


def _plainer(
    left: Analysis,
    mine: Sentence,
    right: Analysis,
    theirs: Sentence,
    choices: Mapping[str, _Choices],
) -> Iterator[tuple[Use, Use]]:
    """A marked word on one side and, on the other, one of the plainer choices that its entry names."""
    for one, first, other, second, swapped in ((left, mine, right, theirs, False), (right, theirs, left, mine, True)):
        norms, marked = second.norms, choices[one.passage.id].get(first.index, ())
        spans: dict[tuple[str, ...], Span | None] = {}
        for finding in marked:
            if finding.neutral not in spans:
                spans[finding.neutral] = _taken(other, second, norms, finding.neutral)
            span = spans[finding.neutral]
            loud = _norms(one.text(finding.span))
            if span and not _has(norms, loud) and not _is_part(_norms(other.text(span)), loud):
                term, choice = " ".join(loud), other.text(span).lower()
                use = Use(choice, term, finding.span, finding.severity, term, "plainer")
                plain = Use(choice, choice, span, 0, choice, "plainer")
                yield (plain, use) if swapped else (use, plain)


def _with_choice(story: Analysis) -> _Choices:
    """Marked words of a story with plainer choices, each once in a sentence."""
    found: defaultdict[int, dict[tuple[str | None, str], Finding]] = defaultdict(dict)
    for finding in story.findings:
        if finding.neutral and finding.group == "wording" and finding.voice != "quoted":
            sentence = story.sentence_at(finding.span.start)
            if sentence:
                found[sentence.index].setdefault((finding.entry, story.text(finding.span).lower()), finding)
    return {index: list(marked.values()) for index, marked in found.items()}


def _taken(story: Analysis, sentence: Sentence, norms: tuple[str, ...], neutral: Sequence[str]) -> Span | None:
    for choice in neutral:
        wanted = _norms(choice)
        if choice.startswith("(") or not wanted or STOPWORDS.issuperset(wanted):
            continue
        for at in range(len(norms) - len(wanted) + 1):
            if norms[at : at + len(wanted)] == wanted and own(story, sentence.words[at].start):
                return Span(sentence.words[at].start, sentence.words[at + len(wanted) - 1].end)
    return None


def _has(norms: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(norms[at : at + len(run)] == run for at in range(len(norms) - len(run) + 1))


def _is_part(choice: tuple[str, ...], loud: tuple[str, ...]) -> bool:
    """“tax cut” is no other word than “tax cuts for the rich”."""
    return {stem(norm) for norm in choice} <= {stem(norm) for norm in loud}


@lru_cache(maxsize=1 << 10)
def _norms(text: str) -> tuple[str, ...]:
    return tuple(word.norm for word in words(text))


def _reported(left: Analysis, mine: Sentence, right: Analysis, theirs: Sentence) -> Iterator[tuple[Use, Use]]:
    """Verbs of different grade for what one person says in two linked sentences: claimed, said."""
    here = _cues(left, mine)
    there = _cues(right, theirs) if here else {}
    for name, one in here.items():
        other = there.get(name)
        if other and one.severity != other.severity and max(one.severity, other.severity) > 1:
            yield one, other


def _graded(story: Analysis) -> set[int]:
    """The sentences with a reporting verb that colours what is said."""
    places = [f.span.start for f in story.findings if f.rule == "attribution.verb" and f.severity > 1]
    return {sentence.index for sentence in map(story.sentence_at, places) if sentence}


def _cues(story: Analysis, sentence: Sentence) -> dict[str, Use]:
    """The first reporting verb of each named speaker in a sentence, with its grade."""
    found: dict[str, Use] = {}
    for one in story.attributions_in(sentence.span):
        if one.speaker_name and one.cue:
            verbs = (f for f in story.findings_in(one.cue) if f.rule == "attribution.verb")
            severity = max((f.severity for f in verbs), default=0)
            term = " ".join(story.text(one.cue).lower().split())
            thing = f"what {one.speaker_name} says"
            found.setdefault(one.speaker_name, Use(thing, term, one.cue, severity, term, "speech"))
    return found


def _told(ground: Ground, pairs: Sequence[_Pair]) -> KeyWords:
    """The words of a thing, one for each story: the marked one, else the one that most pairs have."""
    uses: dict[str, Counter[Use]] = defaultdict(Counter)
    for pair in pairs:
        uses[pair.left][pair.one] += 1
        uses[pair.right][pair.other] += 1
    best = {
        key: max(found, key=lambda use: (use.severity, found[use], -use.span.start))
        for key, found in sorted(uses.items())
    }
    labels = tuple(_label(ground.by_id[key], use) for key, use in best.items())
    said: dict[str, list[str]] = defaultdict(list)
    for label in labels:
        said[label.text.lower()].append(label.passage)
    parts = [
        f"{listed([letter(key) for key in keys])} write{'s' * (len(keys) == 1)} {quoted(text)}"
        for text, keys in said.items()
    ]
    severity = max(use.severity for use in best.values())
    thing, reports = pairs[0].one.thing, pairs[0].one.kind == "speech"
    weight = round(min(1.0, 0.4 + 0.12 * severity + 0.03 * min(3, len(pairs))), 3)
    text = (f"On {thing}: " if reports else "") + "; ".join(parts) + "."
    return KeyWords(thing, labels, pairs[0].link, text, SAID if reports else QUESTION, weight)


def _label(story: Analysis, use: Use) -> Label:
    return Label(story.passage.id, one_line(story.text(use.span)), "name", (use.span,))
