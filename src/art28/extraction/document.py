"""Reading -> the document itself: title, version, language, state, annexes, and repealed laws that it still applies."""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind, Span
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.parties import parties
from art28.extraction.partyblocks import party_blocks, segments
from art28.extraction.rule import Candidate, Rule, Strength, proposed
from art28.extraction.search import AnyCase
from art28.extraction.signatures import is_signed, signing_lines, signing_passages
from art28.law.repealed import Kind, all_repealed_laws
from art28.terms import Role

_I = re.IGNORECASE
_TITLE_WORD = (
    r"(?:ver|be)werkers? ?(?:overeenkomst|afspra(?:ak|ken)|contract|regeling|voorwaarden)|data ?(?:protection|processing) (?:agreement|addendum|terms|afspraken)|"
    r"processor agreement|processing agreement|"
    r"auftrags(?:daten)?verarbeitungs(?:vertrag|vereinbarung)|accord (?:de|sur le) traitement|addendum voor|"
    r"(?:afspraken|bepalingen|voorwaarden|regeling|addendum) (?:over|inzake|betreffende|omtrent|rond(?:om)?) (?:de |het )?(?:verwerk|omgang|bescherm)\w+|"
    r"gegevensverwerking(?:sovereenkomst)?|privacy-?(?:overeenkomst|voorwaarden)|(?:privacy|data|avg)-?afspraken|afspraken (?:over )?(?:privacy|data|persoonsgegevens|de avg)\b|"
    r"afsprakenlijst (?:avg|privacy|persoonsgegevens|gegevens\w*)|(?:personal )?data (?:protection |processing )?rules|"
    r"overeenkomst (?:(?:inzake|over|betreffende|voor|tot|van) )?(?:de )?"
    r"(?:(?!(?:mag|moet|kan|zal|wordt|is|heeft|geldt)\b)\w+ ){0,2}?(?:\(sub\)|sub)?-?verwerking|"
    r"(?:vertrag|vereinbarung) (?:über|zur|zum) (?:die |den |eine )?(?:auftrags|daten)?(?:verarbeitung|datenschutz|"
    r"auftragsverarbeitung)|"
    r"(?:accord|contrat|convention) de sous-traitance|(?:conditions|clauses|annexe|avenant) (?:relatives? )?(?:au|de|du|"
    r"sur le) traitement"
)
_TITLE = lasting(
    rf"^[\W_]*(?P<title>(?:(?:bijlage|addendum|annex|aanhangsel|supplement)\b[^.;:]{{0,60}}: )?(?:(?!\b(?:deze|dit|this|wordt|is|zijn|"
    rf"are)\b)[^.;:]){{0,70}}?(?:{_TITLE_WORD})[^;:]{{0,80}})$",
    _I,
)
# A schedule to a contract often has nothing but its subject for a title.
_TITLE_ALONE = lasting(
    r"^[\W_]*(?P<title>(?:(?:schedule|annex|appendix) \w{1,3} ?[:–—-]+ ?)?(?:looking after|protecting|handling|using|keeping|protection of) (?:our |your |the )?personal (?:data|information)|(?:personal )?data (?:processing|protection)(?: schedule| annex| appendix| clauses)?|processing of personal data|"
    r"(?:(?:bijlage|schedule|annex|addendum|appendix|anlage|anhang|annexe)[ :-]+)?(?:(?:gegevens)?verwerking|verwerker|"
    r"privacy|avg|"
    r"data processing|data protection|gdpr|datenschutz|datenverarbeitung|auftragsverarbeitung|rgpd|données personnelles|"
    r"sous-traitance)|"
    r"(?:annexe|anlage|annex|bijlage) [«\"“]\s?(?:données personnelles|protection des données|datenschutz|data protection|privacy|verwerking)\s?[»\"”]|"
    r"(?:(?:bijlage|annex|addendum|aanhangsel)[ :-]+)?(?:verwerking|bescherming) (?:van )?persoonsgegevens|verarbeitung personenbezogener daten|"
    r"protection des données(?: à caractère personnel)?)[\W_]*$",
    _I,
)
# What a mail or a letter says that it is about.
_SUBJECT = lasting(r"^\W*(?:onderwerp|betreft|subject|betreff|objet)\s?: +", _I)
_DIVIDER = lasting(r"\s[·•|]\s")
_TITLE_TAIL = lasting(
    r"(?<=overeenkomst),?\s+behorende? bij\b.*|\s*(?:\(\s*(?:versie|version|v(?=[\s\d.]))[^)]*\)|[-|·,]?\s*(?:versie|"
    r"version)\s[\d./]+.*|[-|"
    r"]\s*$)",
    _I,
)
_RUNNING = AnyCase(
    r"\b(?:deze|dit|this|hierna|verstaan|maakt|forms|gaat|geldt|applies|partijen|parties|tussen|"
    r"between|(?:gesloten|opgesteld|verwerkt|aangegaan) door|wordt|behorend|hoort)\b",
)
# "Verwerkersovereenkomst tussen Acme B.V. en Beta B.V.": a line that says between whom, and nothing else; where it tells more
# of them, what stands before is the title.
_BETWEEN_NAMES = lasting(
    rf"^[\W_]*(?P<title>(?P<kind>(?:(?!\b(?:deze|dit|this|diese[rs]?|is|wordt)\b)[^.;:,]){{0,40}}(?:{_TITLE_WORD})(?:(?!\b(?:is|wordt|geldt)\b)[^.;:,]){{0,30}}) "
    r"(?:tussen|between|zwischen|entre) (?-i:[A-ZÀ-Þ])[^;:,\"()]{2,60} (?:en|and|und|et|&) (?-i:[A-ZÀ-Þ])[^;:,\"()]{2,60})$|"
    rf"^[\W_]*(?P<before>{_TITLE_WORD}) (?:tussen|between|zwischen|entre) (?-i:[A-ZÀ-Þ])",
    _I,
)
_OPENS_A_LINE = lasting(r"\n\s*(?:tussen|between|zwischen|entre)\b", _I)
_ITS_NAME = lasting(
    rf"[\"(]\s*(?:de |the )?[\"*]*(?P<name>{_TITLE_WORD})[\"*]*\s*[\")]|"
    rf"^[\W\d]*(?P<term>{_TITLE_WORD})[\"*]*\s?: ?(?:deze|dit|this)|\b(?:deze|"
    rf"this) (?P<used>(?:{_TITLE_WORD})\b)",
    _I,
)
_REST_OF_TITLE = lasting(r"^(?:relating to|regarding|concerning|for|inzake|betreffende|voor) [^.;:,]{4,70}$")
_BREAKS_OFF = lasting(r" (?:voor|van|inzake|over|for|of|on|zur?|über|de|des|du|relative?s? aux?)$", _I)
_LONGEST_REST = 70
_TITLE_LINES = 40


