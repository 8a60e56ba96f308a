"""Reading -> the sub-processors that running text names: items, short descriptions, names with what they do in brackets."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.topics.subprocessors.entry import COMPANY_NAME, FORM, SUB, TOWN, Entry, is_place, without_place
from art28.extraction.values.countries import places_in
from art28.extraction.words.search import AnyCase

_BEING = AnyCase(
    r"\b(?:op dit moment|momenteel|thans|currently|at present|ten tijde van|bij het (?:aangaan|sluiten|ondertekenen) van|de huidige zijn|(?:volgende|folgende[nr]?|following|suivants?) SUBPROCESSOR\b(?=[^.;:]{0,40}:)|\bschakel(?:t|en) [^.;:]{3,160}\) in als SUBPROCESSOR\b|toestemming (?:is )?(?:\w+ )?verleend voor|derzeit|zurzeit|at the date of this|consent (?:has been|is) (?:given|granted) (?:for|to)|consents to (?:the )?(?:use|appointment|engagement) of|est agréée?|sont agréés|actuellement|à l'heure actuelle|zijn dat|these are|il s'agit)\b"
)
_NAMED_WITH = lasting(
    r"(?P<name>[A-Z][\w&'-]*(?:[ .]+[\w&'-]+){0,5}?\.?(?: ?\b(?:B\.V\.|N\.V\.))?)(?P<seat>(?:,? gevestigd)? (?:te|in) [A-ZÀ-Þ][\w'’-]+(?: [A-Z][\w-]+)?|, [A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?(?:, [A-ZÀ-Þ][\w-]+)?)? \((?P<said>[^()]{3,160})\)"
)
_SUB_LABEL = lasting(r"^\W*(?:SUBPROCESSOR)[^\t:]{0,40}\t")
_SUB_LABEL_OR_COLON = lasting(r"^\W*SUBPROCESSOR[^\t:]{0,40}[\t:]\s*")
_AT_END = lasting(r"(?:[A-Z][\w&'.-]*)(?: (?:[A-Z&][\w&'.-]*|en|of|and|van))*$")
_LEADING_WORDS = lasting(r"^(?:(?:En|De|Het|The|And|Von|Sont|Thans|Op|Momenteel|SUBPROCESSOR|[a-z]\S*) )+(?=[A-Z])")
_SHORT_NAME = 4
OTHERS = AnyCase(
    r"SUBPROCESSOR|\b(?:andere|derde) (?:partijen|bedrijven)\b|\bother (?:parties|companies)\b|\bvan partij\b"
)
_ITEM = lasting(
    r"^[\s*_]*(?:(?:[-•●▪■◦‣·o]|\(?[a-z0-9]{1,2}[.)])\s+)?(?P<name>[*_]{0,2}[A-Z0-9][^:;|]{1,70}?(?: \([^():;|]{2,30}\)(?=, ))?)[*_]{0,2}\s*(?P<mark>:|\s[-–—]\s|,\s|\((?!(?:Pty|[A-Z]{2,3})\)))\s*(?P<rest>.{3,260})$"
)
# An item that opens with a name and its country: "Acme B.V. (Nederland): hosting".
_PLACED_ITEM = lasting(
    r"^[\s*_]*(?:(?:[-•●▪■◦‣·o]|\(?[a-z0-9]{1,2}[.)])\s+)?(?P<name>[A-Z0-9][^:;|()]{1,70}?) \((?P<seat>[^()]{2,40})\)\s*[:–—-]\s*(?P<rest>.{3,260})$"
)
# "Acme N.V. te Gent, België, voor hosting".
_AT_TOWN = lasting(rf"^.{{2,60}}? {FORM} (?:te|in|uit) [A-ZÀ-Þ]")
_COUNTRY_FIRST = lasting(r"^(?P<seat>[A-ZÀ-Þ][^,;:()]{2,30}), (?P<work>(?:voor|for|für|pour) .{3,160})$")
# "Acme N.V., België (hosting)".
_PLACE_THEN_WORK = lasting(
    r"^(?P<seated>(?:statutair )?gevestigd (?:te|in) |(?:established|based|registered) in )?(?P<seat>[A-ZÀ-Þ][^();]{2,30}?)\s*\((?P<work>[^()]{3,160})\)[.;,]?$"
)
# "Acme Oy, Helsinki, Finland: data centre".
_SEAT_THEN_WORK = lasting(r"^(?P<seat>[A-ZÀ-Þ][^();:]{2,40}?)\s*(?::|\s[–—-]\s)\s*(?P<work>[^():]{3,160})$")
# "Acme SAS, à Metz (France), pour l'hébergement".
_IN_TOWN_FOR = lasting(
    r"^(?:à|au|in|te|aus|at) [A-ZÀ-Þ][\w'’ -]{1,30} \((?P<seat>[^()]{2,30})\),?\s+(?:pour (?:l['’]|le |la |les )?|voor (?:de |het )?|für (?:die |den |das )?|for (?:the )?)(?P<work>[^():]{3,160})$"
)
_LEAD = lasting(r"(?:SUBPROCESSOR)[^.;]{0,140}:\s*$")
_THESE_ARE = lasting(
    r"\b(?:(?:maakt|maken) PROCESSOR|PROCESSOR (?:maakt|maken)) (?:\w+ ){0,3}?gebruik van\b[^.;:]{0,40}:\s*$|\bvan (?:deze|de volgende|onderstaande) (?:bedrijven|partijen|leveranciers)\b[^.;:]{0,30}:\s*$|"
    r"\b(?:il s'agit|ce sont|these are|they are|das sind|dat zijn|dit zijn)\b[^.;:]{0,40}:\s*$|"
    r"\b(?:op (?:dit|het) moment(?: van (?:schrijven|publicatie))?|op dit ogenblik|momenteel|thans|ten tijde van|bij het (?:aangaan|sluiten) van|currently|at present|derzeit|zurzeit|actuellement|nu|PROCESSOR (?:werkt|gebruikt|works|uses)|(?:toestemming (?:is|wordt)|(?:is|wordt) (?:\w+ )?toestemming) (?:\w+ ){0,3}?(?:gegeven|verleend) (?:voor|aan)|wij werken|we work|wir haben)\b[^.;:]{0,80}:\s*$",
    re.IGNORECASE,
)
LISTS_SUBS = AnyCase(
    r"sub-? ?(?:ver|be)werk|sub-? ?process|onderaannem|sub-?contract|unterauftrag|weitere auftragsverarb|subunternehm|sous-traitan|hulp-?(?:verwerk|troepen|leveranc)|"
    r"ingeschakelde|inschakel(?:ing|en) van (?:anderen|derden)|(?:anderen|derden|hulp) (?:inschakelen|inzetten)|hulp van (?:anderen|derden)|andere (?:verwerkers|partijen|bedrijven)|^\W*(?:[\w.]+ )?(?:derden|anderen|(?:onze |de )?(?:toe)?leveranciers)\W*$|engaged|helfer|wie (?:ons|PROCESSOR) help|bedrijven (?:die|dat) (?:ons|PROCESSOR) help|(?:eingesetzte|beauftragte|hinzugezogene|weitere) (?:firmen|dienstleister|unternehmen)|"
    r"\b(?:others|companies|people|firms|suppliers) (?:who|that) help\b|\bwho helps? (?:us|PROCESSOR)\b|\b(?:prestataires|sociétés|entreprises) (?:auxquelles|auxquels|qui)\b"
)
_SEAT_SAID = lasting(
    r",?\s*\b(?:(?:statutair )?gevestigd (?:te|in)|established in|registered in|incorporated in|based in|(?:mit )?sitz in|ansässig in|établie? (?:en|au|aux|à)|"
    r"vestiging(?:splaats)?:?)\s+(?:de |het |the |den |der |la |le )?(?P<seat>[^,;:.()]{2,40})",
    re.IGNORECASE,
)
_PLACE_SAID = lasting(
    r"[,;.]?\s*\b(?:(?:data-?cent\w+|servers?|data-?opslag|opslag|verwerking|processing|hosted|gehost|stored|hébergé\w*|verarbeitung|rechner|"
    r"arbeitet|die \w+ stehen)\b[^,;.()]{0,24}?\b(?:in|te|from|von|au|en(?= (?-i:[A-ZÉ])))\b|,\s+in\b|^in\b)\s+.*$",
    re.IGNORECASE,
)
# "Subverwerkers" on a line of its own above items, within an annex.
_BARE_HEAD = lasting(
    r"^\W*(?:(?:de|onze|huidige|ingeschakelde|goedgekeurde|[A-Z0-9][.)]|[A-Z]?\d{1,2}[.)]?) )*(?:SUBPROCESSOR|(?:ingeschakelde|toegestane|goedgekeurde) (?:ondernemingen|bedrijven|partijen|derden|organisaties))\W*$",
    re.IGNORECASE,
)
_HELPERS = lasting(
    r"\b(?:helfer|hulpverwerkers|hulptroepen|onderaannemers|dienstleister)\b[^.:]{0,60}:$", re.IGNORECASE
)
_OPENS_WITH_PLACE = lasting(r"^(?P<seat>[^,;:.–-]{2,30}?)\s*[–:-]\s+(?P<rest>.*)$")
_COMPANY = lasting(
    r"\b(?:B\.?V\.?|N\.?V\.?|Inc\.?|LLC|Ltd\.?|LTD|GmbH|Corporation|Corp\.?|Limited|SARL|SAS|"
    r"S\.A\.|AG|PBC|Oy|AB)\b"
)
_SEAT = lasting(
    r"\b(?:is|zijn|are) (?:statutair )?(?:gevestigd|established|based|located|ansässig)\b|"
    r"\bwith (?:its )?registered (?:seat|office)\b"
)
_DATA_PLACE = lasting(
    r"\bdata-?cent\w+|\bservers?\b|\bback-?ups?\b|\bopgeslagen\b|\bverwerk\w*|\bhosted\b|"
    r"\bgehost\b|\bstored\b|\bverarbeitung\b|\bprocessing\b|\btraitement\b",
    re.IGNORECASE,
)
_USED_FOR = lasting(
    r"\b(?:voor (?:onze|de|het|ons) (?P<purpose>[^.]{3,60}?) (?:maken wij |wij )?gebruik|"
    r"gebruik van (?:de |het )?(?P<means>[^.]{3,60}?) van\b|ondergebracht bij (?:de |"
    r"het )?(?P<host>[^.]{3,60})|for (?:our |the )?(?P<english>[^.]{3,60}?)(?:\.|,|$))"
)
_LONGEST_SERVICE, _LONGEST_SAID = 8, 12
_NAME_LINE = lasting(r"^[A-Z0-9][\w&.,' -]{1,58}(?: \([\w .-]{2,30}\))?$")


# What parts one company from the next in a cell or a line: behind what is said in brackets, a comma or "and" too.
_NEXT = lasting(r";\s*|\n\s*|\t|(?<=\))(?:,| (?:en|and|und|et)) ")


def _in_one_cell(reading: Reading) -> Iterator[Entry]:
    """The sub-processors that stand in one cell, beside a label: "X B.V., Nederland (hosting); Y Ltd (mail)"."""
    for line in reading.lines:
        label = _SUB_LABEL_OR_COLON.match(line.text)
        if label is None or not (line.block.cells or "(" in line.text):
            continue
        words = reading.original(line.start + label.end(), line.end)
        for part in _NEXT.split(words):
            named = _NAMED_WITH.fullmatch(part.strip(" .-•"))
            if named and (COMPANY_NAME.match(named["name"]) or len(named["name"].split()) <= _SHORT_NAME):
                yield described(*_name_and_said(named, named["name"]), (line.start, line.end))


def _name_and_said(named: re.Match[str], name: str) -> tuple[str, str]:
    """The name of a company that words in brackets follow, and what is said of it, its seat first."""
    seat = (named["seat"] or "").removeprefix(", gevestigd")
    if seat.startswith(", "):
        # "Acme B.V., Nederland (hosting)"; what is no country is a town behind a company, and else a name of its own.
        seated = is_place(seat.rpartition(", ")[2]) or _COMPANY.search(name)
        last = seat.rpartition(", ")[2]
        seat = f", {last}" if is_place(last) else seat
        name, seat = (name, f" in {seat[2:]}") if seated else (seat[2:], "")
    return name, f"gevestigd{seat}: {named['said']}" if seat else named["said"]


def in_passing(reading: Reading) -> Iterator[Entry]:
    """Names with what they do in brackets, in a sentence on the other parties of now: "At present they are: X (hosting)"."""
    yield from _in_one_cell(reading)
    for before, sentence in pairwise(reading.sentences):
        labelled = _SUB_LABEL.match(sentence.text) is not None
        near = before.text if before.clause.heading == sentence.clause.heading else ""
        about = OTHERS.search(near) or OTHERS.search(sentence.text) or LISTS_SUBS.search(sentence.clause.heading)
        if not labelled and not (_BEING.search(sentence.text) and about):
            continue
        words = " ".join(reading.original(sentence.start, sentence.end).split())
        for named in _NAMED_WITH.finditer(words):
            if is_place(named["said"]) and _WORK_BEHIND.match(words, named.end()):
                break
            company = _AT_END.search(named["name"])
            name = _LEADING_WORDS.sub("", company[0]).strip() if company else ""
            if name and not SUB.match(name) and (COMPANY_NAME.match(name) or len(name.split()) <= _SHORT_NAME):
                name, said = _name_and_said(named, name)
                yield described(name, said, (sentence.start, sentence.end))


# "Acme Ltd (Ierland) voor e-mail": what it does stands behind the brackets, which another rule reads.
_WORK_BEHIND = lasting(r"\s+(?:voor|for|für|pour)\b")
# "Acme LLC, voor nieuwsbrieven, Verenigde Staten": what it is for.
_FOR_WHAT = lasting(r"^voor (?:de |het |ons |onze )?(?=[a-z])")


# What a company does stands in brackets, where it sits behind a colon: "Acme B.V. (hosting): gevestigd in Nederland".
_WORK_THEN_SEAT = re.compile(
    r"^\W*(?P<name>[A-ZÀ-Þ][^(:]{2,60}?) \((?P<work>[^()]{3,80})\)\s*:\s*(?P<rest>(?:gevestigd|established|based|seated|ansässig)\b.+)$"
)


def described(name: str, words: str, place: tuple[int, int]) -> Entry:
    """What `words` say of a company: what it does, where its seat is, and where it processes."""
    opened = _OPENS_WITH_PLACE.match(words)
    if opened and is_place(opened["seat"]):
        words = f"established in {opened['seat']}: {opened['rest']}"
    seat = _SEAT_SAID.search(words)
    rest = words[: seat.start()] + ";" + words[seat.end() :] if seat else words
    there = _PLACE_SAID.search(rest)
    service = (rest[: there.start()] if there else rest).strip(" .;,:*")
    first, *_ = re.split(r"\s*[;(]\s*|,\s+(?=[A-Z])|\.\s+", service) or [""]
    bare = re.sub(r"[\s,;]+$", "", first)
    bare = _FOR_WHAT.sub("", bare)
    parts = [part for part in re.split(r",\s+|\s+[–—-]\s+", bare) if not is_place(part)]
    entry = Entry(name, ", ".join(parts) or None, passages=[place])
    entry.established_in = next(iter(places_in(seat["seat"])), None) if seat else None
    entry.processing_in = places_in(rest) or None
    return entry


# "6.1 By way of general authorisation, CONTROLLER consents …": a clause, and no item of a list.
_NUMBERED_CLAUSE = lasting(r"^\W*\d{1,2}\.\d{1,2}\b\.?\s")
_OF_A_PARTY = lasting(r"\bCONTROLLER\b|\bPROCESSOR\b")


def from_items(reading: Reading) -> Iterator[Entry]:
    """Items under a lead-in or a head that announces sub-processors: a name, what it does, and where."""
    listing = False
    lines = reading.lines
    for index, line in enumerate(lines):
        if _announces_subs(lines, index):
            listing = True
            continue
        if not listing or line.block.cells:
            listing = False
            continue
        words = " ".join(reading.original(line.start, line.end).split())
        row = _in_a_row(words)
        if row:
            yield from (described(*_name_and_said(one, one["name"]), (line.start, line.end)) for one in row)
            continue
        placed = _PLACED_ITEM.match(words)
        if placed and _is_seat(placed["seat"], placed["name"], line):
            said = f"established in {placed['seat']}: {placed['rest']}"
            yield described(placed["name"].strip(" *_"), said, (line.start, line.end))
            continue
        worked = _WORK_THEN_SEAT.match(words)
        if worked and not SUB.match(worked["name"]):
            yield described(worked["name"], f"{worked['work']}; {worked['rest']}", (line.start, line.end))
            continue
        match = _ITEM.match(words)
        if (
            match is None
            or (_NUMBERED_CLAUSE.match(words) and _OF_A_PARTY.search(line.text))
            or SUB.match(match["name"])
            or (match["mark"] == "(" and (is_place(match["rest"].strip(" ).")) or "):" in match["rest"]))
            or (line.block.kind is not BlockKind.ITEM and not COMPANY_NAME.match(match["name"].strip()))
        ):
            listing = not line.text.strip()
            continue
        name, rest = match["name"].strip(" *_"), match["rest"].strip()
        seated = _SEAT_THEN_WORK.match(rest) if match["mark"] == ", " or match["mark"].startswith(",") else None
        if seated and _seats(name, seated["seat"]):
            rest = f"established in {seated['seat'].rpartition(', ')[2]}: {seated['work']}"
        in_town = _IN_TOWN_FOR.match(rest)
        if in_town and is_place(in_town["seat"]):
            rest = f"established in {in_town['seat']}: {in_town['work']}"
        in_brackets = _PLACE_THEN_WORK.match(rest)
        if in_brackets and (in_brackets["seated"] or _seats(name, in_brackets["seat"])):
            rest = f"established in {in_brackets['seat'].rpartition(', ')[2]}: {in_brackets['work']}"
        at_country = _COUNTRY_FIRST.match(rest)
        if _AT_TOWN.match(name) and at_country and is_place(at_country["seat"]):
            rest = f"established in {at_country['seat']}: {at_country['work']}"
        yield described(
            name, rest.rstrip(")") if match["mark"] == "(" and "(" not in rest else rest, (line.start, line.end)
        )


def _in_a_row(words: str) -> list[re.Match[str]]:
    """The companies of which one item names several: "X B.V. te Gent (hosting) en Y B.V. te Brugge (mail)."."""
    found = [_NAMED_WITH.fullmatch(part) for part in _NEXT.split(words.strip(" .;-–•"))]
    named = [one for one in found if one is not None and COMPANY_NAME.match(one["name"])]
    return named if len(named) == len(found) > 1 else []


def _seats(name: str, words: str) -> bool:
    """Whether words before what is done in brackets say where `name` sits: a country, or behind a company a town too."""
    town, _, country = words.rpartition(", ")
    return is_place(country) or (COMPANY_NAME.match(name) is not None and TOWN.fullmatch(town or country) is not None)


def _is_seat(words: str, name: str, line: ReadingLine) -> bool:
    """Whether words in brackets behind a name say where it sits: a country, or behind a company a town."""
    company = COMPANY_NAME.match(name) is not None
    if is_place(words):
        return company or line.block.kind is BlockKind.ITEM
    return company and TOWN.fullmatch(words) is not None


def _is_company(line: ReadingLine) -> bool:
    """Whether a line is an item that opens with a company's name: "- Acme B.V. (Nederland), hosting"."""
    return line.block.kind is BlockKind.ITEM and COMPANY_NAME.match(line.text.lstrip(" -*•–_")) is not None


