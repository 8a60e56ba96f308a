"""The blocks under a line that names a party, in forms, signatures and annexes: what their fields and free lines tell of it."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.extraction.layout.blanks import is_blank
from art28.extraction.layout.fields import fields_in
from art28.extraction.naming.blocks import PartyBlock, party_blocks
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.details import address_in, emails_in, name_in, phones_in, registration_in
from art28.extraction.naming.mentions import is_organisation
from art28.extraction.naming.persons import representative_in
from art28.extraction.rule import Candidate, Strength
from art28.extraction.topics.parties.candidate import candidate_of
from art28.extraction.topics.parties.fields import values_of, without_name
from art28.terms import Role


def in_blocks(reading: Reading) -> Iterator[Candidate]:
    """What such blocks tell of the party that they stand under."""
    for block in party_blocks(reading):
        introduces = (
            block.part in (Part.PREAMBLE, Part.RECITALS)
            or bool(re.search(r"partij|parties", block.heading, re.IGNORECASE))
            or (block.part is Part.BODY and _registers(block))
        )
        in_passing = block.part is not Part.ANNEX or block.lists_a_party
        strength = Strength.EXPRESS if introduces else Strength.PASSING if in_passing else Strength.INFERRED
        yield from _fields(reading, block, strength)
        if len(block.roles) == 1:
            yield from _free_text(reading, block, strength)


def _registers(block: PartyBlock) -> bool:
    """Whether a form says of two parties side by side under which number they are registered."""
    return len(block.roles) > 1 and any(
        filled.field == "registration" for line in block.lines for filled in fields_in(line.text)
    )


def _free_text(reading: Reading, block: PartyBlock, strength: Strength) -> Iterator[Candidate]:
    role = block.roles[0]
    end = block.lines[-1].end
    if end - block.start < 3:
        return
    base = reading.layer.starts[block.start]
    text = reading.original(block.start, end)
    text = _as_broken(reading, text, base) if block.lines[0].block.cells else text
    first = len(text) - len(text.lstrip())
    found: list[Detail] = [*registration_in(text), *address_in(text), *representative_in(text)]
    if not any(True for _ in fields_in(text[first:].split("\n", 1)[0])):
        name = name_in(text[first:])
        streets = {detail.value for detail in found if detail.field == "street"}
        if name and name.value not in streets and (not _lists(block) or is_organisation(name.value)):
            found.insert(0, Detail("name", name.value, first + name.start, first + name.end))
    if role is Role.PROCESSOR:
        found += [*phones_in(text), *emails_in(text)]
    for detail in found:
        yield from candidate_of(reading, role, without_name(detail, found), base, strength)


def _lists(block: PartyBlock) -> bool:
    """Whether what stands there may be anything: an annex, or a list below the line, such as a page's menu below a brand."""
    return block.part is Part.ANNEX or next(
        (line.block.kind is BlockKind.ITEM for line in block.lines if line.start >= block.start), False
    )


def _as_broken(reading: Reading, text: str, base: int) -> str:
    """`text`, which stands at `base` of the flow, with the line ends of the document's own cells: a name, and below it a street."""
    below, written = reading.flow.layer.below, reading.flow.document.text
    ends = (at for at, one in enumerate(text) if one == " ")
    broken = {at for at in ends if "\n" in written[(span := below(base + at, base + at + 1)).start : span.end]}
    return "".join("\n" if at in broken else one for at, one in enumerate(text))


def _fields(reading: Reading, block: PartyBlock, strength: Strength) -> Iterator[Candidate]:
    """The filled-in fields of a block, up to the first that comes a second time: there another party begins."""
    signing = block.part not in (Part.PREAMBLE, Part.RECITALS) and strength is not Strength.EXPRESS
    seen: set[tuple[str, int]] = set()
    for line in block.lines:
        base = reading.layer.starts[line.start]
        for filled in fields_in(reading.original(line.start, line.end)):
            if (filled.field, filled.column) in seen:
                return
            seen.add((filled.field, filled.column))
            if filled.column >= len(block.roles) or not filled.value or is_blank(filled.value):
                continue
            role = block.roles[filled.column]
            for field, value in values_of(filled.field, filled.value, signing=signing):
                yield from candidate_of(reading, role, Detail(field, value, filled.start, filled.end), base, strength)
