"""Reading -> the sub-processors that the agreement lists, from tables, labelled blocks and running text."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import has_gap
from art28.extraction.layout.tables import tables
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.subprocessors.cards import from_cards
from art28.extraction.topics.subprocessors.cells import from_cells
from art28.extraction.topics.subprocessors.columns import BLANK, COLUMNS, columns_of, entry_of
from art28.extraction.topics.subprocessors.entry import (
    COMPANY_NAME,
    FORM,
    SUB,
    TOWN,
    Entry,
    folded_words,
    is_place,
    without_place,
)
from art28.extraction.topics.subprocessors.prose import LISTS_SUBS, from_descriptions, from_items, in_passing
from art28.extraction.topics.subprocessors.rows import in_labelled_rows, without_head
from art28.extraction.topics.subprocessors.running import from_labels, in_running_words
from art28.extraction.topics.subprocessors.sentences import engaged_in_sentences, strung_in_sentences
from art28.extraction.values.countries import first_place, places_in

_LABEL = lasting(
    r"^[\s*_-]*(?:\d{1,2}[.)]\s+)?(?P<label>(?:registered )?address|description of (?:the )?processing|omschrijving van de verwerking|company(?: name)?|firma|unternehmen|soci[ée]t[ée]|d[ée]nomination|raison sociale|nom|leistung|t[äa]tigkeit|prestation|places? of (?:processing|storage)|ort der verarbeitung|lieu(?: de traitement)?|pays|anschrift|beschreibung der verarbeitung|adresse|description du traitement|naam(?: (?:van de )?sub-?(?:ver|be)werker)?|name(?: of (?:the )?sub-?processor)?|sub-?processor name|sub-?verwerker|sub-?processor|categorie|dienst(?:en|"
    r"verlening)?|service|activiteit(?:en)?|doel|verwerkingsland(?:en)?|vestigingsland|"
    r"vestiging(?:splaats)?|verwerking(?:splaats)?|land van verwerking|land van vestiging|locatie|location|country|"
    r"processing location|established in|land)[\s*_]*(?::|\t|"
    r"\s(?=[A-Z0-9]))[\s*_]*(?P<value>.*)$",
    re.IGNORECASE,
)
# "1. Acme B.V." above lines with labels.
_COUNTED_NAME = lasting(rf"^\W*\d{{1,2}}[.)]\s+(?P<name>[A-Z0-9][\w&'’. -]{{1,60}}? {FORM})\s*$")
_LABELS = (
    (
        "name",
        lasting(r"naam|name|sub|company|firma|unternehmen|soci[ée]t[ée]|d[ée]nomination|raison|\bnom\b", re.IGNORECASE),
    ),
    ("established_in", lasting(r"vestig|established|address|anschrift|adresse", re.IGNORECASE)),
    (
        "service",
        lasting(
            r"categorie|dienst|service|activit|doel|descri|omschrijv|beschreib|leistung|t[äa]tigkeit|prestation",
            re.IGNORECASE,
        ),
    ),
    ("processing_in", lasting(r"verwerk|locati|country|land|place|\bort\b|lieu|pays", re.IGNORECASE)),
)
_PROCESSED = lasting(
    r"^\W*(?:(?:soort(?:en)?|categorie\w*|type) )?(?:persoons)?gegevens\W*$|betrokkene|data ?subject|bewaar|bewaren|retention|"
    r"personal data|^\W*(?:verwerkings)?doel(?:einden?|en)?\W*$|^\W*purposes?\W*$",
    re.IGNORECASE,
)
# By what somebody is reached: two such columns make a table of contact persons, wherever it stands.
_REACHED = lasting(r"\b(?:tel\b|telefoon|telephone|phone|téléphone|telefon|e-?mail|courriel)", re.IGNORECASE)
_SUPPLIERS = lasting(
    r"\b(?:\w*leveranciers|suppliers|vendors|ingeschakelde (?:derden|partijen|verwerkers|leveranciers))\b",
    re.IGNORECASE,
)
# "… dat wij andere bedrijven inschakelen", "Wie wij inschakelen".
_ENGAGED = lasting(
    r"\b(?:bedrijven|partijen|leveranciers|derden|dienstverleners|organisaties|anderen|wie)\b[^.:;\n]{0,50}\b(?:inschakel\w*|ingeschakeld\w*|inzet(?:ten)?|ingezet)\b|"
    r"\binschakel(?:ing|en) van (?:derden|andere\w*|leveranciers|bedrijven|partijen)\b|\bschakel(?:t|en)\b[^.:;\n]{0,60}\b(?:bedrijven|partijen|leveranciers|derden|dienstverleners|organisaties)\b[^.:;\n]{0,40}\bin\b",
    re.IGNORECASE,
)
_FLAT_HEADER = lasting(
    r"(?:sub-?verwerker|sub-?processor|naam|name|leverancier|\w+leverancier|partij)\w*[^.;]{0,60}?"
    r"(?:dienst|service|taak|wat doet|werkzaamheden|activit|doel|purpose|omschrijving)\w*[^.;]{0,60}?(?:land|gevestigd|vestig|established|plaats|locati|opslag|country)",
    re.IGNORECASE,
)
_REST_OF_ROW = 30
_FLAT_LENGTH = 200
_FEWEST_ROWS = 2
_BOTH_ENDS = 2
_LISTED = lasting(
    r"sub-? ?(?:ver|be)werk|sub-? ?process|leverancier|inschakel|ingeschakeld|derden|onderaannem|sub-?contract",
    re.IGNORECASE,
)


def _list(reading: Reading) -> Iterator[Candidate]:
    readers = (
        _from_tables,
        without_head,
        from_cells,
        in_labelled_rows,
        _from_blocks,
        from_cards,
        from_labels,
        from_items,
        _from_flat_tables,
        from_descriptions,
        in_passing,
        engaged_in_sentences,
        strung_in_sentences,
        in_running_words,
        _from_processing,
    )
    for read in readers:
        entries = _merged(entry for entry in map(_tidied, read(reading)) if not _names_nobody(entry))
        if entries:
            records = tuple(entry.record() for entry in entries)
            passages = tuple(dict.fromkeys(p for entry in entries for p in entry.passages))
            yield Candidate("subprocessors.list", records, passages)
            return


# "Datalocatie en doorgifte": what a column holds that names nobody.
_HEAD = lasting(
    r"(?:(?:data|verwerkings|vestigings)?-?(?:locatie|land|plaats|regio)|dienst(?:verlening|en)?|omschrijving|beschrijving|werkzaamheden|"
    r"kontakt|contact|ansprechpartner|contactpersoon|contactgegevens|location|country|service|description|safeguard|waarborgen|garantien|garantie|standort|leistung|zweck|lieu|pays)s?(?: (?:en|van|and|of|und|der|et|de|du) [a-zà-ÿ]+| ?[&/] ?[a-zà-ÿ]+)?",
    re.IGNORECASE,
)


def _names_nobody(entry: Entry) -> bool:
    """Whether an entry is a table's head, a sentence, or a row that waits to be filled in."""
    open_fields = entry.service is not None and BLANK.match(entry.service) is not None
    titles = sum(pattern.search(entry.name) is not None for pattern in COLUMNS.values())
    is_none = _HEAD.fullmatch(entry.name) is not None or _is_said(entry.name)
    return is_none or has_gap(entry.name) or (open_fields and (titles > 1 or not entry.established_in))


