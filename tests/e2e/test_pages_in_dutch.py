"""Every page in Dutch, on a desk or a phone by turns with English: accessible, no wider than its screen, silent, strict."""

import pytest

from e2e.conftest import Visit
from e2e.dressed import faults_at_the_entrance, faults_within
from e2e.inhabited import Inhabited
from web.people import Tenant

LANGUAGE = "nl"


# There are hundreds of them, and a tool goes over each.
@pytest.mark.timeout(900)
@pytest.mark.minutes
def test_every_page_is_accessible_fits_its_screen_and_breaks_no_rule(visit: Visit, lived_in: Inhabited) -> None:
    faults = faults_within(visit, lived_in, LANGUAGE)
    assert not faults, "\n".join(faults)


def test_the_entrance_is_accessible_and_fits_its_screen(visit: Visit, ours: Tenant) -> None:
    faults = faults_at_the_entrance(visit, LANGUAGE)
    assert not faults, "\n".join(faults)
