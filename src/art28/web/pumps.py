"""The pumps of every app: what a worker runs over and over.

A pump takes `now` and `limit`, carries out at most `limit` pieces of due work and returns how many it did. It claims a row
by a lease, so several workers may run the same pump at once, and running one more often than needed does no harm.
"""

from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from django.apps import apps


class Pump(Protocol):
    """Carries out at most `limit` pieces of work that are due at `now`; returns how many it did."""

    def __call__(self, *, now: datetime, limit: int) -> int: ...


def pumps() -> tuple[Pump, ...]:
    """The pumps of the installed apps: each app's `pump.py` names them in `PUMPS`."""
    modules = (f"{config.name}.pump" for config in apps.get_app_configs() if config.name.startswith("art28."))
    return tuple(pump for name in modules if find_spec(name) for pump in import_module(name).PUMPS)