def _title(reading: Reading) -> Iterator[Candidate]:
    """The heading; failing that the name that the agreement gives itself."""
    opening = [line for line in reading.lines[:_TITLE_LINES] if _may_be_title(line)]
    found = [(at, place) for at, line in enumerate(opening) if (place := _title_in(reading, line)) is not None]
    headings = [pair for pair in found if opening[pair[0]].block.kind is BlockKind.HEADING]
    if found:
        # A model's or a register's own line above the heading speaks of the agreement, and isn't its title.
        at, (start, end) = (headings or found)[0]
        line = opening[at]
        words = reading.original(line.start, line.end)
        title = words[start:end]
        first, _ = reading.over(*_place(reading, line, start, end))
        last = line.end
        rest = opening[at + 1] if at + 1 < len(opening) and not _TITLE_TAIL.search(words[start:]) else None
        if rest and (
            _REST_OF_TITLE.match(rest.text) or (_BREAKS_OFF.search(title) and len(rest.text) <= _LONGEST_REST)
        ):
            title, last = f"{title} {reading.original(rest.start, rest.end).strip(' *_')}", rest.end
        yield Candidate("document.title", title, ((first, last),))
        return
    for line in reading.lines:
        match = _ITS_NAME.search(reading.original(line.start, line.end))
        if match:
            group = match.lastgroup or "used"
            value = match[group][:1].upper() + match[group][1:]
            yield Candidate(
                "document.title", value, (reading.over(*_place(reading, line, *match.span())),), Strength.INFERRED
            )
            return


def _may_be_title(line: ReadingLine) -> bool:
    """Whether a line stands before the first article, or is the unnumbered heading of all that follows."""
    return line.clause.part in (Part.PREAMBLE, Part.RECITALS) or (
        line.block.kind is BlockKind.HEADING and line.clause.part is Part.BODY and not re.match(r"\W*\d", line.text)
    )


