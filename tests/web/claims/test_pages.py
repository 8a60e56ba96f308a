"""The register of claims, its files, the timeline, and what cannot be changed."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from art28.web.claims import actions, reading
from art28.web.claims.models import Claim, Item, Kind, Point, Side
from web.breaches.world import NOW, World, signed_in
from web.claims.by import by
from web.claims.world import TO, amount, claimed, do, limit, limited, page

pytestmark = pytest.mark.django_db


def many(given: World, number: int) -> None:
    for count in range(number):
        said = actions.Claimed(
            kind=Kind.DAMAGE, claimant=Side.CONTROLLER, event=f"G{count}", what="x", arose_at=NOW, failure="x"
        )
        actions.claim(given.agreement, said, by=by(given))


def test_the_register_is_searched_narrowed_sorted_and_exported() -> None:
    given = limited(limit("fixed", 5000))
    small, large = claimed(given, event="lek in oktober"), claimed(given, kind="fine", by_whom="AP", event="=boete")
    amount(given, small, "remedy", 10)
    amount(given, large, "fine", 9000)
    client, place = signed_in(given.owner), reverse("claims:list")
    assert [row.pk for row in client.get(f"{place}?sort=cents").context["page"]] == [large.pk, small.pk]
    assert [row.pk for row in client.get(f"{place}?q=oktober").context["page"]] == [small.pk]
    assert [row.pk for row in client.get(f"{place}?kind=fine").context["page"]] == [large.pk]
    do(given, small, "withdraw", reason="vergissing")
    assert [row.pk for row in client.get(place).context["page"]] == [large.pk]
    assert len(client.get(f"{place}?state=all").context["page"]) == 2
    answer = client.get(f"{reverse('claims:export', args=('csv',))}?state=all")
    text = answer.getvalue().decode()
    assert "'=boete" in text
    assert "€ 9.000,00" in text
    book = client.get(reverse("claims:export", args=("xlsx",)))
    assert book.getvalue()[:2] == b"PK"


def test_a_page_makes_as_many_queries_whatever_the_number_of_its_rows(django_assert_max_num_queries: Any) -> None:
    given = limited(limit("fixed", 5000), liability__claim_period="P12M")
    client, row = signed_in(given.owner), claimed(given)
    places = (reverse("claims:list"), reverse("claims:detail", args=(row.pk,)),
              reverse("claims:liability", args=(given.agreement.pk,)))  # fmt: skip
    counts = []
    for rows in (3, 40):
        many(given, rows)
        for count in range(rows):
            actions.add_item(row, head="remedy", text=f"bedrag {count}", cents=100, proof="x", by=by(given))
        for place in places:
            client.get(place)
            with django_assert_max_num_queries(60) as found:
                client.get(place)
            counts.append(len(found))
    assert counts[:3] == counts[3:]


def test_the_timeline_of_the_agreement_tells_what_was_claimed() -> None:
    given = limited(limit("fixed", 5000))
    row = claimed(given, claimant="processor")
    amount(given, row, "remedy", 10)
    do(given, row, "report", **TO)
    place = reverse("lifecycle:timeline", args=(given.agreement.pk,))
    shown = signed_in(given.owner).get(place).content.decode()
    assert f"Vordering {row.reference}" in shown
    assert f"Vordering gemeld: {row.reference}" in shown


def test_what_was_claimed_stays_as_it_was() -> None:
    given = limited(limit("fixed", 5000))
    row = claimed(given)
    amount(given, row, "remedy", 10)
    for change in (
        lambda: Claim.objects.filter(pk=row.pk).update(arose_at=NOW),
        lambda: Claim.objects.filter(pk=row.pk).delete(),
        lambda: Item.objects.filter(claim=row).update(cents=1),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_sentences_are_shown_with_their_clause_and_decide_nothing() -> None:
    given = limited(limit("fixed", 5000))
    found = reading.sentences(given.agreement, tuple(Point))
    assert [each.provision for each in found[Point.DEFAULT]] == ["12.6"]
    assert [each.provision for each in found[Point.TALKS]] == ["14.2"]
    row = claimed(given)
    assert "lees eerst of de overeenkomst een ingebrekestelling verlangt" in page(given, row)
    assert reading.stands_in(given.agreement, "gederfde   omzet en\ngevolgschade")
    assert not reading.stands_in(given.agreement, " ")
