"""Flow -> where a contract may open: the lines that are the title of a processor agreement or of another contract.

A title is one line that is no sentence. "Bijlage 1 bij de verwerkersovereenkomst", an amendment, a list of contents and a model for
sub-processors are named after an agreement and open none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from art28.document.flow import Flow, Line
from art28.document.headings import annex_title, article_title, opens_signatures, paragraph_number, signature_field
from art28.document.model import BlockKind
from art28.document.pattern import lasting
from art28.extraction.words.search import AnyCase

_OURS = (
    r"(?<!sub)(?<!sub-)(?:ver|be)werkers?-? ?overeenkomst|(?<!sub-)(?:data )?process(?:or|ing) (?:agreement|addendum)|"
    r"data protection (?:agreement|addendum)|"
    r"auftrags(?:daten)?verarbeitungs-?(?:vertrag|vereinbarung)|(?:vertrag|vereinbarung) (?:über|zur) (?:die |den |eine )?"
    r"(?:auftragsverarbeitung|auftragsdatenverarbeitung|verarbeitung)|accord (?:de|sur le) traitement|"
    r"(?:accord|contrat|convention) de sous-traitance|"
    r"(?<!\w)overeenkomst (?:(?:inzake|over|betreffende|voor|tot) (?:de |het )?(?:\w+ ){0,2}?verwerk(?:ing|en)|"
    r"gegevensverwerking)"
)
_OTHERS = (
    r"\w*overeenkomst|service level agreement|(?:master|main|framework|services?|licen[cs]e|subscription|software|"
    r"consultancy|hosting|"
    r"maintenance|non-disclosure|confidentiality)(?: services?)? agreement|algemene (?:\w+)?voorwaarden|"
    r"general terms and conditions|terms of (?:service|use)|(?:dienst\w*|rahmen|haupt|service|lizenz|wartungs|werk)vertrag|"
    r"allgemeine geschäftsbedingungen|contrat (?:principal|de (?:services?|prestations?|maintenance|licence))|conditions "
    r"générales"
)
_ANNEX = r"(?:bijlage|annexe?|appendix|schedule|exhibit|anlage|anhang|aanhangsel|attachment)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b[\s.:–-]*"
# What stands before the name of an agreement in the title of something that only belongs to it.
_OF_ANOTHER = (
    r"\b(?:bij|behorend\w*|op|tot|van|deze|dit|aan|to|of|this|under|with|zu[mr]?|dieser|diesem|à|au|du|cette|sub|"
    r"wijziging\w*|aanvulling\w*|allonge|amendment|nadere|toelichting|instructie|handleiding|checklist|inhoud\w*|"
    r"ondertekening\w*|handtekening\w*|signature\w*|samenvatting|summary|artikel|article|clause|previous|execute|view|"
    r"is|zijn|wordt|worden|vormt|vormen|hebben|heeft|shall|will|has|have|are|forms?|ist|sind|est|sont)\b"
)
_RUNNING = (
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|bevat|geldt|gelden|maakt|kan|moet|zal|vormt|eindigt|gesloten tussen|shall|"
    r"will|applies|"
    r"means|has|have|are|betekent|ist|sind|wird|werden|est|sont|sub-?verwerkers?|sub-?processors?|unterauftrag\w*)\b"
)
_TITLE = lasting(
    rf"^[\W_]*(?P<annex>{_ANNEX})?(?P<before>(?:(?!{_OF_ANOTHER}|\d+[.)])[^.;:?\t]){{0,60}}?)\b(?:(?P<ours>{_OURS})|"
    rf"(?P<other>{_OTHERS}))"
    rf"(?P<after>(?:(?!{_RUNNING})[^;?\t]){{0,70}})$",
    re.IGNORECASE,
)
_LISTED = lasting(r"[.…\s]{3,}\d{1,3}$|[,.:]$")
_PROBABLE = AnyCase(
    r"overeenkomst|agreement|addendum|vertrag|vereinbarung|accord|contrat|convention|voorwaarden|terms|bedingungen|conditions"
)
_LONGEST_TITLE = 120
_LINES_UNDER_ANNEX = 3
_ROLES = (
    r"(?:verwerkings)?verantwoordelijke|verwerker|opdrachtgever|opdrachtnemer|klant|leverancier|aanbieder|afnemer|(?:data "
    r")?controller|"
    r"(?:data )?processor|customer|client|supplier|provider|auftraggeber|auftragnehmer|auftragsverarbeiter|verantwortlicher|"
    r"responsable(?: du traitement)?|sous-traitant"
)
# What is said where parties are introduced: who they are, where they sit, what they are called from there on.
_PARTY_SAID = lasting(
    r"\bde ondergetekenden?\b|\bthe undersigned\b|\bles? soussignée?s?\b|"
    r"^(?:de )?(?:partijen|parties|die parteien|parteien|les parties)\W*$|^\W*(?:tussen|between|zwischen|entre)\b|"
    r"\b(?:gesloten tussen|by and between|entered into between|dieser vertrag gilt zwischen|geschlossen zwischen|conclue? "
    r"entre)\b|"
    r"\b(?:hierna|verder|nader)(?: te noemen|:| ook| \"|,| genoemd| aan te duiden)|\bhereinafter\b|\bhereafter\b|"
    r"\bnach(?:folgend|stehend)\b|"
    r"\bim folgenden\b|\bci-après\b|\bgevestigd te\b|\bkantoorhoudende? (?:te|aan)\b|\bincorporated (?:in|under)\b|"
    r"\b(?:registered|principal|its) offices?\b|\bmit sitz\b|\bsiège social\b|\b(?:rechtsgeldig )?vertegenwoordigd door\b|"
    r"\brepresented by\b|\bvertreten durch\b|\breprésentée? par\b|"
    rf"\(\"?(?:de |the |der |le )?\"?(?:{_ROLES})\"?\)|^\W*(?:{_ROLES})\s*[:\t]|"
    r"\b(?:deze|dit|this|diese[rs]?|cet(?:te)?) (?:verwerkersovereenkomst|bewerkersovereenkomst|data processing \w+|"
    r"\w*vertrag|accord)\b",
    re.IGNORECASE | re.MULTILINE,
)
_OF_PARTIES = AnyCase(r"\bpartijen\b|\bparties\b|\bparteien\b")
_PERSONAL_DATA = AnyCase(r"persoonsgegevens|personal data|personenbezogene|données (?:à caractère )?personnel")
_OF_PROCESSING = AnyCase(
    r"datalek|inbreuk|breach|verletzung|violation|subverwerker|onderaannemer|sub-?processor|unterauftrag|sous-traitant "
    r"ultérieur|"
    r"geheim|confiden|vertraulich|beveilig|security|sicherheit|sécurité|betrokkene|data subject|betroffene|personnes? "
    r"concern|"
    r"instructie|instruction|weisung"
)
_LONGEST_SIGNATURE = 260
_FIELDS_WITHIN = 9
_ENOUGH_FIELDS = 3
_STEM = 6
_ENOUGH_SPOKEN = 4
_CHARACTERS_A_MENTION = 900
_ENOUGH_SAID = 2
_PARTIES_WITHIN = 24
_PARTIES_CHARACTERS = 3_000
_ENOUGH_ARTICLES = 3
_FURTHEST_STEP = 2
_BETWEEN_ARTICLES = 160
_SHORTEST = 900


@dataclass(frozen=True, slots=True)
class Title:
    """Line `index` of the flow as the title of a contract: `ours` for a processor agreement, `annexed` for one that is an "
    "annex."""

    index: int
    ours: bool
    annexed: bool


