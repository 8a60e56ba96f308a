"""The newest text of an agreement is sought once, however many texts it has: reading anew each month leaves many behind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from art28.web.agreements import queries
from art28.web.agreements.models import AgreementText
from art28.web.database import bulk
from web.breaches import world as worlds
from web.breaches.world import World, world
from web.steps import counted_here, steps

pytestmark = pytest.mark.django_db
FEW, MANY = 5, 500


@pytest.fixture
def given() -> World:
    return world()


def read_again(given: World, numbers: range) -> None:
    now = timezone.now()
    bulk.create(
        AgreementText,
        [
            AgreementText(
                organisation=given.organisation,
                agreement=given.agreement,
                extraction=f"lezing {number}",
                text=f"Tekst {number}. " + "x" * 9000,
                blocks=[],
                pages=[],
                read_at=now + timedelta(minutes=number),
            )
            for number in numbers
        ],
    )


def test_the_text_that_counts_is_the_one_read_last_of_each_agreement(given: World) -> None:
    other = worlds.agreement(given.organisation, name="Andere klant")
    read_again(given, range(1, FEW))
    found = dict(queries.texts_in(given.organisation, (given.agreement.pk, other.pk)))
    assert found[given.agreement.pk].startswith(f"Tekst {FEW - 1}. ")
    assert set(found) == {given.agreement.pk, other.pk}
    text = queries.text_of(given.agreement)
    assert text is not None
    assert text.text == found[given.agreement.pk]


@counted_here
def test_a_hundred_times_as_many_texts_cost_no_more_to_seek(given: World) -> None:
    counts = []
    for numbers in (range(1, FEW), range(FEW, MANY)):
        read_again(given, numbers)
        with steps() as taken:
            assert len(dict(queries.texts_in(given.organisation, (given.agreement.pk,)))) == 1
            assert queries.rejections(given.organisation, (given.agreement.pk,)) == {}
            assert queries.text_of(given.agreement) is not None
        counts.append(taken.count)
    assert counts[1] <= counts[0] * 1.1, counts
