"""The register of transfers: those of one's own sub-processors, and those that suppliers' agreements name."""

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.web.agreements.models import Agreement, Direction
from art28.web.reports.declarations.transfers import TRANSFERS
from art28.web.reports.declared import Asked
from web.breaches import world as worlds
from web.breaches.world import NOW, World, signed_in
from web.processing.test_linked import DPV
from web.reports.test_registers import linked, saved
from web.reports.world import world

pytestmark = pytest.mark.django_db
NIGHT = {"name": "Nachtploeg Pvt Ltd", "service": "beheer in de nacht", "processing_in": ["NL", "IN"]}
CLOUD = {"name": "Wolkenveld Limited", "service": "opslag", "processing_in": ["US", "BR"]}
SCRIPT = {"name": "Schrift Ltd", "service": "", "processing_in": ["GB"]}


def supplier(given: World, *listed: dict[str, Any], name: str = "Beeldlijn B.V.", rule: str = "") -> Agreement:
    said = {"subprocessors.list": list(listed), **({"transfers.rule": rule} if rule else {})}
    return worlds.agreement(given.organisation, said, name=name, direction=Direction.CONTROLLER)


def rows(given: World, query: str = "") -> list[list[str]]:
    _heads, *found = csv.reader(io.StringIO(saved(given, "transfers", "csv", query).decode("utf-8-sig")))
    return found


def test_what_a_supplier_has_processed_outside_the_eea_stands_in_it_with_what_its_agreement_allows() -> None:
    given = world()
    supplier(given, NIGHT, rule="not_outside_eea")
    (found,) = (row for row in rows(given) if row[0].startswith("Nachtploeg"))
    assert found[1] == "India"
    assert found[3:6] == ["beheer in de nacht", "Beeldlijn B.V.", "Niets in het dossier"]
    assert found[8] == "Wat de overeenkomst buiten de EER toestaat: Beeldlijn B.V., art. 5.1: niet toegestaan"


def test_a_country_with_an_adequacy_decision_rests_on_that() -> None:
    given = world()
    supplier(given, SCRIPT)
    (found,) = (row for row in rows(given) if row[0] == "Schrift Ltd")
    assert found[5] == "Adequaatheidsbesluit"
    assert [row[0] for row in rows(given, "basis=decision")] == ["Schrift Ltd"]


def test_two_suppliers_with_the_same_one_behind_them_are_one_row() -> None:
    given = world()
    supplier(given, NIGHT)
    supplier(given, {**NIGHT, "service": "toezicht"}, name="Zorgsoft B.V.")
    (found,) = (row for row in rows(given) if row[0].startswith("Nachtploeg"))
    assert found[3:5] == ["beheer in de nacht; toezicht", "Beeldlijn B.V.; Zorgsoft B.V."]


def test_what_the_register_has_itself_isnt_told_twice_and_a_further_country_is() -> None:
    given = world()
    supplier(given, CLOUD)
    found = [(row[1], row[4], row[5]) for row in rows(given) if row[0].startswith("Wolkenveld")]
    assert found == [
        ("Verenigde Staten", "", "Standaardcontractbepalingen"),
        ("Brazilië", "Beeldlijn B.V.", "Niets in het dossier"),
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("country=IN", ["Nachtploeg Pvt Ltd"]),
        ("q=beeldlijn india", ["Nachtploeg Pvt Ltd"]),
        ("q=nergens", []),
        ("basis=none", ["Nachtploeg Pvt Ltd"]),
        ("sort=country", ["Schrift Ltd", "Nachtploeg Pvt Ltd", "Wolkenveld Ltd"]),
    ],
)
def test_it_is_narrowed_and_sorted_with_the_rest(query: str, names: list[str]) -> None:
    given = world()
    supplier(given, NIGHT, SCRIPT)
    assert [row[0] for row in rows(given, query)] == names


def test_what_concerns_some_agreements_has_only_what_these_name() -> None:
    given = world()
    named, other = supplier(given, NIGHT), supplier(given, SCRIPT, name="Zorgsoft B.V.")
    found = TRANSFERS.found(given.organisation, Asked(agreements=(named.pk,)), NOW)
    assert [row.transfer.recipient for row in found.every()] == ["Nachtploeg Pvt Ltd"]
    assert TRANSFERS.found(given.organisation, Asked(agreements=(other.pk,)), NOW).count() == 1


def test_a_row_leads_to_what_each_agreement_says_and_the_countries_are_offered() -> None:
    given = world()
    supplier(given, NIGHT)
    page = signed_in(given.owner).get(reverse("reports:register", args=("transfers",))).content.decode()
    assert reverse("chains:one_behind", args=("nachtploegpvt",)) in page
    assert '<option value="IN"' in page


def test_linked_data_name_the_supplier_as_who_exports() -> None:
    given = world()
    supplier(given, NIGHT)
    found = linked(given, "transfers", "country=IN")
    exporters = [each[DPV + "hasDataExporter"] for each in found if DPV + "hasDataExporter" in each]
    assert "Beeldlijn B.V." in str(exporters)


def test_it_costs_the_same_number_of_queries_at_any_size() -> None:
    given, counts = world(), []
    supplier(given, NIGHT)
    for number in range(2):
        with CaptureQueriesContext(connection) as asked:
            TRANSFERS.found(given.organisation, Asked(), NOW).count()
        counts.append(len(asked))
        supplier(given, {**SCRIPT, "name": f"Hulp {number}"}, name=f"Leverancier {number}")
    assert counts[0] == counts[1]