# A name has no verb of its own, and doesn't open with the country that a lost column held.
_VERB = lasting(
    r"^.*? (?:is|zijn|mag|mogen|wordt|worden|moet|kan|kunnen|heeft|hebben|zal|zullen|are|may|shall|must|will|has|have|can|ist|sind|darf|"
    r"dürfen|wird|werden|muss|müssen|kann|können|hat|haben|est|sont|peut|peuvent|doit|sera|a) (?=[^\W\d_])"
)


def _is_said(name: str) -> bool:
    """Whether what was taken for a name is a sentence, or a row whose columns were lost."""
    if COMPANY_NAME.match(name):
        return False
    words = name.split()
    return _VERB.match(name) is not None or (len(words) > _BOTH_ENDS and is_place(words[0]) and is_place(words[-1]))


# "Acme B.V. in Nederland", "Acme SAS aus Frankreich": a name with its seat, and "voor de hosting", what it is for.
_SEATED = lasting(
    rf"^(?P<name>.{{2,60}}? {FORM}),? (?:in|uit|te|from|based in|aus|mit sitz in|en|au|à) (?P<place>.+)$", re.IGNORECASE
)
_FOR = lasting(
    r"^(?:voor|for|für|pour|ten behoeve van)\s+(?:(?:de|het|een|the|an?|die|der|das|den|eine[nrms]?|la|le|les|une?)\s+|l['’])?(?=\w)",
    re.IGNORECASE,
)


