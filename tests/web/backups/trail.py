"""Acts with content that a test can look for, and ways to disturb a backup."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management import call_command
from django.db import connection

from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Organisation
from art28.web.audit import actions
from art28.web.audit.models import Act
from art28.web.backups.making import make
from art28.web.backups.restoring import Restored, restore
from art28.web.database import triggers
from web.people import NOW


def recorded(organisation: Organisation, subject_id: UUID, text: str) -> Act:
    """An act about a subject."""
    entry = actions.Entry("breach.recorded", "breach", subject_id, {"text": text})
    return actions.record_many(organisation=organisation, actor=SYSTEM, at=NOW, entries=(entry,))[0]


def erased(organisation: Organisation, subject_id: UUID, *, ground: str = "gdpr_17") -> int:
    """Erase what the acts about a subject hold."""
    return actions.erase(
        organisation=organisation, actor=SYSTEM, subject_kind="breach", subject_id=subject_id, ground=ground, now=NOW
    )


def backed_up(folder: Path, name: str = "backup.zip") -> Path:
    """A backup of the database that the tests run on."""
    make(folder / name, now=NOW)
    return folder / name


def restored(source: Path, *lists: Path, replace: bool = True) -> Restored:
    """Put a backup back; this process lets go of the database first, as the command's own process does."""
    connection.close()
    return restore(source, now=NOW, replace=replace, lists=lists)


def emptied() -> None:
    """The database of the tests as `art28 migrate` leaves it."""
    triggers.drop("default")
    call_command("flush", interactive=False, verbosity=0)
    triggers.install("default")


def rewritten(source: Path, target: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """The same backup with another manifest."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "manifest.json":
                manifest = json.loads(data)
                change(manifest)
                data = json.dumps(manifest).encode()
            after.writestr(name, data)
    return target
