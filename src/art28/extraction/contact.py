"""A contact as agreements name one: of which party, for what, who, and how to reach them."""

from dataclasses import dataclass

from art28.agreement.model import Record
from art28.extraction.search import AnyCase

_PURPOSES = (
    (
        "breach",
        AnyCase(r"datalek|inbreuk|voorval|breach|beveiligingsincident|security incident|datenpanne|verletzung"),
    ),
    (
        "privacy",
        AnyCase(
            r"functionaris (?:voor )?(?:de )?gegevensbescherming|data protection officer|"
            r"privacy officer|\bFG\b|\bDPO\b|privacy ?(?:contact|vragen|zaken)|datenschutzbeauftragt"
        ),
    ),
    ("support", AnyCase(r"support|ondersteuning|helpdesk|servicedesk|service desk|storing")),
    ("contract", AnyCase(r"overeenkomst|contract|agreement|addendum|\bDPA\b|vertrag|\bprivacy\b")),
    ("requests", AnyCase(r"verzoeken? van betrokkene|data subject requests?|requests? (?:of|from) data subjects")),
)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact and the range that names it; `general` is false for one that a clause names for its own purpose."""

    party: str | None
    purpose: str | None
    name: str | None
    role: str | None
    phone: str | None
    email: str | None
    start: int
    end: int
    general: bool = True

    def record(self) -> Record:
        """The contact as a record of the catalogue."""
        fields = ("party", "purpose", "name", "role", "phone", "email")
        return {field: getattr(self, field) for field in fields}


def purpose_of(*texts: str) -> str | None:
    """What a contact is for: by its own words, else by what leads to it."""
    for text in texts:
        found = next((name for name, pattern in _PURPOSES if pattern.search(text)), None)
        if found:
            return found
    return None
