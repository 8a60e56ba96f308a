"""Document -> Reading: the text that rules see."""

import re
from collections.abc import Iterator, Mapping, Sequence

from art28.agreement.passages import Reading, ReadingLine, Sentence
from art28.document.bounding import LONGEST_LINE
from art28.document.flow import Flow
from art28.document.layer import Layer, replaced, unchanged
from art28.document.model import BlockKind
from art28.document.outline import Clause, outline_of
from art28.document.pattern import lasting
from art28.extraction.layout.boxes import choices_in
from art28.extraction.layout.topic_rows import tables_on_topics, under_label
from art28.extraction.naming.names import names_in
from art28.extraction.naming.pattern import TOKENS, pattern_of
from art28.extraction.words.concepts import BREACH_WORD, Concept, concepts_in, main_abbreviation, own_abbreviation
from art28.extraction.words.contractions import contractions_in
from art28.extraction.words.dutch_verbs import dutch_verbs_in
from art28.extraction.words.french_verbs import french_verbs_in
from art28.extraction.words.imperatives import imperatives_in
from art28.extraction.words.language import language_of
from art28.terms import Role

_SENTENCE_END = lasting(
    r"[.;?!][\"')*_]*\s+(?=[A-ZÀ-Þ\"'(\[*_•<-])|(?<=[a-zà-ÿ)])\.\s+(?=\d{1,3} (?:[Dd]ays?|[Hh]ours?|[Ww]eeks?|[Mm]onths?|Tage?|Stunden|Wochen|Monate|dagen|uur|weken|maanden|jours|heures|mois)\b)|(?:(?<=shall)|(?<=must)|(?<=will)):\s+(?=\((?:a|i)\)\s)"
)
# What looks like the end of a sentence and is not: an abbreviation, an initial, a reference to an article.
_ABBREVIATION = lasting(
    r"(?:\b(?i:art|artt|nr|no|dhr|mevr|mw|mr|mrs|ms|dr|drs|ing|ir|jo|jr|lid|blz|par|bijv|bv|resp|incl|excl|max|min|"
    r"ca|tel|mio|mrd|mln|"
    r"o\.a|m\.b\.t|d\.w\.z|i\.v\.m|t\.a\.v|t\.b\.v|i\.c\.m|d\.d|a\.u\.b|c\.q|e\.g|i\.e|etc|nl|abs|ziff|z\.b|u\.a|bzw|ggf|"
    r"sog|vgl|inkl|zzgl|"
    r"lit|kvk|"
    r"iban|btw|ltd|inc|corp|cal|civ|v\.o\.f)|\bB\.V|\bN\.V|\bC\.V|\bS\.A|\bU\.S|"
    r"(?<![\w.])[A-Zzu]|\.[A-Z]|\b(?:vom|am|den|zum|bis|ab) \d{1,2})\s?\.$"
)
_ANNEX_NAMED = lasting(
    r"\b(?:bijlage|aanhangsel|annexe?|anlage|anhang|appendix|schedule|exhibit|onderdeel) [A-Z]\.$", re.IGNORECASE
)
# "Ontdekken wij een lek? Dan hoort u dat binnen een dag": a condition, written as a question.
_ANSWERS = lasting(r"(?:Dan|In dat geval|Then|In that case|Dann|In diesem Fall|Alors|Dans ce cas)\b")
_LABEL_ALONE = lasting(
    r"^[\s#*_•o-]*(?:(?:artikel|lid|article|art|section|clause|bijlage|annex|appendix|schedule|anlage|annexe|§)\.?\s*)?"
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)]+$",
    re.IGNORECASE,
)
_ENDS = lasting(r"[.;:?!][\"')*_]*$")
# Words after which a sentence cannot end: a block that ends in one goes on in the next.
_DANGLING = lasting(
    r"(?:,|\b(?:de|het|een|van|voor|door|aan|in|op|met|tot|bij|te|om|en|of|dan|als|dat|die|deze|zal|zullen|mag|"
    r"moet|dient|"
    r"wordt|worden|is|zijn|heeft|geeft|stelt|ter|ten|uit|na|naar|onder|over|per|jegens|tegen|tussen|hierna|waarbij|"
    r"nadat|"
    r"indien|the|an?|of|to|for|by|with|and|or|from|under|between|shall|will|may|must|that|which|this|its|their|as|"
    r"der|die|das|und|oder|den|dem|des|von|zu|mit|für|le|la|les|et|ou|du|des|par|pour):?)$",
    re.IGNORECASE,
)
# "under clause 11.4 (Right to object)": how the other provision is called says nothing of this one.
_TITLE = lasting(r"[\d)] (?P<title>\((?=[A-ZÀ-Þ][a-zß-ÿ’']+[ );,])[^()\n]{3,90}\))")
_REFERRING = lasting(
    r"(?:\b(?:[Ss]ections?|[Cc]lauses?|[Aa]rticles?|[Pp]aragraphs?|[Aa]rtikel(?:en)?|[Zz]iffer|[Aa]bschnitt)\s|(?:\b(?:or|and|of|en|und|oder|et|ou)|,) (?=\d+\.\d))"
    r"\d[\d.]{0,8}(?:\([a-z\d]{1,3}\))*$"
)
_REFERENCE = 40
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_LONG_TITLE = 60


