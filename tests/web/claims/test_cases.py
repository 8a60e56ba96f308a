"""Insurance, disputes and terminations, carried out through the pages, with the record they leave."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.claims.cases import Dispute, Inspection, Policy, Termination
from art28.web.clocks.models import Obligation
from art28.web.events.models import Event
from art28.web.lifecycle.models import Step
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, signed_in
from web.claims.world import DAY, TO, at, day, kept, limit, limited, read, told
from web.events.test_provisions import warned
from web.lifecycle.world import active, without

pytestmark = pytest.mark.django_db


def under(given: World, act: str, **data: Any) -> str:
    """Do something about the agreement, and see its page."""
    content: str = signed_in(given.owner).post(at("liability_act", given, act), data, follow=True).content.decode()
    return content


def about(given: World, kind: str, row: Any, act: str, **data: Any) -> str:
    """Do something about a dispute or a termination, and see its page."""
    place = reverse(f"claims:{kind}_act", args=(row.pk, act))
    content: str = signed_in(given.owner).post(place, data, follow=True).content.decode()
    row.refresh_from_db()
    return content


def insured(given: World, party: str, expires: int, **changes: Any) -> str:
    data = {
        "party": party,
        "insurer": "Verzekeringen De Dijk",
        "number": "4411",
        "covers": "beroepsaansprakelijkheid",
        "cents": "1000000",
        "expires_on": day(expires),
        "document": "dossier 12",
        **changes,
    }
    return under(given, "policy", **data)


@pytest.mark.provision("S5:12.8")
def test_insurance_of_each_party_has_an_end_that_warns_and_can_be_inspected_on_request() -> None:
    given = limited(liability__insurance=True)
    theirs = str(given.agreement.counterparty_id)
    assert "verlopen" in insured(given, "own", -3)
    assert not Policy.objects.exists()
    insured(given, "own", 30)
    shown = insured(given, theirs, 400, insurer="Waarborg Noord")
    assert "Eindigt binnenkort" in shown
    assert "Waarborg Noord" in shown
    own = Policy.objects.get(party=None)
    clock = Obligation.objects.get(subject_id=own.pk, action="renew_insurance")
    assert clock.last_day == timezone.localdate() + 30 * DAY
    assert clock.ends_at is not None
    assert warned(clock, clock.ends_at - 5 * DAY)
    insured(given, "own", 395)
    clock.refresh_from_db()
    own.refresh_from_db()
    assert (clock.state, own.followed_at is not None) == ("met", True)
    read(given, "inspection")
    under(given, "inspect", **TO)
    message = OutboxMessage.objects.latest("handed_over_at")
    assert "artikel 12.8" in message.page_html
    row = Inspection.objects.get()
    under(given, "inspected", inspection=str(row.pk), what="certificaat van 2 november")
    row.refresh_from_db()
    assert row.shown_at is not None
    under(given, "asked")
    assert "De andere partij vroeg onze verzekering te zien" in under(given, "asked")
    assert kept(own, "policy.kept")
    assert kept(row, "inspection.asked")
    assert kept(row, "inspection.answered")


@pytest.mark.provision("S4:14.2")
def test_the_court_waits_for_talks_that_the_agreement_puts_before_it_and_is_that_of_the_processors_seat() -> None:
    given = limited(
        law__governing="NL", law__court="de rechter in het arrondissement van Verwerker", processor__city="Almere"
    )
    under(given, "dispute", what="De factuur voor het herstel.")
    row = Dispute.objects.get()
    court = {"state": "court", "on": day(0), "what": "dagvaarding uitgebracht"}
    assert "of overleg aan de rechter voorafgaat" in about(given, "dispute", row, "step", **court)
    read(given, "talks")
    read(given, "mediation", "no")
    refused = about(given, "dispute", row, "step", **court)
    assert "Overleg gaat aan de rechter vooraf" in refused
    assert "artikel 14.2" in refused
    assert row.state == "open"
    assert '"why":"talks_first"' in told("dispute.step_refused")
    about(given, "dispute", row, "invite", **TO)
    assert "uitnodiging voor overleg" in OutboxMessage.objects.get(subject_id=row.pk).subject
    about(given, "dispute", row, "step", state="talks", on=day(0), what="geen overeenstemming")
    about(given, "dispute", row, "step", **court)
    assert row.state == "court"
    assert "Almere" in row.forum
    assert '"state":"court"' in told("dispute.went_on")
    about(given, "dispute", row, "step", state="settled", on=day(0), what="geschikt op de gang")
    assert row.closed_at is not None


def test_mediation_comes_first_where_the_agreement_says_so() -> None:
    given = limited(limit("fixed", 5000))
    under(given, "dispute", what="x")
    row = Dispute.objects.get()
    read(given, "talks", "no")
    read(given, "mediation")
    court = {"state": "court", "on": day(0), "what": "x"}
    assert "Mediation gaat aan de rechter vooraf" in about(given, "dispute", row, "step", **court)
    about(given, "dispute", row, "step", state="mediation", on=day(0), what="mislukt")
    about(given, "dispute", row, "step", **court)
    assert row.state == "court"


def terminated(given: World, ground: str, **changes: Any) -> tuple[str, Termination | None]:
    data = {"ground": ground, "party": "controller", "reason": "x", "noticed_on": day(0), **changes}
    shown = under(given, "terminate", **data)
    return shown, Termination.objects.order_by("recorded_at").last()


@pytest.mark.provision("S5:13.5[2]")
def test_after_an_amendment_the_controller_may_terminate_within_its_notice_with_a_reminder_and_its_choice_is_kept() -> (
    None
):
    given = active({**without(), "term.amendment": "processor_with_notice", "term.amendment_notice": "P2M"})
    _, row = terminated(given, "amendment", reason="nieuwe versie van de overeenkomst")
    assert row is not None
    assert row.until is not None
    assert (row.until - timezone.localdate()).days in range(59, 63)
    clock = Obligation.objects.get(subject_id=row.pk, action="decide_on_termination")
    assert (clock.last_day, clock.ours) == (row.until, False)
    about(given, "termination", row, "stay", outcome="akkoord met de wijziging")
    clock.refresh_from_db()
    assert (row.state, clock.state) == ("stayed", "met")
    assert '"state":"stayed"' in told("termination.chosen")
    _, other = terminated(given, "amendment", reason="derde versie")
    assert other is not None
    about(given, "termination", other, "end", ends_on=day(40), outcome="niet akkoord")
    assert (other.state, Step.objects.latest("at").stage) == ("ended", "ending")
    assert Event.objects.filter(agreement=given.agreement, trigger="termination").exists()


@pytest.mark.provision("S5:13.5[2]")
def test_once_the_notice_of_an_amendment_is_over_it_no_longer_ends_the_agreement(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = active({**without(), "term.amendment": "processor_with_notice", "term.amendment_notice": "P2M"})
    _, row = terminated(given, "amendment", reason="nieuwe versie van de overeenkomst")
    assert row is not None
    later = timezone.now() + 70 * DAY
    monkeypatch.setattr(timezone, "now", lambda: later)
    about(given, "termination", row, "end", ends_on=day(40), outcome="niet akkoord")
    assert (row.state, Step.objects.latest("at").stage) == ("open", "active")
    assert '"why":"option_over"' in told("termination.refused")


@pytest.mark.provision("S4:9.2")
def test_a_failure_ends_it_only_after_the_term_to_cure_it() -> None:
    given = active(without(**{"main_agreement.reference": "de Dienstenovereenkomst"}))
    shown, none = terminated(given, "breach")
    assert "een tekortkoming heeft een hersteltermijn" in shown
    assert none is None
    _, row = terminated(given, "breach", party="processor", until=day(20), **TO)
    assert row is not None
    assert "Ingebrekestelling" in OutboxMessage.objects.get(subject_id=row.pk).subject
    clock = Obligation.objects.get(subject_id=row.pk, action="cure_failure")
    assert (clock.ours, clock.last_day) == (False, timezone.localdate() + 20 * DAY)
    before = signed_in(given.owner).get(reverse("claims:termination", args=(row.pk,))).content.decode()
    assert "Kijk eerst of de hoofdovereenkomst dit al regelt" in before
    assert "Dienstenovereenkomst</a>" in before
    refused = about(given, "termination", row, "end", ends_on=day(5))
    assert "een termijn voor herstel" in refused
    assert row.state == "open"
    about(given, "termination", row, "end", ends_on=day(25), outcome="niet hersteld", **TO)
    assert (row.state, Step.objects.latest("at").ground) == ("ended", "breach")
    assert OutboxMessage.objects.filter(subject_id=row.pk).count() == 2
    assert '"state":"ended"' in told("termination.chosen")


@pytest.mark.provision("S4:9.2")
@pytest.mark.parametrize("ground", ["suspension", "bankruptcy", "cessation"])
def test_insolvency_ends_it_at_once(ground: str) -> None:
    given = active(without())
    _, row = terminated(given, ground)
    assert row is not None
    assert row.until is None
    about(given, "termination", row, "end", ends_on=day(0), outcome="vonnis van vandaag")
    assert (row.state, Step.objects.latest("at").ground) == ("ended", ground)
    assert '"state":"ended"' in told("termination.chosen")


def test_the_registers_are_narrowed_and_exported() -> None:
    given = limited(liability__insurance=True)
    insured(given, "own", 30)
    insured(given, str(given.agreement.counterparty_id), 300, insurer="=Waarborg")
    under(given, "dispute", what="De factuur")
    terminated(given, "bankruptcy", reason="failliet verklaard")
    client = signed_in(given.owner)
    for register, hit, miss in (("insurance", "dijk", "nergens"), ("disputes", "factuur", "nergens"),
                                ("terminations", "failliet", "nergens")):  # fmt: skip
        place = reverse(f"claims:{register}")
        assert len(client.get(f"{place}?q={hit}").context["page"]) == 1
        assert len(client.get(f"{place}?q={miss}").context["page"]) == 0
        text = client.get(reverse("claims:export_cases", args=(register, "csv"))).getvalue().decode()
        assert text.count("\n") >= 2
        assert client.get(reverse("claims:export_cases", args=(register, "xlsx"))).getvalue()[:2] == b"PK"
    assert len(client.get(f"{reverse('claims:insurance')}?state=soon").context["page"]) == 1
    assert len(client.get(f"{reverse('claims:insurance')}?state=expired").context["page"]) == 0
    assert "'=Waarborg" in client.get(reverse("claims:export_cases", args=("insurance", "csv"))).getvalue().decode()
    assert client.get(reverse("claims:export_cases", args=("anders", "csv"))).status_code == 404
