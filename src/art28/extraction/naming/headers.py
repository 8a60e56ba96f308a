"""Line -> the party, or the two side by side, that it heads a block of: "Verwerker:", "| | Klant | Verwerker |"."""

import re
from collections.abc import Sequence

from art28.agreement.passages import ReadingLine
from art28.document.outline import Part
from art28.extraction.naming.defining import HEREINAFTER
from art28.extraction.words.search import AnyCase
from art28.terms import Role

ROLE_OF = {"CONTROLLER": Role.CONTROLLER, "PROCESSOR": Role.PROCESSOR}
_WORDS_AROUND = (
    r"(?:namens|voor|for|on behalf of|for and on behalf of|de|het|the|handtekening(?:en)?|signature|"
    r"signed (?:by|for)|partij \d|party \d|getekend door|gegevens|ondertekening|door|by|der|die|für|pour)"
)
_HEADER = re.compile(
    rf"^[\W\d_]*(?:{_WORDS_AROUND}[\s:]+)*(?:\(?{HEREINAFTER}(?: te noemen| called)?[\s:,]*\"?(?:de |het |the |der |die |le |la )?)?"
    rf"\"?(?P<role>CONTROLLER|PROCESSOR)\"?\)?(?:\s*\((?P<said>[^)]{{0,60}})\))?[\s*_\"]*(?P<colon>[:\t|]|$|\s-\s)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_COLUMNS = AnyCase(
    rf"^[\W_]*(?:{_WORDS_AROUND}[\s:]+)*\"?(?P<left>CONTROLLER|PROCESSOR)\"?[\s:*_|"
    rf"\"/]*(?:{_WORDS_AROUND}[\s:]+)*\"?(?P<right>CONTROLLER|PROCESSOR)\"?[\s:*_|]*$",
)
FORM_LINES = 6
"""Within how many lines below its head a form says who a party is."""
IDENTIFIES = AnyCase(
    r"^[\s|*_]*(?:(?:statutaire )?naam|name|firma|kvk|handelsregister|chamber of commerce|company number|(?:vestigings|bezoek)?adres|address|anschrift|"
    r"postcode)[\w -]{0,20}\t"
)
"""A row with a name, a number or an address of a party."""
# "Naam verwerker: Acme B.V., Zwolle", in an annex that tells of a product.
NAMED = re.compile(
    r"^[\W\d_]*(?:bedrijfs)?(?:naam|name) (?:van (?:de )?|of (?:the )?)?(?P<role>CONTROLLER|PROCESSOR)\s*:\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


# The forms of the Commission's older clauses: "Name of the data importing organisation: …", "On behalf of the data importer:".
IMPORTER = re.compile(
    r"^[\W\d_]*(?:name of the data (?P<organisation>im|ex)porting organi[sz]ation|on behalf of the data (?P<signed>im|ex)porter)\s*(?:\([^)]{0,60}\))?\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def headed(line: ReadingLine) -> tuple[tuple[Role, ...], int]:
    """The parties that a line heads a block of, none or up to two, and where what it tells of them begins."""
    trader = IMPORTER.match(line.text) if "porti" in line.text or "porter" in line.text else None
    if trader:
        imports = (trader["organisation"] or trader["signed"]).lower() == "im"
        return (Role.PROCESSOR if imports else Role.CONTROLLER,), line.start + trader.start("rest")
    if not any(role in line.text.upper() for role in ROLE_OF):
        return (), line.start
    columns = _COLUMNS.match(line.text)
    if columns:
        return (ROLE_OF[columns["left"].upper()], ROLE_OF[columns["right"].upper()]), line.end
    named = NAMED.match(line.text) if line.clause.part is Part.ANNEX else None
    if named:
        return (ROLE_OF[named["role"].upper()],), line.start + named.start("rest")
    match = _HEADER.match(line.text)
    if not match or (not match["colon"] and len(line.text) > 60):
        return (), line.start
    return (ROLE_OF[match["role"].upper()],), line.start + match.start("rest")


# "| | CONTROLLER | Leverancier |", above names and addresses: who stands beside a party is the other one.
_HALF_KNOWN = re.compile(
    r"^\W*\t(?:(?P<left>CONTROLLER|PROCESSOR)\t(?!.*(?:CONTROLLER|PROCESSOR))[^\t]{3,40}|(?!.*(?:CONTROLLER|PROCESSOR)\t)[^\t]{3,40}\t(?P<right>CONTROLLER|PROCESSOR))\W*$"
)


def beside_another(lines: Sequence[ReadingLine], index: int) -> tuple[Role, ...]:
    """Both parties, where a row of heads names one of them and the rows below tell names and addresses of two."""
    match = _HALF_KNOWN.match(lines[index].text) if lines[index].block.cells else None
    below = lines[index + 1 : index + FORM_LINES]
    if match is None or sum(IDENTIFIES.match(line.text) is not None for line in below) <= 1:
        return ()
    both = (Role.CONTROLLER, Role.PROCESSOR)
    return both if match["left"] == "CONTROLLER" or match["right"] == "PROCESSOR" else both[::-1]