def prepare(flow: Flow) -> Reading:
    """The reading text of `flow`, its clauses, lines and sentences, its language and its parties' names."""
    clauses = outline_of(flow)
    names = dict(names_in(flow.text))
    concepts = concepts_in(flow.text)
    names.update((term, Role.SUB_PROCESSOR) for term, what in concepts.items() if what is Concept.SUB_PROCESSOR)
    language = language_of(flow.text)
    letters = [found for found in (own_abbreviation(flow.text), main_abbreviation(flow.text)) if found]
    breach = [term for term, what in concepts.items() if what is Concept.BREACH and term not in names]
    layer = _in_plain_terms(
        flow,
        pattern_of(names, flow.text if language == "de" else ""),
        [(r"(?:en|s|n|e)?", breach, BREACH_WORD[language])] if breach else [],
        [found for found in letters if found[0] not in names],
        tuple(_as_duties(flow.text, names, language)),
    )
    lines = tuple(_lines(flow, layer, clauses))
    sentences = tuple(_sentences(layer.text, lines))
    return Reading(flow, layer, clauses, lines, sentences, language, names)


def _as_duties(text: str, names: Mapping[str, Role], language: str) -> Iterator[tuple[int, int, str]]:
    """The verbs that read otherwise behind a party: imperatives, contractions, what stands beside "ik", "nous" and "vous"."""
    if language == "en":
        told = tuple(imperatives_in(text, names))
        yield from told
        yield from (short for short in contractions_in(text) if not _within(short[0], told))
    elif language == "nl":
        yield from dutch_verbs_in(text, names)
    elif language == "fr":
        yield from french_verbs_in(text, names)


def _in_plain_terms(
    flow: Flow,
    names: re.Pattern[str],
    own_terms: Sequence[tuple[str, Sequence[str], str]],
    letters: Sequence[tuple[str, str]],
    told: Sequence[tuple[int, int, str]],
) -> Layer:
    """The text with its parties' names replaced by their roles, and terms of its own by the usual ones.

    `own_terms` are terms with their endings and the usual word for them, `letters` those by which agreements are called
    with their usual names, `told` what it tells a party to do, with that party before it. Titles of other provisions go.
    """
    cuts = [
        (match.start(), match.end(), TOKENS[Role(match.lastgroup)])
        for match in names.finditer(flow.text)
        if match.lastgroup
    ]
    for endings, terms, word in (*own_terms, *(("", (short,), word) for short, word in letters)):
        taken = {at for start, end, _ in cuts for at in range(start, end)}
        own = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(terms, key=len, reverse=True)))}){endings}(?![\w-])"
        )
        cuts += [(m.start(), m.end(), word) for m in own.finditer(flow.text) if m.start() not in taken]
        cuts.sort()
    if told:
        taken = {at for start, end, _ in cuts for at in range(start, end)}
        cuts = sorted((*cuts, *(cut for cut in told if cut[0] not in taken)))
    chosen = tuple(choices_in(flow.text))
    if chosen:
        cuts = sorted((*chosen, *(cut for cut in cuts if not _within(cut[0], chosen))))
    titles = tuple(_titles_of_others(flow.text))
    if titles:
        cuts = sorted((*titles, *(cut for cut in cuts if not _within(cut[0], titles))))
    return replaced(unchanged(flow.text), cuts)


