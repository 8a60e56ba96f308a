"""Why a fact is read as it is: what decided, what was overruled, what was looked at and passed over."""

from art28.document.model import Document
from art28.extraction.explain import Explanation, explain
from art28.extraction.trace import Why, looks_noted
from art28.reading.limits import Limits
from art28.reading.read import read_document

OPENING = """Verwerkersovereenkomst

Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) en Rekenhuis Zuid B.V. (hierna: Verwerker) komen overeen:

"""


def _document(text: str) -> Document:
    return read_document((OPENING + text).encode(), name="kade.txt", limits=Limits())


def _passed_over(explanation: Explanation, words: str) -> tuple[Why, str]:
    return next((each.why, each.words) for each in explanation.passed_over if words in each.citations[0].text)


def test_the_rule_and_the_passage_that_decide_are_named() -> None:
    explanation = explain(
        _document("1.1 Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke."),
        "breach.deadline",
    )
    (fact,) = explanation.decided
    assert (fact.value, fact.rule, fact.provision) == ("PT24H", "breach-deadline", "1.1")
    assert fact.citations[0].text.startswith("1.1 Verwerker meldt")
    assert explanation.rules == ("breach-deadline", "datasheet", "plain-speech")


def test_a_weaker_passage_is_shown_as_overruled() -> None:
    explanation = explain(
        _document(
            "1.1 Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke.\n\n"
            "Bijlage 1. Procedure\n\n"
            "Verwerker meldt een datalek binnen 48 uur na ontdekking aan Verwerkingsverantwoordelijke."
        ),
        "breach.deadline",
    )
    assert [fact.value for fact in explanation.decided] == ["PT24H"]
    assert [fact.value for fact in explanation.overruled] == ["PT48H"]


def test_contradicting_passages_are_both_shown_as_deciding() -> None:
    explanation = explain(
        _document(
            "1.1 Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke.\n\n"
            "1.2 Verwerker meldt een datalek binnen 36 uur na ontdekking aan Verwerkingsverantwoordelijke."
        ),
        "breach.deadline",
    )
    assert [fact.value for fact in explanation.decided] == ["PT24H", "PT36H"]


def test_a_passage_about_something_else_is_shown_as_passed_over() -> None:
    explanation = explain(
        _document(
            "1.1 Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke.\n\n"
            "1.2 Verwerkingsverantwoordelijke meldt het datalek binnen 72 uur aan de Autoriteit Persoonsgegevens."
        ),
        "breach.deadline",
    )
    assert _passed_over(explanation, "72 uur") == (Why.SAYS_NOTHING, "")


def test_words_that_withdraw_a_passage_are_named() -> None:
    explanation = explain(
        _document(
            "1.1 Verwerker schakelt zonder voorafgaande schriftelijke toestemming van Verwerkingsverantwoordelijke geen "
            "subverwerkers in.\n\n"
            "1.2 Verwerker mag geen persoonsgegevens door subverwerkers laten verwerken buiten de EER zonder voorafgaande "
            "toestemming."
        ),
        "subprocessors.authorisation",
    )
    assert [fact.value for fact in explanation.decided] == ["specific"]
    why, words = _passed_over(explanation, "buiten de EER")
    assert why is Why.WITHDRAWN
    assert "buiten" in words


def test_a_silent_document_is_explained_too() -> None:
    explanation = explain(_document("1.1 Verwerker beveiligt de persoonsgegevens passend."), "liability.cap")
    assert explanation.decided == explanation.overruled == ()
    assert explanation.rules


def test_nothing_is_noted_unless_somebody_asks() -> None:
    assert looks_noted() is None
    explain(_document("1.1 Verwerker meldt een datalek binnen 24 uur."), "breach.deadline")
    assert looks_noted() is None