# "Acme B.V. hosting van servers": a name that fills its column, with what stands in the next.
_WITH_ITS_WORK = lasting(
    rf"^(?P<name>[A-Z0-9].{{2,60}}? {FORM}) (?P<work>(?!in |te |uit |from |and |en |of )[a-zà-ÿ].{{3,60}})$"
)
_A_COMPANY = lasting(rf"[A-Z0-9][\w&'’. -]{{1,60}}? (?:{FORM}\.?|[BN]\.V)")
# "hosting, op basis van SCC's": under which safeguards it is done.
_SAFEGUARDED = lasting(
    r",? \(?(?:op basis van|onder|met|via|o\.b\.v\.|under|subject to|based on) (?:de |het |the )?(?:SCC|standaardcontract|standard contract|modelcontract|EU-?U\.?S|EU-VS|DPF\b|data privacy framework).*$",
    re.IGNORECASE,
)
# "5.1 Toegestaan zijn": what leads to a list is nobody's work.
_LEADS = lasting(r"^(?:\d[\d.]* +)?(?:\w+ ){1,6}(?:zijn|are|sind|sont)$")
# "Acme B.V" lost its last point with the sentence.
_OPEN_FORM = lasting(r"\b[A-Z]\.[A-Z]$")


def _tidied(entry: Entry) -> Entry:
    """An entry with the country where its company sits told from its name, and its service without "for"."""
    told = None if entry.service else _WITH_ITS_WORK.match(entry.name)
    if told:
        entry.name, entry.service = told["name"], told["work"]
    seated = _SEATED.match(entry.name)
    if seated and (is_place(seated["place"]) or TOWN.fullmatch(seated["place"])):
        entry.name = seated["name"]
        entry.established_in = entry.established_in or next(iter(places_in(seated["place"])), None)
    # The seat in brackets behind a name: "Acme B.V. (Nederland)".
    name, seat = without_place(entry.name)
    if seat is not None and not entry.established_in and not entry.processing_in:
        entry.name, entry.established_in = name, seat
    if entry.service and _A_COMPANY.fullmatch(entry.service) and not COMPANY_NAME.search(entry.name):
        # What stands before the colon is the work, behind it the company: "Hosting: Acme B.V."
        entry.name, entry.service = _OPEN_FORM.sub(r"\g<0>.", entry.service), entry.name
    if entry.service:
        service = _SAFEGUARDED.sub("", _FOR.sub("", entry.service))
        entry.service = None if not service or _LEADS.match(service) else service
    return entry


