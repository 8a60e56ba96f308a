"""How German and French agreements introduce their parties, and what they say of them."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.extraction.naming.details import address_in, name_in, registration_in
from art28.extraction.naming.names import names_in
from art28.extraction.naming.persons import representative_in
from art28.reading.limits import Limits
from art28.reading.markup.html import read_html
from art28.reading.text import read_text
from art28.terms import Role
from core.extraction.test_parties import agreement_with

GERMAN = (
    "\n\n§ 1 Gegenstand\n\n(1) Die Anbieterin verarbeitet personenbezogene Daten ausschließlich auf Weisung der Klinik.\n\n"
    "(2) Die Anbieterin meldet der Klinik jede Verletzung des Schutzes personenbezogener Daten.\n"
)
FRENCH = (
    "\n\nArticle 1 - Objet\n\n1.1 Le Titulaire traite les données à caractère personnel uniquement sur instruction de la "
    "Régie.\n"
    "\n1.2 Le Titulaire notifie à la Régie toute violation de données.\n"
)


def _read(opening: str, body: str) -> Agreement:
    return extract(read_text(opening + body, name="t.txt", sha256="0" * 64, extraction="test"))


@pytest.mark.parametrize(
    ("controller", "processor"),
    [
        ('- nachstehend "Klinik" -', '- nachstehend "Anbieterin" -'),
        ("- nachfolgend Klinik genannt -", "- nachfolgend Anbieterin genannt -"),
        ('(im Folgenden: "die Klinik")', '(im Folgenden: "die Anbieterin")'),
    ],
)
def test_terms_on_a_line_of_their_own_below_the_parties(controller: str, processor: str) -> None:
    agreement = _read(
        "Vereinbarung zur Auftragsverarbeitung\n\nzwischen der\n\nSonnhof Kliniken gGmbH, Am Anger 3, 79102 Freiburg, "
        "eingetragen unter HRB 70412, vertreten durch den Geschäftsführer Herrn Peter Ohm\n\n"
        f"{controller}\n\nund der\n\nLabornetz Süd eG, Ringweg 8, 88045 Friedrichshafen, vertreten durch den Vorstand, "
        f"Frau Dr. Eva Lind (Vorstandsvorsitzende)\n\n{processor}",
        GERMAN,
    )
    read = {key: agreement.value(f"controller.{key}") for key in ("name", "street", "city", "registration")}
    assert read == {
        "name": "Sonnhof Kliniken gGmbH",
        "street": "Am Anger 3",
        "city": "Freiburg",
        "registration": "70412",
    }
    assert agreement.value("controller.representative") == "Peter Ohm"
    assert agreement.value("processor.name") == "Labornetz Süd eG"
    assert agreement.value("processor.representative") == "Eva Lind"
    assert agreement.value("processor.representative_role") == "Vorstandsvorsitzende"


def test_a_postal_address_above_the_term_of_a_party() -> None:
    page = (
        "<h1>Auftragsverarbeitung</h1><p>zwischen</p><p>Sportverein Grünau e.V.<br>Waldstraße 9<br>50667 Köln<br>"
        "- Verantwortlicher -</p><p>und</p><p>Postfix Versand GmbH<br>Hafenweg 2<br>28195 Bremen<br>- Auftragsverarbeiter "
        "-</p>"
        "<h2>§ 1 Gegenstand</h2><p>(1) Der Auftragsverarbeiter verarbeitet personenbezogene Daten nur auf Weisung des "
        "Verantwortlichen.</p>"
    )
    agreement = extract(read_html(page, name="t.html", sha256="0" * 64, limits=Limits()))
    assert agreement.value("controller.name") == "Sportverein Grünau e.V."
    assert agreement.value("controller.street") == "Waldstraße 9"
    assert agreement.value("processor.name") == "Postfix Versand GmbH"
    assert agreement.value("processor.postcode") == "28195"


@pytest.mark.parametrize(
    ("controller", "processor"),
    [
        ("(ci-après « la Régie »)", "(ci-après « le Titulaire »)"),
        ("ci-après dénommée « la Régie », d'une part", "ci-après dénommé « le Titulaire », d'autre part"),
        ("(ci-après la Régie)", "(ci-après le Titulaire)"),
    ],
)
def test_french_parties(controller: str, processor: str) -> None:
    agreement = _read(
        "Accord de sous-traitance\n\nEntre :\n\nLa Fondation des Sources, 18 rue des Vignes, 37000 Tours, représentée par "
        "Madame "
        f"Jeanne Roux, directrice générale {controller},\n\net :\n\nLa société Calcul Ouest SARL, 12 bis rue des Ormes, "
        f"35000 Rennes, "
        f"représentée par son président, M. Yves Morin {processor}.",
        FRENCH,
    )
    assert agreement.value("controller.name") == "Fondation des Sources"
    assert agreement.value("controller.street") == "18 rue des Vignes"
    assert agreement.value("controller.postcode") == "37000"
    assert agreement.value("controller.representative_role") == "directrice générale"
    assert agreement.value("processor.name") == "Calcul Ouest SARL"
    assert agreement.value("processor.street") == "12 bis rue des Ormes"
    assert agreement.value("processor.representative_role") == "président"


def test_a_term_with_an_accent_and_an_apostrophe() -> None:
    names = names_in(
        "Entre Les Tilleuls (ci-après « l'Établissement ») et Médisuite SAS (ci-après « le Prestataire »).".replace(
            "«", '"'
        ).replace("»", '"')
    )
    assert names["Établissement"] is Role.CONTROLLER
    assert names["Prestataire"] is Role.PROCESSOR


def test_conditions_are_no_party_beside_two_parties() -> None:
    names = names_in(
        'Le Client et le Prestataire (ci-après "le Prestataire") acceptent les conditions générales (ci-après les "CGV").'
    )
    assert "CGV" not in names


def test_a_german_noun_after_a_term_is_not_its_surname() -> None:
    agreement = _read(
        'Vertrag\n\nZwischen Nord GmbH (nachstehend "Klinik") und Süd GmbH (nachstehend "Anbieterin").',
        "\n\n§ 1 Datenpannen\n\n(1) Verletzungen des Schutzes personenbezogener Daten meldet die Anbieterin Klinik und "
        "Patienten nicht; "
        "ausschließlich der Klinik meldet die Anbieterin Verletzungen binnen 24 Stunden nach Kenntnis.\n",
    )
    assert agreement.value("breach.deadline") == "PT24H"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Amtsgericht Ulm, HRB 4711", "4711"),
        ("Vereinsregister Nr. 20417", "20417"),
        ("Firmenbuch FN 418220", "418220"),
        ("GnR 2001", "2001"),
        ("VR Bank Ulm, Konto 4711", None),
        ("Telefon 0731 4711", None),
    ],
)
def test_german_registers(text: str, number: str | None) -> None:
    assert next((detail.value for detail in registration_in(text)), None) == number


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("der Labornetz AG, Ringweg 8", "Labornetz AG"),
        ("dem Nutzer der Plattform, der sich anmeldet", None),
        ("La commune de Saint-Aubin, 1 place du Marché", "commune de Saint-Aubin"),
        ("la Société du Canal SAS, 4 quai Nord", "Société du Canal SAS"),
        ("les utilisateurs de la plateforme", None),
        ("De Haan & Zn. V.O.F., gevestigd te Lelystad", "De Haan & Zn. V.O.F."),
        ("Het Anker B.V., kantoorhoudende te Urk", "Het Anker B.V."),
        ("De besloten vennootschap Anker B.V., gevestigd te Urk", "Anker B.V."),
        ("De Stichting Anker, gevestigd te Urk", "Stichting Anker"),
        ("De persoon die tekent, gevestigd te Urk", None),
    ],
)
def test_names_behind_an_article(text: str, name: str | None) -> None:
    found = name_in(text)
    assert (found.value if found else None) == name


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("vertreten durch den Oberbürgermeister Dr. Karl Lenz", "Karl Lenz", "Oberbürgermeister"),
        ("vertreten durch den Vorstand, Herrn Kai Ohm (Finanzvorstand)", "Kai Ohm", "Finanzvorstand"),
        ("représentée par son maire, M. Paul Noir", "Paul Noir", "maire"),
        ("représentée par Mme Lise Petit, présidente", "Lise Petit", "présidente"),
    ],
)
def test_who_represents_a_party(text: str, person: str, role: str) -> None:
    found = {detail.field: detail.value for detail in representative_in(text)}
    assert found == {"representative": person, "representative_role": role}


def test_a_french_address_without_a_comma_before_its_postcode() -> None:
    found = {detail.field: detail.value for detail in address_in("siège : 4 avenue des Pins 69006 Lyon")}
    assert found == {"street": "4 avenue des Pins", "postcode": "69006", "city": "Lyon"}


@pytest.mark.parametrize(
    "name",
    ["Schildwacht s.r.o.", "Patchwerk d.o.o.", "Sprawny Serwer Sp. z o.o.", "Nuvola Chiara S.r.l.", "Smsbode OÜ",
     "Casa das Letras Lda", "Felhőkert Kft."],
)  # fmt: skip
def test_legal_forms_of_other_member_states_end_a_name(name: str) -> None:
    agreement = agreement_with(
        "Verwerkersovereenkomst\n\nDe ondergetekenden:\n\n"
        'Stichting Zorghuis Vecht, gevestigd te Utrecht, hierna te noemen: "Verwerkingsverantwoordelijke";\n\nen\n\n'
        f'{name}, gevestigd aan de Lipová 20, 602 00 Brno, vertegenwoordigd door W. Haverkort, hierna te noemen: "Verwerker";'
    )
    assert agreement.value("processor.name") == name
