"""A measure changes once every agreement that promises it got what it asks: nothing, notice or consent."""

import pytest
from django.urls import reverse

from art28.web.measures.agreed import Affected, Change
from art28.web.measures.models import MeasureVersion
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, signed_in
from web.measures.changed import announced, asks, deed, proposed, taken, told
from web.measures.world import another, day, kept, linked, measure, page, promised, promises

pytestmark = pytest.mark.django_db
BACKUP = "Elke week wordt een back-up gemaakt."


def backed(rule: str | None) -> World:
    said = {"security.measures_change": rule} if rule else {}
    given = promised(BACKUP, said=said)
    linked(given, measure(given), promises(given.agreement)[0])
    return given


@pytest.mark.parametrize(
    ("rule", "lowers", "need", "ground"),
    [
        ("processor_alone", True, 0, "alone"),
        ("processor_with_notice", False, 1, "with_notice"),
        ("mutual", False, 2, "mutual"),
        (None, False, 1, "silent"),
        (None, True, 2, "silent_lowers"),
    ],
)
def test_each_agreement_asks_what_its_clause_says(rule: str | None, lowers: bool, need: int, ground: str) -> None:
    given = backed(rule)
    change = announced(given, proposed(given, lowers=lowers))
    row = Affected.objects.get(change=change)
    assert (row.need, row.ground) == (need, ground)


def test_a_change_that_nobody_asks_about_holds_on_its_day() -> None:
    given = backed("processor_alone")
    change = announced(given, proposed(given))
    taken(given, change)
    assert (change.state, change.measure.version, change.measure.text) == (
        "done",
        2,
        "Elke dag een kopie, versleuteld.",
    )
    assert MeasureVersion.objects.filter(measure=change.measure).count() == 2
    assert '"version":2' in kept("safeguard.change_done")
    assert not OutboxMessage.objects.exists()


def test_a_change_before_its_day_does_not_hold() -> None:
    given = backed("processor_alone")
    change = announced(given, proposed(given, planned_on=day(9)))
    taken(given, change)
    assert change.state == "announced"


def test_notice_is_told_with_the_difference_before_the_change_holds() -> None:
    given = backed("processor_with_notice")
    change = announced(given, proposed(given))
    taken(given, change)
    assert change.state == "announced"
    told(given, change)
    message = OutboxMessage.objects.get()
    answers = {section["question"]: section["answer"] for section in message.notice["sections"]}
    assert answers["Zoals het was"] == "Elke dag een kopie."
    assert "versleuteld" in answers["Wat erbij komt"]
    taken(given, change)
    assert change.state == "done"
    assert str(message.pk) in kept("safeguard.change_told")


def test_consent_is_waited_for_and_a_refusal_stops_the_change() -> None:
    given = backed("mutual")
    change = announced(given, proposed(given))
    told(given, change, "measure_consent")
    taken(given, change)
    assert change.state == "announced"
    asks(given, change, given.agreement, "refused")
    taken(given, change)
    assert change.state == "announced"
    asks(given, change, given.agreement, "consented")
    taken(given, change)
    assert change.state == "done"
    assert '"standing":"consented"' in kept("safeguard.change_answered")


def test_two_agreements_are_told_each_by_its_own_clause() -> None:
    given = backed("processor_with_notice")
    second = another(given, BACKUP, said={"security.measures_change": "mutual"})
    change = announced(given, proposed(given))
    assert [row.need for row in Affected.objects.order_by("need")] == [1, 2]
    told(given, change)
    told(given, change, "measure_consent")
    kinds = {message.agreement_id: message.notice["kind"] for message in OutboxMessage.objects.all()}
    assert kinds == {given.agreement.pk: "measure_notice", second.pk: "measure_consent"}


def test_a_change_is_withdrawn_and_the_measure_says_what_it_said() -> None:
    given = backed("mutual")
    change = announced(given, proposed(given))
    deed(given, change, "withdraw", reason="Toch niet.")
    change.refresh_from_db()
    assert (change.state, change.measure.version) == ("withdrawn", 1)


def test_one_change_of_a_measure_runs_at_a_time_and_an_empty_one_is_none() -> None:
    given = backed("mutual")
    proposed(given)
    proposed(given, words="Elk uur.")
    assert Change.objects.count() == 1


def test_a_draft_shows_what_differs_and_what_would_be_asked() -> None:
    given = backed("mutual")
    change = proposed(given)
    said = page(given, "change", change.pk)
    assert "<ins>" in said
    assert "Instemming" in said
    assert "Maatregelen wijzigen alleen in onderling overleg." in said


def test_what_is_asked_is_a_file() -> None:
    given = backed("mutual")
    change = announced(given, proposed(given))
    rows = b"".join(signed_in(given.owner).get(reverse("measures:change", args=(change.pk,)), {"form": "csv"}))
    assert "Stichting Zorg" in rows.decode("utf-8-sig")


def test_a_letter_that_came_back_counts_as_not_told() -> None:
    given = backed("processor_with_notice")
    change = announced(given, proposed(given))
    told(given, change)
    signed_in(given.owner).post(reverse("notices:came_back", args=(OutboxMessage.objects.get().pk,)))
    taken(given, change)
    assert change.state == "announced"
