"""What was done on the controller's side, in the trail of the breach."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from art28.web.accounts.access import Actor
from art28.web.audit.actions import record
from art28.web.breaches.models import Breach


def keep_act(breach: Breach, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    """Record an act on `breach`."""
    record(organisation=breach.organisation, actor=actor, kind=kind, subject=breach, at=now, content=content)
