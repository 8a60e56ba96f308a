"""Letters that a font draws as one and names by another sign, and accents set apart: read in the flow, kept in the text."""

import pytest

from art28.document.ligatures import read_otherwise
from core.document.test_flow import flow as flow_of


def read(text: str) -> str:
    for start, end, letters in reversed(read_otherwise(text)):
        text = text[:start] + letters + text[end:]
    return text


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("Hos2ng en administra2e", "Hosting en administratie"),
        ("de par?jen; ar?kel 28; tweefactorauthen?ca?e", "de partijen; artikel 28; tweefactorauthenticatie"),
        ("noti\ufb01catie", "noti\ufb01catie"),
        ("notiXicatie, gecertiXiceerd, AXhandeling", "notificatie, gecertificeerd, Afhandeling"),
        ("doorgi6e en loca3e", "doorgifte en locatie"),
        ("informa:e en organisa:e", "informatie en organisatie"),
        ("bevaSen en weSelijke", "bevatten en wettelijke"),
        ("administra5e 5jdens; ac5e; hee- hij", "administratie tijdens; actie; heeft hij"),
        ("obliga<ons of the par<es", "obligations of the parties"),
        ("gei\u0308nformeerd, be\u0131\u0308nvloed, bee\u0308indigd", "geïnformeerd, beïnvloed, beëindigd"),
    ],
)
def test_a_sign_stands_for_the_letters_that_make_known_parts_of_words(garbled: str, meant: str) -> None:
    assert read(garbled) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Hos2ng bij Acme",
        "JavaScript, LinkedIn, GitHub en B2B; b2c, H2O en Web2py",
        "https://acme.example/informa2e?certi2cate=organisa2e",
        "mail informa2e@acme.example en organisa2e@acme.example",
        "pursuant toRegulation and the DataController; the Regulation and the Controller",
        "zoals:de verwerker (hierna:de partij)",
        "en/of e-mail, sub-verwerker, multi-factor en back-up",
    ],
)
def test_one_odd_word_and_what_only_looks_like_one_stay(text: str) -> None:
    assert read(text) == text


def test_a_sign_stands_for_the_same_letters_in_words_that_do_not_tell() -> None:
    assert read("hos2ng, administra2e, cura2ef") == "hosting, administratie, curatief"


def test_the_words_are_cited_as_the_file_has_them() -> None:
    flow = flow_of("Hos2ng en administra2e van bee\u0308indigde diensten.")
    assert flow.text.startswith("Hosting en administratie van beëindigde diensten.")
    assert flow.citations(0, len("Hosting en administratie"))[0].text == "Hos2ng en administra2e"
    at = flow.text.index("beëindigde")
    assert flow.citations(at, at + len("beëindigde"))[0].text == "bee\u0308indigde"
