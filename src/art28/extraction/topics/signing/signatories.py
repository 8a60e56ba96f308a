"""Reading -> the signatures as people set them: for each party who signed, in which function and when.

Parties sign side by side in a table or one below the other. A signature opens with the organisation or the party that
signs, or with nothing but a place and a date; then come a name, a function, a date and a mark, in any order, labelled or not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.extraction.naming.blocks import segments
from art28.extraction.naming.details import name_in
from art28.extraction.naming.mentions import is_organisation, key_of, role_of_name
from art28.extraction.naming.persons import is_function
from art28.extraction.topics.signing.parts import FOR_A_PARTY, GAP, KINDS, Scrap, Signature, add, reads_as_a_name
from art28.extraction.topics.signing.rows import signed_in_rows
from art28.extraction.values.dates import dates
from art28.extraction.words.search import AnyCase
from art28.terms import Role

_LONGEST = 120
_MOST_LINES = 34
_FEWEST_SIGNS = 2
_TWO = 2
_SIGNS = AnyCase(
    r"\bondertekend\b|\bd\.d\.|datum|date\b|handtekening|signature|unterschrift|w\.? ?g\.|getekend|signed|/s/|e\. ?h\.|naam\s*:|name\s*:|ort,|lieu"
)
_OPENS = AnyCase(
    r"^\W*(?:(?:digitaal|elektronisch|digitally|electronically) (?:ondertekend|getekend|signed)|(?:aldus )?overeengekomen (?:te|op|in)\b|aldus\b|getekend\b|ondertekend|ondertekening|akkoord\b|voor akkoord|signed\b|executed\b|(?:met (?:vriendelijke|hartelijke) )?groet(?:en|jes)?\b|hoogachtend|yours (?:sincerely|faithfully|truly)|kind regards|mit freundlichen grüßen|hochachtungsvoll|in witness|agreed\b|"
    r"unterschrift|"
    r"unterzeichnet|fait\b|signatures?\b)"
)
_BOTH = re.compile(
    rf"{FOR_A_PARTY.pattern}\W*(?:CONTROLLER|PROCESSOR)\W+(?:(?i:namens|voor|for|on behalf of|für|pour)\W+)?(?i:de |het |the )?"
    r"\W*(?:CONTROLLER|PROCESSOR)\W*$"
)
_PLACE_AND_DATE = re.compile(r"^\W*[A-ZÀ-Þ][\w'’ -]{1,40},? (?:(?:den|am|le|on|d\.d\.|de) )?\d{1,2}[. ]")


@lru_cache(maxsize=1)
def signatures(reading: Reading) -> tuple[Signature, ...]:
    """The signatures at the end of the agreement's text, one a party; empty where nobody signs."""
    best: tuple[Signature, ...] = ()
    alone: list[Signature] = []
    for lines in _zones(reading):
        found = tuple(_with_roles([s for column in _columns(reading, lines) for s in _signatures_in(reading, column)]))
        if sum(_weight(s) for s in found) > sum(_weight(s) for s in best):
            best = found
        alone += found if len(found) == 1 else ()
    apart = {signature.role: signature for signature in alone if signature.role is not None and signature.person}
    best = best if len(best) != 1 or len(apart) != _TWO else tuple(apart.values())
    if sum(signature.person is not None and signature.date is not None for signature in best) >= _TWO:
        return best
    rows = signed_in_rows(reading)
    return rows if sum(map(_weight, rows)) > sum(map(_weight, best)) else best


def _weight(signature: Signature) -> int:
    return sum(part is not None for part in (signature.role, signature.person, signature.function, signature.date))


def _zones(reading: Reading) -> Iterator[Sequence[ReadingLine]]:
    """The places where parties may sign: what the outline calls signatures, and what opens as they do."""
    lines = reading.lines
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken or _is_annexed(line):
            continue
        named = line.clause.part in (Part.SIGNATURES, Part.ANNEX) or (
            len(line.text) < _LONGEST and _OPENS.search(line.text)
        )
        paired = index > len(lines) // 4 and _are_two_signatures(reading, line)
        if not named and not paired:
            continue
        last = index
        while last + 1 < len(lines) and last - index < _MOST_LINES and _may_go_on(reading, lines[last + 1]):
            last += 1
        taken = last
        zone = [each for each in lines[index : last + 1] if not _names_a_party(each)]
        if any(_names_both(each) and not any(map(GAP.search, _physical(reading, each))) for each in zone):
            continue
        if _CLOSES_A_LETTER.search(line.text) or any(_is_of_signing(each.text) for each in zone):
            yield zone


_CLOSES_A_LETTER = AnyCase(
    r"^\W*(?:(?:met (?:vriendelijke|hartelijke) )?groet(?:en|jes)?\b|hoogachtend|yours (?:sincerely|faithfully|truly)|kind regards|mit freundlichen grüßen)"
)
_LONGEST_DATE = 24


def _is_of_signing(text: str) -> bool:
    """Whether a line is such as stands under what somebody signs: a mark, a label for it, a place and date, or a date alone."""
    if _SIGNS.search(text) or _PLACE_AND_DATE.match(text):
        return True
    return any(len(cell) < _LONGEST_DATE and any(True for _ in dates(cell)) for cell in text.split("\t"))


