"""A mail of reminders as its reader has it: short, its subject what can still be done in time, what is left out counted."""

import pytest
from django.utils import translation

from art28.web.mails import framed
from art28.web.reminders.grouping import Band, Said, grouped, leading, subject, tally

LIST = "https://art28.example/reminders/"


def said(number: int, band: Band, *, what: str = "Inbreuk melden", whose: str = "", left: str = "") -> Said:
    return Said(
        what=what,
        when=f"zo {number} nov 18:00 (eigen streeftijd)",
        left=left or ("3 uur te laat" if band is Band.LATE else "nog 3 uur"),
        whose=whose or f"Klant {number}",
        why="",
        link=f"https://art28.example/clocks/{number}/",
        band=band,
        until=f"zo {number} nov 18:00",
    )


LATE = [said(number, Band.LATE) for number in range(1, 8)]
SOON = [said(number, Band.SOON) for number in range(11, 24)]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (SOON[:1], "Inbreuk melden: nog 3 uur (zo 11 nov 18:00)"),
        (LATE[:1], "Inbreuk melden: 3 uur te laat (zo 1 nov 18:00)"),
        (LATE[:2] + SOON[:1], "Inbreuk melden: nog 3 uur (zo 11 nov 18:00), 2 te laat"),
        (LATE + SOON, "Inbreuk melden: nog 3 uur (zo 11 nov 18:00), 7 te laat, nog 12 andere"),
        (LATE[:3], "Inbreuk melden: 3 uur te laat (zo 3 nov 18:00), 2 te laat"),
    ],
)
def test_the_subject_says_what_can_still_be_done_in_time_and_by_when(lines: list[Said], words: str) -> None:
    with translation.override("nl"):
        assert subject(lines) == words
        assert leading(lines).until in words


def test_each_group_is_short_and_counts_what_it_leaves_out() -> None:
    with translation.override("nl"):
        late, soon = grouped(LATE + SOON, everything=LIST)
        assert tally(LATE + SOON) == "7 te laat, 13 binnen een week"
    assert [len(late.lines), late.more, len(soon.lines), soon.more] == [5, 2, 10, 3]
    assert late.lines[0] is LATE[-1]  # what lapsed last can be mended soonest
    assert soon.lines[0] is SOON[0]


def test_lines_that_read_the_same_are_one_that_leads_to_all() -> None:
    (group,) = grouped([said(1, Band.SOON), said(1, Band.SOON), said(2, Band.SOON)], everything=LIST)
    assert [(each.count, each.link) for each in group.lines] == [(2, LIST), (1, "https://art28.example/clocks/2/")]


def test_a_mail_is_a_whole_page_in_its_language_with_its_title_escaped() -> None:
    page = framed("<p>Goed</p>", title="<Zorg & Co>", language="nl")
    assert '<html lang="nl">' in page
    assert "<title>&lt;Zorg &amp; Co&gt;</title>" in page
    assert "<p>Goed</p>" in page