def _announces_subs(lines: Sequence[ReadingLine], index: int) -> bool:
    """Whether a line leads in a list of sub-processors: it says so, or it heads the annex or goes on from who is engaged."""
    line = lines[index]
    text = line.text.replace("*", "")
    if _LEAD.search(text):
        return True
    opens = line.block.kind is BlockKind.HEADING or (not index or lines[index - 1].clause is not line.clause)
    if opens and line.clause.part is Part.ANNEX and not line.clause.number and LISTS_SUBS.search(line.clause.heading):
        return not _ITEM.match(text) or line.block.kind is BlockKind.HEADING
    if _BARE_HEAD.match(text) and index + 1 < len(lines) and lines[index + 1].block.kind is BlockKind.ITEM:
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if (
        following is not None
        and following.clause is line.clause
        and line.block.kind is not BlockKind.ITEM
        and _is_company(following)
        and LISTS_SUBS.search(line.clause.heading)
    ):
        return True
    about = LISTS_SUBS.search(line.clause.heading) or OTHERS.search(text)
    return bool(about and _THESE_ARE.search(text)) or (text.endswith(":") and _HELPERS.search(text) is not None)


def from_descriptions(reading: Reading) -> Iterator[Entry]:
    """Short descriptions under names: a line with a name, then sentences that say what it does and where it is."""
    for start, _ in enumerate(reading.lines):
        if _announces_subs(reading.lines, start):
            found = tuple(_descriptions_below(reading, start))
            if found:
                yield from found
                return