def _title_in(reading: Reading, line: ReadingLine) -> tuple[int, int] | None:
    """Where the title stands in a line, as `start:end` of its words; None where it holds none."""
    words = reading.original(line.start, line.end)
    between = _BETWEEN_NAMES.match(words) if not line.block.cells and line.clause.part is Part.PREAMBLE else None
    if between:
        block = line.block.span
        apart = _OPENS_A_LINE.search(reading.flow.document.text, block.start, block.end)
        return between.span("before" if between["before"] else "kind" if apart else "title")
    words = _set_apart(reading, line, words)
    subject = _SUBJECT.match(words)
    words = words[subject.end() :] if subject else words
    words = re.sub(
        r"\s+(?:tussen|between|zwischen|entre):?$|(?<=\w),?\s+(?:be)?horende? (?:bij|tot)\s.*$", "", words, flags=_I
    )
    if len(words) > 130 or line.block.cells or line.block.label or words.endswith((",", ";")) or _RUNNING.search(words):
        return None
    at = subject.end() if subject else 0
    for part in _DIVIDER.split(words):
        shown = line.block.kind is BlockKind.HEADING or (part.isupper() and line.clause.part is Part.PREAMBLE)
        alone = _TITLE_ALONE if shown else _TITLE
        match = _TITLE.match(part) or alone.match(part)
        if match:
            tail = _TITLE_TAIL.search(match["title"])
            title = match["title"][: tail.start()] if tail else match["title"]
            bare = title.strip(' -|*_"')
            if bare:
                start = at + match.start("title") + title.index(bare)
                return start, start + len(bare)
        at += len(part) + 3
    return None


def _set_apart(reading: Reading, line: ReadingLine, words: str) -> str:
    """The first of the document's own lines in capitals, where a line of small letters was put behind it; else `words`."""
    first, _, rest = reading.flow.document.text[line.block.span.start : line.block.span.end].partition("\n")
    return first if first.isupper() and rest[:1].islower() and words.startswith(first) else words


def _place(reading: Reading, line: ReadingLine, start: int, end: int) -> tuple[int, int]:
    base = reading.layer.starts[line.start]
    return base + start, base + end


_VERSION = lasting(
    r"(?P<label>\b(?:(?:model|document)?versie(?:nummer)?|version|uitgave|editie|edition|herziening|revisie|revision|release|"
    r"fassung)\b|"
    r"\bmodel(?= \d{4}-[A-Z]\b)|\bv(?=\.? ?\d+\.\d)|(?<=[(,|-])(?<!\w-) ?v(?=\.? ?\d{1,2}(?:[),|]| ?-|"
    r"$)))[\s.:*_]*(?P<number>\d{4}-\d{1,2}/[A-Z]\b|(?:0?[1-9]|1[0-2])/20\d\d\b|20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?\b|\d{4}/\d{1,2}|\d{4}\.\d{1,2}\b|"
    r"\d{4}-[A-Z]\b|[A-Z]{1,3}-?\d+\.\d+|"
    r"\d{1,3}(?:\s?\.\s?\d{1,3}){1,3}|\d{1,3}(?![\d-]| ?[a-z]{3,9} \d{4})|"
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|"
    r"march|may|june|july|august|october|december)\s\d{4})",
    _I,
)
_VERSION_LINES = 8
_VERSION_ROW = AnyCase(r"^\W*(?:versie(?:nummer)?|version|model|fassung|document(?:versie|version)?)\b[^\t]{0,20}\t")
_BESIDE = 24
_OTHER_VERSION = AnyCase(
    r"tls|datum|date\b|bijgewerkt|artikel|article|software|voorwaarden|terms|convenant|"
    r"model (?:ver|pro)|gebaseerd op|based on|clauses|windows|php|protocol",
)


def _version(reading: Reading) -> Iterator[Candidate]:
    """The version label on a line of its own or beside the title; a bare number is kept with its word."""
    opening = reading.lines[:_VERSION_LINES]
    yield from _version_in_sentence(reading, opening)
    yield from _version_in_margin(reading)
    for line in reading.lines:
        if (
            len(line.text) > (_LONGEST_VERSION_LINE if line not in opening else _LONGEST_OPENING_LINE)
            or (line.block.cells and not _VERSION_ROW.match(line.text))
            or (line.clause.part is Part.BODY and line.block.kind is not BlockKind.PARAGRAPH)
        ):
            continue
        match = _VERSION.search(line.text)
        if not match or _OTHER_VERSION.search(line.text[max(0, match.start() - _BESIDE) : match.end()]):
            continue
        opens = not re.search(r"\w", line.text[: match.start()])
        titled = bool(re.search(_TITLE_WORD, line.text[: match.start()], _I))
        if not opens and not titled and line not in opening:
            continue
        strength = Strength.EXPRESS if line.clause.part in (Part.PREAMBLE, Part.RECITALS) else Strength.INFERRED
        place = (line.start + match.start(), line.start + match.end())
        yield Candidate("document.version", _version_of(match), (place,), strength)
        return


