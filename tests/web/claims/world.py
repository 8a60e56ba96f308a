"""A claim to work on: an agreement that limits liability, in its own words, and what is posted to the pages about it."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement, AgreementText
from art28.web.audit.models import Act
from art28.web.claims.models import Claim
from art28.web.lifecycle.models import MainAgreement
from web.breaches.world import NOW, World, signed_in, world

DAY = timedelta(days=1)
TO = {"recipient": "jurist@zorg.example"}
TEXT = """12 Aansprakelijkheid
12.3 Vergoed wordt uitsluitend directe schade: kosten van herstel, van aanmaning, van onderzoek en van beperking.
12.4 Gederfde omzet en gevolgschade worden niet vergoed.
12.5 Bij opzet of bewuste roekeloosheid geldt geen beperking. Partijen zijn beide gebonden aan deze aansprakelijkheid.
12.6 Schadeplicht ontstaat pas na ingebrekestelling met een redelijke termijn.
12.7 Een lagere aansprakelijkheid in de hoofdovereenkomst gaat voor.
12.8 Op verzoek geeft een partij inzage in haar polis van verzekering.
14.2 Partijen zoeken bij een geschil eerst minnelijk overleg; daarna beslist de rechter. Zij beproeven eerst mediation.
"""
PASSAGES = {
    "direct": ("kosten van herstel, van aanmaning, van onderzoek en van beperking", "12.3"),
    "intent": ("Bij opzet of bewuste roekeloosheid geldt geen beperking", "12.5"),
    "mutual": ("Partijen zijn beide gebonden aan deze aansprakelijkheid", "12.5"),
    "default": ("Schadeplicht ontstaat pas na ingebrekestelling met een redelijke termijn", "12.6"),
    "further": ("Een lagere aansprakelijkheid in de hoofdovereenkomst gaat voor", "12.7"),
    "inspection": ("Op verzoek geeft een partij inzage in haar polis van verzekering", "12.8"),
    "talks": ("Partijen zoeken bij een geschil eerst minnelijk overleg", "14.2"),
    "mediation": ("Zij beproeven eerst mediation", "14.2"),
}
HEADS = ("remedy", "demand", "cause", "limit")


def limit(basis: str, amount: int | None = None, per: str | None = "total", scope: str | None = None) -> dict[str, Any]:
    return {"basis": basis, "amount": amount, "per": per, "scope": scope}


def limited(*limits: dict[str, Any], **said: Any) -> World:
    """An agreement with these limits and facts ("liability__claim_period"), and a text in which clauses can be read."""
    facts = {key.replace("__", "."): value for key, value in said.items()}
    if limits:
        facts = {"liability.regime": "capped", "liability.limits": list(limits), **facts}
    given = world({"processor.name": "Dijkvaart Diensten B.V.", **facts})
    worded(given.agreement)
    return given


def worded(agreement: Agreement, text: str = TEXT) -> None:
    AgreementText.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        extraction="2",
        text=text,
        blocks=[],
        pages=[],
        read_at=NOW + DAY,
    )


def local(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def day(offset: int) -> str:
    return (timezone.localdate() + offset * DAY).isoformat()


def claimed(given: World, **changes: Any) -> Claim:
    data = {
        "claimant": "controller",
        "kind": "damage",
        "event": "2026-0001",
        "arose_at": local(timezone.now() - 30 * DAY),
        "what": "Een back-up ging verloren.",
        "failure": "Geen back-up gemaakt, anders dan in artikel 6 is beloofd.",
        **changes,
    }
    place = f"{reverse('claims:new')}?agreement={given.agreement.pk}"
    answer = signed_in(given.owner).post(place, {key: value for key, value in data.items() if value})
    assert answer.status_code == 302, answer.content.decode()
    row = Claim.objects.select_related("agreement", "organisation").latest("recorded_at")
    assert kept(row, "claim.recorded")
    return row


def do(given: World, row: Claim, act: str, /, **data: Any) -> str:
    answer = signed_in(given.owner).post(reverse("claims:act", args=(row.pk, act)), data, follow=True)
    row.refresh_from_db()
    content: str = answer.content.decode()
    return content


def amount(given: World, row: Claim, head: str, euros: int, proof: str = "factuur 2026-118") -> str:
    return do(given, row, "item", head=head, text=f"{head} {euros}", cents=str(euros), proof=proof)


def figure(given: World, row: Claim, name: str, euros: int) -> str:
    page = do(given, row, "figure", figure=name, cents=str(euros), source="factuur van oktober")
    assert kept(row, "claim.figure_given")
    return page


def read(given: World, point: str, says: str = "yes", **changes: Any) -> int:
    passage, provision = PASSAGES[point]
    data = {"point": point, "says": says, "passage": passage, "provision": provision, **changes}
    if point == "direct":
        data["heads"] = HEADS
    return signed_in(given.owner).post(at("liability_act", given, "clause"), data).status_code


def at(name: str, given: World, *more: Any) -> str:
    return reverse(f"claims:{name}", args=(given.agreement.pk, *more))


def page(given: World, row: Claim) -> str:
    content: str = signed_in(given.owner).get(reverse("claims:detail", args=(row.pk,))).content.decode()
    return content


def kept(row: Any, kind: str) -> bool:
    return Act.objects.filter(kind=kind, subject_id=row.pk).exists()


def told(kind: str) -> str:
    """What the newest act of a kind holds."""
    return Act.objects.filter(kind=kind).latest("at").content.content or ""


def main(given: World, *, days: int = 700, **sums: int) -> None:
    today = timezone.localdate()
    MainAgreement.objects.create(
        organisation=given.organisation,
        agreement=given.agreement,
        name="Dienstverlening",
        starts_on=today - days * DAY,
        ends_on=today + 60 * DAY,
        at=timezone.now(),
        by=given.owner,
        **sums,
    )
