"""What the words of a text alone settle <-> bytes that are kept beside it, so that only newer rules look for it again."""

import json
import zlib
from typing import Any

from art28.checking.itself.textual import Textual
from art28.checking.model import Finding, Kind, Severity
from art28.web.agreements import rows

_FAST = 1


def written(found: Textual) -> bytes:
    """What `read` makes the same findings of."""
    kept = {name: [_of_finding(each) for each in findings] for name, findings in found.items()}
    return zlib.compress(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode(), _FAST)


def read(data: bytes) -> Textual:
    """The findings behind `data`, by the rule that found them."""
    kept: dict[str, list[list[Any]]] = json.loads(zlib.decompress(data))
    return {name: tuple([_to_finding(*each) for each in findings]) for name, findings in kept.items()}


def _of_finding(one: Finding) -> list[Any]:
    why = None if one.why is None else rows.of_message(one.why)
    said = (one.id, one.kind.value, one.severity.value, rows.of_message(one.message), one.provision)
    return [*said, rows.of_citations(one.citations), one.requirement, one.article, why, dict(one.fallback)]


def _to_finding(
    key: str, kind: str, severity: str, message: Any, provision: str, citations: Any, *rest: Any
) -> Finding:
    requirement, article, why, fallback = rest
    return Finding(
        id=key,
        kind=Kind(kind),
        severity=Severity(severity),
        message=rows.to_message(message),
        provision=provision,
        citations=rows.to_citations(citations),
        requirement=requirement,
        article=article,
        why=None if why is None else rows.to_message(why),
        fallback=fallback,
    )