def _descriptions_below(reading: Reading, start: int) -> Iterator[Entry]:
    lines = reading.lines
    entry: Entry | None = None
    for line in lines[start + 1 :]:
        text = " ".join(reading.original(line.start, line.end).split())
        if (
            re.match(r"[A-Z0-9][.)]\s", text)
            or line.block.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW)
            or line.clause.heading != lines[start].clause.heading
        ):
            break
        said = entry is not None and not entry.told() and _says_of(entry.name, text)
        if entry is not None and said:
            told = described(entry.name, text, (line.start, line.end))
            entry.service, entry.processing_in = told.service, told.processing_in
            entry.established_in = entry.established_in or told.established_in
            entry.passages += told.passages
        elif _is_name(text):
            if entry is not None and entry.told():
                yield entry
            name, seat = without_place(text.strip())
            entry = Entry(name, None, seat, None, [(line.start, line.end)])
        elif entry is not None and (_speaks_of(text, entry) or entry.passages[-1][1] + 1 == line.start):
            entry.passages.append((line.start, line.end))
            _describe(entry, text)
    if entry is not None and entry.told():
        yield entry


def _is_name(text: str) -> bool:
    return (
        bool(_NAME_LINE.match(text))
        and len(text.split()) <= 6
        and (not text.endswith(".") or bool(_COMPANY.search(text)))
    )


