"""Whom to call: first, then, finally; after a call in vain the next; and at last whoever of us bears final responsibility."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from art28.notices.specials import Named, chain_of
from art28.web.audit.models import Act
from art28.web.breaches import actions as breaches
from art28.web.breaches.models import Breach, Call, TouchedAgreement
from art28.web.calls.models import CallLine
from art28.web.contacts.models import Escalation
from art28.web.exercises.models import Exercise
from art28.web.exercises.scenarios import scenarios
from art28.web.exercising import actions as exercises
from art28.web.exercising import erasing
from art28.web.notices.models import OutboxMessage
from art28.web.offline import contents
from art28.web.parties.models import Contact
from web.breaches.world import KNOWN, NOW, SAID, World, actor, agreement, discovery, signed_in, world
from web.contacts.world import DESK, MANAGER, letters, posted

pytestmark = pytest.mark.django_db
NAMED = [
    {"party": party, "purpose": "breach", "name": name, "role": role, "phone": phone, "email": ""}
    for party, name, role, phone in (
        ("controller", "A. Eerst", "wachtdienst", "0201112233"),
        ("controller", "B. Hoofd", "eindverantwoordelijk", "0201112234"),
        ("processor", "C. Eigen", "", "0201112299"),
    )
]
CHAIN = {**SAID, "breach.channel": ["phone"], "contacts.list": NAMED}


@dataclass(frozen=True)
class Calling:
    world: World
    breach: Breach
    touched: TouchedAgreement

    def at(self, name: str) -> str:
        return reverse(f"calls:{name}", args=(self.breach.pk, self.touched.agreement_id))

    def page(self, name: str = "call") -> str:
        return signed_in(self.world.owner).get(self.at(name)).content.decode()

    def post(self, name: str, **data: Any) -> Any:
        return signed_in(self.world.owner).post(self.at(name), data)


def calling(given: World, exercise: Exercise | None = None) -> Calling:
    """A breach whose one agreement wants a call, taken up by the owner."""
    recorded = breaches.record_breach(
        given.organisation,
        (given.agreement.pk,),
        title="Open back-up",
        facts=KNOWN,
        discovery=discovery(timezone.now()),
        by=given.owner,
        actor=actor(given.owner),
        now=timezone.now(),
        exercise=exercise,
    )
    found = Calling(given, recorded, TouchedAgreement.objects.get(breach=recorded))
    assert found.post("claim").status_code == 302
    return found


@pytest.fixture
def given() -> Calling:
    return calling(world(CHAIN))


def test_each_number_stands_once_in_the_chain_where_it_comes_first() -> None:
    first, same, mail = (
        Named("A", "", "+31 20 111 22 33", ""),
        Named("A", "", "020-1112233", ""),
        Named("M", "", "", "m@a.example"),
    )
    assert chain_of((first, mail), (same, Named("B", "", "0201112234", ""))) == (
        first,
        Named("B", "", "0201112234", ""),
    )


def test_who_is_called_in_vain_gives_way_to_the_next_at_once_and_each_is_kept(given: Calling) -> None:
    page = given.page()
    assert page.index("0201112233") < page.index("0201112234") < page.index("0321000418")
    assert "0201112299" not in page  # our own number in the agreement is nobody's to call
    assert "Mag ik A. Eerst, wachtdienst" in page or "A. Eerst, wachtdienst" in page
    assert "direct: B. Hoofd, eindverantwoordelijk" in page
    answer = given.post("in_vain", again="0")
    assert answer.headers["Location"] == given.at("call")
    line = CallLine.objects.get()
    assert (line.state, line.caller, line.attempts) == ("claimed", given.world.owner, 1)
    assert 'aria-current="step"' in given.page().split("0201112234")[0].rsplit("<li", 1)[1]
    given.post("in_vain", again="0")
    assert given.post("in_vain", again="0").status_code == 422  # after the last there is no next
    given.post("in_vain", again="10")
    tried = list(Call.objects.order_by("recorded_at").values_list("spoken_to", "reached"))
    assert tried == [("A. Eerst, wachtdienst", False), ("B. Hoofd, eindverantwoordelijk", False), ("J. Okkerse", False)]
    assert Act.objects.filter(kind="breach.called", subject_id=given.breach.pk).count() == 3
    assert CallLine.objects.get().later_at is not None


@pytest.mark.provision("S3:B1.contact[2]", "S3:B1.contact[1]")
def test_where_nobody_answers_it_is_laid_before_final_responsibility_and_stands_in_the_room(given: Calling) -> None:
    agreement_id = given.touched.agreement_id
    given.post("escalate", matter="Niemand neemt op")
    assert not Escalation.objects.exists()  # nobody is appointed; the page says where to do that
    posted(given.world, "appoint", agreement_id, **DESK)
    posted(given.world, "appoint", agreement_id, **MANAGER)
    for again in ("0", "0", "10"):
        given.post("in_vain", again=again)
    page = given.page()
    assert "Ze zijn allemaal tevergeefs gebeld." in page
    assert "Leg het voor aan M. Berg" in page
    assert f"{given.breach.reference}: niemand van Stichting Zorg was telefonisch te bereiken" in page
    assert given.post("escalate", matter="").status_code == 422
    given.post("escalate", matter="Niemand neemt op")
    (letter,) = letters("contact_escalated")
    assert letter.recipient == "berg@dijkvaart.example"
    assert "Niemand neemt op" in letter.page_html
    assert Act.objects.filter(kind="contact.escalated", subject_id=given.breach.pk).exists()
    room = signed_in(given.world.owner).get(reverse("breaches:room", args=(given.breach.pk,))).content.decode()
    assert "voorgelegd aan M. Berg" in room
    assert "Niemand neemt op" in room
    # It is no report to the other side: what is told next is still the first report.
    report = reverse("breaches:report", args=(given.breach.pk, agreement_id))
    assert 'value="report"' in signed_in(given.world.owner).get(report).content.decode()


def test_list_room_report_and_workbook_say_whom_first_and_whom_then(given: Calling) -> None:
    client = signed_in(given.world.owner)
    for address in (
        reverse("calls:list", args=(given.breach.pk,)),
        reverse("breaches:room", args=(given.breach.pk,)),
        reverse("breaches:report", args=(given.breach.pk, given.touched.agreement_id)),
    ):
        page = client.get(address).content.decode()
        assert page.index("0201112233") < page.index("0201112234"), address
    given.post("in_vain", again="10")
    answer = client.get(reverse("calls:export", args=(given.breach.pk,)))
    row = list(openpyxl.load_workbook(io.BytesIO(b"".join(answer))).active.values)[1]
    assert row[3:7] == ("B. Hoofd", "eindverantwoordelijk", "0201112234", row[6])
    assert "J. Okkerse 0321000418; A. Eerst, wachtdienst 0201112233" in str(row[6])


def test_the_call_sheet_for_when_art28_is_down_holds_the_chain_and_our_own(given: Calling, tmp_path: Path) -> None:
    posted(given.world, "appoint", given.touched.agreement_id, **DESK)
    posted(given.world, "appoint", given.touched.agreement_id, **MANAGER)
    agreement(given.world.organisation, name="Alleen mail", contact="mail@mail.example")
    Contact.objects.filter(email="mail@mail.example").update(phone="")
    sheets = {each.party: each for each in contents._sheets(given.world.organisation)}
    whom = [(line.place[:1], line.phone) for line in sheets["Stichting Zorg"].contacts]
    assert whom == [("1", "0201112233"), ("2", "0201112234"), ("3", "0321000418")]
    assert [line.email for line in sheets["Alleen mail"].contacts] == ["mail@mail.example"]
    ours = dict(sheets["Stichting Zorg"].fields)
    assert any("M. Berg" in value and "0380000419" in value for value in ours.values())
    with (tmp_path / "pack.zip").open("wb") as file:
        assert contents.write(given.world.organisation, file, now=NOW) == 2


def test_in_an_exercise_it_reaches_the_player_alone_and_goes_when_the_exercise_is_erased() -> None:
    given = world(CHAIN)
    posted(given, "appoint", given.agreement.pk, **DESK)
    posted(given, "appoint", given.agreement.pk, **MANAGER)
    played = exercises.start(
        given.organisation, scenarios("nl")[0], player=given.owner, actor=actor(given.owner), now=timezone.now()
    )
    found = calling(given, played)
    found.post("escalate", matter="Niemand neemt op")
    letter = OutboxMessage.objects.get(kind="contact_escalated")
    assert letter.recipient == given.owner.email
    assert letter.subject.startswith("OEFENING")
    assert "berg@dijkvaart.example" in letter.page_html
    shown = signed_in(given.owner).get(reverse("contacts:agreement", args=(given.agreement.pk,))).content.decode()
    assert "Niemand neemt op" not in shown
    exercises.end(played, by=given.owner, actor=actor(given.owner), now=timezone.now())
    erasing.erase(played, actor=actor(given.owner), now=timezone.now())
    assert Escalation.objects.get().matter == ""
