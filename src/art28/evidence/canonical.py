"""Values -> bytes, one way only: the canonical form that hashes and commitments are taken over.

JSON as in RFC 8785 for the values that evidence uses: objects with string keys in code point order, arrays, strings,
integers, booleans and null; no white space; UTF-8. Floats are refused, since they have no single spelling.
"""

import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | bool | None


class NotCanonical(ValueError):
    """A value that evidence can't hold; the message names where it stands."""


def canonical(value: Json) -> bytes:
    """The canonical bytes of `value`; raises NotCanonical for floats, bytes, keys that are not strings."""
    _check(value, "$")
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def instant(moment: datetime) -> str:
    """An aware instant as evidence writes it: UTC, microseconds, "Z"."""
    if moment.tzinfo is None:
        raise NotCanonical(f"an instant in evidence carries its zone, {moment.isoformat()} does not")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def commitment(content: Json, key: bytes) -> str:
    """The commitment to `content` under a random `key`: HMAC-SHA256 in hexadecimal.

    Whoever holds key and content can check it; once both are gone it tells nothing.
    """
    return commitment_to(canonical(content), key)


def commitment_to(spelled: bytes, key: bytes) -> str:
    """The commitment to content whose canonical bytes are at hand."""
    return hmac.digest(key, spelled, "sha256").hex()


def _check(value: Json, where: str) -> None:
    if value is None or isinstance(value, str | bool | int):
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise NotCanonical(f"{where}: the key {key!r} is not a string")
            _check(inner, f"{where}.{key}")
    elif isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        for number, inner in enumerate(value):
            _check(inner, f"{where}[{number}]")
    else:
        raise NotCanonical(f"{where}: evidence holds no {type(value).__name__}; write it as text or as a whole number")
