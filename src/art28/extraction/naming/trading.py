"""Text -> the names under which parties go that a label introduces: "Verwerker: Acme Labs B.V., handelend onder de naam Notulist"."""

from collections.abc import Iterator

from art28.agreement.legalforms import LEGAL_FORM
from art28.document.pattern import lasting
from art28.terms import Role

_WORD = r"[A-ZÀ-Þ][\w&'-]*(?:\.(?:AI|ai|IO|io|nl|NL|app|com|eu))?"
_INTRODUCED = lasting(
    r"^[\W\d_]*(?:[Dd]e |[Tt]he )?(?:(?P<controller>[Vv]erwerkingsverantwoordelijke|(?:[Dd]ata )?[Cc]ontroller)|(?P<processor>[Vv]erwerker|(?:[Dd]ata )?[Pp]rocessor))\b"
    rf"[\s*_]*:[\s*_]*(?:(?:de|the) (?:[a-z]+ )?(?:eenmanszaak|vennootschap|stichting|firma) )?(?P<name>{_WORD}(?: {_WORD}){{0,3}}?)(?: {LEGAL_FORM}(?!\w)|(?=,))"
    rf"(?:[^\n]{{0,160}}?\b(?:handelend onder de naam|h\.?o\.?d\.?n\.?|tevens handelend onder|trading as|t/a)[\s\"'*]+(?P<trade>{_WORD}(?: {_WORD}){{0,2}}))?"
)
# '("Verwerker" of "Tafelplan")': the word of the law first, then what the agreement calls that party.
_CALLED_ALSO = lasting(
    r"[\"'“„](?:[Dd]e |[Tt]he )?(?:(?P<controller>[Vv]erwerkingsverantwoordelijke|(?:[Dd]ata )?[Cc]ontroller)|(?P<processor>[Vv]erwerker|(?:[Dd]ata )?[Pp]rocessor))[\"'”]"
    rf",? (?:of|or|dan wel|ook wel|en|and|/) (?:[Dd]e |[Hh]et |[Tt]he )?[\"'“„](?:[Dd]e |[Hh]et |[Tt]he )?(?P<alias>{_WORD}(?: {_WORD})?)[\"'”]"
)
_OPENING = 3_000
_OFTEN = 2
_SHORTEST = 3


def introduced_by_role(text: str) -> Iterator[tuple[str, Role]]:
    """Such names with their roles, of which the text makes use behind the line that introduces them."""
    for called in _CALLED_ALSO.finditer(text, 0, _OPENING):
        yield called["alias"], Role.CONTROLLER if called["controller"] else Role.PROCESSOR
    at = 0
    for line in text[:_OPENING].split("\n"):
        match = _INTRODUCED.match(line)
        if match:
            role = Role.CONTROLLER if match["controller"] else Role.PROCESSOR
            behind = at + match.end()
            for name in (match["trade"], match["name"]):
                often = 1 if name == match["trade"] else _OFTEN
                if name and len(name) >= _SHORTEST and text.count(name, behind) >= often:
                    yield name, role
        at += len(line) + 1
