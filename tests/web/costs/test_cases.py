"""Costs of requests, instructions and audits are charged to whoever bears them, as those of a breach are."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Direction, FactVersion
from art28.web.audit.models import Act
from art28.web.costs import actions as costs
from art28.web.costs import telling
from art28.web.costs.models import Bearer, CaseKind, CostLine, Statement
from art28.web.costs.queries import Case
from art28.web.instructions import actions, queries
from art28.web.instructions.models import Assistance, Form, Instruction, Kind, Matter
from web.breaches.world import World, actor, signed_in, world
from web.people import tenant

pytestmark = pytest.mark.django_db


def instruction(given: World) -> Instruction:
    asked = actions.Given(kind=Kind.EXPORT, form=Form.EMAIL, given_by="x", given_at=timezone.now(), text="Uitvoer.")
    return actions.record_instruction(given.agreement, asked, by=By(given.owner, actor(given.owner), timezone.now()))


def help_asked(given: World) -> Assistance:
    by = By(given.owner, actor(given.owner), timezone.now())
    return actions.open_task(
        given.agreement, matter=Matter.DPIA, question="Welke maatregelen?", asked_at=timezone.now(), asked_by="x", by=by
    )


def kept(given: World, row: Instruction, **changes: str) -> Any:
    data = {"agreement": str(given.agreement.pk), "what": "Uitvoer", "on": "2026-11-20", "minutes": "90", "rate": "80"}
    answer = signed_in(given.owner).post(reverse("instructions:act", args=(row.pk, "cost")), {**data, **changes})
    assert answer.status_code == 302
    return CostLine.objects.latest("made_at")


def charged(given: World, row: Instruction) -> Client:
    client = signed_in(given.owner)
    place = reverse("costs:charge", args=("instruction", row.pk, given.agreement.pk))
    assert client.post(place).headers["Location"] == reverse("instructions:detail", args=(row.pk,))
    return client


def test_time_at_a_rate_is_charged_to_the_controller_that_bears_it_once() -> None:
    given = world({"assistance.costs": "controller"})
    row = instruction(given)
    kept(given, row)
    kept(given, row, minutes="", rate="", amount="12.50")
    kept(given, row, is_estimate="on")
    kept(given, row, whose="other")
    kept(given, row, rate="")
    client = charged(given, row)
    made = Statement.objects.get()
    assert (made.reference, made.cents, made.clause) == (f"{row.reference}-K1", 12_000 + 1_250, "5.1")
    address = reverse("costs:statement", args=("instruction", row.pk, made.pk))
    assert client.get(address).content.startswith(b"%PDF-")
    assert address in client.get(reverse("instructions:detail", args=(row.pk,))).content.decode()
    assert Act.objects.filter(kind="cost.charged", subject_id=made.pk).count() == 1
    charged(given, row)
    assert Statement.objects.count() == 1


@pytest.mark.parametrize("said", [{}, {"assistance.costs": "processor"}])
def test_what_is_not_the_other_sides_to_bear_is_not_charged(said: dict[str, Any]) -> None:
    given = world(said)
    row = instruction(given)
    kept(given, row)
    client = charged(given, row)
    assert not Statement.objects.exists()
    assert (
        reverse("costs:charge", args=("instruction", row.pk, given.agreement.pk))
        not in client.get(reverse("instructions:detail", args=(row.pk,))).content.decode()
    )


def test_what_a_person_laid_on_the_other_side_is_charged_with_the_reason() -> None:
    given = world({})
    row = instruction(given)
    kept(given, row, bearer="controller", reason="afgesproken per mail")
    charged(given, row)
    assert Statement.objects.get().lines[0]["reason"] == "afgesproken per mail"


def test_a_line_kept_under_silence_follows_the_clause_once_there_is_one() -> None:
    given = world({"assistance.costs": "controller"})
    clause = FactVersion.objects.filter(agreement=given.agreement, key="assistance.costs")
    clause.update(current=False)
    row = instruction(given)
    line = kept(given, row)
    assert (line.bearer, line.ground) == ("open", "silent")
    clause.update(current=True)
    charged(given, row)
    line.refresh_from_db()
    assert (line.bearer, line.ground, line.provision) == ("controller", "agreement", "5.1")
    assert Act.objects.filter(kind="cost.settled", subject_id=line.pk).exists()
    assert Statement.objects.get().cents == 12_000


def test_where_our_side_is_unknown_nothing_is_charged() -> None:
    given = world({"assistance.costs": "controller"})
    given.agreement.direction = Direction.UNKNOWN
    given.agreement.save()
    row = instruction(given)
    assert kept(given, row).incurred_by == ""
    charged(given, row)
    assert not Statement.objects.exists()


def test_a_line_is_struck_with_a_reason_and_then_counts_no_longer() -> None:
    given = world({"assistance.costs": "controller"})
    row = instruction(given)
    line = kept(given, row)
    client = signed_in(given.owner)
    client.post(reverse("costs:strike", args=("instruction", row.pk, line.pk)), {"reason": "stond er al"})
    assert "stond er al" in client.get(reverse("instructions:detail", args=(row.pk,))).content.decode()
    charged(given, row)
    assert not Statement.objects.exists()
    assert Act.objects.filter(kind="cost.struck", subject_id=line.pk).exists()


def test_a_case_of_another_kind_or_organisation_is_not_found() -> None:
    given = world({"assistance.costs": "controller"})
    row = instruction(given)
    kept(given, row)
    charged(given, row)
    made = Statement.objects.get()
    client = signed_in(given.owner)
    assert client.get(reverse("costs:statement", args=("audit", row.pk, made.pk))).status_code == 404
    assert client.get(reverse("costs:statement", args=(row.pk, made.pk))).status_code == 404
    stranger = tenant("maanzicht").client(Role.OWNER)
    assert stranger.get(reverse("costs:statement", args=("instruction", row.pk, made.pk))).status_code == 404


@pytest.mark.parametrize("kind", [CaseKind.INSTRUCTION, CaseKind.ASSESSMENT, CaseKind.AUDIT, CaseKind.REQUEST])
def test_the_database_holds_a_line_to_a_case_of_its_kind_and_organisation(kind: CaseKind) -> None:
    given = world({})
    task = help_asked(given)
    said = costs.Kept(text="x", on=timezone.localdate(), minutes=1, bearer=Bearer.PROCESSOR, reason="x")
    case = Case(kind.value, task.pk, task.reference, "assistance.costs")
    who: dict[str, Any] = {"by": given.owner, "actor": actor(given.owner), "now": timezone.now()}
    if kind is CaseKind.ASSESSMENT:
        assert kind == queries.HELP
        line = costs.keep(case, given.agreement, said, **who)
        with pytest.raises(DatabaseError), transaction.atomic():
            CostLine.objects.filter(pk=line.pk).delete()
        return
    with pytest.raises(DatabaseError), transaction.atomic():
        costs.keep(case, given.agreement, said, **who)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (CaseKind.BREACH, "over inbreuk"),
        (CaseKind.REQUEST, "over verzoek"),
        (CaseKind.INSTRUCTION, "over instructie"),
        (CaseKind.ASSESSMENT, "over bijstand"),
        (CaseKind.AUDIT, "over audit"),
    ],
)
def test_a_statement_says_what_it_is_about(kind: CaseKind, words: str) -> None:
    given = world({})
    row = Statement(
        organisation=given.organisation, agreement=given.agreement, case_kind=kind, case_label="Z-1", number=1,
        addressee="Stichting Zorg", language="nl", lines=[], cents=0, made_at=timezone.now(),
    )  # fmt: skip
    assert words in telling.content(row)["subtitle"]
