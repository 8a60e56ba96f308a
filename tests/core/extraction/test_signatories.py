"""Who signed for whom, in which function and when: side by side, one below the other, labelled or not."""

import pytest

from art28.agreement.model import Agreement
from art28.document.flow import flow_of
from art28.extraction.extract import extract
from art28.extraction.prepare import prepare
from art28.extraction.topics.signing.signatories import signatures
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.reading.text import read_text
from core.extraction.clauses import agreement_of

OPENING = """<h1>Verwerkersovereenkomst</h1>
<p>1. Stichting Lindehof, gevestigd te Zeist, hierna te noemen "Afnemer"; en</p>
<p>2. Rekenhuis Zuid B.V., gevestigd te Breda, hierna te noemen "Leverancier".</p>
<h2>Artikel 1. Opdracht</h2><p>1.1 Leverancier verwerkt persoonsgegevens uitsluitend in opdracht van Afnemer.</p>
<p>1.2 Afnemer is verwerkingsverantwoordelijke, Leverancier is verwerker.</p>
"""


def _read(signing: str) -> Agreement:
    data = f"<html><body>{OPENING}{signing}</body></html>".encode()
    return extract(read_document(data, name="x.html", limits=Limits()))


def _signed(signing: str) -> list[tuple[str | None, str | None, str | None, str | None, bool]]:
    data = f"<html><body>{OPENING}{signing}</body></html>".encode()
    found = signatures(prepare(flow_of(read_document(data, name="x.html", limits=Limits()))))
    return [
        (
            one.role.value if one.role else None,
            one.person.value if one.person else None,
            one.function.value if one.function else None,
            one.date.iso if one.date else None,
            one.marked,
        )
        for one in found
    ]


def test_two_columns_without_labels() -> None:
    signing = (
        "<p>Aldus overeengekomen:</p><table><tr><td>Stichting Lindehof<br>w.g. A.B. de "
        "Wit<br>bestuurder<br>Zeist, 4 mei 2031</td>"
        "<td>Rekenhuis Zuid B.V.<br>w.g. C. Smit<br>algemeen directeur<br>Breda, 6 mei 2031</td></tr></table>"
    )
    assert _signed(signing) == [
        ("controller", "A.B. de Wit", "bestuurder", "2031-05-04", True),
        ("processor", "C. Smit", "algemeen directeur", "2031-05-06", True),
    ]
    agreement = _read(signing)
    assert agreement.value("document.state") == "signed"
    assert agreement.value("term.signed_on") == "2031-05-06"
    assert agreement.value("processor.representative") == "C. Smit"
    assert agreement.value("controller.representative_role") == "bestuurder"


def test_two_columns_with_labels_row_by_row() -> None:
    signing = (
        "<p>Getekend:</p><table><tr><td>Afnemer</td><td>Leverancier</td></tr>"
        "<tr><td>Naam: A.B. de Wit</td><td>Naam: C. Smit</td></tr>"
        "<tr><td>Functie: bestuurder</td><td>Functie: directeur</td></tr>"
        "<tr><td>Datum: ____</td><td>Datum: 6 mei 2031</td></tr></table>"
    )
    assert _signed(signing) == [
        ("controller", "A.B. de Wit", "bestuurder", None, False),
        ("processor", "C. Smit", "directeur", "2031-05-06", False),
    ]
    assert _read(signing).value("document.state") != "signed"


def test_one_below_the_other() -> None:
    signing = (
        "<p>Ondertekend:</p><p>Namens Afnemer</p><p>A.B. de Wit, bestuurder</p><p>Zeist, 4 mei 2031</p>"
        "<p>Namens Leverancier</p><p>C. Smit, directeur</p><p>Breda, 6 mei 2031</p>"
    )
    assert _signed(signing) == [
        ("controller", "A.B. de Wit", "bestuurder", "2031-05-04", False),
        ("processor", "C. Smit", "directeur", "2031-05-06", False),
    ]


