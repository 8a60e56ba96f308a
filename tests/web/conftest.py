"""One confined reader for all tests of a process: starting one takes longer than reading a small agreement."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from art28.reading.jail import Jail
from art28.web.agreements import pump
from art28.web.drafts import returning


@pytest.fixture(scope="session", autouse=True)
def _one_jail() -> Iterator[None]:
    with Jail() as jail, pytest.MonkeyPatch.context() as patch:
        for module in (pump, returning):
            patch.setattr(module, "Jail", lambda: nullcontext(jail))
        yield
