"""Reading -> the organisations that it mentions as parties, each with its role and what is said of it nearby.

Where no block and no introduction of the usual shape names a party, its name still stands somewhere with a role beside it:
a defined term behind it or before it, a word that says what it acts as, or the agreement's own short name for it. What
stands from there to the next organisation, in the same passage, tells where it is established and who acts for it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from art28.agreement.legalforms import LEGAL_FORM
from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.naming.defining import HEREINAFTER
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.details import address_in, emails_in, phones_in, registration_in
from art28.extraction.naming.letters import correspondents
from art28.extraction.naming.persons import representative_in, signatory_in
from art28.extraction.words.search import AnyCase, Wanting
from art28.terms import Role

_WORD = r"(?:[A-ZÀ-Þ0-9][\w&'’.-]*|&)"
_INNER = (
    rf"(?:{_WORD}|van|de|der|den|het|en|und|of|and|for|voor|te|aan|in|du|des|la|le|\(\w+\)(?! (?:en|and|und|et)\b))"
)
_KIND = (
    r"(?:(?:[A-ZÀ-Þ][a-zà-ÿ]+)?stichting|[A-ZÀ-Þ][a-zà-ÿ]+(?:vereniging|praktijk)|Stichting|Vereniging|Coöperati(?:e|eve)|"
    r"[Vv][Zz][Ww]|[Ii][Vv][Zz][Ww]|[Gg]emeente|[Pp]rovincie|[Ww]aterschap|Universiteit|Hogeschool|"
    r"Ziekenhuis|Ministerie|[Ss]ociété|Omgevingsdienst|Veiligheidsregio|Scholengroep|University|Municipality|Association)"
)
# "Greenvale Housing Association", "Wetherdale Borough Council": the kind stands behind the name.
_KIND_LAST = (
    r"(?:(?:Borough|County|City|District|Town|Parish) Council|(?:Housing|Building|Friendly) (?:Association|Society)|"
    r"(?:NHS |Foundation |Multi-Academy |Academy )+Trust|University|(?:University |Community )?Hospital|(?:Sixth Form |Community )?College)"
)
_ORGANISATION = lasting(
    rf"(?=[A-ZÀ-Þ0-9&svigpw])(?<![\w&@./-])(?:(?P<formed>(?:{_KIND} )?{_WORD}(?:,? {_INNER}){{0,6}}?,?(?<!\d\d\d\d) {LEGAL_FORM})(?![\w&])|"
    rf"(?P<last>(?:[A-Z][\w'’.-]*(?: (?:and|of|of the|&))? ){{1,5}}?{_KIND_LAST}(?! [A-Z])\b)|(?P<public>{_KIND} (?:[A-ZÀ-Þ][\w'’-]+|'s-\w+)(?: (?:van|de|der|den|aan|en|op|[A-ZÀ-Þ][\w'’-]+)){{0,3}}))"
)
_MEANT = lasting(
    r"\b(?:bedoelen (?:we|wij)|bedoeld wordt|is bedoeld|wordt bedoeld|we mean|refers? to|meinen wir) "
    r"(?P<name>[A-ZÀ-Þ][\w'’-]*"
    r"(?: (?:&|(?:(?:en|and|und|et) )?[A-ZÀ-Þ][\w'’-]*)){0,4})(?=,? (?:de eenmanszaak|een |gevestigd|\(|a |the |with|mit |"
    r"aan )|,)"
)
# "Lotte van der Wiel, handelend onder de naam Rechterhand Lotte": what somebody trades as.
_TRADES_AS = lasting(
    rf"\b(?:handelend(?:e)? onder de (?:handels)?naam|h\.?o\.?d\.?n\.?|trading as|handelnd unter(?: dem Namen)?) [\"'*]*(?P<name>{_WORD}(?: {_INNER}){{0,5}}?)(?=[\"'*]*(?:[,;(]|\n|$| (?:te|gevestigd)\b))"
)
# "Studio Kade (eenmanszaak van Jo Kade, Dam 1, KvK 12345678)": without a legal form, what has a number in the register.
_REGISTERED = lasting(
    rf"(?<![\w&@./-])(?!(?:Wij|We|Ik|U|Jij|Jullie|De|Het|Een)\b)(?P<name>{_WORD}(?: {_INNER}){{0,4}}) \((?=[^()\n]{{0,160}}\b(?:KvK|K\.v\.K\.|Kamer van Koophandel|handelsregister)\b)"
)
# Who drew up a statement of processing is its processor: "opgesteld door de volgende leverancier van software: Acme …".
_DRAWN_UP = (
    r"\b(?:(?:opgesteld|ingevuld|afgegeven|uitgegeven|opgemaakt) door(?: de| het)? (?:volgende|onderstaande)|"
    r"(?:drawn up|completed|issued|provided|prepared|made) by the (?:following|undersigned)|"
    r"(?:erstellt|ausgefüllt|abgegeben) (?:von|durch)(?: de[mnr]| die| das)? (?:folgende|nachstehende)[mnr]?|"
    r"(?:établie?|remplie?|rédigée?) par (?:le |la |l')?(?:prestataire|fournisseur|sous-traitant|PROCESSOR) suivante?)"
    r"(?: (?!CONTROLLER|SUB)[\w-]+){0,5} ?:"
)
_ANNOUNCES = Wanting(_DRAWN_UP)
_ANNOUNCED = lasting(rf"{_DRAWN_UP}\s*(?:(?:Naam|Bedrijfsnaam|Name|Company(?: name)?|Firma|Nom)\s*:?\s+)?$")
_ANNOUNCED_BEFORE = 160
_ORGANISATION_ONLY = lasting(rf"(?:{_ORGANISATION.pattern})\W*$")
_TRAILING = lasting(r"(?: (?:van|de|der|den|aan|en|op|te|in|het))+$")
_LEADING = lasting(
    r"^(?:(?:Tussen|Between|Met|Namens|Voor|For|En|And|De|Het|The|Door|By|Aan|In|Op|Is|Naam|Bedrijfsnaam|Organisatie|Ook|"
    r"Algemene (?:[A-Z]\w+ )?[Vv]oorwaarden van|[A-Z]\w+voorwaarden van|Partijen|Ondergetekende[n]?|[IVX]{1,4}\.|[A-Z]\.|\d{1,2}\.)\s+)+"
)
# "Stichting Kade en Acme B.V.": a foundation has no legal form behind its name, so two are named.
_ALONE = lasting(r"^(?P<own>(?:Stichting|[Gg]emeente|Vereniging) [A-ZÀ-Þ].*?) (?:en|and) (?=[A-ZÀ-Þ]).*$")
_ANY_SUCH = lasting(r"(?:Affiliate|Subsidiary|Group|Member|Entity)\b", re.IGNORECASE)
# "'Entity' means A Ltd, B Ltd or any other affiliate": whichever of a group it is, so none of them by its name.
ANY_OF_A_GROUP = lasting(
    r"\b(?:means|betekent|verstaan|bedeutet|désigne)\b[^.;]{0,200}\b(?:or any other|of (?:een|enige?|elke|iedere) andere?|oder (?:eine?|jedes?) andere\w*|ou toute autre)\b",
    re.IGNORECASE,
)
_PARTY = r"(?P<party>CONTROLLER|PROCESSOR)\b"
_DEFINED_AS = lasting(
    r"^[^;]{0,420}?(?:\b(?:hierna|verder|désignée?|dénommée?|hereinafter|hereafter|nachfolgend|nachstehend|im folgenden|im "
    r"weiteren|ci-après|noemen|genoemd|"
    r"aan te duiden|aangeduid|referred to|in this (?:document|agreement))\b[^;.\n]{0,50}?|[(\"][^()\";\n]{0,25}?)"
    # "Customer Personal Data" means …: a term that a party is only a word of.
    rf"(?<!SUB){_PARTY}(?! (?:[A-Z][a-z]+ ?){{1,3}}[*\"')]+)"
)
_ACTS_AS = lasting(
    rf"^[^.;\n]{{0,60}}?\b(?:als|as|is|acts as|acting as|treedt op als|in de rol van|als der|en qualité "
    rf"de)\b[^.;\n]{{0,25}}?\b{_PARTY}"
)
_NAMED_BEFORE = lasting(
    rf"\b{_PARTY}[\"')*\s]*(?:(?:en|of|and|or|,|/)[\s\"']*(?:CONTROLLER|PROCESSOR)[\"')*\s]*)*"
    r"(?:(?:als|is|zijn|ist|sind|are|means|betekent|wordt|worden|dan|we|wij|met|bedoel\w*|bedoeld|verstaan|verstehen|refers? "
    r"to)[\s\"']*"
    r"|[:=\t-]\s*|\(\s*|,\s*(?=dan\b|then\b))+(?:PROCESSOR )?(?:de |het |the |die |der )?[\"'*]*$"
)
_SECOND = lasting(
    r"(?:^|[\s;,])(?:en|and|und|et)[\s:,]*(?:\(?(?:2|II|b|B)[.)]*\s*)?(?:(?:de|het|the|die|la|le) )?(?:besloten "
    r"vennootschap[^;\n]{0,60})?$|"
    r"(?:^|\n)\W*\(?(?:2|II|b|B)[.)]+\s*(?:de |het |the )?(?:besloten vennootschap[^;\n]{0,60}|coöperatie )?$"
)
_DEFINES_A_PARTY = lasting(
    r"\b(?:CONTROLLER|PROCESSOR)[\"')*\s]*(?:is|:|=)|[(\"](?:(?:de|the|le|la|der|die) )?[\" ]*(?:CONTROLLER|PROCESSOR)\b|"
    r"\b(?:hierna|verder|hereinafter|nachfolgend|nachstehend|im folgenden|ci-après|aan te duiden|referred to "
    r"as)\b[^;.\n]{0,50}?\b(?:CONTROLLER|PROCESSOR)\b"
)
_PLACES = (Part.PREAMBLE, Part.RECITALS, Part.SIGNATURES)
_TELLS_OF_PARTIES = AnyCase(
    r"partij|part(?:y|ies)\b|rol(?:len|es|e)?\b|wie is wie|begrip|definit|contact|ondertek|signat|algemene? informatie|"
    r"general|"
    r"algemeen|who (?:we|is)|qui (?:sommes|est)|wer (?:wir|sind)|gegevens (?:van|leverancier|verwerker)|execution"
)
_GOES_ON = lasting(rf"^\W*{HEREINAFTER}\b", re.IGNORECASE)
_NEXT_LINES = 6
_LETTERHEAD = 2
_FIRST_LINES = 6
_EARLY = 60
_SPEAKERS = ("wij", "we", "wir", "nous", "ik", "ich")
_LONGEST_LINE = 110
_WINDOW = 460
_BESIDE = 40
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation at `start:end` of the flow, and `until` where what is said of it ends."""

    name: str
    start: int
    end: int
    until: int


