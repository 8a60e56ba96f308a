"""Letters under an agreement and to a person, in both languages."""

import pytest

from art28.notices.correspondence import Correspondence, called, clause_words, letter, person_letter
from art28.notices.language import Language
from art28.notices.notice import LetterKind
from art28.notices.render import cover, full


def matter(kind: LetterKind, filled: dict[str, str]) -> Correspondence:
    return Correspondence(
        kind=kind,
        reference="R2026-0001",
        agreement="„Verwerkersovereenkomst”",
        provision="5.1",
        sender="Dijkvaart B.V.",
        addressee="",
        other="Stichting Zorg",
        filled=filled,
        sections=(),
        link="https://art28.example/n/x",
        evidence=None,
    )


@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("language", list(Language))
def test_every_letter_can_be_written_in_both_languages(kind: LetterKind, language: Language) -> None:
    filled = {name: f"<{name}>" for name in _ASKED_FOR}
    notice = letter(matter(kind, filled), language=language)
    assert notice.subject
    assert notice.opening
    assert notice.subject in " ".join(cover(notice).text.split())
    assert ("R2026-0001" in notice.subject) is (kind not in _WITHOUT_REFERENCE)
    said = " ".join(full(notice).text.split())
    assert (clause_words("5.1", language) in said) is (kind not in _WITHOUT_CLAUSE)


_ASKED_FOR = (
    "forward", "joint", "clause_plain", "division", "person_url", "cooperation", "until", "told", "untold", "reasons",
    "basis", "text", "activity", "lawfulness", "legal_basis", "measures", "rights", "accepted", "refused", "planned",
    "earliest", "name", "change", "ended", "anybody", "unbounded", "reply_to", "answer_url", "late",
    "level", "asked", "today", "day", "numbers", "letters", "next", "silent", "by_clause",
    "ends_on", "default", "no_default", "costs", "choice_url", "sha256",
)  # fmt: skip
_CONTACTS = frozenset({LetterKind.CONTACT_NAMED, LetterKind.CONTACT_ESCALATED, LetterKind.CONTACT_CHECK})
_WITHOUT_REFERENCE = _CONTACTS | {
    LetterKind.DECLARATION_ASKED,
    LetterKind.INSURANCE_ASKED,
    LetterKind.DELETION_ORDER,
}
_WITHOUT_CLAUSE = frozenset(
    {
        LetterKind.DECLARATION_ASKED,
        LetterKind.LEGAL_DUTY,
        LetterKind.AUDIT_ANSWER,
        LetterKind.MEASURE_NOTICE,
        LetterKind.MEASURE_CONSENT,
        LetterKind.NOTICE_OF_DEFAULT,
        LetterKind.CLAIM_REPORTED,
        LetterKind.INSURANCE_ASKED,
        LetterKind.TALKS_ASKED,
        LetterKind.TERMINATION,
        LetterKind.CONTACT_CHECK,
    }
)


def test_a_letter_without_sections_has_no_heading_over_nothing() -> None:
    filled = {"until": "", "person_url": "x"}
    page = full(letter(matter(LetterKind.REQUEST_HELP, filled), language=Language.NL)).html
    assert "Wat wij vragen" not in page
    assert "Wij ontvangen uw medewerking graag" not in page


def test_what_isnt_so_isnt_said() -> None:
    filled = {"reference": "R1", "received": "gisteren", "rights": "inzage", "granted": "1", "partly": "", "refused": "",
              "no_data": "", "grounds": "", "reason": "", "recipients": "", "files": ""}  # fmt: skip
    said = person_letter("person_answer", addressee="", sender="Zorg", filled=filled, language=Language.NL)
    assert "Wij hebben aan uw verzoek voldaan." in said.text
    assert "Toelichting" not in said.text


@pytest.mark.parametrize(
    ("provision", "words"), [("5.1", "artikel 5.1"), ("Bijlage 2", "Bijlage 2"), ("preamble", "de aanhef"), ("", "")]
)
def test_a_clause_is_named_as_people_name_it(provision: str, words: str) -> None:
    assert clause_words(provision, Language.NL) == words


def test_an_agreement_is_called_by_its_title_and_day() -> None:
    assert called("Bewerking", "2026-11-02", Language.NL) == "„Bewerking” van 2 november 2026"
