"""The report as Markdown (CommonMark with tables), for notes, wikis and mail.

# Ferry crews at Port Alder stop work
...
**A6 · B7** same statement
> A6 It was called by the firebrand Dana Orlan …
>
> B7 The stoppage was called by the union secretary, Dana Orlan …

- L3 “firebrand” (A6, A’s own words): … Plainer: … Ask: …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from biasdiff.model import Analysis, Comparison, Finding, Paraphrase, Profile, SharedName
from biasdiff.numbering import Ref
from biasdiff.rendering import markdown_evidence as evidence
from biasdiff.rendering import words
from biasdiff.rendering.escaping import safe
from biasdiff.teaching.evidence import differences, ref_of, story_of, words_of

_MOST_DIFFERENCES = 4
LIMITS = (
    "This report lists differences in wording that rules can find. It does not say who is right, which outlet is"
    " better, or why a word was chosen. It misses things, and it marks ordinary words. Unequal counts are not evidence"
    " of unfairness: one side may have done the thing. Equal counts are not evidence of fairness."
)


def render(result: Comparison) -> str:
    """The report as one Markdown text; nothing in a story can become markup, a link or an image."""
    parts = (
        *(_head, _standing_out, evidence.matrix, _side_by_side, evidence.headlines, evidence.tensions),
        *(_quotations, _names, evidence.key_words, evidence.figures, evidence.only_here, evidence.practices),
        *(evidence.targets, _counts, _end),
    )
    text = "\n".join(line for part in parts for line in part(result))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _head(result: Comparison) -> Iterator[str]:
    yield f"# {safe(result.title) or 'Stories compared'}"
    yield from (
        "",
        "| | Outlet | Headline | Published | Words | Own | Reported | Quoted |",
        "|---|---|---|---|--:|--:|--:|--:|",
    )
    for story, told in zip(result.analyses, result.profiles, strict=True):
        passage = story.passage
        source = words.OUTLET_SOURCES.get(passage.outlet_source, "")
        outlet = f"{safe(passage.outlet) or 'Outlet not named'} {source}".strip()
        headline = next((story.text(s.span) for s in story.sentences if s.role == "headline"), passage.title)
        cells = (f"**{passage.id.upper()}**", outlet, safe(headline), safe(passage.published), *_lengths(told))
        yield f"| {' | '.join(cells)} |"
    for note in result.notes:
        yield from ("", safe(note))
    yield ""


def _lengths(told: Profile) -> tuple[str, ...]:
    return tuple(map(str, (told.words, told.outlet_words, told.reported_words, told.quoted_words)))


def _standing_out(result: Comparison) -> Iterator[str]:
    yield from ("## What stands out", "")
    for number, one in enumerate(result.highlights, 1):
        yield f"{number}. {evidence.told(result, one)}"
    if not result.highlights:
        yield "Nothing that the rules know of."
    yield ""


def _side_by_side(result: Comparison) -> Iterator[str]:
    """Linked sentences first, pair of stories by pair, then those that one story has alone."""
    yield from ("## Side by side", "")
    shown: set[Ref] = set()
    found = {story.passage.id: _by_sentence(story) for story in result.analyses}
    for link, edits in zip(result.links, result.edits, strict=True):
        sides = [(story_of(result, key), ids) for key, ids in zip(link.passages, link.sentences, strict=True)]
        names = " · ".join(", ".join(str(Ref(s.passage.id, i)) for i in ids) for s, ids in sides)
        yield f"**{names}** {words.kind(link)}{', elsewhere in the order' if link.moved else ''}"
        yield from ("", "\n>\n".join(_quoted(story, index) for story, ids in sides for index in ids), "")
        differing = differences(sides[0][0], sides[1][0], edits)
        if 0 < len(differing) <= _MOST_DIFFERENCES:
            yield f"- Words: {safe(' '.join(differing))}"
        for story, ids in sides:
            fresh = [i for i in ids if Ref(story.passage.id, i) not in shown]
            shown.update(Ref(story.passage.id, i) for i in fresh)
            yield from _notes(story, fresh, found[story.passage.id])
        yield ""
    for story in result.analyses:
        linked = {
            i
            for n in result.links
            if n.sure
            for k, ids in zip(n.passages, n.sentences, strict=True)
            if k == story.passage.id
            for i in ids
        }
        alone = [s.index for s in story.told if s.index not in linked]
        yield from (
            f"### No sure match found for these sentences of {story.passage.id.upper()}",
            "",
            "The tool can miss a match.",
            "",
        )
        yield from ("\n>\n".join(_quoted(story, index) for index in alone) or "None.", "")
        fresh = [index for index in alone if Ref(story.passage.id, index) not in shown]
        yield from (*_notes(story, fresh, found[story.passage.id]), "")


def _quoted(story: Analysis, index: int) -> str:
    return f"> **{Ref(story.passage.id, index)}** {safe(story.text(story.sentences[index].span))}"


def _by_sentence(story: Analysis) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    for finding in story.findings:
        found.setdefault(ref_of(story, finding.span).sentence, []).append(finding)
    return found


def _notes(story: Analysis, indices: Sequence[int], found: dict[int, list[Finding]]) -> Iterator[str]:
    return (_note(story, finding) for index in indices for finding in found.get(index, ()))


def _note(story: Analysis, finding: Finding) -> str:
    sign = words.key(finding.group, finding.severity, finding.voice)
    whose = words.whose(finding.voice, story.passage.id.upper())
    plainer = f" Plainer: {safe(', '.join(finding.neutral))}." if finding.neutral else ""
    question = f" *{safe(finding.question)}*" if finding.question else ""
    where = f"{ref_of(story, finding.span)}, {whose}"
    return f"- **{sign}** “{safe(words_of(story, finding.span))}” ({where}): {safe(finding.message)}{plainer}{question}"


def _quotations(result: Comparison) -> Iterator[str]:
    yield from ("## Quotations", "", "| Where | One version | Other version | How they differ |", "|---|---|---|---|")
    for match in result.quotation_matches:
        sides = [(story_of(result, key), n) for key, n in zip(match.passages, match.quotations, strict=True)]
        where = " · ".join(str(ref_of(story, story.quotations[n].parts[0])) for story, n in sides)
        said = " | ".join(f"“{safe(_said(story, n))}”" for story, n in sides)
        speakers = words.SPEAKERS.get(match.speakers, "")
        how = ", ".join(filter(None, (words.STATUSES[match.status], words.COVERAGES[match.coverage], speakers)))
        yield f"| {where} | {said} | {how} |"
    yield ""
    for key, numbers in result.quotations_only:
        story = story_of(result, key)
        for number in numbers:
            quotation = story.quotations[number]
            who = f", {safe(quotation.speaker_name)}" if quotation.speaker_name else ""
            yield f"- Only in {key.upper()} ({ref_of(story, quotation.parts[0])}{who}): “{safe(_said(story, number))}”"
    for told in result.paraphrases:
        quoter, teller = (story_of(result, key) for key in told.passages)
        quoted = ref_of(quoter, quoter.quotations[told.quotation].parts[0])
        yield f"- {quoted} quotes what {ref_of(teller, told.span)} seems to tell in other words: {_told(teller, told)}"
    yield ""


def _told(teller: Analysis, told: Paraphrase) -> str:
    return f"{safe(words_of(teller, told.span))} ({safe('; '.join(told.evidence))})"


def _said(story: Analysis, number: int) -> str:
    return " … ".join(story.text(part) for part in story.quotations[number].parts)


def _names(result: Comparison) -> Iterator[str]:
    ids = [story.passage.id for story in result.analyses]
    shared = [name for name in result.names if len({label.passage for label in name.labels}) > 1]
    if not shared:
        return
    heads = " | ".join(key.upper() for key in ids)
    yield from ("## Who is called what", "", f"| Who | {heads} |", f"|---|{'---|' * len(ids)}")
    for name in shared:
        yield f"| {safe(name.name)} | {' | '.join(_called(name, key) or '–' for key in ids)} |"
    yield ""
    yield from (f"- {evidence.told(result, point)}" for point in result.name_points)
    yield ""


def _called(name: SharedName, key: str) -> str:
    return ", ".join(f"{safe(label.text)} {len(label.places)}" for label in name.labels if label.passage == key)


def _counts(result: Comparison) -> Iterator[str]:
    """Marks in the outlets' own words, and beside them those in reported and quoted words."""
    ids = [profile.passage.upper() for profile in result.profiles]
    yield from (
        "## Counts",
        "",
        "In the outlet’s own words; in brackets: in reported and quoted words, which are not counted.",
    )
    yield from ("", f"| | {' | '.join(ids)} |", f"|---|{'--:|' * len(ids)}")
    kinds = dict.fromkeys((c.group, c.severity) for profile in result.profiles for c in profile.counts)
    for group, severity in sorted(kinds, key=lambda kind: (list(words.GROUPS).index(kind[0]), -kind[1])):
        cells = []
        for profile in result.profiles:
            found = next((c for c in profile.counts if (c.group, c.severity) == (group, severity)), None)
            cells.append(f"{found.outlet} ({found.reported + found.quoted})" if found else "0 (0)")
        yield f"| {words.GROUPS[group][1]}, {words.SEVERITIES[severity]} | {' | '.join(cells)} |"
    yield ""


def _end(result: Comparison) -> Iterator[str]:
    yield from ("## What this report cannot say", "", LIMITS, "")
    yield from ("Who are these outlets? What do other reports, the documents and the people there say?", "")
    settings = ", ".join(f"{name}: {value or 'none'}" for name, value in result.signature.settings)
    yield f"biasdiff {safe(result.signature.version)} · {safe(settings)}"