def is_organisation(name: str) -> bool:
    """Whether a name says by itself that it is an organisation's: by its legal form or its kind."""
    return _ORGANISATION_ONLY.match(name) is not None


@lru_cache(maxsize=1)
def mentioned_parties(reading: Reading) -> tuple[tuple[Role, Detail], ...]:
    """What is said of each party where it is mentioned, with places in the flow; the first mention of a role names it."""
    return tuple(_mentioned_parties(reading))


def role_of_name(reading: Reading, name: str, *, shortened: bool = False) -> Role | None:
    """The role of the party that is mentioned by `name` elsewhere in the agreement; None where none is.

    `shortened`: also by a part of its name that no other party's holds.
    """
    known, own = _known_roles(reading), key_of(name)
    if own in known or not shortened or len(own) < _SHORTEST:
        return known.get(own)
    roles = {role for key, role in known.items() if own in key}
    return roles.pop() if len(roles) == 1 else None


@lru_cache(maxsize=1)
def _known_roles(reading: Reading) -> Mapping[str, Role]:
    roles = dict(_roles(reading, tuple(_mentions(reading))))
    for role, detail in correspondents(reading):
        if detail.field == "name":
            roles.setdefault(key_of(detail.value), role)
    return roles


def _mentioned_parties(reading: Reading) -> Iterator[tuple[Role, Detail]]:
    mentions = tuple(_mentions(reading))
    roles = _known_roles(reading)
    told: set[tuple[Role, str]] = set()
    for mention in mentions:
        role = roles.get(key_of(mention.name))
        if role is None:
            continue
        for detail in _said_of(reading, mention):
            if (role, detail.field) not in told:
                told.add((role, detail.field))
                yield role, detail


