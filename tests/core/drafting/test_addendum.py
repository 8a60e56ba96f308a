"""An addendum names the agreement, says article by article what changes, and is read back as what it changes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from art28.agreement.model import Value
from art28.drafting.addendum import Amended, Effect, addendum, changes
from art28.drafting.amending import numbers_in, topics_in
from art28.drafting.draft import Negotiated, draft
from art28.drafting.html import as_html
from art28.drafting.markdown import as_markdown
from art28.drafting.model import Draft
from art28.drafting.pdf import as_pdf
from art28.drafting.word import as_docx
from art28.pipeline import carry_out
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.drafting.given import GIVEN

FROM = Effect(date(2027, 1, 1))
MEASURES = ("Gegevens worden versleuteld opgeslagen.",)


def said(language: str = "nl", template: str = "balanced", negotiated: Negotiated | None = None, **facts: Any) -> Draft:
    given: dict[str, Value] = {**GIVEN[language], **{key.replace("__", "."): value for key, value in facts.items()}}
    return draft(given, template=template, language=language, measures=MEASURES, negotiated=negotiated)


def to(before: Draft, original: Draft | None = None, **known: Any) -> Amended:
    first = original or before
    about: Mapping[str, Any] = {"numbers": numbers_in(first, before), "articles": topics_in(first), **known}
    return Amended(title=before.title, version="2.1", signed_on="2026-03-03", **about)


def made(before: Draft, after: Draft, amended: Amended | None = None, effect: Effect = FROM) -> str:
    return as_markdown(addendum(before, after, to=amended or to(before), effect=effect))


def test_a_clause_that_changes_is_replaced_under_its_number() -> None:
    before, after = said(), said(breach__deadline="PT12H")
    number = next(c.number for a in before.articles for c in a.clauses if "breach.deadline" in c.facts)
    text = made(before, after)
    assert f"Artikel {number} van de Overeenkomst komt te luiden:" in text
    assert f"> {number} Verwerker meldt" in text
    assert "binnen 12 uur" in text
    assert text.count("komt te luiden") == 1


def test_it_names_the_agreement_its_version_and_the_day_of_signing() -> None:
    before = said()
    text = made(before, said(breach__deadline="PT12H"))
    assert text.startswith("# Addendum bij de verwerkersovereenkomst")
    assert "een verwerkersovereenkomst gesloten, versie 2.1, ondertekend op 3 maart 2026 (de Overeenkomst)" in text
    assert "De overige bepalingen van de Overeenkomst blijven ongewijzigd van kracht." in text
    assert "Dit addendum geldt vanaf 1 januari 2027." in text


def test_what_is_no_longer_said_lapses_and_what_is_new_is_added() -> None:
    before, after = said(), said(audit__notice="-", audit__existing_reports_first=True)
    text = made(before, after)
    assert "van de Overeenkomst vervalt." in text
    assert "van de Overeenkomst wordt toegevoegd:" in text


def test_without_a_day_it_applies_from_the_last_signature_and_with_notice_maybe_later() -> None:
    before, after = said("en"), said("en", breach__deadline="PT12H")
    assert "from the day of the last signature" in made(before, after, effect=Effect())
    assert "from the later day named in the announcement" in made(
        before, after, effect=Effect(date(2027, 1, 1), noticed=True)
    )


def test_an_annex_that_changes_stands_behind_it_and_no_other() -> None:
    before, after = said(), said(processing__data_categories=("naam", "geboortedatum"))
    found = addendum(before, after, to=to(before), effect=FROM)
    assert [each.title for each in found.annexes] == ["Bijlage 1: Beschrijving van de verwerking"]
    assert "wordt vervangen door de bijlage met dezelfde titel" in as_markdown(found)


def test_the_numbers_are_those_of_the_text_that_was_signed() -> None:
    original = said()
    between = said(breach__early_warning="-")
    after = said(breach__early_warning="-", breach__channel=("phone",))
    number = next(c.number for a in original.articles for c in a.clauses if "breach.channel" in c.facts)
    moved = next(c.number for a in between.articles for c in a.clauses if "breach.channel" in c.facts)
    assert number != moved
    assert f"Artikel {number} van de Overeenkomst komt te luiden:" in made(between, after, to(between, original))


def test_of_a_paper_from_elsewhere_no_clause_is_replaced() -> None:
    before, after = said(), said(breach__deadline="PT12H", audit__notice="-")
    amended = Amended(
        title="Bewerkersovereenkomst", is_ours=False, places={"breach.deadline": "7.2", "audit.notice": ""}
    )
    text = made(before, after, amended)
    assert "In plaats van wat de Overeenkomst hierover bepaalt in artikel 7.2, geldt:" in text
    assert "komt te luiden" not in text
    assert "Wat de Overeenkomst bepaalt over" in text


def test_words_of_the_parties_own_stay_where_nothing_of_theirs_changes() -> None:
    key = next(c.key for a in said().articles for c in a.clauses if "breach.deadline" in c.facts)
    own = Negotiated({key: "Verwerker belt meteen."})
    before, after = said(negotiated=own), said(negotiated=own, audit__notice="P30D")
    assert "belt meteen" not in made(before, after)


def test_nothing_that_changes_makes_no_article() -> None:
    before = said()
    assert addendum(before, said(), to=to(before), effect=FROM).articles == ()


CHANGED: Mapping[str, Any] = {
    "breach__deadline": "PT12H", "requests__deadline": "P7D", "subprocessors__authorisation": "specific",
    "liability__cap": 250000, "processing__data_categories": ("naam", "geboortedatum"), "audit__notice": "P30D",
}  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
def test_reading_it_gives_back_what_it_changes_with_a_passage_for_each(language: str, form: str) -> None:
    before, after = said(language), said(language, **CHANGED)
    document = addendum(before, after, to=to(before), effect=FROM)
    data = {
        "pdf": lambda: as_pdf(document, dated=date(2026, 11, 29)),
        "docx": lambda: as_docx(document),
        "html": lambda: as_html(document).encode(),
        "md": lambda: as_markdown(document).encode(),
    }[form]()
    read = carry_out(read_document(data, name=f"addendum.{form}", limits=Limits())).agreement.facts
    for key, value in changes(before, after).items():
        assert value is not None
        assert read[key].value == value, key
        assert read[key].citations[0].text, key


def test_the_same_addendum_gives_the_same_bytes() -> None:
    before, after = said(), said(breach__deadline="PT12H")
    one = addendum(before, after, to=to(before), effect=FROM)
    again = replace(addendum(before, after, to=to(before), effect=FROM))
    assert as_pdf(one, dated=date(2026, 11, 29)) == as_pdf(again, dated=date(2026, 11, 29))
    assert as_docx(one) == as_docx(again)