def _version_of(match: re.Match[str]) -> str:
    number = re.sub(r"\s+(?=\.)|(?<=\.)\s+", "", match["number"])
    label = match["label"].strip()
    return f"{label}{'' if label.lower() == 'v' else ' '}{number}" if number.isdigit() else number


_LONGEST_VERSION_LINE = 110
_LONGEST_OPENING_LINE = 160
_NAMES_ITSELF = AnyCase(r"^\W*(?:model [\w-]+, )?(?:versie|version|uitgave|editie|edition)\b")


def _version_in_sentence(reading: Reading, opening: Sequence[ReadingLine]) -> Iterator[Candidate]:
    """A sentence of a long opening line that begins with the label: "… Uitgave 2020-C, geldig vanaf …"."""
    for sentence in reading.sentences:
        if sentence.start >= opening[-1].end if opening else True:
            return
        match = _VERSION.search(sentence.text) if _NAMES_ITSELF.match(sentence.text) else None
        if match:
            place = (sentence.start + match.start(), sentence.start + match.end())
            yield Candidate("document.version", _version_of(match), (place,), Strength.PASSING)
            return


def _version_in_margin(reading: Reading) -> Iterator[Candidate]:
    """The label in a page header or footer."""
    document = reading.flow.document
    for block in document.blocks:
        if block.kind not in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER):
            continue
        text = document.text[block.span.start : block.span.end]
        match = _VERSION.search(text)
        if match and not _OTHER_VERSION.search(text[: match.end()]):
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            yield Candidate("document.version", _version_of(match), (), Strength.INFERRED, outside=(span,))
            return


def _language(reading: Reading) -> Iterator[Candidate]:
    longest = max(reading.sentences[:40], key=lambda s: len(s.text), default=None)
    if longest:
        yield proposed("document.language", longest, value=reading.language)


_PLACEHOLDER = lasting(
    r"\[(?:[A-ZÀ-Þ][A-ZÀ-Þ /&_.-]{2,60}|[^\]\n]{0,40}(?:naam|name|adres|address|invul|in te vullen|datum|date|"
    r"bedrag|plaats|kvk|functie|organisatie|klant|customer|company|gegevens)[^\]\n]{0,40}|\.{2,}|…+|_{2,}|x+)\]|"
    r"<(?:[a-z][\w /-]{2,40})>|\{\{.{1,60}?\}\}|«(?!\s)[^»]{1,60}(?<!\s)»|\bin te vullen(?! door)|\(in te vullen\b|\bINVULLEN\b|"
    r"_{4,}|\.{6,}|…{2,}",
)
_MAY_BE_OPEN = lasting(r"[\[<{\"_…]|\.{6}|invullen|in te vullen|INVULLEN")
_FORM_LINE = AnyCase(
    r"^[\W_]*(?:handtekening|signature|paraaf|datum|date|plaats|place|naam|name|functie|title|"
    r"position)\b",
)


def _state(reading: Reading) -> Iterator[Candidate]:
    """Signed where both parties' dates stand, a template where anything is left open, else unsigned."""
    if is_signed(reading):
        yield Candidate("document.state", "signed", signing_passages(reading))
        return
    blank = _left_open(reading)
    if blank:
        yield Candidate("document.state", "template", (blank,))
        return
    lines = signing_lines(reading)
    anchor = lines[0] if lines else next(iter(reading.lines), None)
    if anchor:
        yield Candidate("document.state", "unsigned", ((anchor.start, anchor.end),))


def _left_open(reading: Reading) -> tuple[int, int] | None:
    """The first passage that waits to be filled in: a placeholder, or a party that nobody is named as."""
    text = reading.flow.document.text
    signing = {id(line) for line in signing_lines(reading)}
    for line in reading.lines:
        if not _MAY_BE_OPEN.search(line.text):
            continue
        below = reading.layer.below(line.start, line.end)
        source = reading.flow.layer.below(below.start, below.end)
        match = _PLACEHOLDER.search(text, source.start, source.end)
        if not match or (
            match[0][0] in "_.…"
            and (id(line) in signing or _FORM_LINE.match(line.text) or not _speaks_of_a_party(line))
        ):
            continue
        return line.start, line.end
    return _unnamed_party(reading)


def _speaks_of_a_party(line: ReadingLine) -> bool:
    return line.clause.part in (Part.PREAMBLE, Part.RECITALS) or bool(
        re.search(r"\b(?:CONTROLLER|PROCESSOR)\b", line.text[:40])
    )


