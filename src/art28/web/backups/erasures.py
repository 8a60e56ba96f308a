"""Erasures <-> a list that outlives a database; and a list -> the same contents erased once more."""

import json
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from art28.evidence import verify
from art28.evidence.canonical import instant
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import Entry, record_many
from art28.web.audit.models import ActContent
from art28.web.backups import archive
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.held import Erasure

FORMAT = "art28-erasures/1"
_CHUNK = 500


def as_list(erasures: Iterable[Erasure]) -> bytes:
    """Erasures as a list to keep apart: ids, grounds and instants, no content."""
    rows = [{"act": str(each.act), "ground": each.ground, "at": instant(each.at)} for each in erasures]
    return json.dumps({"format": FORMAT, "erasures": rows}, indent=1).encode() + b"\n"


def known(source: Path) -> tuple[Erasure, ...]:
    """The erasures that a file knows: a list, a backup or an evidence pack; raises RefusedBackup."""
    try:
        if archive.is_backup(source):
            with archive.opened(source) as backup:
                return _from_list(backup.erasures())
        if zipfile.is_zipfile(source):
            return _from_pack(source)
        return _from_list(source.read_bytes())
    except OSError as error:
        raise RefusedBackup(f"{source}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, AttributeError, verify.NotAPack) as error:
        raise RefusedBackup(f"{source}: this is no list of erasures, no backup and no evidence pack") from error


def erase_again(erasures: Iterable[Erasure], *, now: datetime) -> Counter[UUID]:
    """Erase those contents that are there, each recorded as an act of its own; returns how many, by organisation.

    Within the caller's transaction. Contents that the database never held, or holds no more, are passed over.
    """
    wanted = {each.act: each for each in erasures}
    ids = sorted(wanted)
    done: Counter[UUID] = Counter()
    for start in range(0, len(ids), _CHUNK):
        there = ActContent.objects.filter(act_id__in=ids[start : start + _CHUNK], content__isnull=False)
        by_organisation: dict[UUID, list[Erasure]] = defaultdict(list)
        for act, organisation_id in there.values_list("act_id", "organisation_id"):
            by_organisation[organisation_id].append(wanted[act])
        for organisation in Organisation.objects.filter(id__in=by_organisation):
            _erase(organisation, by_organisation[organisation.id], now=now)
            done[organisation.id] += len(by_organisation[organisation.id])
    return done


def _erase(organisation: Organisation, erasures: list[Erasure], *, now: datetime) -> None:
    by_ground: dict[str, list[UUID]] = defaultdict(list)
    for each in erasures:
        by_ground[each.ground].append(each.act)
    for ground, acts in by_ground.items():
        ActContent.objects.filter(organisation=organisation, act_id__in=acts).update(
            content=None, key=None, erased_at=now, ground=ground
        )
    entries = (
        Entry(verify.ERASURE, "act", each.act, {"ground": each.ground, "first_erased_at": instant(each.at)})
        for each in erasures
    )
    record_many(organisation=organisation, actor=SYSTEM, at=now, entries=entries)


def _from_list(data: bytes) -> tuple[Erasure, ...]:
    record = json.loads(data)
    if record["format"] != FORMAT:
        raise ValueError(record["format"])
    return tuple(_erasure(row["act"], row["ground"], row["at"]) for row in record["erasures"])


def _from_pack(source: Path) -> tuple[Erasure, ...]:
    """The erasures of a pack's chain, once the pack is found whole."""
    faults = verify.verify(str(source))[1]
    if faults:
        raise RefusedBackup(f"{source}: the evidence pack is not whole ({faults[0]}); take another")
    with zipfile.ZipFile(source) as pack:
        grounds = {row["id"]: row["erased"] for row in _lines(pack, "contents.jsonl") if "erased" in row}
        records = [line["record"] for line in _lines(pack, "chain.jsonl")]
    erased = ((str(row["subject"]).partition(":")[2], row["at"]) for row in records if row["kind"] == verify.ERASURE)
    return tuple(_erasure(act, grounds[act], at) for act, at in erased if act in grounds)


def _lines(pack: zipfile.ZipFile, name: str) -> Iterator[Mapping[str, Any]]:
    with pack.open(name) as stream:
        for line in stream:
            yield json.loads(line)


def _erasure(act: str, ground: str, at: str) -> Erasure:
    if not ground:
        raise ValueError("an erasure names its ground")
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is None:
        raise ValueError(at)
    return Erasure(UUID(act), ground, moment)
