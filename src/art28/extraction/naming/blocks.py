"""Reading -> the passages that introduce or sign for a party: running text that ends in a defined term, and blocks under
a heading that names the party, at the head of an agreement, in its signatures and in its annexes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from art28.agreement.legalforms import LEGAL_FORM
from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.extraction.layout.fields import fields_in
from art28.extraction.naming.defining import HEREINAFTER
from art28.extraction.naming.details import address_in, registration_in
from art28.extraction.naming.headers import FORM_LINES, IDENTIFIES, IMPORTER, NAMED, ROLE_OF, beside_another, headed
from art28.extraction.words.search import AnyCase
from art28.terms import Role

_DEFINES = AnyCase(
    rf"\b(?:{HEREINAFTER}|in (?:deze (?:overeenkomst|brief|tekst|afspraken|voorwaarden)|dit (?:contract|stuk|document)|this (?:agreement|document))(?=:)|te noemen|"
    r"referred to as)\b[^.;\t]{0,60}?\b(?P<a>CONTROLLER|PROCESSOR)\b|"
    r"\(\s*(?:ook )?[\"'*]{0,3}(?:de |het |the |der |die |le |la |l')?[\"'*]{0,3}(?P<b>CONTROLLER|PROCESSOR)\b[^)]{0,40}\)|"
    r",? (?:agissant en (?:tant que|qualité de)|handelend als|acting as|optredend als) (?:de |"
    r"the )?[*]{0,2}(?P<c>CONTROLLER|PROCESSOR)\b|"
    r"(?:^|\n)[^\w\n]*- ?(?:(?:der|die|le|la|de|the) |l')?\"?(?P<d>CONTROLLER|PROCESSOR)\"? ?-(?=\n|$)|"
    r"(?<=[\w.)]),\s(?:de |the )?(?P<e>CONTROLLER|PROCESSOR)\b(?=[,;.]?(?:\s|$))|"
    r"\([^()\n\"]{12,200}[;,] ?\"?(?P<f>CONTROLLER|PROCESSOR)\"?(?:, ?\"?(?:CONTROLLER|PROCESSOR)\"?)*\)",
)
# Who speaks says who that is: "Wij, Kade Zuid (eenmanszaak van A. Kade, KvK 01234567), onderhouden …".
_APPOSED = re.compile(
    r"(?:^|\n|\. )(?P<role>CONTROLLER|PROCESSOR), (?P<who>[A-ZÀ-Þ][^(;\n,]{2,60}(?:, (?:gevestigd|te|KvK|of|located|with|mit Sitz|aus|de|dont|RCS)\b[^,(;\n]{2,60})*"
    r"(?: ?\([^)\n]{3,200}\))?),(?= [a-zà-ÿ])"
)
# "Pixelboek is boekhoudsoftware van Kade Software B.V., … (hierna: wij)": who is behind a product, and not the product.
_MADE_BY = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]{1,40} (?:is|are|ist|est) (?!CONTROLLER|PROCESSOR)[^.;:\n(]{3,120}?\b(?:from|by|of|van|door|von|de) "
    rf"(?=[A-ZÀ-Þ][^,;:(\n]{{1,70}}?(?<!\w){LEGAL_FORM}(?!\w))"
)
_IS_NAMED = AnyCase(r"\b(?:ben|bent|is|zijn|are|bist|ist|sind|es|êtes|est|sommes) (?:CONTROLLER|PROCESSOR)\b")
_TAIL = AnyCase(
    r"[\"'*)\s]*+,?\s*(?:ten deze |te dezen |hierbij |hereby |en |and )?(?:rechtsgeldig |duly |hierbij |"
    r"ten deze )*(?:vertegenwoordigd door|represented by|vertreten durch)[^;\n]{0,160}(?:\n[^;\n]{0,60}(?=,$|,\n))?",
)
# "…: Acme of verwerker. Beta B.V., …": the other term, before the next party in the same paragraph.
_ALSO_CALLED = re.compile(r"\s*(?:of|or|dan wel)\s+(?:de |het |the )?(?:CONTROLLER|PROCESSOR)[\"']*[.;]\s*(?=[A-ZÀ-Þ])")
# 'Acme Ltd ("Customer"), 12 High Street, Leeds, and Beta GmbH ("Vendor"), …': the address behind the term.
_SEATED_BEHIND = re.compile(
    r"[\"')*\s]{0,4},\s+(?P<seat>[A-ZÀ-Þ0-9][^;\n\"()]{8,140}?),?\s+(?:and|en|und|et)\s+(?:(?=[A-ZÀ-Þ][^;\n(]{2,90}\()|(?=(?:forms?|is|are|agree|hoort|maakt|supplements?)\b))"
)
# "400 Cedar Avenue, Austin, Texas 78701": no address as they are written here.
_AMERICAN = re.compile(r", (?:[A-Z][a-z]+ ){1,2}\d{5}\b|, [A-Z]{2},? \d{5}\b")
_OPENS = AnyCase(
    r"\b(?:tussen|between|zwischen|entre)\b:?\s+|\b(?:haar|zijn|hun|its|their) (?:klant|opdrachtgever|afnemer|customer|client|CONTROLLER),?\s+|"
    r"\b(?:levert|verricht|verzorgt|provides|supplies|performs) (?:\w+ ){1,4}(?:aan|voor|to|for)\s+"
)
_LINE_STARTS_PARTY = AnyCase(
    r"^[\W_]*(?:\d{1,2}[.)]|[a-z][.)]|[IVX]{1,4}[.)]|[•*-]|(?:en|and|und|et)\b)",
)
# A line of its own that gives the party of the line before it its term: "- nachstehend Auftraggeber -"; who acts for the party may
# stand before it.
_ONLY_DEFINES = AnyCase(
    rf"^[\W_]*{HEREINAFTER}\b|^(?:(?:hierbij|ten deze|te dezen|hereby|duly|rechtsgeldig) ){{0,3}}(?:vertegenwoordigd door|represented by|vertreten durch)"
    rf" [^;\n]{{3,120}}?,? {HEREINAFTER}\b|^[^\w]*- ?(?:(?:der|die|le|la|de|the) |l')?\"?(?:CONTROLLER|PROCESSOR)\"? ?-$"
)
_GREETS = AnyCase(
    r"^\W*(?:geachte|beste|hoi|hallo|hi|dag|dear|hello|sehr geehrte[rs]?|madame|monsieur|bonjour)\b.{0,60},$"
)
_LONGEST_SEGMENT = 900
_OPENING = 3_000
_TOGETHER = AnyCase(r"gezamenlijk|tezamen|collectively|together|jointly|afzonderlijk")
_PARTIES_HEADING = AnyCase(
    r"partij|parties|partners|ondertek|signat|handteken|contact|getekend|unterschrift",
)
_LONGEST_BLOCK = 14


@dataclass(frozen=True, slots=True)
class Segment:
    """Running text that ends where `role` is defined, also within brackets behind an address: `start:end` of the reading text."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartyBlock:
    """The lines that stand under the party or, in two columns, parties they speak of; `start` skips the header itself."""

    roles: tuple[Role, ...]
    part: Part
    start: int
    lines: tuple[ReadingLine, ...]
    heading: str

    @property
    def lists_a_party(self) -> bool:
        """Whether it is of a form that lists who the parties of contractual clauses are."""
        return IMPORTER.match(self.lines[0].text) is not None