def _titles_of_others(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _TITLE.finditer(text):
        start = match.start("title") - 1
        if _REFERRING.search(text[max(0, start - _REFERENCE) : start]):
            yield start, match.end("title"), ""


def _within(at: int, cuts: Sequence[tuple[int, int, str]]) -> bool:
    return any(start <= at < end for start, end, _ in cuts)


def _lines(flow: Flow, layer: Layer, clauses: tuple[Clause, ...]) -> Iterator[ReadingLine]:
    clause = 0
    for line in flow.lines:
        while clause + 1 < len(clauses) and clauses[clause].end <= line.start:
            clause += 1
        start, end = layer.above(line.start), layer.above(line.end)
        if start == end:
            continue
        yield ReadingLine(layer.text[start:end], start, end, clauses[clause], line.block)


def _sentences(text: str, lines: Sequence[ReadingLine]) -> Iterator[Sentence]:
    on_topics = frozenset(tables_on_topics(lines))
    at = 0
    while at < len(lines):
        last = at
        while (
            last + 1 < len(lines)
            and lines[last].end - lines[at].start < LONGEST_LINE
            and (
                _goes_on(lines[last], lines[last + 1]) or "\n" not in text[lines[last].end : lines[last + 1].start + 1]
            )
        ):
            last += 1
        start = lines[at].start
        running = text[start : lines[last].end].replace("\n", " ")
        label = running.find("\t") if lines[at].block.table in on_topics and lines[at].block.cells else -1
        clause = under_label(lines[at].clause, running[:label]) if label > 0 else lines[at].clause
        for first, stop in _split(running):
            yield Sentence(running[first:stop], start + first, start + stop, clause)
            if first <= label < stop - 1:
                yield Sentence(running[label + 1 : stop], start + label + 1, start + stop, clause)
        at = last + 1


# What opens and closes a letter stands alone, though a comma ends it.
_GREETS = lasting(
    r"^\W*(?:geachte|beste|dear|sehr geehrte[rs]?|madame|monsieur|met (?:vriendelijke|hartelijke) groet\w*|hoogachtend|"
    r"yours (?:sincerely|faithfully|truly)|kind regards|mit freundlichen grüßen)\b[^.;:]{0,80},$",
    re.IGNORECASE,
)


def _is_run_in(text: str) -> bool:
    """Whether a heading has sentences behind it on its line, of which the last breaks off: "Artikel 20. Wij mogen … . Dat doen wij een maand"."""
    return len(text) > _LONG_TITLE and not _ENDS.search(text) and len(tuple(_split(text))) > 1


def _goes_on(line: ReadingLine, following: ReadingLine) -> bool:
    """Whether a sentence that `line` leaves open goes on in `following`."""
    if line.block.kind is BlockKind.HEADING and following.text[:1].islower() and _is_run_in(line.text):
        return following.block.kind is BlockKind.PARAGRAPH and not following.block.label
    if line.block.kind not in _RUNNING or following.block.kind is not BlockKind.PARAGRAPH or _GREETS.match(line.text):
        return False
    if line.block.cells or following.block.label or _ENDS.search(line.text):
        return bool(line.text.endswith(("hierna:", "hierna te noemen:"))) and not following.block.label
    return bool(_DANGLING.search(line.text)) or (following.text[:1].islower() and len(line.text) > 40)


def _split(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start() + 1
        before = text[at:end]
        if before.endswith(".") and _ABBREVIATION.search(before[-16:]) and not _ANNEX_NAMED.search(before[-16:]):
            continue
        if _LABEL_ALONE.match(before) or (before.endswith("?") and _ANSWERS.match(text, match.end())):
            continue
        yield at, end
        at = match.end()
    if at < len(text):
        yield at, len(text)