def _names_both(line: ReadingLine) -> bool:
    """Whether a line holds what stood in two columns, so that nobody can tell what belongs to whom."""
    return not line.block.cells and _BOTH.match(line.text) is not None


def _is_annexed(line: ReadingLine) -> bool:
    """Whether a line stands in an annex, other than the list of the parties, in which they sign the Commission's clauses."""
    return line.clause.part is Part.ANNEX and not _OF_PARTIES.search(line.clause.heading)


_OF_PARTIES = AnyCase(r"list of (?:the )?parties|lijst van (?:de )?partijen|liste der parteien|liste des parties")


def _names_a_party(line: ReadingLine) -> bool:
    """Whether a line heads the list of the parties or says what one is called: who signs for it stands beside the mark."""
    if line.clause.part is not Part.ANNEX:
        return False
    return line.text == line.clause.heading or _NAME_OF_A_PARTY.match(line.text) is not None


_NAME_OF_A_PARTY = re.compile(
    r"^\W*(?:\d\.\s*)?(?:name|naam|nom|address|adres|adresse|anschrift|contact[^:]{0,60}|kontakt[^:]{0,60})\s*:",
    re.IGNORECASE,
)


def _may_go_on(reading: Reading, line: ReadingLine) -> bool:
    if _is_annexed(line) or line.block.kind is BlockKind.HEADING:
        return False
    if line.clause.part is Part.ANNEX:
        return True
    if line.block.cells or len(line.text) < _LONGEST:
        return True
    # Several lines that the columns of a text make into one.
    parts = _physical(reading, line)
    return len(parts) > 1 and all(GAP.search(part) and len(part) < _LONGEST for part in parts)


def _are_two_signatures(reading: Reading, line: ReadingLine) -> bool:
    """Whether a row names two parties side by side, or holds two dates or marks of signing."""
    first = _physical(reading, line)[0]
    row = line.text if line.block.cells or "\t" in line.text else GAP.sub("\t", first)
    cells = [cell for cell in row.split("\t") if cell.strip()]
    if len(cells) != _TWO or max(map(len, cells)) > 2 * _LONGEST:
        return False
    return all(_is_a_party(reading, cell) for cell in cells) or all(
        _SIGNS.search(cell) or _PLACE_AND_DATE.match(cell) for cell in cells
    )


def _is_a_party(reading: Reading, words: str) -> bool:
    """Whether a cell consists of a party's term or name."""
    bare = FOR_A_PARTY.sub("", words.strip(" \"'*_:"), count=1).strip(" \"'*_:")
    return bare.upper() in ("CONTROLLER", "PROCESSOR") or _role_named(reading, bare) is not None


def _columns(reading: Reading, lines: Sequence[ReadingLine]) -> tuple[list[Scrap], ...]:
    """The lines of each column, top to bottom; running lines stand in the first."""
    columns: tuple[list[Scrap], list[Scrap]] = ([], [])
    text = reading.flow.document.text
    for line in lines:
        below = reading.layer.below(line.start, line.end)
        if not line.block.cells:
            parts = _physical(reading, line)
            if any(GAP.search(part) for part in parts) or (len(parts) > 1 and _SIGNED_BY.match(parts[0])):
                _apart(reading, line, columns)
            else:
                columns[0].append(Scrap(reading.flow.text[below.start : below.end], below.start))
            continue
        for number, cell in enumerate(line.block.cells):
            column = columns[min(number, 1)]
            at = cell.start
            for part in text[cell.start : cell.end].split("\n"):
                if part.strip():
                    column.append(Scrap(part.strip(), reading.flow.layer.above(at)))
                at += len(part) + 1
    labels = [scrap for scrap in columns[0] if scrap.text.rstrip(" :").lower() in _LABELS_ALONE]
    if labels and len(labels) * 2 > len(columns[0]):
        return (
            [
                Scrap(f"{label.text.rstrip(' :')}: {value.text}", value.start)
                for label, value in zip_longest(*columns)
                if label and value
            ],
        )
    return columns


_SECOND_COLUMN = 30


def _physical(reading: Reading, line: ReadingLine) -> list[str]:
    """The lines of the document's text that a line of the flow is made of."""
    return reading.flow.document.text[line.block.span.start : line.block.span.end].split("\n")


def _apart(reading: Reading, line: ReadingLine, columns: tuple[list[Scrap], list[Scrap]]) -> None:
    """Put what stands left and right of a gap into its column; a line without one stands where it begins."""
    at = line.block.span.start
    first = at
    for part in _physical(reading, line):
        gap = GAP.search(part)
        pieces = (
            ((0, 0, gap.start()), (1, gap.end(), len(part)))
            if gap
            else ((int(_indent(part) > _SECOND_COLUMN and at > first), 0, len(part)),)
        )
        for column, start, end in pieces:
            words = part[start:end].strip()
            if words:
                offset = at + start + part[start:end].index(words[0])
                columns[column].append(Scrap(words, reading.flow.layer.above(offset)))
        at += len(part) + 1


