"""A list as its address narrows, searches and sorts it, and the same rows as a file."""

import io

import openpyxl
import pytest
from django.urls import reverse

from art28.web.agreements.models import Agreement, Direction
from web.breaches.world import SAID, World, agreement, signed_in, world

pytestmark = pytest.mark.django_db


def peopled() -> World:
    """A customer, a supplier, and one that is both."""
    given = world()
    agreement(given.organisation, SAID, name="Alba Hosting", direction=Direction.CONTROLLER)
    both = agreement(given.organisation, SAID, name="Zonnewerk")
    other = agreement(given.organisation, SAID, name="Zonnewerk Diensten", direction=Direction.CONTROLLER)
    Agreement.objects.filter(pk=other.pk).update(counterparty=both.counterparty)
    return given


def saved(given: World, name: str = "parties:list", form: str = "csv", **asked: str) -> list[str]:
    answer = signed_in(given.owner).get(reverse(name), {**asked, "form": form})
    data = b"".join(answer)
    if form == "xlsx":
        return [str(row[0]) for row in openpyxl.load_workbook(io.BytesIO(data)).active.values]
    return [line.split(",")[0] for line in data.decode("utf-8-sig").splitlines()]


def test_what_is_saved_is_what_was_asked_for_in_its_order() -> None:
    given = peopled()
    assert saved(given)[1:] == ["Alba Hosting", "Stichting Zorg", "Zonnewerk", "Zonnewerk Diensten"]
    assert saved(given, q="zonne")[1:] == ["Zonnewerk", "Zonnewerk Diensten"]
    assert saved(given, sort="agreements", q="zonne")[1:] == ["Zonnewerk", "Zonnewerk Diensten"]
    assert saved(given, form="xlsx", q="ALBA")[1:] == ["Alba Hosting"]
    assert saved(given, q="nergens")[1:] == []


def test_a_supplier_that_is_also_a_customer_is_found_as_both() -> None:
    given = peopled()
    assert saved(given, which="both")[1:] == ["Zonnewerk"]
    assert saved(given, which="suppliers")[1:] == ["Alba Hosting", "Zonnewerk"]
    assert saved(given, which="customers")[1:] == ["Stichting Zorg", "Zonnewerk"]
    assert saved(given, which="none")[1:] == ["Zonnewerk Diensten"]


@pytest.mark.parametrize("asked", [{"sort": "weg"}, {"which": "weg"}, {"form": "pdf"}, {"q": "\x00"}, {"page": "9999"}])
def test_what_makes_no_sense_counts_as_nothing_asked(asked: dict[str, str]) -> None:
    given = peopled()
    said = signed_in(given.owner).get(reverse("parties:list"), asked).content.decode()
    assert "Alba Hosting" in said


def test_the_page_keeps_what_was_asked_and_its_file_asks_the_same() -> None:
    given = peopled()
    said = (
        signed_in(given.owner)
        .get(reverse("parties:list"), {"q": "zonne", "which": "both", "sort": "city"})
        .content.decode()
    )
    assert 'value="zonne"' in said
    assert '<option value="both" selected>' in said
    assert "q=zonne&amp;which=both&amp;sort=city&amp;form=xlsx" in said


def test_agreements_are_saved_as_they_are_listed() -> None:
    given = peopled()
    assert len(saved(given, "agreements:list")) == 5
    assert len(saved(given, "agreements:list", direction="controller", state="read", sort="party")) == 3
