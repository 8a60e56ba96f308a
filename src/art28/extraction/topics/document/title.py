"""Reading -> the title of the document: its heading, or the name that it gives itself."""

import re
from collections import Counter
from collections.abc import Iterator

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.words.search import AnyCase

_I = re.IGNORECASE
TITLE_WORD = (
    r"\(?(?:sub\)?-?)?(?:ver|be)werkers?[ -]?(?:overeenkomst|afspra(?:ak|ken)|contract|regeling|reglement|voorwaarden|bijlage|bepalingen)|verwerkings(?:overeenkomst|contract)|"
    r"data ?(?:protection|processing) (?:agreement|contract|addendum|terms|afspraken|overeenkomst|schedule|annex|appendix|exhibit)|data[ -]pro[ -]statement|"
    r"(?:privacy|avg|gegevensbeschermings?)-?(?:bijlage|addendum|overeenkomst)|(?:privacy|gdpr) (?:addendum|annex|agreement|schedule)|data (?:security|privacy) and (?:privacy|security|processing) agreement|"
    r"(?:bijlage|appendix|annex|addendum|schedule)[:-]? (?:(?:de )?verwerking (?:van )?persoonsgegevens|(?:the )?processing of personal data|gegevensbescherming)|"
    r"overeenkomst tussen (?:de )?(?:verwerkings)?verantwoordelijke en (?:de )?(?:ver|be)werker|(?:standaard|model)(?:contract(?:s|uele)? ?)?(?:clausules|bepalingen)(?: voor (?:verwerk\w+|(?:de )?verwerking\b))?|"
    r"standard contractual clauses \((?:processors?|controllers? to processors?|art\w* 28\b[^()]*)\)|"
    r"processor agreement|processing (?:agreement|contract)|data (?:protection|processing) (?:conditions|clauses)|contractual clauses between controllers? and processors?|"
    r"auftrags(?:daten)?verarbeitungs(?:vertrag|vereinbarung)|accord (?:de|sur le) traitement|addendum voor|"
    r"(?:afspraken|bepalingen|voorwaarden|regeling|addendum|overeenkomst) (?:over|inzake|betreffende|omtrent|rond(?:om)?|voor) (?:de |het )?(?:verwerk|omgang|bescherm|gegevensbescherm)\w+|"
    r"gegevensverwerking(?:sovereenkomst)?|privacy-?(?:overeenkomst|voorwaarden)|(?:privacy|data|avg)-?afspraken|afspraken (?:over )?(?:privacy|data|persoonsgegevens|de avg)\b|"
    r"afsprakenlijst (?:avg|privacy|persoonsgegevens|gegevens\w*)|(?:personal )?data (?:protection |processing )?rules|"
    r"overeenkomst (?:(?:inzake|over|betreffende|voor|tot|van) )?(?:de )?"
    r"(?:(?!(?:mag|moet|kan|zal|wordt|is|heeft|geldt)\b)\w+ ){0,2}?(?:\(sub\)|sub)?-?verwerking|"
    r"(?:vertrag|vereinbarung) (?:über|zur|zum) (?:die |den |eine )?(?:auftrags|daten)?(?:verarbeitung|datenschutz|"
    r"auftragsverarbeitung)|"
    r"annexe (?:relative )?(?:à la|de|sur la) protection des données|annexe [«\"“]\s?(?:données personnelles|protection des données)\s?[»\"”] aux? (?:conditions|contrat)|(?:anlage|anhang) (?:zur|über die) (?:auftrags(?:daten)?|daten)verarbeitung|(?:accord|contrat|convention) de sous-traitance|(?:conditions|clauses|annexe|avenant) (?:relatives? )?(?:au|de|du|"
    r"sur le) traitement"
)
_TITLE = lasting(
    rf"^(?:(?!\(sub\))[\W_])*(?P<title>(?:(?:bijlage|addendum|annex|aanhangsel|supplement)\b[^.;:]{{0,60}}: )?(?:(?!\b(?:deze|dit|this|wordt|is|zijn|"
    rf"are)\b)[^.;:]){{0,70}}?(?:{TITLE_WORD})[^;:]{{0,80}}?)(?:\s(?:stand|fassung|version|versie): ?[^;:]{{2,24}})?$",
    _I,
)
# A schedule to a contract often has nothing but its subject for a title.
_TITLE_ALONE = lasting(
    r"^[\W_]*(?P<title>(?:(?:schedule|annex|appendix) \w{1,3} ?[:–—-]+ ?)?(?:looking after|protecting|handling|using|keeping|protection of) (?:our |your |the )?personal (?:data|information)|standard contractual clauses|standardvertragsklauseln|clauses contractuelles types|(?:personal )?data (?:processing|protection)(?: schedule| annex| appendix| clauses)?|processing of personal data|"
    r"(?:(?:bijlage|schedule|annex|addendum|appendix|anlage|anhang|annexe)(?: (?:\d{1,2}|[A-Z]))?[ :–—-]+)?(?:(?:gegevens)?verwerking|verwerker|"
    r"privacy|avg|"
    r"data processing|data protection|gdpr|datenschutz|datenverarbeitung|auftragsverarbeitung|rgpd|données personnelles|"
    r"sous-traitance)|"
    r"(?:annexe|anlage|annex|bijlage) [«\"“]\s?(?:données personnelles|protection des données|datenschutz|data protection|privacy|verwerking)\s?[»\"”](?: (?:aux?|à la|zum|zu den|to the|bij de) [^.;:]{4,60}?)?|"
    r"(?:(?:bijlage|annex|addendum|aanhangsel)[ :-]+)?(?:verwerking|bescherming) (?:van )?persoonsgegevens|verarbeitung personenbezogener daten|"
    r"(?:(?:schedule|annexe?|appendix|anlage|anhang) \w{1,3} ?[:–—-]+ ?)(?:data (?:protection|processing)|protection des données(?: personnelles| à caractère personnel)?|datenschutz|auftragsverarbeitung|"
    r"traitement des données(?: personnelles| à caractère personnel)?)|protection des données(?: personnelles| à caractère personnel)?)[\W_]*$",
    _I,
)
# What a mail or a letter says that it is about.
_SUBJECT = lasting(r"^\W*(?:onderwerp|betreft|subject|betreff|objet)\s?: +", _I)
_DIVIDER = lasting(r"\s[·•|]\s")
_TITLE_TAIL = lasting(
    r"\s+stand:? (?:vom )?\d[\d./]+$|(?<=overeenkomst),?\s+behorende? bij\b.*|\s*(?:\(\s*(?:versie|version|v(?=[\s\d.]))[^)]*\)|[-|·,]?\s*(?:versie|"
    r"version)\s[\d./]+.*|[-|"
    r"]\s*$)",
    _I,
)
_RUNNING = AnyCase(
    r"\b(?:deze|dit|this|hierna|verstaan|maakt|forms|gaat|geldt|applies|partijen|parties|tussen(?! (?:de )?(?:verwerkings)?verantwoordelijke en)|"
    r"between(?! controllers? and)|(?:gesloten|opgesteld|verwerkt|aangegaan) door|wordt|behorend|hoort)\b",
)
# "Verwerkersovereenkomst tussen Acme B.V. en Beta B.V.": a line that says between whom, and nothing else; where it tells more
# of them, what stands before is the title.
_BETWEEN_NAMES = lasting(
    rf"^[\W_]*(?P<title>(?P<kind>(?:(?!\b(?:deze|dit|this|diese[rs]?|is|wordt)\b)[^.;:,]){{0,40}}(?:{TITLE_WORD})(?:(?!\b(?:is|wordt|geldt)\b)[^.;:,]){{0,30}}) "
    r"(?:tussen|between|zwischen|entre) (?-i:[A-ZÀ-Þ])[^;:,\"()]{2,60} (?:en|and|und|et|&) (?-i:[A-ZÀ-Þ])[^;:,\"()]{2,60})$|"
    rf"^[\W_]*(?P<before>{TITLE_WORD}) (?:tussen|between|zwischen|entre) (?-i:[A-ZÀ-Þ])",
    _I,
)
_OPENS_A_LINE = lasting(r"\n\s*(?:tussen|between|zwischen|entre)\b", _I)
_ITS_NAME = lasting(
    rf"[\"(]\s*(?:de |the )?[\"*]*(?P<name>{TITLE_WORD})[\"*]*\s*[\")]|"
    rf"^[\W\d]*(?P<term>{TITLE_WORD})[\"*]*\s?: ?(?:deze|dit|this)|\b(?:deze|"
    rf"this) (?P<used>(?:{TITLE_WORD})\b)",
    _I,
)
_REST_OF_TITLE = lasting(
    r"^(?i:van (?:de )?(?:persoons)?gegevens)(?: (?i:tussen|voor|bij|door|namens) [^.;:,]{4,50})?$|^(?:relating to|regarding|concerning|for|inzake|betreffende|voor) [^.;:,]{4,70}$"
)
_BREAKS_OFF = lasting(r" (?:voor|van|inzake|over|for|of|on|zur?|über|de|des|du|relative?s? aux?)$", _I)
# "Voorwaarden gegevensverwerking    pagina 1": the head of a page.
_COUNTS_PAGES = lasting(r"\b(?:pagina|blad|blz\.?|page|seite) \d{1,3}(?: (?:van|of|von|de|/) \d{1,3})?\W*$", _I)
_LONGEST_REST = 70
_TITLE_LINES = 40
_HEADS_PAGES = 3


def _title(reading: Reading) -> Iterator[Candidate]:
    """The heading; failing that the name that the agreement gives itself."""
    again = Counter(line.text for line in reading.lines)
    opening = [line for line in reading.lines[:_TITLE_LINES] if _may_be_title(line)]
    # What heads every page stands on each, and a title but once or twice.
    opening = [line for line in opening if again[line.text] < _HEADS_PAGES] or opening
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
    if _COUNTS_PAGES.search(words):
        return None
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


RULES = (Rule("document-title", ("document.title",), _title),)