def titles_in(flow: Flow) -> tuple[Title, ...]:
    """The lines that may be the title of a contract, in order."""
    return tuple(_titles(flow))


def _titles(flow: Flow) -> Iterator[Title]:
    for index, line in enumerate(flow.lines):
        if line.end - line.start > _LONGEST_TITLE or line.block.cells or line.block.kind is BlockKind.NOTE:
            continue
        text = flow.text[line.start : line.end]
        if not _PROBABLE.search(text) or _LISTED.search(text):
            continue
        match = _TITLE.match(text)
        if match is not None:
            yield Title(index, match["ours"] is not None, match["annex"] is not None or _under_annex(flow, index))


def _under_annex(flow: Flow, index: int) -> bool:
    """Whether an annex opens just above, with no more than titles in between."""
    for line in reversed(flow.lines[max(0, index - _LINES_UNDER_ANNEX) : index]):
        if line.end - line.start > _LONGEST_TITLE:
            return False
        if annex_title(text_of(flow, line)) is not None:
            return True
    return False


def text_of(flow: Flow, line: Line) -> str:
    """The words of a line."""
    return flow.text[line.start : line.end]


def names_parties(flow: Flow, index: int, stop: int) -> bool:
    """Whether right under the title at `index` the parties are introduced, as the opening of a contract does."""
    last = min(stop, index + _PARTIES_WITHIN)
    end = index + 1
    while end < last and not _is_first_article(flow, end):
        if annex_title(text_of(flow, flow.lines[end])) is not None:
            return False
        end += 1
    if end < last and _OF_PARTIES.search(text_of(flow, flow.lines[end])):
        end = next((at for at in range(end + 1, last) if number_of(flow, at) == 2), last)  # article 1 names them
    start = flow.lines[index].end
    said = flow.text[start : min(flow.lines[end - 1].end, start + _PARTIES_CHARACTERS)]
    return sum(1 for _ in _PARTY_SAID.finditer(said)) >= _ENOUGH_SAID