def test_of_two_signatures_the_one_without_a_name_is_the_other_partys() -> None:
    signing = (
        "<p>Getekend:</p><table><tr><td>Rekenhuis Zuid B.V.<br>C. Smit, directeur<br>6 mei 2031 (getekend)</td>"
        "<td>de opdrachtgevende stichting<br>A.B. de Wit, bestuurder<br>4 mei 2031 (getekend)</td></tr></table>"
    )
    assert [(role, person) for role, person, *_ in _signed(signing)] == [
        ("processor", "C. Smit"),
        ("controller", "A.B. de Wit"),
    ]


@pytest.mark.parametrize(
    "signing",
    [
        "<p>Getekend:</p><table><tr><td>Naam: ______</td><td>Naam: "
        "______</td></tr><tr><td>Datum: ____</td><td>Datum: ____</td></tr></table>",
        "<p>2.1 Medewerkers hebben een geheimhoudingsverklaring getekend.</p>",
    ],
)
def test_nobody_signed(signing: str) -> None:
    agreement = _read(signing)
    assert agreement.value("processor.representative") is None
    assert agreement.value("document.state") != "signed"


def test_columns_that_were_written_into_each_other_are_left_alone() -> None:
    assert (
        _signed(
            "<p>Ondertekend:</p><p>Namens Afnemer Namens Leverancier</p><p>A.B. de Wit C. Smit</p><p>4 mei 2031</p>"
        )
        == []
    )


def test_signatures_may_stand_behind_the_annexes() -> None:
    annex = (
        "Artikel 2 Slot",
        "2.1 Nederlands recht is van toepassing.",
        "Bijlage 1 Subverwerkers",
        "- Wolkenwerk B.V. (Nederland): opslag",
    )
    signed = agreement_of(*annex, "Getekend te Zwolle op 3 maart 2025")
    assert (signed.value("document.state"), signed.value("term.signed_on")) == ("signed", "2025-03-03")
    told = agreement_of(*annex, "Getekend te Zwolle wordt in tweevoud, uiterlijk op een dag die nog volgt.")
    assert told.value("term.signed_on") is None


_PARTIES_OF_TEXT = """Verwerkersovereenkomst

Stichting Lindehof, gevestigd te Zeist, hierna te noemen: Verwerkingsverantwoordelijke;

en

Rekenhuis Zuid B.V., gevestigd te Breda, hierna te noemen: Verwerker, komen overeen:

Artikel 1 Opdracht

1.1 Verwerker verwerkt persoonsgegevens uitsluitend in opdracht van Verwerkingsverantwoordelijke.

"""
_GAP = " " * 24


def _beside(gap: str, *rows: tuple[str, str]) -> str:
    """Two columns that `gap` keeps apart, under the parties' names."""
    heads = f"Stichting Lindehof{gap}Rekenhuis Zuid B.V."
    return "\n\n".join((heads, "\n".join(f"{left}{gap}{right}" for left, right in rows))) + "\n"


_LABELLED = (
    ("Naam: A. de Wit", "Naam: B. Bos"),
    ("Functie: bestuurder", "Functie: directeur"),
    ("Datum: 3-3-2025", "Datum: 4-3-2025"),
)


@pytest.mark.parametrize(
    "signing",
    [
        _beside(_GAP, *_LABELLED),
        _beside("\t\t", *_LABELLED),
        "Zeist, 4 maart 2025\n\n" + _beside(_GAP, ("A. de Wit", "B. Bos"), ("bestuurder", "directeur")),
        "| Verwerkingsverantwoordelijke | Verwerker |\n|---|---|\n| A. de Wit | B. Bos |\n| bestuurder | directeur |\n"
        "| 3 maart 2025 | 4 maart 2025 |\n",
    ],
)
def test_the_parties_by_name_side_by_side(signing: str) -> None:
    read = extract(read_text(_PARTIES_OF_TEXT + signing, name="a.txt", sha256="0" * 64, extraction="test"))
    keys = ("controller.representative", "controller.representative_role", "processor.representative")
    assert [read.value(key) for key in keys] == ["A. de Wit", "bestuurder", "B. Bos"]
    assert (read.value("processor.representative_role"), read.value("term.signed_on")) == ("directeur", "2025-03-04")


