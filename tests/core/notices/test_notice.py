from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from art28.notices.answers import Section
from art28.notices.language import Language
from art28.notices.notice import Evidence, Matter, NoticeKind, changed_since, compose
from art28.notices.render import cover, full

MATTER = Matter(
    reference="2026-0007",
    agreement="de verwerkersovereenkomst van 1 februari 2024",
    clause="artikel 5.1",
    processor="Dijkvaart Diensten B.V.",
    addressee="mevrouw Okkerse",
    started_at=datetime(2026, 11, 22, 1, 10, tzinfo=UTC),
    start_reason="ontdekking",
    ends_at=datetime(2026, 11, 23, 1, 10, tzinfo=UTC),
    authority_hours=72,
    acknowledge_url="https://art28.example/n/abc",
    evidence=Evidence("9f2c", 41),
    zone=ZoneInfo("Europe/Amsterdam"),
)
KNOWN = Section(1, "Wat is er gebeurd?", "Een back-up stond open.")
UNKNOWN = Section(2, "Wat is de oorzaak?", None, "Dit wordt nog onderzocht.")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_can_be_written_in_both_languages(kind: NoticeKind, language: Language) -> None:
    notice = compose(kind, (KNOWN, UNKNOWN), matter=MATTER, language=language)
    body = full(notice)
    assert "{" not in body.text
    assert notice.subject in body.html
    assert "2026-0007" in notice.subject
    assert f'lang="{language.value}"' in body.html


def test_a_report_names_the_clause_the_limit_and_the_controllers_own_clock() -> None:
    text = " ".join(full(compose(NoticeKind.REPORT, (KNOWN,), matter=MATTER, language=Language.NL)).text.split())
    assert "artikel 33, tweede lid, AVG en op artikel 5.1 van die overeenkomst" in text
    assert "tot maandag 23 november 2026, 02:10 (UTC+01:00)" in text
    assert "uiterlijk 72 uur nadat u er kennis van hebt genomen" in text


def test_a_report_under_a_silent_agreement_names_no_number() -> None:
    silent = replace(MATTER, ends_at=None, clause="")
    text = " ".join(full(compose(NoticeKind.REPORT, (KNOWN,), matter=silent, language=Language.NL)).text.split())
    assert "noemt voor deze melding geen aantal uren of dagen" in text
    assert "Onze termijn" not in text
    assert "berust op artikel 33, tweede lid, AVG." in text


def test_a_late_report_says_so_with_its_reasons() -> None:
    late = replace(MATTER, late_reasons="de contactgegevens waren verouderd.")
    text = " ".join(full(compose(NoticeKind.REPORT, (KNOWN,), matter=late, language=Language.NL)).text.split())
    assert "na het einde van de afgesproken termijn. De reden daarvan is: de contactgegevens waren verouderd." in text


def test_an_open_question_says_that_it_is_open_and_why() -> None:
    notice = compose(NoticeKind.REPORT, (KNOWN, UNKNOWN), matter=MATTER, language=Language.NL)
    assert not notice.is_complete
    assert "Nog niet bekend. Dit wordt nog onderzocht." in full(notice).text


def test_the_evidence_head_and_count_stand_in_both_bodies() -> None:
    notice = compose(NoticeKind.REPORT, (KNOWN,), matter=MATTER, language=Language.EN)
    for bodies in (full(notice), cover(notice)):
        for body in (bodies.text, bodies.html):
            assert "9f2c" in body
            assert "41" in body


def test_a_cover_holds_the_way_to_the_notice_and_no_fact_of_the_breach() -> None:
    bodies = cover(compose(NoticeKind.REPORT, (KNOWN, UNKNOWN), matter=MATTER, language=Language.NL))
    for body in (bodies.text, bodies.html):
        assert "https://art28.example/n/abc" in body
        assert "back-up" not in body
        assert "oorzaak" not in body


def test_what_people_wrote_is_escaped_in_html() -> None:
    notice = compose(
        NoticeKind.REPORT, (replace(KNOWN, answer="<b>lek</b> & meer"),), matter=MATTER, language=Language.NL
    )
    assert "&lt;b&gt;lek&lt;/b&gt; &amp; meer" in full(notice).html


def test_a_supplement_marks_only_what_changed() -> None:
    later = (KNOWN, Section(2, "Wat is de oorzaak?", "Een verkeerde instelling."))
    marked = changed_since((KNOWN, UNKNOWN), later)
    assert [section.changed for section in marked] == [False, True]
    text = full(compose(NoticeKind.FOLLOW_UP, marked, matter=replace(MATTER, sequence=1), language=Language.NL)).text
    assert text.count("[gewijzigd of aangevuld]") == 1
