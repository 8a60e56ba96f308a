"""Reading -> the sub-processors that a line names one after the other: with labels between, behind a colon, or in a sentence.

"Naam: X. Taak: hosting. Land: Nederland", "met de volgende subverwerkers: (a) X, hosting, Nederland; (b) Y, mail", "maakt
gebruik van X (hosting, Nederland) en Y voor e-mail".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from art28.agreement.passages import Reading, ReadingLine, Sentence
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.topics.subprocessors.entry import SUB, Entry, folded_words, without_address
from art28.extraction.topics.subprocessors.prose import LISTS_SUBS, OTHERS, described
from art28.extraction.values.countries import places_in

_NAME = r"(?P<name>[A-Z0-9][\w&'’.-]*(?: (?:[A-Z0-9&][\w&'’.-]*|of|van|de|and|en(?= [A-Z][\w&'’.-]* (?:B\.V\.|N\.V\.|GmbH|Ltd))))*?)"
_LABELS = lasting(
    r"\b(?:(?P<name>naam|name|bedrijf|company|firma|nom)|(?P<work>taak|taken|dienst|werkzaamheden|activiteit(?:en)?|doel|rol|service|task|purpose|tätigkeit|zweck|tâche)|"
    r"(?P<place>land|locatie|verwerkingsland|plaats van verwerking|place of processing|processing in|verwerking in|country|location|pays))\s?: ?",
    re.IGNORECASE,
)
_COLON = lasting(r"SUBPROCESSOR[^.;:\t]{0,60}:\s+(?=\S)")
# "Toegestaan zijn: X B.V. (Zwolle): hosting; Y B.V. (Utrecht): mail.", in an article on sub-processors.
_ALLOWED = lasting(
    r"^[\W\d]*(?:(?:nu|thans|reeds|momenteel) )?(?:toegestaan|goedgekeurd|ingeschakeld|permitted|approved|engaged|genehmigt)\b[^.;:\t]{0,30}:\s+(?=[A-Z0-9])",
    re.IGNORECASE,
)
_PLACED_ITEM = lasting(
    rf"^(?:en |and )?{_NAME}\s+\((?P<seat>[A-ZÀ-Þ][^()\d]{{2,28}})\)\s*:\s+(?P<said>[^;:]{{3,120}}?)[.\s]*$"
)
_ITEM = lasting(
    rf"^(?:en |and |und )?(?:\(?[a-z0-9ivx]{{1,4}}[.)]\s+)?{_NAME}(?:,\s+|\s+\(|\s+(?:voor|for|für)\s+(?:de |het |the )?)(?P<said>[^;]{{3,120}}?)\)?[.\s]*$"
)
_USES = lasting(
    r"\b(?:(?:ma(?:akt|ken) PROCESSOR|PROCESSOR ma(?:akt|ken)) (?:\w+ ){0,3}?gebruik van|(?:werk(?:t|en) PROCESSOR|PROCESSOR werk(?:t|en)) (?:\w+ ){0,2}?(?:samen )?met|"
    r"[Nn]u (?:is|zijn) dat(?: alleen| enkel)?|[Dd]at (?:is|zijn) nu(?: alleen| enkel)?|[Hh]uidige (?:lijst|SUBPROCESSOR)[^.:;]{0,20}(?=:)|\b(?:behalve|uitgezonderd)(?=:)|SUBPROCESSOR: (?:alleen|enkel)|"
    r"(?:schakel(?:t|en) PROCESSOR|PROCESSOR schakel(?:t|en)) (?:\w+ ){0,3}?in(?=:)|"
    r"gebruik(?:t|en) PROCESSOR|PROCESSOR gebruik(?:t|en)|PROCESSOR (?:currently |now )?(?:uses|works with))(?: (?:de|the) (?:diensten van|(?:volgende |following )?SUBPROCESSOR))?:? (?=[A-Z0-9])"
)
_IN_A_ROW = lasting(
    rf"{_NAME}(?:(?P<seat> (?:te|in) [A-ZÀ-Þ][\w'’-]+(?: [A-Z][\w-]+)?| \([A-ZÀ-Þ][^()]{{2,28}}\)|, [A-ZÀ-Þ][\w'’-]+(?: [A-Z][\w-]+)?,)(?= (?:voor|for|für) ))?"
    r"(?:\s\((?P<within>[^()]{3,90})\)|\s(?:voor|for|für) (?:de |het |the )?(?P<work>[^,.;:()]{3,60}?))(?=,|;|\.|$| en\b| and\b)"
)
_NEXT = lasting(r"(?:[,;] ?(?:en |and )?| en | and )(?:van |met |with )?(?=[A-Z0-9])")
_ONLY_PERHAPS = lasting(
    r"\b(?:kan|kunnen|mag|mogen|bijvoorbeeld|zoals|zou|may|might|could|such as|for example|indien|als|if|geen|niet|not|no)\b"
)
_NO_COMPANY = lasting(
    r"^(?:ISO|NEN|AVG|GDPR|SOC|EU|EER|EEA|TLS|SSL|AES|VPN|Artikel|Bijlage|Annex|CONTROLLER|PROCESSOR|SUBPROCESSOR)\b"
)
_EXCEPT = ("behalve", "uitgezonderd")
_FULL_STOP = lasting(r"(?<![A-Z])(?<!Inc)(?<!Ltd)\.$")
_FEWEST = 2


def from_labels(reading: Reading) -> Iterator[Entry]:
    """Lines in which labels stand between what is said of a sub-processor."""
    for line in reading.lines:
        if line.block.cells or line.clause.part is Part.SIGNATURES or not _on_subs(line):
            continue
        words = folded_words(reading, line)
        found = list(_LABELS.finditer(words))
        said = {
            match.lastgroup or "": words[match.end() : following.start() if following else len(words)].strip(" ,;|-–*_")
            for match, following in pairwise((*found, None))
            if match is not None
        }
        if len(found) == len(said) >= _FEWEST and said.get("name"):
            name, work = (_FULL_STOP.sub("", said.get(part, "")) for part in ("name", "work"))
            name, seat = without_address(name)
            entry = Entry(name, work or None, seat, passages=[(line.start, line.end)])
            entry.processing_in = places_in(said.get("place", "")) or None
            yield entry


def _on_subs(line: ReadingLine | Sentence) -> bool:
    return bool(LISTS_SUBS.search(line.clause.heading) or OTHERS.search(line.text) or SUB.search(line.clause.article))


def in_running_words(reading: Reading) -> Iterator[Entry]:
    """The names that a line lists behind a colon, or that a sentence on whom the processor works with strings together."""
    for line in reading.lines:
        colon = None if line.block.cells else _COLON.search(line.text)
        if colon is None and not line.block.cells and LISTS_SUBS.search(line.clause.heading):
            colon = _ALLOWED.match(line.text)
        if colon and not _ONLY_PERHAPS.search(line.text[: colon.start()]):
            words = " ".join(reading.original(line.start + colon.end(), line.end).split())
            yield from _behind_colon(words, (line.start, line.end))
    for before, sentence in pairwise((None, *reading.sentences)):
        uses = _USES.search(sentence.text) if sentence is not None else None
        if sentence is None or uses is None or _ONLY_PERHAPS.search(sentence.text[uses.start() :]):
            continue
        if not uses[0].startswith(_EXCEPT) and _ONLY_PERHAPS.search(sentence.text[: uses.start()]):
            continue
        near = before is not None and before.clause is sentence.clause and OTHERS.search(before.text) is not None
        if near or _on_subs(sentence) or _all_placed(sentence.text[uses.end() :]):
            words = " ".join(reading.original(sentence.start + uses.end(), sentence.end).split())
            yield from _in_a_row(reading, words, (sentence.start, sentence.end))


def _named_in_a_row(words: str) -> Iterator[re.Match[str]]:
    """The names with which `words` begin, each with what it does, up to the first that has none."""
    at: int | None = 0
    while at is not None:
        match = _IN_A_ROW.match(words, at)
        if match is None:
            return
        yield match
        following = _NEXT.match(words, match.end())
        at = following.end() if following else None


def _all_placed(words: str) -> bool:
    """Whether names stand in a row each with what it does and a country in brackets: sub-processors, under whatever heading."""
    named = tuple(_named_in_a_row(words))
    return bool(named) and all(match["within"] and places_in(match["within"]) for match in named)


def _behind_colon(words: str, place: tuple[int, int]) -> Iterator[Entry]:
    placed = [match for part in words.split(";") if (match := _PLACED_ITEM.match(part.strip()))]
    if len(placed) >= _FEWEST and len(placed) == len([part for part in words.split(";") if part.strip()]):
        for match in placed:
            yield described(match["name"], f"gevestigd in {match['seat']}: {match['said']}", place)
        return
    parts = [match for part in words.split(";") if (match := _ITEM.match(part.strip()))]
    if len(parts) < _FEWEST or len(parts) < len([part for part in words.split(";") if part.strip()]):
        return
    for match in parts:
        yield described(match["name"], match["said"], place)


def _in_a_row(reading: Reading, words: str, place: tuple[int, int]) -> Iterator[Entry]:
    parties = {name.lower() for name in reading.names}
    for match in _named_in_a_row(words):
        if match["name"].lower() in parties or _NO_COMPANY.match(match["name"]):
            return
        seat = (match["seat"] or "").strip(" ,()").removeprefix("te ").removeprefix("in ")
        said = match["within"] or match["work"]
        yield described(match["name"], f"gevestigd in {seat}: {said}" if seat else said, place)
