"""What apps join in with is there when it is first asked, and not before."""

import subprocess
import sys

import pytest
from django.dispatch import Signal
from django.utils.module_loading import import_string

from art28.web.agreements.signals import duties_derived, reading_stored, readings_registered
from art28.web.clocks.signals import clock_begins, clock_changed
from art28.web.drafts.joining import FILLINGS, MAKERS, WAITS
from art28.web.events import elsewhere
from art28.web.late import Late, follows
from art28.web.lifecycle.happening import TELLS
from art28.web.notices.signals import undelivered
from art28.web.signing.signals import moved
from art28.web.yardsticks.signals import yardstick_changed

SIGNALS = (
    reading_stored,
    readings_registered,
    duties_derived,
    clock_begins,
    clock_changed,
    undelivered,
    moved,
    yardstick_changed,
)
ANSWERING = (*FILLINGS.values(), *MAKERS.values(), *WAITS.values(), *TELLS, *elsewhere._LEADS)
HEARING = [receiver for signal in SIGNALS for _, receiver, *_ in signal.receivers]


@pytest.mark.parametrize("each", [*ANSWERING, *HEARING], ids=lambda each: getattr(each, "path", str(each)))
def test_what_is_named_is_there(each: Late) -> None:
    assert callable(import_string(each.path))


def test_it_hears_once_however_often_it_says_so() -> None:
    heard = Signal()
    follows(heard, "builtins.dict")
    follows(heard, "builtins.dict")
    (answered,) = heard.send(sender=None, told=1)
    assert answered[1]["told"] == 1  # type: ignore[index]


def test_a_command_starts_without_reading_or_checking() -> None:
    heavy = (
        "[name for name in sys.modules if name.startswith(('art28.extraction', 'art28.reading', 'art28.checking.'))]"
    )
    started = f"import sys, django; django.setup(); print({heavy})"
    done = subprocess.run([sys.executable, "-c", started], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_worker_and_the_pages_start_without_what_seals() -> None:
    heavy = "[name for name in sys.modules if name in ('pyhanko', 'pyhanko_certvalidator', 'aiohttp')]"
    started = (
        "import sys, django; django.setup(); from art28.web.pumps import pumps; pumps(); import art28.web.urls; "
        f"print({heavy})"
    )
    done = subprocess.run([sys.executable, "-c", started], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