def _merged(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    """One entry a name: what a second row adds to the first is taken over."""
    found: dict[str, Entry] = {}
    for entry in entries:
        key = re.sub(r"\W+", "", entry.name.lower())
        first = found.setdefault(key, entry)
        if first is not entry:
            first.passages += entry.passages
            if entry.service and first.service and entry.service not in first.service:
                first.service = f"{first.service}; {entry.service}"
            if entry.processing_in:
                first.processing_in = tuple(dict.fromkeys((*(first.processing_in or ()), *entry.processing_in)))
    return tuple(found.values())


def _from_tables(reading: Reading) -> Iterator[Entry]:
    rows = [line for line in reading.lines if line.block.kind is BlockKind.TABLE_ROW and line.block.cells]
    for _, group in groupby(rows, key=lambda line: line.block.table):
        table = tuple(group)
        header = _cells(reading, table[0])
        columns = columns_of(header)
        if "name" not in columns or len(columns) < 2 or not _lists_subs(reading, table[0], header[columns["name"]]):
            continue
        if _lists_contacts(header) and not SUB.search(header[columns["name"]]):
            continue
        if sum(bool(_PROCESSED.search(title)) for title in header) > 1:
            continue
        for row in table[1:]:
            entry = entry_of(_cells(reading, row), columns)
            if entry:
                entry.passages.append((row.start, row.end))
                yield entry


def _from_processing(reading: Reading) -> Iterator[Entry]:
    """The column of sub-processors in a table of processing: who is used for which service."""
    for table in tables(reading):
        where = {name: index for index, name in table.columns.items()}
        if "sub_processor" not in where or len(where.keys() & {"data", "data_subjects", "purpose"}) < 2:
            continue
        for row in table.rows:
            cells = _cells(reading, row)
            name, place = without_place(cells[where["sub_processor"]] if where["sub_processor"] < len(cells) else "")
            if BLANK.match(name) or has_gap(name):
                continue
            service = cells[where["service"]].strip(" ☐☒☑□") if "service" in where else None
            yield Entry(name, service or None, place, None, [(row.start, row.end)])


def _cells(reading: Reading, line: ReadingLine) -> tuple[str, ...]:
    return tuple(" ".join(cell.replace("*", "").split()) for cell in reading.original(line.start, line.end).split("\t"))


def _lists_contacts(header: Sequence[str]) -> bool:
    """Whether a table says of each row by which number and which address somebody is reached."""
    return len(_REACHED.findall(" ".join(header))) > 1


def _lists_subs(reading: Reading, header: ReadingLine, title: str) -> bool:
    """Whether the table lists sub-processors: its name column says so, or what stands right above it does."""
    if SUB.search(title):
        return True
    above = reading.text[max(0, header.start - 250) : header.start]
    heading = header.clause.heading
    said = "SUBPROCESSOR" in above or SUB.search(heading) is not None or _SUPPLIERS.search(heading) is not None
    said = said or LISTS_SUBS.search(heading) is not None
    return said or _ENGAGED.search(above) is not None or _ENGAGED.search(heading) is not None


def _from_blocks(reading: Reading) -> Iterator[Entry]:
    """Blocks of labelled lines: a name, then what is said of it."""
    entry: Entry | None = None
    labels = 0
    near: str | None = None
    for line in reading.lines:
        text = reading.original(line.start, line.end)
        match = _LABEL.match(text)
        if SUB.search(text) and not match:
            near = line.clause.heading
        named = _COUNTED_NAME.match(text) if match is None and LISTS_SUBS.search(line.clause.heading) else None
        if named:
            if entry is not None and labels:
                yield entry
            entry, labels = Entry(named["name"], passages=[(line.start, line.end)]), 0
        if match is None:
            continue
        kind = next(name for name, words in _LABELS if words.search(match["label"]))
        value = " ".join(match["value"].split())
        if kind == "name":
            if entry is not None and labels:
                yield entry
            entry = (
                Entry(value, passages=[(line.start, line.end)])
                if near == line.clause.heading and value and not BLANK.match(value)
                else None
            )
            labels = 0
        elif entry is not None:
            labels += 1
            entry.passages.append((line.start, line.end))
            if kind == "service":
                entry.service = value
            elif kind == "established_in":
                entry.established_in = next(iter(places_in(value)), None)
            else:
                entry.processing_in = places_in(value) or None
    if entry is not None and labels:
        yield entry


def _from_flat_tables(reading: Reading) -> Iterator[Entry]:
    """Tables that lost their rules: in an annex, a company, what it does, and one or two places, row after row."""
    annexes = (line for line in reading.lines if line.clause.part is Part.ANNEX and not line.block.cells)
    for heading, group in groupby(annexes, key=lambda line: line.clause.heading):
        lines = tuple(group)
        text = " ".join(folded_words(reading, line) for line in lines)
        header = _FLAT_HEADER.search(text)
        if header is None and not _LISTED.search(heading):
            continue
        if header is not None and not (
            SUB.search(text[: header.end()]) or _LISTED.search(heading + text[: header.start()])
        ):
            continue
        rows = [row for whole in _whole_rows(reading, lines) for row in _flat_rows(*whole)]
        if len(rows) >= _FEWEST_ROWS:
            yield from rows
            return


def _whole_rows(reading: Reading, lines: Sequence[ReadingLine]) -> Iterator[tuple[str, ReadingLine]]:
    """Each line with the short ones after it that name no company: the rest of its row."""
    text, first = "", None
    for line in lines:
        own = folded_words(reading, line)
        if (
            first is not None
            and len(own) < _REST_OF_ROW
            and not COMPANY_NAME.search(own)
            and line.block.kind is BlockKind.PARAGRAPH
        ):
            text = f"{text} {own}"
            continue
        if first is not None:
            yield text, first
        text, first = own, line
    if first is not None:
        yield text, first


def _flat_rows(text: str, line: ReadingLine) -> Iterator[Entry]:
    names = list(COMPANY_NAME.finditer(text))
    for number, name in enumerate(names):
        end = names[number + 1].start() if number + 1 < len(names) else min(len(text), name.end() + _FLAT_LENGTH)
        entry = _flat_entry(name["name"], text[name.end() : end], line)
        if entry.told():
            yield entry


def _flat_entry(name: str, rest: str, line: ReadingLine) -> Entry:
    """The row of `name`: two places one after the other are its seat and where it processes, one is the latter."""
    entry = Entry(name, passages=[(line.start, line.end)])
    first = first_place(rest)
    if first is None:
        return entry
    start, end = first
    entry.service = re.sub(r"\s(?:the|de|het)$", "", rest[:start].strip(" ,;:-"), flags=re.IGNORECASE) or None
    second = first_place(rest[end:])
    if second is not None and not rest[end : end + second[0]].lower().replace("the", "").strip():
        entry.established_in = next(iter(places_in(rest[start:end])), None)
        entry.processing_in = places_in(_before_other_columns(rest[end:])) or None
    else:
        entry.processing_in = places_in(_before_other_columns(rest[start:])) or None
    return entry


def _before_other_columns(text: str) -> str:
    return re.split(r"\b(?:n\.v\.t\.|not applicable|n/a|SCC|DPF|adequa|model|standaard)", text)[0]


RULES = (Rule("sub-processor-list", ("subprocessors.list",), _list),)
