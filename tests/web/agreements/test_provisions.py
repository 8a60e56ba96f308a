"""Provisions that reading carries out: what the law asks of an agreement, and what it cites that no longer holds."""

import pytest
from django.urls import reverse

from art28.web.accounts.rights import Role
from art28.web.agreements.models import VerdictRow
from art28.web.audit.models import Act
from web.people import tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db


@pytest.mark.provision("S3:Overweging.7")
def test_an_agreement_is_held_against_everything_that_article_28_3_asks() -> None:
    ours = tenant("veldlicht")
    read = read_agreement(ours)
    rows = {row.requirement: row.status for row in VerdictRow.objects.filter(agreement=read, retired_at=None)}
    assert len(rows) > 10
    assert set(rows.values()) > {"met"} or "met" in rows.values()
    where = reverse("agreements:detail", args=(read.pk,))
    page = ours.client(Role.OWNER).get(where, {"tab": "findings"}).content.decode()
    assert "28" in page
    assert Act.objects.filter(kind="agreement.read", subject_id=read.pk).exists()


@pytest.mark.provision("S5:3.1")
def test_a_repealed_law_and_a_reference_that_leads_nowhere_are_flagged() -> None:
    ours = tenant("veldlicht")
    wrong = (
        "4.1 Verwerker zorgt voor naleving van de toepasselijke wetgeving, zoals de Wet bescherming persoonsgegevens,"
        " met inachtneming van het in artikel 19 bepaalde.\n"
    )
    read = read_agreement(ours, f"{TEXT}\nArtikel 4. Naleving\n\n{wrong}")
    where = reverse("agreements:detail", args=(read.pk,))
    page = ours.client(Role.OWNER).get(where, {"tab": "findings"}).content.decode()
    assert "geldt niet meer sinds 25 mei 2018" in page
    assert "artikel 19" in page
    assert Act.objects.filter(kind="agreement.read", subject_id=read.pk).exists()
