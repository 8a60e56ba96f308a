"""The records of processing: of what the organisation does for itself (Article 30(1)), and of what it does for others."""

from collections.abc import Iterator

from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.processing import own
from art28.web.processing.models import LegalBasis
from art28.web.processing.pump import pump

_ACTIVITIES = (
    (
        "Personeelsadministratie",
        "uitvoeren van arbeidsovereenkomsten",
        LegalBasis.CONTRACT,
        "naam, adres, salaris, verzuim",
        "medewerkers",
        "7 jaar na het einde van het dienstverband",
        "salarisadministrateur, arbodienst, Belastingdienst, pensioenuitvoerder",
        "toegang per rol, personeelsdossiers versleuteld",
    ),
    (
        "Werving en selectie",
        "beoordelen van sollicitaties",
        LegalBasis.INTERESTS,
        "naam, cv, motivatie",
        "sollicitanten",
        "4 weken na afloop, of een jaar met toestemming",
        "",
        "toegang voor leidinggevende en personeelszaken alleen",
    ),
    (
        "Relatiebeheer",
        "onderhouden van contacten met klanten en leveranciers",
        LegalBasis.INTERESTS,
        "naam, functie, e-mailadres, telefoonnummer",
        "contactpersonen",
        "2 jaar na het laatste contact",
        "",
        "toegang per rol, tweestapsverificatie",
    ),
    (
        "Financiële administratie",
        "factureren en voldoen aan fiscale plichten",
        LegalBasis.OBLIGATION,
        "naam, bankrekening, facturen",
        "contactpersonen en leveranciers",
        "7 jaar",
        "accountant, Belastingdienst",
        "toegang per rol, dagelijkse back-up",
    ),
    (
        "Toegang tot gebouwen",
        "beveiligen van gebouwen en eigendommen",
        LegalBasis.INTERESTS,
        "naam, pasnummer, camerabeelden",
        "medewerkers en bezoekers",
        "4 weken",
        "politie, op vordering",
        "beelden versleuteld, inzage door twee personen samen",
    ),
)


def stories(world: World) -> Iterator[Story]:
    """What it does for itself, as it began; and the records of what it does for others, as they are now."""
    yield _kept(world)
    yield _drawn(world)


def _drawn(world: World) -> Story:
    at = yield world.now
    while pump(now=at, limit=1_000):
        pass


def _kept(world: World) -> Story:
    at = yield world.ago(715, "14:10")
    for name, purpose, basis, data, people, retention, recipients, measures in _ACTIVITIES:
        said = {
            "name": name,
            "purposes": [purpose],
            "legal_basis": basis,
            "data": data.split(", "),
            "data_subjects": people.split(" en "),
            "retention": retention,
            "recipients": recipients.split(", ") if recipients else [],
            "measures": measures.split(", "),
        }
        own.add(world.organisation, said, **world.acted(at))
    keeper = {
        "officer": "Sanne Terpstra",
        "officer_email": f"fg@{world.organisation.slug}.example",
        "officer_phone": "038 000 1128",
        "measures": "beleid voor informatiebeveiliging\njaarlijkse toets door een derde",
    }
    own.keep(world.organisation, keeper, **world.acted(at))
