"""Reading -> the parties: their names, registrations and addresses, who signs for them, how the processor is reached.

The passage in which an agreement introduces a party outranks its signatures, and these its letterhead and annexes. Of
several passages of one rank the first counts: later ones repeat it, often in a shorter form.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import is_blank
from art28.extraction.layout.fields import fields_in
from art28.extraction.naming.blocks import segments
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.details import address_in, details_in, emails_in, phones_in, registration_in
from art28.extraction.naming.letters import correspondents
from art28.extraction.naming.mentions import key_of, mentioned_parties
from art28.extraction.naming.pronouns import PRONOUNS
from art28.extraction.naming.roles_beside import roles_beside, said_to_be_processor
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.parties.abreast import abreast
from art28.extraction.topics.parties.candidate import LABEL_CELL, PREFIX, TERMS, candidate_of
from art28.extraction.topics.parties.fields import values_of, without_name
from art28.extraction.topics.parties.in_blocks import in_blocks
from art28.extraction.topics.parties.margins import imprint
from art28.extraction.topics.parties.passing import (
    at_its_own_domain,
    called_processor,
    called_we,
    function_of,
    in_brackets,
    letterhead,
    named_in_passing,
    said_of,
)
from art28.extraction.topics.signing.signatories import signatures
from art28.terms import Role

_FIELDS = ("name", "registration", "street", "postcode", "city", "representative", "representative_role")
_KEYS = (
    *(f"processor.{field}" for field in (*_FIELDS, "phone", "email")),
    *(f"controller.{field}" for field in _FIELDS),
)
_DOMAIN = lasting(r"(?:@|https?://|w(?<!\ww)ww\.)(?P<labels>[a-z0-9-]+(?:\.[a-z0-9-]+)+)")
_SHORTEST_NAME = 4
_FEWEST_FIELDS = 3
_OPENING = 6_000


@lru_cache(maxsize=1)
def parties(reading: Reading) -> tuple[Candidate, ...]:
    """What the document says of its parties, one candidate for each detail and rank of passage."""
    return tuple(_parties(reading))


def _parties(reading: Reading) -> Iterator[Candidate]:
    seen: set[tuple[str, Strength]] = set()
    named: dict[str, str] = {}
    for candidate in (
        *abreast(reading),
        *_beside(reading),
        *_introduced(reading),
        *in_blocks(reading),
        *_elsewhere(reading),
    ):
        if candidate.key in _KEYS and (candidate.key, candidate.strength) not in seen and _is_own(candidate, named):
            seen.add((candidate.key, candidate.strength))
            yield candidate
    known = {key for key, _ in seen}
    processor = ""
    for candidate in (
        *_signed(reading),
        *_mentioned(reading),
        *_written(reading),
        *_said_to_be_processor(reading),
        *(called_we(reading) if _speaks(reading) else ()),
        *_by_own_name(reading),
    ):
        if _is_the_others(candidate, reading):
            continue
        if candidate.key in _KEYS and candidate.key not in known and _is_own(candidate, named):
            known.add(candidate.key)
            processor = str(candidate.value) if candidate.key == "processor.name" else processor
            yield candidate
    yield from at_its_own_domain(reading, named) if "processor.email" not in known else ()
    # The letterhead of a processor that no passage of the usual shape names.
    for candidate in letterhead(reading, processor) if processor else ():
        if candidate.key not in known:
            known.add(candidate.key)
            yield candidate
    names = {Role(key.partition(".")[0]): name for name, key in named.items() if key.endswith(".name")}
    yield from (candidate for candidate in _in_margins(reading, names) if candidate.key not in known)


def _beside(reading: Reading) -> Iterator[Candidate]:
    """Who the parties are where a word for the role of each stands behind its name, unless that name is a term itself."""
    text = reading.flow.text
    for beside in roles_beside(text):
        passage = text[beside.start : beside.until]
        name = re.escape(_BARE_ARTICLE.sub("", beside.name))
        defined = re.search(rf"[(\"'“] ?{name} ?[)\"'”]", text[: beside.start])
        if (
            _BARE_ARTICLE.sub("", beside.name).lower() in TERMS
            or defined
            or re.search(rf"\b(?:[Dd]e|[Hh]et|[Tt]he) {name}\b", text)
        ):
            continue
        place = reading.over(beside.start, beside.end)
        yield Candidate(f"{PREFIX[beside.role]}.name", beside.name, (place,))
        for detail in (*registration_in(passage), *address_in(passage)):
            yield from candidate_of(reading, beside.role, detail, beside.start, Strength.EXPRESS)


_BARE_ARTICLE = lasting(r"^(?:[Tt]he|[Dd]e|[Hh]et|[Dd]er|[Dd]ie|[Ll][ea]) ")


def _in_margins(reading: Reading, names: Mapping[Role, str]) -> Iterator[Candidate]:
    """What the head or foot of a page says of the party that it names: the one of that name, else the one who speaks."""
    found = imprint(reading)
    if found is None:
        return
    own = key_of(found.name)
    role = next((role for role, name in names.items() if name.startswith(own) or own.startswith(name)), None)
    if role is None and Role.PROCESSOR not in names and _speaks(reading):
        role = Role.PROCESSOR
        yield Candidate("processor.name", found.name, (), Strength.INFERRED, outside=(found.span,))
    if role is None:
        return
    for detail, span in found.details:
        key = f"{PREFIX[role]}.{detail.field}"
        reached = {"phone": phones_in, "email": emails_in}.get(detail.field)
        if key in _KEYS and not (reached and any(reached(reading.flow.text))):
            yield Candidate(key, detail.value, (), Strength.INFERRED, outside=(span,))


def _speaks(reading: Reading) -> bool:
    """Whether the agreement calls the processor "we"."""
    return any(role is Role.PROCESSOR and PRONOUNS.get(name.lower()) is role for name, role in reading.names.items())


def _is_the_others(candidate: Candidate, reading: Reading) -> bool:
    """Whether a name is one by which the text calls the other party."""
    role = reading.names.get(str(candidate.value)) if candidate.key.endswith(".name") else None
    return role in PREFIX and candidate.key != f"{PREFIX[role]}.name"


def _is_own(candidate: Candidate, named: dict[str, str]) -> bool:
    """Whether a name isn't the other party's already: nobody agrees with himself. No passage tells the same of both."""
    if candidate.key.endswith(".name"):
        return named.setdefault(key_of(str(candidate.value)), candidate.key) == candidate.key
    told = f"{candidate.key.partition('.')[2]} {candidate.passages}"
    return not candidate.passages or named.setdefault(told, candidate.key) == candidate.key


def _signed(reading: Reading) -> Iterator[Candidate]:
    """Who signed for a party and in which function, where no passage of the usual shape says it."""
    for signature in signatures(reading):
        function = signature.function or (signature.person and function_of(reading, signature.person.value))
        for detail in (signature.person, function):
            if detail is not None and signature.role is not None:
                passage = reading.over(detail.start, detail.end)
                yield Candidate(f"{PREFIX[signature.role]}.{detail.field}", detail.value, (passage,), Strength.INFERRED)


def _said_to_be_processor(reading: Reading) -> Iterator[Candidate]:
    """The name of which a sentence at the opening says that it is the processor's, and what is told where that stands."""
    said = said_to_be_processor(reading.flow.text)
    if said is not None and said[0].lower() not in TERMS:
        yield from called_processor(reading, *said)