@lru_cache(maxsize=1)
def segments(reading: Reading) -> tuple[Segment, ...]:
    """The passages that define a party, in order, outside the annexes."""
    return tuple(_segments(reading))


def _segments(reading: Reading) -> Iterator[Segment]:
    text = reading.text
    apposed = _APPOSED.search(text, 0, _OPENING)
    previous = 0
    if apposed is not None:
        yield Segment(ROLE_OF[apposed["role"]], *apposed.span("who"))
        previous = apposed.end()
    for match in _DEFINES.finditer(text):
        at = match.start() + (text[match.start()] == "\n")
        clause = _line_at(reading, at)
        if clause is None or clause.clause.part is Part.ANNEX:
            continue
        introduces = clause.clause.part in (Part.PREAMBLE, Part.RECITALS) or bool(
            _PARTIES_HEADING.search(clause.clause.heading)
        )
        if not introduces and not match["a"]:
            continue
        if match["e"] and not _is_quoted(reading, match.start("e"), match.end("e")):
            continue
        # "In dit stuk ben jij, de school die …, \"je\"": who is named already isn't introduced by a comma.
        if match["e"] and _IS_NAMED.search(text, text.rfind(". ", 0, at) + 1, at):
            continue
        role = ROLE_OF[(match[match.lastgroup or "a"]).upper()]
        start = _segment_start(reading, at, previous)
        made = _MADE_BY.match(text, start, at)
        start = made.end() if made else start
        tail = _TAIL.match(text, match.end())
        end = tail.end() if tail else match.end()
        also = _ALSO_CALLED.match(text, end)
        end = also.end() if also else end
        if start < at:
            yield Segment(role, start, at)
        if match["f"]:
            yield Segment(role, at + 1, match.start("f"))
        if tail:
            yield Segment(role, match.end(), end)
        seated = _SEATED_BEHIND.match(text, end)
        if seated and re.search(r"\d", seated["seat"]) and not _AMERICAN.search(seated["seat"]):
            yield Segment(role, seated.start("seat"), seated.end("seat"))
            end = seated.end()
        previous = end


