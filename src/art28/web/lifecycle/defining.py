"""The words by which an agreement calls what the Regulation defines -> each bound to its provision."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Term:
    """A notion of the law: where it is defined or ruled, what it means in short, and what agreements call it."""

    code: str
    provision: str
    meaning: str | Promise
    labels: tuple[str, ...]


TERMS = (
    Term("gdpr", "2016/679", _("The General Data Protection Regulation"),
         ("AVG", "GDPR", "DSGVO", "RGPD", "Privacywetgeving", "Algemene verordening gegevensbescherming")),
    Term("personal_data", "4(1)", _("Any information on an identified or identifiable person, identifiers such as IP and MAC"
         " addresses, IMEI and SIM numbers included"),
         ("persoonsgegevens", "persoonsgegeven", "personal data", "personenbezogene Daten", "données à caractère personnel")),
    Term("data_subject", "4(1)", _("The person whom the data concern"),
         ("betrokkenen", "betrokkene", "data subject", "betroffene Person", "personne concernée")),
    Term("processing", "4(2)", _("Any operation on personal data, from collecting to destroying"),
         ("verwerking van persoonsgegevens", "verwerkingen", "verwerking", "verwerken", "processing", "Verarbeitung",
          "traitement")),
    Term("controller", "4(7)", _("Who determines purposes and means"),
         ("verwerkingsverantwoordelijke", "verantwoordelijke", "controller", "Verantwortlicher",
          "responsable du traitement")),
    Term("processor", "4(8)", _("Who processes on behalf of the controller"),
         ("verwerker", "bewerker", "processor", "Auftragsverarbeiter", "sous-traitant")),
    Term("third_party", "4(10)", _("Anybody but the person, the parties, and those under their direct authority"),
         ("derden", "derde", "third party", "Dritter", "tiers")),
    Term("breach", "4(12)", _("A breach of security that leads to destruction, loss, alteration, disclosure of or access"
         " to data"),
         ("inbreuk in verband met persoonsgegevens", "datalekken", "datalek", "inbreuk", "personal data breach",
          "data breach", "Datenschutzverletzung", "violation de données")),
    Term("authority", "4(21)", _("The independent public authority that supervises"),
         ("toezichthoudende autoriteit", "toezichthouder", "autoriteit persoonsgegevens", "AP", "supervisory authority",
          "Aufsichtsbehörde", "autorité de contrôle")),
    Term("notification", "33", _("Telling the authority of a breach; what a processor tells the controller is a report"),
         ("melding", "notification", "Meldung")),
    Term("register", "30", _("The record of processing activities, not that of breaches"),
         ("verwerkingsregister", "register van verwerkingsactiviteiten", "register", "record of processing activities")),
    Term("agreement", "28(3)", _("The contract between controller and processor, with its annexes"),
         ("verwerkersovereenkomst", "bewerkersovereenkomst", "processor agreement", "data processing agreement",
          "Auftragsverarbeitungsvertrag")),
    Term("sub_processor", "28(4)", _("Another processor that the processor engages"),
         ("subverwerkers", "subverwerker", "sub-processor", "subprocessor", "Unterauftragsverarbeiter")),
    Term("impact_assessment", "35", _("The assessment beforehand of what processing does to people"),
         ("gegevensbeschermingseffectbeoordeling", "effectbeoordeling", "DPIA", "PIA", "impact assessment")),
)  # fmt: skip
_FARTHEST = 300


@dataclass(frozen=True, slots=True)
class Bound:
    """A word of an agreement, the notion that it is bound to, and how the agreement words it."""

    term: Term
    label: str
    said: str


def bound(text: str) -> tuple[Bound, ...]:
    """The words that `text` defines or gives a party, each with its notion, in the order of the law.

    >>> [(each.label, each.term.provision) for each in bound('1.1 Betrokkene: de persoon op wie een gegeven ziet')]
    [('Betrokkene', '4(1)')]
    """
    return tuple(found for term in TERMS for found in _bound(term, text))


def _bound(term: Term, text: str) -> Iterator[Bound]:
    seen: set[str] = set()
    for pattern in _patterns(term):
        for match in pattern.finditer(text):
            label = match["label"]
            if label.lower() not in seen:
                seen.add(label.lower())
                yield Bound(term, label, " ".join(match["said"].split())[:_FARTHEST])


@cache
def _patterns(term: Term) -> tuple[re.Pattern[str], ...]:
    """A definition: a line that begins with the word and goes on to say what it is; or a party "hereinafter" called so."""
    words = "|".join(re.escape(label) for label in sorted(term.labels, key=len, reverse=True))
    defined = (
        r"^[ \t]*+(?:\d[\d.]*+[ \t]*+|[a-z][.)][ \t]*+|[-•*][ \t]*+)?+[\"“„«'‘]?+(?P<label>"
        + words
        + r")[\"”»'’]?+[ \t]*+"
        r"(?P<said>(?::|–|—|=|\b(?:betekent|means|is|zijn|bedeutet|désigne)\b)[^\n]{3,400})"
    )
    named = (
        r"(?P<said>\b(?:hierna|hereinafter|nachfolgend|ci-après)\b[^\n\"“„«]{0,60}[\"“„«](?P<label>"
        + words
        + r")[\"”»])"
    )
    return re.compile(defined, re.IGNORECASE | re.MULTILINE), re.compile(named, re.IGNORECASE)
