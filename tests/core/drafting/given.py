"""Facts to draft from, and what a draft is read as."""

from collections.abc import Mapping

from art28.agreement.model import Agreement, Record, Value
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

_SUPPLIER: Record = {
    "name": "Wolkenveld B.V.",
    "service": "hosting",
    "established_in": "NL",
    "processing_in": ("NL", "DE"),
}
_PARTIES: Mapping[str, Value] = {
    "controller.name": "Stichting Zonhof",
    "controller.registration": "99041726",
    "controller.street": "Lisdoddelaan 212",
    "controller.postcode": "8251 ZK",
    "controller.city": "Dronten",
    "controller.representative": "A.M. Terhoeven",
    "processor.name": "Rekenhuis B.V.",
    "processor.registration": "99063815",
    "processor.street": "Signaalkade 41",
    "processor.postcode": "8243 PX",
    "processor.city": "Lelystad",
    "processor.representative": "R.J. Boskamp",
    "subprocessors.list": (_SUPPLIER,),
}
GIVEN: Mapping[str, Mapping[str, Value]] = {
    "nl": {
        **_PARTIES,
        "controller.representative_role": "bestuurder",
        "processor.representative_role": "directeur",
        "main_agreement.reference": "Raamovereenkomst 2026",
        "processing.services": ("hosting", "back-up"),
        "processing.purposes": ("het leveren van hosting", "het maken van reservekopieën"),
        "processing.data_categories": ("naam", "e-mailadres", "telefoonnummer"),
        "processing.data_subjects": ("medewerkers", "klanten"),
    },
    "en": {
        **_PARTIES,
        "controller.representative_role": "director",
        "processor.representative_role": "managing director",
        "main_agreement.reference": "Master Services Agreement 2026",
        "processing.services": ("hosting", "back-up"),
        "processing.purposes": ("providing hosting", "making back-ups"),
        "processing.data_categories": ("name", "e-mail address", "telephone number"),
        "processing.data_subjects": ("employees", "customers"),
    },
}
MEASURES = {
    "nl": ("Gegevens worden versleuteld opgeslagen.", "Toegang vereist een tweede factor."),
    "en": ("Data are stored encrypted.", "Access takes a second factor."),
}


def read(data: bytes | str, form: str) -> Agreement:
    """The agreement in a draft that was written as `form`."""
    given = data.encode() if isinstance(data, str) else data
    return extract(read_document(given, name=f"concept.{form}", limits=Limits()))


def differing(said: Mapping[str, Value], agreement: Agreement) -> dict[str, tuple[Value | None, Value | None]]:
    """The facts that an agreement isn't read to say as it was drafted; the state of a draft is its reader's to tell."""
    keys = (said.keys() | agreement.facts.keys()) - {"document.state"}
    found = {key: (said.get(key), agreement.value(key)) for key in keys}
    return {key: (one, other) for key, (one, other) in found.items() if _alike(one) != _alike(other)}


def _alike(value: Value | None) -> object:
    return sorted(map(_in_order, value)) if isinstance(value, tuple) else value


def _in_order(item: object) -> str:
    """An item as text; in which order a database keeps the fields of a record is of no account."""
    return str(sorted(item.items())) if isinstance(item, Mapping) else str(item)