def _by_own_name(reading: Reading) -> Iterator[Candidate]:
    """The name under which the processor acts, where no fuller one stands: its own, if its address or title bears it."""
    text = reading.flow.text
    hosts = [match["labels"].replace("-", "").split(".") for match in _DOMAIN.finditer(text.lower())]
    domains = {label for labels in hosts for label in (*labels, "".join(labels[-2:]))}
    for name, role in reading.names.items():
        if role is not Role.PROCESSOR or name.lower() in TERMS or not name[:1].isupper():
            continue
        folded = re.sub(r"[^a-z0-9]", "", name.lower())
        if len(folded) < _SHORTEST_NAME or folded not in domains:
            continue
        place = re.search(rf"\b{re.escape(name)}\b", text)
        if place:
            yield Candidate("processor.name", name, (reading.over(*place.span()),), Strength.INFERRED)


def _written(reading: Reading) -> Iterator[Candidate]:
    """What a letter's head says of who writes it and to whom, where no passage of the usual shape says it."""
    for role, detail in correspondents(reading):
        if not is_blank(detail.value):
            passage = reading.over(detail.start, detail.end)
            yield Candidate(f"{PREFIX[role]}.{detail.field}", detail.value, (passage,), Strength.INFERRED)


def _mentioned(reading: Reading) -> Iterator[Candidate]:
    """What stands with an organisation that is mentioned as a party, where no passage of the usual shape says it."""
    for role, detail in mentioned_parties(reading):
        passage = reading.over(detail.start, detail.end)
        if not is_blank(detail.value):
            yield Candidate(f"{PREFIX[role]}.{detail.field}", detail.value, (passage,), Strength.INFERRED)


