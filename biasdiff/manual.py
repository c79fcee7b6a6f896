"""The manual of the rules and entries: what `lexicon list` and `lexicon explain` print, and docs/rules.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from biasdiff.differ import closest
from biasdiff.errors import LexiconError
from biasdiff.lexicon import Entry, Lexicon, files, read
from biasdiff.rules import RULES, Rule

SEVERITIES = {0: "weighed, not shown", 1: "mild", 2: "an editor would ask", 3: "strong"}
PAGE = Path(__file__).parent.parent / "docs" / "rules.md"


def lexicons(own: Sequence[Lexicon] = ()) -> tuple[Lexicon, ...]:
    """The lexicons of the package with the tests of their entries, and a caller's."""
    return (*(read(path) for path in files()), *own)


def overview(known: Sequence[Lexicon]) -> str:
    """A line for each rule: its id, title and number of entries; rules without entries look at more than words."""
    counts = Counter(entry.rule for lexicon in known for entry in lexicon.entries)
    lines = [f"{rule.id:<24}{counts[rule.id] or '-':>5}  {rule.title}" for rule in RULES.values()]
    return "\n".join(["rule                  entries  title", *lines])


def listing(name: str, known: Sequence[Lexicon]) -> str:
    """A line for each entry of a rule: its id, severity and terms. Raises LexiconError for an unknown rule."""
    rule = RULES.get(name)
    if rule is None:
        raise LexiconError((f"rule '{name}' is unknown{_did_you_mean(name, RULES)} `lexicon list` names the rules.",))
    entries = [entry for lexicon in known for entry in lexicon.entries if entry.rule == name]
    lines = [f"{entry.id:<28}{entry.severity}  {', '.join(entry.terms)}" for entry in entries]
    return "\n".join(lines or [f"{rule.title}: no entries. {rule.definition}"])


def explanation(name: str, known: Sequence[Lexicon]) -> str:
    """The manual of a rule or an entry. Raises LexiconError where there is neither."""
    if name in RULES:
        return "\n".join(_of_rule(RULES[name], known))
    for lexicon in known:
        for entry in lexicon.entries:
            if entry.id == name:
                return "\n".join(_of_entry(entry, lexicon))
    names = [*RULES, *(entry.id for lexicon in known for entry in lexicon.entries)]
    raise LexiconError((f"'{name}' is no rule and no entry{_did_you_mean(name, names)} `lexicon list` names them.",))


def _did_you_mean(name: str, names: Sequence[str] | dict[str, Rule]) -> str:
    near = closest(name, tuple(names))
    return f"; did you mean '{near}'?" if near else "."


def _of_rule(rule: Rule, known: Sequence[Lexicon]) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield f"  {rule.definition}"
    yield f"  group: {rule.group}; at most severity {rule.cap} ({SEVERITIES[rule.cap]})"
    yield f"  in the literature: {rule.literature}"
    example = _example(rule, known)
    if example:
        yield f"  found:  {example.hit[0]}"
        yield f"  silent: {example.miss[0]}"


def _of_entry(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    yield f"{entry.id} ({lexicon.file}): {', '.join(entry.terms)}"
    yield f"  {entry.rationale}"
    yield f"  rule: {entry.rule}; severity {entry.severity} ({SEVERITIES[entry.severity]})"
    if entry.confidence == "low":
        marked = "" if entry.rule.startswith("label.") else ", and words that readers mark anywhere"
        yield f"  its plain use prevails: shown at high sensitivity only, in headlines and decks{marked}"
    if entry.neutral:
        yield f"  plainer: {' · '.join(entry.neutral)}"
    yield f"  question: {entry.question}"
    yield f"  source: {entry.source}"
    yield from (f"  found:  {text}" for text in entry.hit)
    yield from (f"  silent: {text}" for text in entry.miss)
    if entry.unless:
        yield f"  not in: {', '.join(entry.unless)}"
    if entry.literal:
        yield f"  literal where the talk is of: {', '.join(entry.literal)}"


def _example(rule: Rule, known: Sequence[Lexicon]) -> Entry | None:
    """An entry whose tests show the rule: the first of the highest severity."""
    entries = [entry for lexicon in known for entry in lexicon.entries if entry.rule == rule.id and entry.severity]
    return max(entries, key=lambda entry: entry.severity, default=None)


def page(known: Sequence[Lexicon]) -> str:
    """docs/rules.md: every rule with its definition, cap, literature, number of entries and an example."""
    counts = Counter(entry.rule for lexicon in known for entry in lexicon.entries)
    return "\n".join([*_INTRODUCTION, *(line for rule in RULES.values() for line in _section(rule, counts, known))])


_INTRODUCTION = (
    "# The rules",
    "",
    "Each finding carries one of these ids. Severity grades the wording: 1 mild, 2 an editor would ask, 3 strong.",
    "The outlet’s wording in headline, deck and first sentence weighs one more, up to the cap of its rule, unless the",
    "tool is in doubt.",
    "Reported wording weighs 1: it may be a paraphrase, and the outlet does not vouch for it.",
    "This page is made by `make rules` from `biasdiff/rules.py` and the word lists; `biasdiff lexicon explain RULE`",
    "prints the same, and `biasdiff lexicon explain ENTRY` the reasons of a single entry.",
    "",
    "Not looked for: passives that leave out who acted. Without a parser they cannot be told from plain verbs safely,",
    "and critics are known to mislabel them.",
    "",
)


def _section(rule: Rule, counts: Counter[str], known: Sequence[Lexicon]) -> Iterator[str]:
    yield f"## {rule.id}"
    yield ""
    yield f"**{rule.title}.** {rule.definition}"
    yield ""
    yield f"- Group: {rule.group}. At most severity {rule.cap} ({SEVERITIES[rule.cap]})."
    yield f"- In the literature: {rule.literature}."
    if rule.surest != "high":
        yield f"- Confidence: at most {rule.surest}; readers mark fewer of its words as loaded than of other rules."
    yield (
        f"- Entries: {counts[rule.id]}." if counts[rule.id] else "- No word list: a detector looks at more than words."
    )
    example = _example(rule, known)
    if example:
        yield f"- Found: “{example.hit[0]}” ({example.rationale})"
        yield f"- Silent: “{example.miss[0]}”"
    yield ""


def write_page() -> None:
    """Writes docs/rules.md anew; part of `make rules`."""
    PAGE.write_text(page(lexicons()), encoding="utf-8")


if __name__ == "__main__":
    write_page()
