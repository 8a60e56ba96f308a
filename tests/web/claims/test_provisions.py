"""Provisions on liability, carried out through the pages, with the record they leave."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.obligations.capping import Figure
from art28.web.claims.weighing import weigh
from art28.web.clocks.models import Obligation
from art28.web.costs.models import CostLine
from art28.web.notices.models import OutboxMessage
from web.breaches.world import signed_in
from web.claims.world import (
    DAY,
    TO,
    amount,
    at,
    claimed,
    day,
    do,
    figure,
    kept,
    limit,
    limited,
    local,
    main,
    page,
    read,
    told,
)

pytestmark = pytest.mark.django_db
DIRECT = "directe schade"


@pytest.mark.provision("S3:11.1")
def test_a_claim_is_held_against_the_lower_of_price_and_sum_and_what_an_insurer_pays_reads_two_ways() -> None:
    given = limited(limit("contract_price", scope=DIRECT), limit("fixed", 10_000), limit("insurance"))
    row = claimed(given)
    amount(given, row, "remedy", 14_000)
    asking = page(given, row)
    assert "Er wordt niets geraden" in asking
    assert "De overeengekomen prijs" in asking
    assert weigh(row).payable is None
    figure(given, row, "price", 30_000)
    figure(given, row, "insurer", 12_000)
    both = page(given, row)
    assert "€ 10.000,00 als de laagste grens geldt, € 12.000,00 als" in both
    refused = do(given, row, "settle", cents="13000", reason="akkoord")
    assert "meer dan de grenzen van de overeenkomst toelaten" in refused
    assert (row.state, kept(row, "claim.settlement_refused")) == ("open", True)
    do(given, row, "settle", cents="10000", reason="vaststelling van 3 november")
    assert (row.state, row.settled_cents) == ("settled", 1_000_000)
    assert '"limit":1200000' in told("claim.settled")


@pytest.mark.provision("S4:12.3", "S4:12.5")
@pytest.mark.parametrize(
    ("days", "cents_a_year", "further", "payable"),
    [(700, 3_000_000, None, 3_000_000), (700, 9_000_000, None, 5_000_000), (700, 9_000_000, 20_000, 2_000_000),
     (200, 3_000_000, None, 4_000_000)],
)  # fmt: skip
def test_the_cap_is_the_price_or_a_years_fees_of_a_longer_contract_and_a_lower_one_of_the_main_agreement(
    days: int, cents_a_year: int, further: int | None, payable: int
) -> None:
    yearly = limit("fees_of_year", scope="duurovereenkomst met een looptijd van meer dan een jaar")
    given = limited(limit("contract_price", scope=DIRECT), yearly, limit("fixed", 50_000))
    main(given, days=days, cents_a_year=cents_a_year)
    row = claimed(given)
    amount(given, row, "remedy", 80_000)
    figure(given, row, "price", 40_000)
    assert "hoofdovereenkomst" in page(given, row)
    read(given, "further", "yes" if further else "no")
    if further:
        assert "Er wordt niets geraden" in page(given, row)
        figure(given, row, "main", further)
    assert weigh(row).payable == payable
    assert '"point":"further"' in told("clause.read")


def test_price_and_limit_of_the_main_agreement_are_taken_from_it_unless_somebody_gives_others() -> None:
    given = limited(limit("contract_price", scope=DIRECT))
    main(given, days=700, cents_a_year=3_000_000, cents_price=2_500_000, cents_cap=1_500_000)
    row = claimed(given)
    amount(given, row, "remedy", 80_000)
    assert dict(weigh(row).from_main) == {Figure.PRICE: 2_500_000}
    assert weigh(row).payable == 2_500_000
    shown = page(given, row)
    assert "€ 25.000,00" in shown
    assert "uit de hoofdovereenkomst" in shown
    read(given, "further")
    assert weigh(row).payable == 1_500_000
    figure(given, row, "price", 9_000)
    assert weigh(row).payable == 900_000
    assert set(weigh(row).from_main) == {Figure.MAIN}
    assert '"figure":"price"' in told("claim.figure_given")


@pytest.mark.provision("S4:12.4", "S4:12.6", "S5:12.3")
def test_amounts_count_by_the_clause_that_lists_direct_damage_and_the_rest_is_excluded() -> None:
    given = limited(limit("fixed", 50_000), liability__indirect_excluded=True)
    row = claimed(given)
    for head in ("remedy", "demand", "cause", "limit", "profit", "data"):
        amount(given, row, head, 1000)
    unread = weigh(row)
    assert (unread.counting, unread.unsure, unread.payable) == (0, 600_000, None)
    assert "Somt de overeenkomst op wat directe schade is?" in page(given, row)
    wrong = read(given, "direct", passage="woorden die er niet staan")
    assert wrong == 422
    assert weigh(row).unsure == 600_000
    read(given, "direct")
    weighed = weigh(row)
    assert (weighed.counting, weighed.excluded, weighed.payable) == (400_000, 200_000, 400_000)
    assert [each.item.head for each in weighed.items if each.direct is False] == ["profit", "data"]
    shown = page(given, row)
    assert "indirect: uitgesloten" in shown
    assert "artikel 12.3" in shown
    assert '"heads":["remedy","demand","cause","limit"]' in told("clause.read")


@pytest.mark.provision("S4:12.1", "S4:12.2")
def test_liability_asks_for_an_attributable_failure_default_and_proof_and_is_never_on_staff() -> None:
    given = limited(limit("fixed", 50_000))
    assert (
        "nooit een medewerker"
        in signed_in(given.owner).get(f"{reverse('claims:new')}?agreement={given.agreement.pk}").content.decode()
    )
    row = claimed(given, failure="")
    amount(given, row, "remedy", 900, proof="")
    read(given, "default")
    met = {str(check.label): check.met for check in weigh(row).checks}
    assert list(met.values()) == [False, None, False, False, None]
    judged = {"failure": "Herstel bleef uit.", "attributable": "yes", "intent": "none"}
    do(given, row, "judge", **judged)
    do(given, row, "strike", item=str(weigh(row).items[0].item.pk), reason="zonder bewijs")
    amount(given, row, "remedy", 900)
    do(given, row, "defaulted", text="Er is niet geleverd.", cure_until=day(3))
    assert [check.met for check in weigh(row).checks] == [True, True, None, True, None]
    type(row).objects.filter(pk=row.pk).update(cure_until=timezone.localdate() - DAY)
    row.refresh_from_db()
    assert [check.met for check in weigh(row).checks] == [True, True, True, True, None]
    assert (row.claimant, row.debtor) == ("controller", "processor")
    assert '"attributable":true' in told("claim.weighed")
    assert kept(row, "claim.default_noticed")


@pytest.mark.provision("S5:12.2")
def test_what_is_excluded_is_capped_at_the_fees_of_the_month_before_and_a_sum_for_all_claims() -> None:
    limits = (limit("fees_of_month", per="event", scope=DIRECT), limit("fixed", 5000))
    given = limited(*limits, liability__regime="excluded_then_capped")
    first = claimed(given)
    amount(given, first, "remedy", 9000)
    assert weigh(first).payable is None
    assert "niet meer dan € 5.000,00" in page(given, first)
    figure(given, first, "month", 1200)
    assert weigh(first).payable == 120_000
    do(given, first, "settle", cents="1200", reason="akkoord")
    same, other = claimed(given), claimed(given, event="2026-0002")
    for row in (same, other):
        amount(given, row, "remedy", 9000)
        figure(given, row, "month", 4800)
    assert (weigh(same).payable, weigh(other).payable) == (360_000, 380_000)
    assert kept(first, "claim.settled")


@pytest.mark.provision("S5:12.5")
def test_intent_or_recklessness_lifts_the_limits_once_established_and_the_clause_says_so() -> None:
    given = limited(limit("fixed", 5000))
    row = claimed(given)
    amount(given, row, "remedy", 9000)
    read(given, "intent")
    do(given, row, "judge", failure="Bewust niet gepatcht.", intent="alleged")
    assert (weigh(row).uncapped, weigh(row).payable) == (False, 500_000)
    assert "Opzet of roekeloosheid wordt gesteld" in page(given, row)
    do(given, row, "judge", failure="Bewust niet gepatcht.", intent="established")
    assert (weigh(row).uncapped, weigh(row).payable) == (True, 900_000)
    assert "Zonder grens" in page(given, row)
    assert '"intent":"established"' in told("claim.weighed")


@pytest.mark.provision("S5:12.6")
def test_a_notice_of_default_is_a_letter_with_its_description_and_a_term_whose_clock_runs() -> None:
    given = limited(limit("fixed", 5000))
    row = claimed(given, claimant="processor")
    read(given, "default")
    late = do(given, row, "default", text="Het loon is niet betaald.", cure_until=day(0), **TO)
    assert "loopt vandaag of eerder af" in late
    assert row.default_at is None
    do(given, row, "default", text="De opdracht bleef zonder gegevens.", cure_until=day(14), **TO)
    message = OutboxMessage.objects.get(subject_id=row.pk)
    assert "Ingebrekestelling" in message.subject
    assert "artikel 12.6" in message.page_html
    assert "De opdracht bleef zonder gegevens." in message.page_html
    clock = Obligation.objects.get(subject_id=row.pk, action="cure_failure")
    assert (clock.ours, clock.last_day) == (False, timezone.localdate() + 14 * DAY)
    assert [check.met for check in weigh(row).checks][2] is None
    do(given, row, "cured", what="gegevens geleverd", at=local(timezone.now()))
    clock.refresh_from_db()
    assert (clock.state, row.cured_at is not None) == ("met", True)
    assert '"in_time":true' in told("claim.cured")


def test_where_performance_is_impossible_for_good_no_notice_is_needed() -> None:
    given = limited(limit("fixed", 5000))
    row = claimed(given)
    read(given, "default")
    do(given, row, "judge", failure="De gegevens zijn weg.", intent="none", impossible="on")
    assert [check.met for check in weigh(row).checks][2] is True


@pytest.mark.provision("S5:12.1")
@pytest.mark.parametrize(
    ("intent", "said"),
    [("none", "Niet te verhalen op de andere partij"), ("alleged", "Alleen te verhalen als opzet of roekeloosheid vaststaat"),
     ("established", "Te verhalen op de andere partij")],
)  # fmt: skip
def test_a_fine_on_the_controller_is_recovered_only_for_intent_or_recklessness(intent: str, said: str) -> None:
    given = limited(liability__fines_on_processor="unless_intent_or_recklessness")
    row = claimed(given, kind="fine", by_whom="Autoriteit Persoonsgegevens")
    amount(given, row, "fine", 20_000)
    do(given, row, "judge", failure="Geen beveiliging.", attributable="yes", intent=intent)
    shown = page(given, row)
    assert said in shown
    assert "passage over liability.fines_on_processor" in shown
    assert f'"intent":"{intent}"' in told("claim.weighed")


@pytest.mark.provision("S1:8.3")
def test_fines_and_claims_on_the_processor_are_marked_recoverable_from_the_controller_with_legal_costs() -> None:
    given = limited(liability__controller_indemnifies=True)
    for kind, whom in (("fine", "Autoriteit Persoonsgegevens"), ("third_party", "een betrokkene")):
        nameless = signed_in(given.owner).post(
            f"{reverse('claims:new')}?agreement={given.agreement.pk}",
            {"claimant": "processor", "kind": kind, "event": "x", "arose_at": local(timezone.now()), "what": "x"},
        )
        assert nameless.status_code == 422
        row = claimed(given, claimant="processor", kind=kind, by_whom=whom)
        amount(given, row, "fine", 20_000)
        amount(given, row, "legal", 4000)
        assert "eerst oordelen" in page(given, row)
        do(given, row, "judge", failure="Zonder grondslag verzameld.", attributable="yes", intent="none")
        shown = page(given, row)
        assert "Te verhalen op de andere partij" in shown
        assert "passage over liability.controller_indemnifies" in shown
        cost: dict[str, Any] = {"agreement": str(given.agreement.pk), "on": day(0), "what": "Advocaat", "minutes": "120",
                                "rate": "250", "bearer": "controller", "reason": "vrijwaring"}  # fmt: skip
        do(given, row, "cost", **cost)
        assert CostLine.objects.get(case_id=row.pk).bearer == "controller"
        assert kept(row, "claim.weighed")


def test_a_report_that_specifies_nothing_stops_no_period_and_one_that_does_ends_it() -> None:
    given = limited(limit("fixed", 5000), liability__claim_period="P12M")
    ours = claimed(given, claimant="processor")
    clock = Obligation.objects.get(subject_id=ours.pk, action="report_claim")
    assert (clock.ours, clock.bearer) == (True, "processor")
    refused = do(given, ours, "report", **TO)
    assert "noemt de tekortkoming en specificeert elk bedrag" in refused
    assert "artikel 5.1" in refused
    amount(given, ours, "remedy", 700)
    do(given, ours, "report", **TO)
    assert ours.state == "reported"
    message = OutboxMessage.objects.get(subject_id=ours.pk)
    assert message.obligation_id == clock.pk
    assert "€ 700,00" in message.page_html
    theirs = claimed(given)
    do(given, theirs, "receive", at=local(timezone.now()), how="een e-mail zonder bedragen")
    assert theirs.state == "open"
    do(given, theirs, "receive", at=local(timezone.now()), how="aangetekende brief", specified="on")
    clock = Obligation.objects.get(subject_id=theirs.pk, action="report_claim")
    assert (theirs.state, clock.state) == ("reported", "met")


def test_a_claim_past_its_period_is_shown_as_lapsed() -> None:
    given = limited(limit("fixed", 5000), liability__claim_period="P12M")
    row = claimed(given, arose_at=local(timezone.now() - timedelta(days=500)))
    assert "volgens de overeenkomst vervallen" in page(given, row)


def test_a_silent_agreement_leaves_it_to_the_law_and_says_so() -> None:
    given = limited(law__governing="NL")
    row = claimed(given)
    amount(given, row, "profit", 9000)
    assert (weigh(row).payable, weigh(row).ceiling) == (900_000, None)
    assert "Burgerlijk Wetboek" in page(given, row)


@pytest.mark.provision("S4:13.1")
def test_an_invalid_clause_takes_its_own_limit_and_every_other_clause_and_clock_stands() -> None:
    given = limited(limit("fixed", 5000), liability__claim_period="P12M", breach__deadline="PT24H")
    row = claimed(given)
    amount(given, row, "remedy", 9000)
    assert weigh(row).payable == 500_000
    before = sorted(given.agreement.duties.values_list("key", flat=True))
    client = signed_in(given.owner)
    data = {"provision": "5.1", "reason": "vonnis van 3 november", "instead": "een redelijke grens"}
    client.post(at("liability_act", given, "invalid"), data)
    assert weigh(row).payable == 900_000
    shown = page(given, row)
    assert "ongeldig bevonden" in shown
    assert "Alle andere bepalingen blijven gelden" in shown
    assert sorted(given.agreement.duties.values_list("key", flat=True)) == before
    assert Obligation.objects.get(subject_id=row.pk).state == "waiting"
    assert '"instead":"een redelijke grens"' in told("clause.invalid")
    lifted = {"invalid": str(weigh(row).invalid[0].pk), "reason": "in hoger beroep vernietigd"}
    client.post(at("liability_act", given, "lift"), lifted)
    assert weigh(row).payable == 500_000