# "A. Acme, gevestigd …; B. Beta, gevestigd …": letters that count the parties, where one alone would be an initial.
_LETTERED = lasting(r"^A[.)] [^\n]{3,600}(?:\n[^\n]{0,600}){0,3}?\nB[.)] ", re.MULTILINE)
_LETTER = lasting(r"[A-E][.)]\s+")


def _introduced(reading: Reading) -> Iterator[Candidate]:
    lettered = _LETTERED.search(reading.text, 0, _OPENING) is not None
    for segment in segments(reading):
        if segment.end - segment.start < 3:
            continue
        text = reading.original(segment.start, segment.end)
        base = reading.layer.starts[segment.start]
        letter = _LETTER.match(text) if lettered else None
        mark = letter or LABEL_CELL.match(text)
        if mark:
            text, base = text[mark.end() :], base + mark.end()
        found = list(_filled_in(text) or details_in(text))
        if segment.role is Role.PROCESSOR:
            found += [*phones_in(text), *emails_in(text)]
        for detail in found:
            yield from candidate_of(reading, segment.role, without_name(detail, found), base, Strength.EXPRESS)


def _filled_in(text: str) -> list[Detail]:
    """What a form says of a party, with the name and the address that stand above its fields; none where there is no form."""
    found = _form(text)
    opening = text.split("\n", 1)[0]
    if not found or any(True for _ in fields_in(opening)):
        return found
    told = {detail.field for detail in found}
    return [*(detail for detail in details_in(text) if detail.field not in told), *found]


def _form(text: str) -> list[Detail]:
    """What the lines of a form say of a party, in full; none where `text` isn't such lines."""
    found: list[Detail] = []
    at = forms = 0
    for line in text.split("\n"):
        filled = next(fields_in(line), None)
        if filled is not None and filled.column == 0:
            forms += 1
            found += [
                Detail(field, value, at + filled.start, at + filled.end)
                for field, value in values_of(filled.field, filled.value, signing=False)
            ]
        at += len(line) + 1
    return found if forms >= _FEWEST_FIELDS else []


def _elsewhere(reading: Reading) -> Iterator[Candidate]:
    """What a letterhead, a table or the running text lets conclude on the processor."""
    known = next((c.value for c in (*_introduced(reading), *in_blocks(reading)) if c.key == "processor.name"), None)
    if known is None:
        inferred = next(named_in_passing(reading), None)
        if inferred is None:
            return
        yield inferred
        known = inferred.value
    name = str(known)
    yield from letterhead(reading, name)
    yield from said_of(reading, name)
    yield from in_brackets(reading, name)
    number = re.compile(
        rf"{re.escape(name)}[^;\n]{{0,30}}?\(?(?:KvK|KVK|Kamer van Koophandel)[^\d\n]{{0,25}}(?P<number>\d{{8}})\b"
    ).search(reading.flow.text)
    if number:
        yield Candidate("processor.registration", number["number"], (reading.over(*number.span()),), Strength.INFERRED)


RULES = (Rule("parties", _KEYS, parties),)
