"""Whether an entry is meant where its words stand: all guards, asked in one place."""

from __future__ import annotations

from functools import lru_cache

from biasdiff.detecting import guards
from biasdiff.detecting.circumstances import CIRCUMSTANCES, told
from biasdiff.detecting.topics import Topics, field
from biasdiff.indexing import Match
from biasdiff.lexicon import GAP, Entry, found_by
from biasdiff.model import Analysis, Sentence

# Rules whose words are ordinary in reports of matches.
_SPORTING = frozenset(
    (
        "eval.verb",
        "metaphor.war",
        "metaphor.game",
        "metaphor.disaster",
        "metaphor.animal",
        "metaphor.idiom",
        "dysphemism",
    )
)


# A picture of so many words is drawn even where it is denied: “was not champing at the bit”.
_PICTURE = 3


def _is_drawn(match: Match, entry: Entry) -> bool:
    return entry.rule.startswith("metaphor.") and match.last - match.first >= _PICTURE


@lru_cache(maxsize=1 << 10)
def _words_of(entry: Entry) -> frozenset[str]:
    return frozenset(word for form in found_by(entry) for word in form.split())


class Context:
    """A story, and what was found out about it on the way."""

    def __init__(self, story: Analysis) -> None:
        self._story = story
        self.told = told(story)
        self._topics = Topics(story)
        self._title_case: dict[int, bool] = {}
        self._definitions: dict[int, range] = {}

    def is_meant(self, sentence: Sentence, match: Match, entry: Entry) -> bool:
        """Whether no guard says that another use of the words is meant."""
        text, words = self._story.passage.text, sentence.words
        first, last, _ = match
        circumstance = CIRCUMSTANCES.get(entry.rule)
        return not (
            guards.is_other_part_of_speech(entry.pos, text, words, first, last)
            or guards.is_broken(text, words, first, last)
            or (entry.group == "wording" and self._is_put_on_nobody(sentence, match, entry))
            # A rank that is denied is none: “not the worst landlord”.
            or (entry.rule == "superlative" and guards.is_negated(words, first))
            or self._is_name(sentence, match, entry)
            or self._is_literal(sentence, match, entry)
            or (entry.rule in _SPORTING and self._topics.is_match_report(text, sentence))
            or (circumstance and not circumstance(self.told, sentence, match))
        )

    def _is_put_on_nobody(self, sentence: Sentence, match: Match, entry: Entry) -> bool:
        """Whether loaded words are denied, asked about, explained, or turned on the speaker."""
        text, words = self._story.passage.text, sentence.words
        return (
            (guards.is_negated(words, match.first) and not _is_drawn(match, entry))
            or guards.is_asked(text, words, match.first)
            or words[match.first].start in self._definition(sentence)
            or (entry.rule == "label.epithet" and guards.is_mentioned(text, sentence, match.first))
            or (entry.direction == "-" and guards.is_self_reproach(words, match.first, match.last))
        )

    def _is_name(self, sentence: Sentence, match: Match, entry: Entry) -> bool:
        """Whether words that the entry itself gives stand in a name; one that is written with a capital is meant so."""
        text, words, (first, last, _) = self._story.passage.text, sentence.words, match
        if not guards.is_name(text, words, first, last) or self._is_title_case(sentence):
            return False
        terms = " ".join(entry.terms)
        if terms != terms.lower():
            return False
        # What fills a gap (“held Quill to ransom”) may be a name.
        own = (first, last - 1) if GAP in terms else range(first, last)
        return any(guards.is_name(text, words, at, at + 1) for at in own)

    def _is_literal(self, sentence: Sentence, match: Match, entry: Entry) -> bool:
        """Whether the literal field of an entry is at hand; its own words (“attack dogs”) do not tell."""
        words, _ = field(entry.literal)
        own = words.intersection(sentence.norms[match.first : match.last])
        if own:
            own &= _words_of(entry)
        return self._topics.has(entry.literal, sentence, own)

    def _definition(self, sentence: Sentence) -> range:
        if sentence.index not in self._definitions:
            self._definitions[sentence.index] = guards.definition(self._story.passage.text, sentence)
        return self._definitions[sentence.index]

    def _is_title_case(self, sentence: Sentence) -> bool:
        if sentence.index not in self._title_case:
            self._title_case[sentence.index] = guards.is_title_case(self._story.passage.text, sentence)
        return self._title_case[sentence.index]