def _is_quoted(reading: Reading, start: int, end: int) -> bool:
    """Whether the term at `start:end` stands in quotation marks, as one does that is given to the party before it."""
    return reading.original(start, end)[:1] in "\"'“‘„«"


def _line_at(reading: Reading, offset: int) -> ReadingLine | None:
    low, high = 0, len(reading.lines)
    while low < high:
        middle = (low + high) // 2
        if reading.lines[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return reading.lines[low] if low < len(reading.lines) else None


def _segment_start(reading: Reading, at: int, previous: int) -> int:
    """Where the party's own text begins: its line, or the lines before it that lead to it, after "tussen"."""
    line = _line_at(reading, at)
    start = line.start if line else at
    index = reading.lines.index(line) if line else 0
    if _ONLY_DEFINES.match(reading.lines[index].text):
        index = _block_start(reading, index, previous)
        start = reading.lines[index].start
    elif _is_field(reading, index):
        index = _named_above(reading, _form_start(reading, index, previous), previous)
        start = reading.lines[index].start
    while index > 0 and not _LINE_STARTS_PARTY.match(reading.lines[index].text):
        before = reading.lines[index - 1]
        if (
            before.end <= previous
            or before.block.kind is BlockKind.HEADING
            or _GREETS.match(before.text)
            or before.text.endswith((":", "."))
            or at - before.start > _LONGEST_SEGMENT
        ):
            break
        if before.clause is not reading.lines[index].clause or _TOGETHER.search(before.text) or before.block.cells:
            break
        if not _GOES_ON.search(before.text) and not re.search(
            r"\b(?:hierna|hereinafter)\b", reading.lines[index].text[:12], re.IGNORECASE
        ):
            break
        index -= 1
        start = before.start
    start = max(start, previous)
    opened = list(_OPENS.finditer(reading.text, start, at))
    return opened[-1].end() if opened and at - opened[-1].end() > 5 else start


def _block_start(reading: Reading, index: int, previous: int) -> int:
    """The first of the lines that a line of its own gives a term: one, or the short lines of a postal address."""
    lines = reading.lines
    while index > 0 and lines[index - 1].end > previous and lines[index - 1].block.kind is not BlockKind.HEADING:
        before = lines[index - 1].text
        if _BETWEEN.match(before) or before.endswith(":") or lines[index - 1].block.cells:
            break
        index -= 1
        if len(before) > _POSTAL_LINE:
            break
    return index


# What a line ends in that goes on in the next: "vertegenwoordigd door", and not "Eindhoven".
_GOES_ON = re.compile(r",$|\b(?:door|aan|te|hierna|de|het|en)$")
_IS_A_FIRM = re.compile(rf"(?<!\w){LEGAL_FORM}$")
_ABOVE_A_FORM = 3


def _named_above(reading: Reading, index: int, previous: int) -> int:
    """The line of a company's name above a form, with its address between them or not; `index` where none stands there."""
    for at in range(index - 1, max(index - _ABOVE_A_FORM, 0) - 1, -1):
        line = reading.lines[at]
        if (
            line.end <= previous
            or line.block.kind is BlockKind.HEADING
            or line.block.cells
            or len(line.text) > _POSTAL_LINE
            or _BETWEEN.match(line.text)
            or line.text.endswith(":")
        ):
            return index
        if _IS_A_FIRM.search(line.text):
            return at
    return index


def _is_field(reading: Reading, index: int) -> bool:
    line = reading.lines[index]
    return any(True for _ in fields_in(reading.original(line.start, line.end)))


def _form_start(reading: Reading, index: int, previous: int) -> int:
    """The first of the lines of a form of which the last gives its party a term."""
    while (
        index > 0
        and not reading.lines[index].block.label
        and reading.lines[index - 1].end > previous
        and _is_field(reading, index - 1)
    ):
        index -= 1
    return index


_BETWEEN = AnyCase(
    r"^[\W_]*(?:tussen|between|zwischen|entre|en|and|und|et)(?: (?:der|dem|den|de|la|le|het|the|les soussignés))?\W*$"
)
_POSTAL_LINE = 80


@lru_cache(maxsize=1)
def party_blocks(reading: Reading) -> tuple[PartyBlock, ...]:
    """The blocks under a line that names one party, or two side by side."""
    return tuple(_party_blocks(reading))


def _party_blocks(reading: Reading) -> Iterator[PartyBlock]:
    lines = reading.lines
    for index, line in enumerate(lines):
        roles, start = headed(line)
        roles = beside_another(lines, index) or roles
        if not roles or not _may_head(reading, index, roles):
            continue
        last = index
        while last + 1 < len(lines) and last - index < _LONGEST_BLOCK and _belongs(lines[index], lines[last + 1]):
            last += 1
        yield PartyBlock(roles, line.clause.part, start, lines[index : last + 1], line.clause.heading)


def _may_head(reading: Reading, index: int, roles: tuple[Role, ...]) -> bool:
    line = reading.lines[index]
    if line.clause.part in (Part.PREAMBLE, Part.RECITALS, Part.SIGNATURES) or _PARTIES_HEADING.search(
        line.clause.heading
    ):
        return True
    if _NUMBERED_ROLE.match(line.text) and any(
        _OF_PARTIES.match(other.text) for other in reading.lines[max(0, index - FORM_LINES) : index]
    ):
        return True
    if line.block.kind is BlockKind.HEADING and len(roles) == 1 and _is_addressed(reading, index):
        return True
    if line.clause.part is Part.ANNEX and (IMPORTER.match(line.text) or _tells_where(reading, line)):
        return True
    if line.clause.part is Part.ANNEX and _SIGNS_FOR.match(line.text) and index + 1 < len(reading.lines):
        return _is_field(reading, index + 1)
    if line.clause.part is Part.ANNEX:
        near = " ".join(other.text for other in reading.lines[max(0, index - 4) : index])
        return (bool(re.search(r"contact", near, re.IGNORECASE)) and ":" in line.text) or NAMED.match(
            line.text
        ) is not None
    below = reading.lines[index + 1 : index + FORM_LINES]
    following = " ".join(other.text for other in below[:3])
    return len(roles) == 2 and bool(
        _SIGNS.search(following) or sum(IDENTIFIES.match(other.text) is not None for other in below) > 1
    )


_POSTAL_LINES = 5


_SIGNS_FOR = AnyCase(r"^\W*(?:(?:for and )?on behalf of|namens|im namen|au nom d[eu])\b[^.;]{3,40}:\W*$")


def _tells_where(reading: Reading, line: ReadingLine) -> bool:
    """Whether a line says behind a party's role who that is and in what street: "Processor: Acme Ltd, 4 Mill Lane, Leeds"."""
    roles, rest = headed(line)
    other = {"CONTROLLER", "PROCESSOR"} - {name for name, role in ROLE_OF.items() if role in roles}
    if any(name in reading.text[rest : line.end] for name in other):
        return False
    said = reading.original(rest, line.end) if rest < line.end else ""
    return any(detail.field == "street" for detail in address_in(said))


def _is_addressed(reading: Reading, index: int) -> bool:
    """Whether short lines with an address among them stand right below a heading, as a party's name and street do."""
    below = reading.lines[index + 1 : index + 1 + _POSTAL_LINES]
    if not below or len(below[0].text) > _POSTAL_LINE or below[0].text.endswith((".", ":", ";")):
        return False
    said = "\n".join(reading.original(line.start, line.end) for line in below)
    return any(detail.field in ("street", "registration") for detail in (*address_in(said), *registration_in(said)))


# "Partijen", and under it "1. PROCESSOR" above a name.
_NUMBERED_ROLE = re.compile(r"^\W*\d{1,2}[.)]\s+(?i:de |het |the )?(?:CONTROLLER|PROCESSOR)\W*$")
_OF_PARTIES = AnyCase(
    r"^\W*(?:(?:de |the )?(?:partijen|parties|ondergetekenden|undersigned)(?: zijn| are)?|tussen|between)\W*$"
)
_SIGNS = AnyCase(r"naam\s*:|name\s*:|handtekening|signature|\bw\.g\.|, \d{1,2} \w+ \d{4}")


# "a. PROCESSOR handelt alleen op instructie": where what is agreed begins, a form of a party has ended.
_PROMISES = re.compile(
    r"^[\W_]*(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z])[.)]\s+(?:De |The |Der |Le )?(?:CONTROLLER|PROCESSOR) [a-z]{3,}"
)


def _belongs(header: ReadingLine, line: ReadingLine) -> bool:
    if (
        _BETWEEN.match(line.text)
        or headed(line)[0]
        or _PROMISES.match(line.text)
        or _TOGETHER.search(line.text[:60])
        or line.block.kind is BlockKind.HEADING
    ):
        return False
    return line.clause is header.clause or (
        line.clause.part is header.clause.part
        and not line.clause.number
        and line.clause.article == header.clause.article
    )
