"""What one story quotes and the other reports in its own words."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from biasdiff.differing.spelling import key
from biasdiff.matching.speakers import People, person, same_person
from biasdiff.model import Analysis, Link, Paraphrase, Quotation, QuotationMatch, Span, Word
from biasdiff.stopwords import STOPWORDS

# Words are compared by their first letters, so that "resign" and "resigned" are one.
_STEM = 6
_MOST_KEPT = 1 << 14
# A stem in more reports than this is no reason to compare them; a quotation is compared with so many.
_MOST_PLACES, _MOST_TRIED = 10, 5
_LEAST_SHARED = 3
_LEAST_WEIGHT = 6.0
# Short stories are weighed as if they were so long: a few sentences tell nothing about how rare a word is.
_FEWEST_SENTENCES = 30
# The least likeness (0 to 1), where the speaker or a link between the sentences agrees, and where neither does.
_LIKE_BACKED, _LIKE_ALONE = 0.28, 0.4
_NAMED = 4

Words = Mapping[str, str]


class _Report(NamedTuple):
    """What a story reports that somebody said, without what it quotes of it: words as printed by their stem."""

    span: Span
    sentences: tuple[int, ...]
    words: Words
    source: Span | None


class _Pair(NamedTuple):
    """A quotation, by its number, the words of one of its sentences, a report that shares some, and what backs it."""

    quotation: int
    words: Words
    report: _Report
    backing: tuple[str, ...]


class _Found(NamedTuple):
    likeness: float
    report: _Report
    evidence: tuple[str, ...]


def paraphrases(
    left: Analysis, right: Analysis, links: Sequence[Link], matches: Sequence[QuotationMatch]
) -> tuple[Paraphrase, ...]:
    """Quotations of one story that the other reports without quotation marks, both ways; at most one for each.

    Reported speech is a paraphrase where it shares at least three words with a sentence of the
    quotation that are rare in these two stories; the more where neither the speaker nor a link
    between the sentences agrees. None where another person says it, and none of a quotation that
    the other story quotes too. Linear in the number of quotations.
    """
    ids = left.passage.id, right.passage.id
    here = [link.sentences for link in links if link.passages == ids]
    linked = {(i, j) for mine, theirs in here for i in mine for j in theirs}
    quoted_too = [{match.quotations[side] for match in matches if match.passages == ids} for side in (0, 1)]
    forth = list(_pairs(left, right, linked, quoted_too[0]))
    back = list(_pairs(right, left, {(j, i) for i, j in linked}, quoted_too[1]))
    if not forth and not back:
        return ()
    weights = _weights(left, right, {stem for pair in (*forth, *back) for stem in (*pair.words, *pair.report.words)})
    return (*_likeliest(forth, ids, weights), *_likeliest(back, ids[::-1], weights))


def _pairs(quoter: Analysis, teller: Analysis, linked: set[tuple[int, int]], done: set[int]) -> Iterator[_Pair]:
    """What may be a paraphrase: quotations, in order, with the reports that share enough words with them."""
    if len(done) == len(quoter.quotations):
        return
    people, tellers = quoter.people, People(teller)
    reports = tuple(_reports(teller))
    where: dict[str, list[int]] = defaultdict(list)
    for place, report in enumerate(reports):
        for stem in report.words:
            where[stem].append(place)
    for number, quotation in enumerate(quoter.quotations):
        if number in done:
            continue
        asked = person(people, quotation.speaker_name)
        for sentences, words in _said(quoter, quotation):
            for report in [reports[place] for place in _tried(words, where)]:
                if len(words.keys() & report.words.keys()) < _LEAST_SHARED:
                    continue
                speaker = tellers.within(report.source)
                if not _another(asked, speaker):
                    yield _Pair(number, words, report, _backing(asked, speaker, sentences, report, linked))


def _likeliest(pairs: Iterable[_Pair], ids: tuple[str, str], weights: Mapping[str, float]) -> Iterator[Paraphrase]:
    for number, tried in groupby(pairs, key=lambda pair: pair.quotation):
        found = [_compared(pair, weights) for pair in tried]
        best = max(filter(None, found), key=lambda one: (one.likeness, -one.report.span.start), default=None)
        if best:
            yield Paraphrase(ids, number, best.report.sentences, best.report.span, best.evidence)


def _tried(words: Words, where: Mapping[str, list[int]]) -> list[int]:
    """The reports that share most words with a quoted sentence."""
    found = [where[stem] for stem in words if stem in where]
    votes = Counter(chain.from_iterable([places for places in found if len(places) <= _MOST_PLACES]))
    return sorted(votes, key=lambda place: (-votes[place], place))[:_MOST_TRIED]


def _another(asked: Sequence[str], speaker: Sequence[str]) -> bool:
    """Whether the other story names another person for what it reports."""
    return bool(asked and speaker) and not same_person(asked, speaker)


def _backing(
    asked: Sequence[str],
    speaker: Sequence[str],
    sentences: set[int],
    report: _Report,
    linked: set[tuple[int, int]],
) -> tuple[str, ...]:
    """What else speaks for a paraphrase."""
    named = (f"both name {' '.join(speaker).title()}",) if asked and speaker else ()
    joined = any((one, other) in linked for one in sentences for other in report.sentences)
    return (*named, *(("their sentences are linked",) if joined else ()))


def _compared(pair: _Pair, weights: Mapping[str, float]) -> _Found | None:
    _, words, report, backing = pair
    shared = sorted(words.keys() & report.words.keys(), key=lambda stem: (-weights[stem], stem))
    weight = _sum(shared, weights)
    if weight < _LEAST_WEIGHT:
        return None
    likeness = weight / math.sqrt(_sum(words, weights) * _sum(report.words, weights))
    if likeness < (_LIKE_BACKED if backing else _LIKE_ALONE):
        return None
    named = ", ".join(report.words[stem] for stem in shared[:_NAMED])
    return _Found(likeness, report, (*backing, f"rare words in common: {named}"))


def _sum(stems: Sequence[str] | Words, weights: Mapping[str, float]) -> float:
    return sum([weights[stem] for stem in stems])


def _weights(left: Analysis, right: Analysis, stems: set[str]) -> dict[str, float]:
    """How rare some stems are in the sentences of both stories."""
    sentences = [sentence.norms for story in (left, right) for sentence in story.sentences]
    counts = Counter(chain.from_iterable([stems.intersection(map(_stem, norms)) for norms in sentences]))
    total = max(len(sentences), _FEWEST_SENTENCES)
    by_count = {count: math.log((total + 1) / (count + 0.5)) for count in set(counts.values())}
    return {stem: by_count[count] for stem, count in counts.items()}


@lru_cache(_MOST_KEPT)
def _stem(norm: str) -> str:
    return key(norm)[:_STEM]


def _said(story: Analysis, quotation: Quotation) -> Iterator[tuple[set[int], Words]]:
    """The words with content of a quotation, with their sentences: of each sentence, and of all together."""
    pieces = []
    for part in quotation.parts:
        for sentence in story.between(part):
            pieces.append(({sentence.index}, _content(story, sentence.words_in(part))))
    if len(pieces) > 1:
        together = {stem: printed for _, words in pieces for stem, printed in words.items()}
        pieces.append((set().union(*(sentences for sentences, _ in pieces)), together))
    yield from pieces


def _reports(story: Analysis) -> Iterator[_Report]:
    quoted = [run for run in story.voices if run.voice == "quoted"]
    ends = [run.end for run in quoted]
    for attribution in story.attributions:
        if attribution.kind == "direct" or not attribution.content:
            continue
        span = Span(attribution.content[0].start, attribution.content[-1].end)
        sentences = tuple(story.between(span))
        if "boilerplate" in [sentence.role for sentence in sentences]:
            continue
        inside = [word for part in attribution.content for sentence in sentences for word in sentence.words_in(part)]
        at = bisect_right(ends, span.start)
        if at < len(quoted) and quoted[at].start < span.end:
            inside = [word for word in inside if story.voice(word.start) != "quoted"]
        words = _content(story, inside)
        yield _Report(span, tuple([s.index for s in sentences]), words, attribution.source)


def _content(story: Analysis, words: Iterable[Word]) -> Words:
    """Stems and printed forms of the words with content among some."""
    text = story.passage.text
    return {_stem(norm): text[start:end] for start, end, norm in words if norm not in STOPWORDS}