def _unnamed_party(reading: Reading) -> tuple[int, int] | None:
    """Where the controller is introduced without a name, as agreements for any customer do."""
    from_terms = [s for s in segments(reading) if s.role is Role.CONTROLLER]
    blocks = [b for b in party_blocks(reading) if Role.CONTROLLER in b.roles]
    named = any(candidate.key == "controller.name" for candidate in parties(reading))
    if named:
        return None
    for segment in from_terms:
        if segment.end > segment.start:
            return segment.start, segment.end
    if blocks:
        return blocks[0].lines[0].start, blocks[0].lines[0].end
    opening = next((s for s in reading.sentences if "CONTROLLER" in s.text), None)
    return (opening.start, opening.end) if opening else None


def _annexes(reading: Reading) -> Iterator[Candidate]:
    """The annexes' headings; of one that a table of contents announces, the heading that opens it."""
    found: dict[str, tuple[int, ReadingLine]] = {}
    lines = reading.lines
    for index, line in enumerate(lines):
        clause = line.clause
        if clause.part is not Part.ANNEX or clause.number or line.block.cells or not clause.article:
            continue
        if reading.layer.starts[line.start] != clause.start or not line.text.lower().startswith(
            clause.article.lower()[:5]
        ):
            continue
        if _SEVERAL.match(line.text) or (clause.article.isalpha() and _NUMBERED.match(line.text, len(clause.article))):
            continue
        found.pop(clause.article.upper(), None)
        found[clause.article.upper()] = (index, line)
    titles: list[str] = []
    passages: list[tuple[int, int]] = []
    for index, line in sorted(found.values(), key=lambda item: item[0]):
        end = line.end
        following = lines[index + 1] if index + 1 < len(lines) else None
        bare = len(line.text.strip(" :.-")) <= len(line.clause.article) + 1
        if (
            following
            and (bare or (following.text[:1].islower() and not following.block.label))
            and not _PART_OF_ANNEX.match(following.text)
            and len(following.text) < 90
            and not following.text.endswith((".", ":", ";"))
        ):
            end = following.end
        titles.append(re.sub(r"\s+", " ", reading.original(line.start, end)).strip(" *_#"))
        passages.append((line.start, end))
    if titles:
        yield Candidate("document.annexes", tuple(titles), tuple(passages))


_PART_OF_ANNEX = lasting(r"(?:Part|Deel|Teil|Partie) (?:\d|[A-Z])\b")
# "Bijlage 3:" within a document that is an annex itself.
_NUMBERED = lasting(r" \d")
_SEVERAL = AnyCase(r"(?:bijlagen|annexes|appendices|schedules|anlagen)\b")
_AS_REPEALED = AnyCase(
    r"intrekking van|oudere|eerdere|ingetrokken|vervallen|voorheen|vervang(?:t|en|ing)|opvolger|repealing|repealed|formerly|"
    r"replac|vervalt|aufhebung|abrogeant|superseded|destijds",
)
_LAWS = (Kind.ACT, Kind.DECREE, Kind.DIRECTIVE, Kind.REGULATION)


def _repealed_law(reading: Reading) -> Iterator[Candidate]:
    """A law that is no more, unless the sentence names it for that."""
    folded = reading.text.lower()
    for law in all_repealed_laws():
        names = (*law.names, *law.abbreviations)
        if law.kind not in _LAWS or not any(name.lower() in folded for name in names):
            continue
        pattern = _mentions(law.names, law.abbreviations)
        others = tuple(f"{name} {after}" for name in names for after in law.unless_followed_by)
        found = [
            sentence
            for sentence in reading.sentences
            if (match := pattern.search(sentence.text))
            and not _AS_REPEALED.search(sentence.text[: match.end() + 40])
            and not any(other in sentence.text for other in others)
        ]
        if found:
            written = next(
                (name for name in law.names if any(name.lower() in s.text.lower() for s in found)), law.names[0]
            )
            yield proposed("document.repealed_law", *found[:3], value=(written,))


def _mentions(names: tuple[str, ...], abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    long = "|".join(re.escape(name) for name in names)
    short = "|".join(re.escape(name) for name in abbreviations)
    return lasting(rf"(?i:{long})" + (rf"|\b(?:{short})\b" if short else ""))


RULES = (
    Rule("document-title", ("document.title",), _title),
    Rule("document-version", ("document.version",), _version),
    Rule("document-language", ("document.language",), _language),
    Rule("document-state", ("document.state",), _state),
    Rule("document-annexes", ("document.annexes",), _annexes),
    Rule("document-repealed-law", ("document.repealed_law",), _repealed_law),
)