def _says_of(name: str, text: str) -> bool:
    """Whether a short line below a company's name says what it does: "Servers en back-ups, in Groningen"."""
    short = len(text.split()) <= _LONGEST_SAID and not text.endswith((".", ":"))
    return short and COMPANY_NAME.fullmatch(name) is not None and _COMPANY.search(text) is None


def _speaks_of(text: str, entry: Entry) -> bool:
    first = re.sub(r"\W", "", entry.name.split()[0]).lower()
    return first in re.sub(r"[^\w]", "", text).lower() or entry.service is not None or len(entry.passages) > 1


def _describe(entry: Entry, text: str) -> None:
    """Take what `text` says of a sub-processor over into `entry`."""
    for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", text):
        if _SEAT.search(sentence) and not _DATA_PLACE.search(sentence):
            entry.established_in = entry.established_in or next(iter(places_in(sentence)), None)
        elif _DATA_PLACE.search(sentence):
            entry.processing_in = tuple(dict.fromkeys((*(entry.processing_in or ()), *places_in(sentence)))) or None
        used = _USED_FOR.search(sentence)
        if used is None and entry.service is None and not _SEAT.search(sentence) and not _DATA_PLACE.match(sentence):
            entry.service = sentence.strip(" .") if len(sentence.split()) <= _LONGEST_SERVICE else None
        if used and entry.service is None:
            entry.service = next(value for value in used.groupdict().values() if value).strip()