def _indent(part: str) -> int:
    return len(part) - len(part.lstrip())


_LABELS_ALONE = frozenset(label for labels in KINDS.values() for label in labels) | {
    "handtekening",
    "signature",
    "unterschrift",
}


def _signatures_in(reading: Reading, column: Sequence[Scrap]) -> Iterator[Signature]:
    current: Signature | None = None
    for scrap in (part for whole in column for part in _apart_from_its_party(whole)):
        by = _SIGNED_BY.match(scrap.text)
        if by is not None and reads_as_a_name(by["name"].partition(",")[0]):
            if current is not None:
                yield current
            current = Signature()
            add(current, Scrap(by["name"], scrap.start + by.start("name")))
            continue
        role = _signs_for(reading, scrap)
        opens = role is not None or _opens_another(scrap.text)
        goes_on = current is not None and _weight(current) <= 1 and role in (None, current.role)
        if opens and not goes_on and (current is None or current.role is not None or _weight(current) > _FEWEST_SIGNS):
            if current is not None:
                yield current
            current = Signature(role)
            current.lines.append((scrap.start, scrap.start + len(scrap.text)))
            continue
        if opens and current is not None and current.role is None:
            current.role = role
        if current is None:
            current = Signature()
        elif (
            current.date is not None
            and current.person is not None
            and (current.marked or (current.role is not None and _PLACE_AND_DATE.match(scrap.text)))
            and any(True for _ in dates(scrap.text))
        ):
            yield current
            current = Signature()
        add(current, scrap)
    if current is not None:
        yield current


# "Signed for and on behalf of Oakenshaw Schools": somebody signs for it, whether or not its name tells what it is.
_FOR_SOMEBODY = re.compile(
    r"^\W*(?i:(?:signed |executed )?(?:for and )?on behalf of|signed for|namens|im namen (?:der|des|von)) (?:the |de |het )?[A-ZÀ-Þ0-9]"
)


# "Signed by Jane Doe", and below it for whom: "Managing Director for and on behalf of Acme Ltd".
_SIGNED_BY = re.compile(
    r"^\W*(?i:(?:digitaal|elektronisch|digitally|electronically|digital|elektronisch) )?(?i:signed|executed|ondertekend|getekend|unterzeichnet|signé) (?i:by|door|von|par):? (?P<name>[A-ZÀ-Þ].{3,60})$"
)
_FOR_IT = re.compile(r"(?<=\w)\s+(?=(?:for and on behalf of|on behalf of|namens|im namen)\s)", re.IGNORECASE)


def _apart_from_its_party(scrap: Scrap) -> Iterator[Scrap]:
    """A function and the party that it is one of, each by itself where they stand in one line; else the line."""
    gap = _FOR_IT.search(scrap.text)
    lead = scrap.text[: gap.start()] if gap else ""
    if gap is None or not is_function(lead) or ":" in lead:
        yield scrap
        return
    yield Scrap(lead, scrap.start)
    yield Scrap(scrap.text[gap.end() :], scrap.start + gap.end())


def _opens_another(words: str) -> bool:
    return is_organisation(FOR_A_PARTY.sub("", words, count=1)) or _FOR_SOMEBODY.match(words) is not None


def _signs_for(reading: Reading, scrap: Scrap) -> Role | None:
    """The party that a line names as the one that signs."""
    if len(scrap.text) > _LONGEST // 2 + 30:
        return None
    start, end = reading.over(scrap.start, scrap.start + max(len(scrap.text), 1))
    read = reading.text[start:end]
    bare = FOR_A_PARTY.sub("", read.strip(" \"'*_:"), count=1)
    for token, role in (("CONTROLLER", Role.CONTROLLER), ("PROCESSOR", Role.PROCESSOR)):
        if bare.upper().startswith(token) and not re.search(r"\b(?:zal|verklaart|shall|will|en|and|is)\b", bare):
            return role
    name = FOR_A_PARTY.sub("", scrap.text, count=1).strip(" :,")
    return _role_named(reading, name)


def _role_named(reading: Reading, name: str) -> Role | None:
    return role_of_name(reading, name) or (_introduced(reading).get(key_of(name)) if is_organisation(name) else None)


@lru_cache(maxsize=1)
def _introduced(reading: Reading) -> Mapping[str, Role]:
    """The roles of the parties by the names under which the agreement introduces them, whatever their capitals."""
    found: dict[str, Role] = {}
    for segment in segments(reading):
        name = name_in(reading.original(segment.start, segment.end))
        if name is not None:
            found.setdefault(key_of(name.value), segment.role)
    return found


def _with_roles(found: Sequence[Signature]) -> Iterator[Signature]:
    """The signatures that say anything; of two, one whose party isn't named is the other party's."""
    told = [signature for signature in found if _weight(signature) > (signature.role is not None) or signature.marked]
    if len(told) == 2:
        for one, other in ((told[0], told[1]), (told[1], told[0])):
            if one.role is None and other.role is not None:
                one.role = Role.PROCESSOR if other.role is Role.CONTROLLER else Role.CONTROLLER
    yield from told
