"""The form as answered and the letter to people as documents: accessible, in both languages, marked where they may not go."""

import io
import json
from itertools import product

import pypdfium2
import pytest
from django.urls import reverse

import docx
from web.assessments.world import breach, controller
from web.breaches.world import World, signed_in
from web.exercising.world import play

OK, NOT_FOUND = 200, 404
BOTH = [*product(("nl", "en"), ("pdf", "docx"))]


@pytest.fixture
def given(db: None) -> World:
    return controller()


def words_in(content: bytes, form: str) -> str:
    if form == "pdf":
        document = pypdfium2.PdfDocument(content)
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    word = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    return " ".join(" ".join([*(each.text for each in word.paragraphs), *cells]).split())


@pytest.mark.parametrize(("language", "form"), BOTH)
def test_the_form_as_answered_asks_and_answers_in_the_language_that_was_asked_for(
    given: World, language: str, form: str
) -> None:
    found = breach(given)
    answer = signed_in(given.owner).get(reverse("assessments:form_document", args=(found.pk, "ap", language, form)))
    assert answer.status_code == OK
    said = words_in(answer.content, form)
    assert found.title in said
    assert ("nog niet bekend" if language == "nl" else "not yet known").casefold() in said.casefold()


@pytest.mark.parametrize("name", ["ap", "edpb"])
def test_the_pdf_of_the_form_is_accessible_archivable_and_carries_the_answers_as_data(given: World, name: str) -> None:
    found = breach(given)
    client = signed_in(given.owner)
    pdf = client.get(reverse("assessments:form_document", args=(found.pk, name, "nl", "pdf"))).content
    about = pdf.decode("latin-1")
    assert "<pdfaid:part>3</pdfaid:part>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    enclosed = pypdfium2.PdfDocument(pdf).get_attachment(0)
    data = json.loads(bytes(enclosed.get_data()))
    assert data["form"] == name
    assert data["breach"] == found.reference


@pytest.mark.parametrize(("language", "form"), BOTH)
def test_the_letter_is_marked_as_a_draft_until_people_are_to_be_told(given: World, language: str, form: str) -> None:
    found = breach(given)
    address = reverse("assessments:letter_document", args=(found.pk, language, form))
    answer = signed_in(given.owner).get(address, {"advice": "Wijzig uw wachtwoord."})
    assert answer.status_code == OK
    said = words_in(answer.content, form)
    assert "Wijzig uw wachtwoord." in said
    mark = "concept" if language == "nl" else "draft"
    if form == "pdf":
        assert mark in said.casefold()
    else:
        head = docx.Document(io.BytesIO(answer.content)).sections[0].header
        assert mark in head.paragraphs[0].text.casefold()


def test_documents_of_an_exercise_say_so(given: World) -> None:
    _, played = play(given)
    client = signed_in(given.owner)
    for name, args in (("form_document", ("ap",)), ("letter_document", ())):
        answer = client.get(reverse(f"assessments:{name}", args=(played.pk, *args, "nl", "pdf")))
        said = words_in(answer.content, "pdf")
        assert "OEFENING" in said
        assert "Er is niets gebeurd" in said


@pytest.mark.parametrize("args", [("ap", "fr", "pdf"), ("ap", "nl", "odt"), ("xx", "nl", "pdf")])
def test_what_there_is_not_is_not_found(given: World, args: tuple[str, str, str]) -> None:
    found = breach(given)
    address = reverse("assessments:form_document", args=(found.pk, *args))
    assert signed_in(given.owner).get(address).status_code == NOT_FOUND
