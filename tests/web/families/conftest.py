"""What the tests of families share: one family a module, which each test finds as it was made."""

from copy import deepcopy

import pytest

from art28.web.agreements.models import Agreement
from art28.web.families.models import Family
from web.families.world import family
from web.people import Tenant

Grown = tuple[Family, tuple[Agreement, ...]]


@pytest.fixture(scope="module")
def _grown(ours: Tenant) -> Grown:
    return family(ours)


@pytest.fixture
def grown(_grown: Grown) -> Grown:
    """A family of four, the last altered, and its members."""
    return deepcopy(_grown)