def _organisations(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The names of organisations in `start:end`, with where each begins: by form or kind, or as what a term is said to "
    "mean."""
    found = {at: name for name, at in map(_trimmed, _ORGANISATION.finditer(text, start, end)) if name}
    for match in _TRADES_AS.finditer(text, start, end):
        found.setdefault(match.start("name"), match["name"])
    for match in _REGISTERED.finditer(text, start, end) if not found else ():
        found.setdefault(match.start("name"), match["name"])
    for match in _MEANT.finditer(text, start, end):
        found.setdefault(match.start("name"), match["name"].strip())
    return iter(sorted(((name, at) for at, name in found.items()), key=lambda pair: pair[1]))


def _mentions(reading: Reading) -> Iterator[Mention]:
    """The organisations in the lines that tell of parties, in order."""
    text = reading.flow.text
    found: list[tuple[str, int, int, int]] = []
    announced = _announced(reading)
    for index, line in enumerate(reading.lines):
        if line.end == line.start or not _may_name(reading, index, line, announced):
            continue
        below = reading.layer.below(line.start, line.end)
        # A number before the paragraph is no part of a name: "1 Kaderlijn B.V.".
        label = line.block.label or ""
        begin = below.start + len(label) if label and text.startswith(label, below.start) else below.start
        for name, start in _organisations(text, begin, below.end):
            found.append((name, start, start + len(name), index))
    for number, (name, start, end, index) in enumerate(found):
        following = found[number + 1][1] if number + 1 < len(found) else len(text)
        yield Mention(name, start, end, min(following, _passage_end(reading, index)))


def _may_name(reading: Reading, index: int, line: ReadingLine, announced: Sequence[tuple[int, int]]) -> bool:
    """Whether a line may name a party: where parties are introduced or sign, or with a party's role in it."""
    if "SUBPROCESSOR" in line.text or line.block.kind is BlockKind.NOTE or ANY_OF_A_GROUP.search(line.text):
        return False
    part = line.clause.part
    if part in _PLACES or (
        part is Part.BODY
        and index < max(len(reading.lines) // 3, _FIRST_LINES)
        and _TELLS_OF_PARTIES.search(line.clause.heading)
    ):
        return True
    if index < _EARLY and any(line.start - _ANNOUNCED_BEFORE <= start and end <= line.end for start, end in announced):
        return True
    speaks = "CONTROLLER" in line.text or "PROCESSOR" in line.text
    return speaks and part is not Part.ANNEX and _DEFINES_A_PARTY.search(line.text) is not None


def _announced(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Where it is announced who drew the paper up: in a line, or in what stands right before it."""
    end = reading.lines[min(_EARLY, len(reading.lines)) - 1].end if reading.lines else 0
    return tuple(match.span() for match in _ANNOUNCES.finditer(reading.text, 0, end))


def _trimmed(match: re.Match[str]) -> tuple[str, int]:
    """The name without the small words that ran into it, and where it begins."""
    name = _ALONE.sub(r"\g<own>", match[0]) if match["formed"] else match[0]
    lead = _LEADING.match(name)
    start = match.start() + (lead.end() if lead else 0)
    name = name[lead.end() :] if lead else name
    if _ANY_SUCH.match(name):
        return "", start
    if match["public"]:
        name = _TRAILING.sub("", name)
    start += len(name) - len(name.removeprefix("société "))
    name = name.removeprefix("société ")
    return name.rstrip(" ,"), start


def _passage_end(reading: Reading, index: int) -> int:
    """Where what may be said of an organisation in line `index` ends: its line, and short lines that go on below it."""
    lines = reading.lines
    last = index
    while last + 1 < len(lines) and last - index < _NEXT_LINES:
        following = lines[last + 1]
        if _GOES_ON.match(following.text):
            last += 1
            continue
        if (
            following.block.kind is BlockKind.HEADING
            or len(following.text) > _LONGEST_LINE
            or following.clause.part is not lines[index].clause.part
            or len(lines[index].text) > 2 * _LONGEST_LINE
        ):
            break
        last += 1
    return reading.layer.below(lines[last].start, lines[last].end).end


def _roles(reading: Reading, mentions: Sequence[Mention]) -> Mapping[str, Role]:
    """The role of each organisation that has one; of two organisations, the second has the role that the first leaves."""
    found: dict[str, Role] = {}
    for mention in mentions:
        role = _role_of(reading, mention)
        if role is not None:
            found.setdefault(key_of(mention.name), role)
    if not any(role is Role.PROCESSOR for role in found.values()):
        found.update(_by_letterhead(reading, mentions))
    names = tuple(dict.fromkeys(key_of(mention.name) for mention in mentions))
    if len(found) == 1 and len(names) == 2 and any(_are_beside(reading, *both) for both in pairwise(mentions)):
        ((known, role),) = found.items()
        other = names[1] if names[0] == known else names[0]
        found[other] = Role.PROCESSOR if role is Role.CONTROLLER else Role.CONTROLLER
    return found


def _by_letterhead(reading: Reading, mentions: Sequence[Mention]) -> Iterator[tuple[str, Role]]:
    """Who heads a paper that speaks of itself as "we" is the one who speaks."""
    speaker = next((reading.names[word] for word in _SPEAKERS if word in reading.names), None)
    top = reading.lines[min(_LETTERHEAD, len(reading.lines) - 1)] if reading.lines else None
    if speaker is None or top is None:
        return
    alone = _alone_addressed(reading, mentions)
    if alone is not None:
        yield key_of(alone.name), speaker
        return
    for mention in mentions[:1]:
        line_end = reading.flow.text.find("\n", mention.end)
        after = reading.flow.text[mention.end : line_end]
        if mention.start < reading.layer.below(top.start, top.end).end and any(True for _ in address_in(after)):
            yield key_of(mention.name), speaker


# "Für unsere Kundin: Bergeralm GmbH, Almweg 2": an organisation that stands behind the word for the controller.
_BEHIND_CONTROLLER = lasting(r"\bCONTROLLER\W{1,6}$")


def _is_the_others(reading: Reading, mention: Mention) -> bool:
    start, _ = reading.over(mention.start, mention.end)
    return _BEHIND_CONTROLLER.search(reading.text, max(0, start - _BESIDE), start) is not None


def _alone_addressed(reading: Reading, mentions: Sequence[Mention]) -> Mention | None:
    """The only organisation of which an address and a number are told, unless the paper is a letter, which begins with whom it is for."""
    if any(True for _ in correspondents(reading)):
        return None
    said = ((mention, reading.flow.text[mention.end : mention.until]) for mention in mentions)
    told = {
        key_of(mention.name): mention
        for mention, after in said
        if not _is_the_others(reading, mention)
        and any(True for _ in address_in(after))
        and any(True for _ in registration_in(after))
    }
    return next(iter(told.values())) if len(told) == 1 else None


def _are_beside(reading: Reading, first: Mention, second: Mention) -> bool:
    """Whether an organisation is introduced as the second of two: "Acme Ltd, … and (2) Beta Ltd"."""
    before = reading.flow.text[max(first.end, second.start - 60) : second.start]
    apart = key_of(first.name) != key_of(second.name) and second.start - first.end < _WINDOW
    start = reading.over(second.start, second.end)[0]
    its_other = _ITS_OTHER_PARTY.search(reading.text, max(0, start - _BESIDE), start)
    return apart and (_SECOND.search(before) is not None or its_other is not None)


# "Acme B.V. en haar klant Beta B.V.": what a party calls the other says who that is, and so who it is itself.
_ITS_OTHER_PARTY = lasting(
    r"\b(?:haar|zijn|hun|diens|its|their|seine[mnr]?|ihre[mnr]?|son|sa) (?P<party>CONTROLLER|PROCESSOR),? $"
)


def _role_of(reading: Reading, mention: Mention) -> Role | None:
    start, end = reading.over(mention.start, mention.end)
    text = reading.text
    called = _ITS_OTHER_PARTY.search(text, max(0, start - _BESIDE), start)
    if called:
        return Role(called["party"].lower())
    if _ANNOUNCED.search(text, max(0, start - _ANNOUNCED_BEFORE), start):
        return Role.PROCESSOR
    line_start = text.rfind("\n", 0, start) + 1
    before = _NAMED_BEFORE.search(text, max(line_start, start - 160), start)
    if before:
        return Role(before["party"].lower())
    until = reading.over(mention.until - 1, mention.until)[1]
    after = text[end : min(until, end + _WINDOW)]
    for pattern in (_DEFINED_AS, _ACTS_AS):
        match = pattern.search(after)
        if match:
            return Role(match["party"].lower())
    words = mention.name.split()
    for length in range(len(words), 0, -1):
        for part in (words[:length], words[-length:]):
            short = " ".join(part).rstrip(",")
            if short in reading.names and reading.names[short] is not Role.SUB_PROCESSOR:
                return reading.names[short]
    return None


def _said_of(reading: Reading, mention: Mention) -> Iterator[Detail]:
    yield Detail("name", mention.name, mention.start, mention.end)
    after = reading.flow.text[mention.end : mention.until]
    for detail in (
        *registration_in(after),
        *address_in(after),
        *(tuple(representative_in(after)) or signatory_in(after)),
        *phones_in(after),
        *emails_in(after),
    ):
        yield Detail(detail.field, detail.value, mention.end + detail.start, mention.end + detail.end)


@lru_cache(maxsize=512)
def key_of(name: str) -> str:
    """What names one organisation however its legal form is written."""
    return _NO_PART_OF_A_KEY.sub("", name).casefold()


_NO_PART_OF_A_KEY = lasting(rf"[\s,.]*{LEGAL_FORM}$|[\s.,]", re.IGNORECASE)