def test_names_side_by_side_that_nobody_signs_under_are_no_signatures() -> None:
    table = _beside(_GAP, ("levert aan", "ontvangt van"))
    read = extract(read_text(_PARTIES_OF_TEXT + table, name="a.txt", sha256="0" * 64, extraction="test"))
    assert read.value("controller.representative") is None
    assert read.value("term.signed_on") is None


ENGLISH = """Data Processing Agreement

Harbour North Ltd (the Controller) and Counting House Ltd (the Processor) agree on the following.

1. Scope

The Processor processes personal data for the Controller.

"""


def _text(signing: str, opening: str = ENGLISH) -> Agreement:
    return extract(read_text(opening + signing, name="x.txt", sha256="0" * 64, extraction="test"))


def _signatories(agreement: Agreement) -> list[object]:
    keys = (
        f"{role}.{field}" for role in ("controller", "processor") for field in ("representative", "representative_role")
    )
    return [agreement.value(key) for key in (*keys, "term.signed_on")]


def test_who_signed_stands_above_the_party() -> None:
    agreement = _text(
        "Signed by Jane Doe\nManaging Director\nfor and on behalf of Harbour North Ltd\nDate: 3 May 2024\n\n"
        "Signed by Peter Low\nFinance Director\nfor and on behalf of Counting House Ltd\nDate: 5 May 2024\n"
    )
    assert _signatories(agreement) == ["Jane Doe", "Managing Director", "Peter Low", "Finance Director", "2024-05-05"]


def test_a_name_in_full_goes_before_the_mark() -> None:
    agreement = _text(
        "SIGNED for and on behalf of\nHARBOUR NORTH LTD\n"
        "Signature: J. Doe\nName: Jane Doe\nPosition: Owner\nDate: 3 May 2024\n\n"
        "SIGNED for and on behalf of\nCOUNTING HOUSE LTD\n"
        "Signature: P. Low\nName: Peter Low\nPosition: Director\nDate: 5 May 2024\n"
    )
    assert _signatories(agreement) == ["Jane Doe", "Owner", "Peter Low", "Director", "2024-05-05"]


def test_parties_sign_in_the_list_of_the_parties() -> None:
    agreement = _text(
        "Annex I - List of parties\n\nController:\nName: Harbour North School\nAddress: 3 Quay, Cork\n"
        "Signature and date: Jane Doe, 3 May 2024\n\nProcessor:\nName: Counting House Ltd\nAddress: 4 Quay, Cork\n"
        "Signature and date: Peter Low, 5 May 2024\n\nAnnex II - Measures\n\nName: Somebody Else\n"
    )
    assert _signatories(agreement) == ["Jane Doe", None, "Peter Low", None, "2024-05-05"]


def test_forms_below_each_other_in_text_that_a_pdf_left() -> None:
    found = agreement_of(
        "Artikel 9 Slot\n9.1 Nederlands recht geldt.\nNamens de Verwerkingsverantwoordelijke\nNaam: C. Witmeer\n"
        "Functie: inkoopmanager\nDatum: 3 februari 2025\nNamens de Verwerker\nNaam: O. Daal\nFunctie: directeur\n"
        "Datum: 7 februari 2025\n"
    )
    assert (found.value("document.state"), found.value("term.signed_on")) == ("signed", "2025-02-07")


def test_a_place_may_have_small_words_in_its_name() -> None:
    signing = "<p>Voor akkoord,</p><p>Goes, 9 januari 2024 Capelle aan den IJssel, 4 januari 2024</p>"
    assert _read(signing).value("term.signed_on") == "2024-01-09"