def counts_articles(flow: Flow, index: int, stop: int) -> bool:
    """Whether the numbers under the title count on from 1, with text between them, as a list of contents has not."""
    found: list[int] = []
    last = 0
    for at in range(index + 1, stop):
        number = number_of(flow, at)
        if number is None:
            continue
        if not found and number != 1:
            return False
        if last < number <= last + _FURTHEST_STEP:
            found.append(at)
            last = number
            if len(found) == _ENOUGH_ARTICLES:
                break
    if len(found) < _ENOUGH_ARTICLES:
        return False
    between = flow.lines[found[-1]].start - flow.lines[found[0]].end
    return between >= _BETWEEN_ARTICLES and flow.lines[stop - 1].end - flow.lines[index].start >= _SHORTEST


def is_signed(flow: Flow, index: int, stop: int) -> bool:
    """Whether a signature block stands within the lines: they say so, or ask for a signature, a name and a date."""
    last_fields: list[int] = []
    for at in range(index, stop):
        line = flow.lines[at]
        if line.end - line.start > _LONGEST_SIGNATURE:
            continue
        text = text_of(flow, line)
        if not line.block.cells and opens_signatures(text):
            return True
        if signature_field(text) is not None:
            last_fields = [field for field in last_fields if at - field < _FIELDS_WITHIN] + [at]
            if len(last_fields) >= _ENOUGH_FIELDS and any(
                signature_field(text_of(flow, flow.lines[field])) == "signature" for field in last_fields
            ):
                return True
    return False


def is_like_ours(flow: Flow, index: int, stop: int) -> bool:
    """Whether lines without a title that opens them are a processor agreement all the same: signed, and of nothing else."""
    start, end = flow.lines[index].start, flow.lines[stop - 1].end
    if end - start < _SHORTEST or not is_signed(flow, index, stop):
        return False
    said = flow.text[start:end]
    spoken = {match[0].casefold()[:_STEM] for match in _OF_PROCESSING.finditer(said)}
    often = sum(1 for _ in _PERSONAL_DATA.finditer(said))
    return len(spoken) >= _ENOUGH_SPOKEN and often * _CHARACTERS_A_MENTION >= end - start


def number_of(flow: Flow, index: int) -> int | None:
    """The number of the article that a line is the title of, or to which the paragraph belongs that it opens."""
    line = flow.lines[index]
    if line.block.cells or line.block.kind is BlockKind.NOTE:
        return None
    text = text_of(flow, line)
    paragraph = paragraph_number(text)
    if paragraph is not None:
        return int(paragraph.split(".")[0])
    title = article_title(text, heading=line.block.kind is BlockKind.HEADING)
    return title.count if title is not None else None


def _is_first_article(flow: Flow, index: int) -> bool:
    line = flow.lines[index]
    title = article_title(text_of(flow, line), heading=line.block.kind is BlockKind.HEADING)
    return title is not None and title.count == 1 and (title.worded or line.block.kind is BlockKind.HEADING)
