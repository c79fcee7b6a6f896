"""Lines that come with a story and tell nothing of it: credits, notes of a desk, furniture of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from biasdiff.model import Span
from biasdiff.segmenting.metadata import is_metadata

_STORY = r"(?:story|article|post|piece|copy|dispatch|interview|news item)"
_PICTURE = r"(?:photo(?:graph)?|picture|image|illustration|graphic|video|cartoon)"
_CHANGED = (
    r"(?:written|published|republished|reproduced|reprinted|syndicated|corrected|updated|amended|edited|revised|"
    r"translated|produced|adapted|generated|supplied|provided|distributed)"
)
_ALERTS = r"(?:newsletters?|e-?mails?|alerts?|updates|inbox|channel|briefing|podcast|free)"

# A sentence that begins like this speaks of the story or to its reader, wherever it stands.
_ANYWHERE = (
    # Where the story appeared, and what was changed in it.
    rf"this {_STORY} (?:(?:first|originally) )?appear(?:ed|s)\b",
    rf"this {_STORY} (?:was|is|has been|may have been) (?:(?:also|since|first|originally) )?{_CHANGED}\b",
    rf"this (?:report|version|page|headline) has been {_CHANGED}\b",
    r"this (?:report|version|page|headline) was (?:corrected|updated|(?:first|originally) published)\b",
    rf"this (?:\w+ \d{{1,2}} )?{_STORY} (?:corrects|updates|has been corrected)\b",
    rf"(?:note: )?(?:an|the|a) (?:earlier|previous|original) version of (?:this|the) (?:{_STORY}|report|headline)\b",
    r"(?:re)?published (?:here )?(?:(?:with|by) (?:kind )?permission|under (?:a )?(?:creative commons|licen[cs]e))",
    r"copyright(?:\s|©|\(c\))*(?:\d{4}|by\b)|©|\(c\) \d{4}|all rights reserved\b|no part of this\b.*\breproduced",
    r"(?:corrections?|clarifications?|disclaimer|disclosure)\s?(?:[:—–]|-\s)",
    r"(?:editors?['’]?s?['’]? note|notes? to (?:editors|readers))\s?(?:[:—–]|-\s)",
    r"(?:strictly )?embargoed? (?:until|till|for|to)\b|embargo:|for immediate release\b|not for publication\b",
    # Pictures and what is written below them.
    rf"(?:(?:file|stock|handout|main|cover|top|featured) )?(?:{_PICTURE}|caption|credit)s?"
    r"(?: (?:credit|caption|source)s?)?\s*:\s*\S",
    rf"(?:file|stock|handout|undated) {_PICTURE}\b|file [-–—] ",
    # Calls to read on, to sign up, to share, to pay.
    r"(?:read|watch|also read|read (?:more|also|next)|see (?:also|more)|watch (?:more|now)|related(?: \w+)?)\s*[:>»|]",
    rf"{_STORY} continues\b|continue reading\b|scroll down\b|skip advert|click (?:here|to)\b|tap here\b",
    r"enlarge (?:this )?image\b|share (?:all )?sharing options\b|listen to (?:this )?article\b",
    rf"(?:(?:read or )?share|e-?mail|print|save|bookmark) this (?:{_STORY}|page)\b",
    rf"(?:for .{{5,80}}, )?(?:sign up|subscribe|register (?:now|here|for|to))\b.{{0,80}}\b{_ALERTS}\b|subscribe to\b",
    rf"get (?:breaking|daily|weekly|the|our|all|more) (?:[\w’'-]+ ){{0,5}}?{_ALERTS}\b",
    r"follow \S+(?: \S+){0,3} (?:on |@)(?:twitter|facebook|instagram|telegram|youtube|tiktok|linkedin|social|x\b)",
    r"follow (?:us|him|her|them|me) (?:on|at|@)",
    r"(?:join|like|find) us on\b|(?:download|get|install) (?:our|the) (?:\w+ ){0,3}app\b|our standards:",
    r"support (?!for\b)(?:[\w’'-]+ ){1,3}?journalism\b|become a (?:member|subscriber)\b|let us know what you\b",
    r"(?:send|submit) (?:letters|tips|comments)(?: to\b|:)",
    r"(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed\b.{0,80}\b(?:author|writer|own|necessarily)\b",
    r"(?:we use|this (?:site|website) uses) cookies\b",
    r"read (?:it|the (?:original|full|rest|whole))\b.{0,50}\b(?:here|article|story|report|post)\W*\Z",
)
# Who else worked on it, at the end of a sentence.
_HELPED = rf".{{1,200}}\bcontributed (?:(?:to|reporting (?:to|for|from)) )?(?:reporting|this {_STORY}|this report)\W*\Z"
# A short paragraph that begins like this.
_SHORT_PARAGRAPH = (
    r"(?:adds|updates|recasts|corrects|refiles|rewrites|repeats|writes through|fixes|removes|clarifies) "
    r"(?:[\w’'-]+,? ){0,4}?(?:quotes?|details?|background|comments?|reactions?|para(?:graph)?s?|headline|byline|"
    r"dateline|graphics?|links?|context|le(?:a|)de?|pictures?|photos?|throughout|spelling)\b",
    r"(?:sources?|contributing|contributors?|tags?|topics?|keywords?|category|section|location|language|filed under|"
    r"posted (?:in|by)|published by|compiled by|translated by|written by|produced by)\s*[:|]",
    r"(?:author|reporter|editor)s?\s*[:|].{2,60}[^.?!]\Z",
    r"(?:with (?:agency |additional )?inputs? from|with files from|with agencies)\b",
    r"(?:e-?mail|contact|write to|reach)\b.{0,60}\S@\S",
    r"read (?:more|also)\b(?! than\b)|more (?:on|from) \S+(?: \S+){0,3}\Z",
)
# A paragraph that is nothing else.
_WHOLE_PARAGRAPH = (
    r"ad|advertise?ments?|advertising|sponsored(?: content| post)?|paid content|promoted|loading|menu|home|top|"
    r"(?:\d+ )?comments?|share|print|e-?mail|save|tweet|copy link|listen|tags|newsletters?|follow|donate|"
    r"subscribe(?: now)?|log ?in|sign ?(?:in|up)|register|back to top|related(?: \w+)?|recommended(?: \w+)?|"
    r"most (?:read|popular|viewed)|trending(?: now)?|top stories|latest news|further reading|see also|read more|"
    r"\d+[ -]min(?:ute)?s?(?: read)?|\d{1,2}:\d\d|ends?|-\s*30\s*-|more to (?:come|follow)|"
    r"urgent|bulletin|flash|exclusive|breaking(?: news)?|live(?: updates)?|opinion|analysis|update \d+|corrected|"
    r"refile|embargo(?:ed)?|agencies"
)
# These are asked about small letters: a pattern that need not ignore case passes over most of its branches at once.
_SENTENCE = re.compile("|".join(_ANYWHERE))
_CONTRIBUTED = re.compile(_HELPED)
_SHORT = re.compile("|".join(_SHORT_PARAGRAPH))
_WHOLE = re.compile(rf"(?:{_WHOLE_PARAGRAPH})\W*\Z")

# Names and the small words between them: a verb in lower case makes it a sentence of the story.
_NAME = r"[A-Z@][\w.’'@-]*"
_NAMES = rf"{_NAME}(?:[ ,;|&]+(?:{_NAME}|of|the|and|in|at|for|from|by|with|to|via|additional|editing|reporting)(?!\w))*"
_WORK = r"(?i:reporting|writing|editing|compiled|translation|research|graphics?|photography|photos?|pictures?|video)"
_CREDIT = re.compile(
    rf"(?:(?i:additional|with|file|stock) )?{_WORK}(?: and {_WORK})* (?i:by|from|for|courtesy of|via) {_NAMES}\W*\Z"
    rf"|(?:By|BY) {_NAME} {_NAMES}(?: (?i:reporters?|correspondents?|writers?|staff))?\W*\Z"
    rf"|(?i:from our (?:own )?)(?:{_NAME} )?(?i:correspondents?)\b.{{0,60}}\Z"
)
# Jane Roe/Coast Wire, File
_CREDITED = rf"(?:{_NAME}|via|of|the|for|[Ff]ile|[Pp]hoto)(?!\w)"
_PICTURE_CREDIT = re.compile(
    rf"{_NAME}(?:[ ,]+{_NAME}){{0,5}} ?[/|] ?{_CREDITED}(?:[ ,/|]+{_CREDITED}){{0,8}}\W*\Z"
    rf"|{_NAME}(?: {_NAME}){{0,5}} via {_NAMES}\W*\Z"
)
_LAST_BRACKET = re.compile(r"\(([^()]{4,80})\)\W*\Z")
_BRACKETED_CREDIT = re.compile(
    rf"[(\[](?:{_NAME}(?: (?:{_NAME}|of|the)){{0,3}}|[\w .@'’-]{{2,40}}/(?:via )?[A-Z][\w .,/@'’-]{{1,60}})[)\]]\W*\Z"
)
# An agency, a site, a slug on a line of its own.
_SIGNATURE = re.compile(rf"[(\[—–-]*\s?(?:[\w-]+\.[A-Za-z]{{2,4}}|{_NAME}(?: {_NAME}){{0,2}})[)\]]?(?<!\.)\Z")
_SLUG = re.compile(r"(?:[A-Z0-9]+(?:[-/_]+[A-Z0-9]*)+(?: ?\((?:[A-Z]+ ?)+\d*\))?|[a-z0-9]+(?:[-/_][a-z0-9]+){2,})\Z")
_AUTHOR = re.compile(
    r"\b(?:is|are|was) (?:a|an|the|our)?\b.{0,60}\b(?:reporters?|writers?|columnists?|editors?|correspondents?|"
    r"journalists?|authors?|producers?|contributors?|fellows?|bureau chief)\b"
)
_WRAPPING = " \t\r\n([{*_—–-•·|>"
_LONGEST_LINE, _LONGEST_NOTE, _NOTE_SENTENCES = 200, 500, 4  # characters; sentences


def boilerplate_flags(text: str, sentences: Sequence[Span], last: bool) -> list[bool]:
    """For each sentence of one paragraph, whether it is boilerplate. last: no paragraph comes behind it.

    What opens as boilerplate is boilerplate to the end of a short paragraph: a caption, a
    correction, a call to subscribe.
    """
    whole = text[sentences[0].start : sentences[-1].end]
    if _is_line(whole, last) or is_metadata(whole):
        return [True] * len(sentences)
    printed = [text[span.start : span.end] for span in sentences]
    flags = [_is_note(sentence) for sentence in printed]
    short = len(sentences) <= _NOTE_SENTENCES and len(whole) <= _LONGEST_NOTE
    # Lone marks before a sentence ("? It stopped.") are nothing to read, but no note either.
    opens = flags[0] and any(map(str.isalnum, printed[0]))
    if short and (opens or _is_caption(text, sentences[-1]) or (flags[-1] and _AUTHOR.search(whole))):
        return [True] * len(sentences)
    return flags


def _is_line(whole: str, last: bool) -> bool:
    """Whether a short paragraph is a credit, a label or a signature."""
    if len(whole) > _LONGEST_LINE:
        return False
    bare = whole.lstrip(_WRAPPING)
    small = bare.lower()
    if _WHOLE.match(small) or _SHORT.match(small) or _is_picture_credit(bare) or _SLUG.match(whole):
        return True
    bracketed = whole[0] in "([" and _BRACKETED_CREDIT.match(whole) is not None
    return bracketed or (last and _SIGNATURE.match(whole) is not None)


def _is_note(sentence: str) -> bool:
    if not any(map(str.isalnum, sentence)):
        return True
    bare = sentence.lstrip(_WRAPPING)[:_LONGEST_NOTE]
    small = bare.lower()
    if _SENTENCE.match(small) or ("contributed" in small and _CONTRIBUTED.match(small)):
        return True
    if len(sentence) > _LONGEST_LINE:
        return False
    return _CREDIT.match(bare) is not None or (sentence[0] in "([" and _is_picture_credit(bare))


def _is_caption(text: str, last: Span) -> bool:
    """Whether a paragraph ends with a picture's credit, on its own or in brackets."""
    sentence = text[last.start : last.end]
    if not _has_credit_sign(sentence):
        return False
    found = _LAST_BRACKET.search(sentence, max(0, len(sentence) - 90))
    credit = found[1] if found else sentence[:_LONGEST_LINE]
    names = len(re.split(r"[ /|]+", credit))  # two are the agencies of a story: (Coast Wire/CW)
    return names > 2 and _PICTURE_CREDIT.match(credit) is not None


def _is_picture_credit(bare: str) -> bool:
    return _has_credit_sign(bare) and _PICTURE_CREDIT.match(bare) is not None


def _has_credit_sign(printed: str) -> bool:
    """Whether something stands in a line that every picture's credit has."""
    return "/" in printed or "|" in printed or " via " in printed
