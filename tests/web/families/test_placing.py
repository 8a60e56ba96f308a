"""Agreements that were read fall into families, and stay there when they are read again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from art28.web.agreements import actions
from art28.web.agreements.models import Agreement
from art28.web.agreements.pump import pump as read_pump
from art28.web.families.models import Band, ClauseCount, Family, Member, Print, RecognisedModel, Version
from art28.web.families.pump import pump
from core.standards.texts import made_on, model
from web.families.world import OTHER, altered, family, put_in, text
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def test_agreements_on_one_template_are_one_family_in_one_version(ours: Tenant) -> None:
    found, agreements = family(ours)
    members = Member.objects.filter(version__family=found)
    assert {member.agreement_id for member in members} == {each.pk for each in agreements}
    assert [(version.label, version.member_count) for version in found.versions.all()] == [("1.0", 4)]
    assert Family.objects.count() == 2


def test_what_differs_from_the_others_is_counted(ours: Tenant) -> None:
    _, agreements = family(ours)
    assert {(m.lacking, m.own) for m in Member.objects.filter(agreement__in=agreements[:3])} == {(0, 0)}
    deviating = Member.objects.get(agreement=agreements[3])
    assert (deviating.lacking, deviating.own, deviating.added) == (2, 1, 0)


def test_another_label_is_another_version_of_the_family(ours: Tenant) -> None:
    put_in(ours, text(0), text(1, version="2.0"))
    assert [version.label for version in Family.objects.get().versions.order_by("began_at", "id")] == ["1.0", "2.0"]


def test_tenants_have_families_of_their_own(ours: Tenant) -> None:
    theirs = tenant("maanzicht")
    put_in(ours, text(0))
    put_in(theirs, text(1))
    assert {row.organisation_id for row in Family.objects.all()} == {ours.organisation.pk, theirs.organisation.pk}


def test_reading_again_moves_nothing(ours: Tenant) -> None:
    found, agreements = family(ours)
    counts = sorted(ClauseCount.objects.values_list("mark", "exact", "count"))
    actions.read_again(agreements[0], actor=ours.actor(), now=NOW)
    read_pump(now=NOW, limit=1)
    assert Print.objects.filter(due=True).count() == 1
    assert pump(now=NOW, limit=10) == 1
    assert Member.objects.get(agreement=agreements[0]).version.family == found
    assert sorted(ClauseCount.objects.values_list("mark", "exact", "count")) == counts
    assert not Print.objects.filter(due=True).exists()


def test_a_version_that_its_last_member_leaves_ends_with_its_keys(ours: Tenant) -> None:
    (only,) = put_in(ours, text(0, articles=OTHER))
    Print.objects.filter(agreement=only).update(label="7", due=True)
    Version.objects.update(label="6")
    assert pump(now=NOW, limit=10) == 1
    assert [version.label for version in Version.objects.all()] == ["7"]
    assert Version.objects.get().family == Family.objects.get()
    assert set(Band.objects.values_list("version__label", flat=True)) == {"7"}


def test_placing_twice_does_no_harm(ours: Tenant) -> None:
    family(ours)
    assert pump(now=NOW, limit=10) == 0


def test_a_standard_model_is_kept_with_what_of_it_is_missing(ours: Tenant) -> None:
    clauses = made_on(model("scc-2021-915"), "en", without=("5",)).flow.document.text
    breach = "\n\nThe processor shall notify the controller of a personal data breach within 24 hours."
    put_in(ours, clauses + breach)
    found = RecognisedModel.objects.get()
    assert (found.model, found.relation, found.missing) == ("scc-2021-915", "follows", ["5"])


def test_placing_costs_the_same_number_of_queries_among_few_and_many(ours: Tenant) -> None:
    def cost(given: Agreement) -> int:
        Print.objects.filter(agreement=given).update(due=True)
        with CaptureQueriesContext(connection) as queries:
            assert pump(now=NOW, limit=1) == 1
        return len(queries)

    few = put_in(ours, text(0), text(1), text(2))
    among_few = cost(few[0])
    many = put_in(ours, *(text(number) + f"\n\nKenmerk {number}" for number in range(11)))
    assert cost(many[0]) <= among_few + 2


def test_an_altered_agreement_is_of_the_version_that_its_label_names(ours: Tenant) -> None:
    put_in(ours, text(0), altered(1))
    assert Version.objects.get().member_count == 2
