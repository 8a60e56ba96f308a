"""What holds by notice says from when, and that nobody signs it; it reads back so."""

from datetime import date

import pytest

from art28.agreement.model import Value
from art28.checking.check import check
from art28.drafting.carrying import Standard, deviations
from art28.drafting.draft import Negotiated, draft
from art28.drafting.html import as_html
from art28.drafting.model import Draft
from art28.drafting.told import Notice, told
from core.drafting.given import GIVEN, MEASURES, differing, read

DAY = Notice(date(2027, 3, 1))
_STARTS = "term|term.starts=on_signature"


def said(language: str, notice: Notice = DAY, negotiated: Negotiated | None = None, **changes: Value) -> Draft:
    facts = {**GIVEN[language], **{key.replace("__", "."): value for key, value in changes.items()}}
    whole = draft(facts, template="balanced", language=language, measures=MEASURES[language], negotiated=negotiated)
    return told(whole, notice)


def clauses(made: Draft) -> dict[str, str]:
    return {clause.number: clause.text for article in made.articles for clause in article.clauses}


@pytest.mark.parametrize(
    ("language", "notice", "sentence"),
    [
        ("nl", DAY, "Deze versie van de overeenkomst geldt vanaf 1 maart 2027."),
        ("en", DAY, "This version of the agreement applies from 1 March 2027."),
        ("nl", Notice(), "geldt vanaf de dag die Verwerker in zijn aankondiging noemt."),
        ("en", Notice(), "applies from the day that the Processor names in its announcement."),
    ],
)
def test_it_says_from_when_it_holds_where_a_signature_started_it(language: str, notice: Notice, sentence: str) -> None:
    made = said(language, notice)
    words = list(clauses(made).values())
    assert len([text for text in words if sentence in text]) == 1
    assert not [text for text in words if "op de datum van ondertekening" in text or "date of signature" in text]
    assert made.opening[0] in ("Partijen:", "The parties:")
    assert made.signatures == ()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("notice", [DAY, Notice()])
def test_what_is_read_of_it_is_what_it_says(language: str, notice: Notice) -> None:
    made = said(language, notice)
    agreement = read(as_html(made), "html")
    assert "term.starts" not in made.facts
    assert differing(made.facts, agreement) == {}
    assert "finding.no_signatures" not in {each.message.key for each in check(agreement).findings}


def test_without_a_sentence_on_its_start_the_day_stands_behind_the_term_and_no_number_moves() -> None:
    plain, made = clauses(said("nl")), clauses(said("nl", term__starts="-"))
    number = next(number for number, text in made.items() if "1 maart 2027" in text)
    article = number.partition(".")[0]
    assert [each for each in made if each.startswith(f"{article}.")][-1] == number
    assert len(plain) == len(made)


def test_words_of_the_parties_own_on_the_start_stay_beside_the_day() -> None:
    own = Negotiated({_STARTS: "Deze overeenkomst treedt in werking op de dag van de eerste levering."})
    words = " ".join(clauses(said("nl", negotiated=own)).values())
    assert "op de dag van de eerste levering" in words
    assert "geldt vanaf 1 maart 2027" in words


def test_what_it_does_not_say_of_its_start_was_not_negotiated() -> None:
    facts = said("nl").facts
    assert "term.starts" not in deviations(facts, Standard("balanced"), "nl")
    assert deviations({**facts, "term.starts": "on_acceptance"}, Standard("balanced"), "nl") == {
        "term.starts": "on_acceptance"
    }
