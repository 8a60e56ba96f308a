"""What a sealed file proves <-> JSON: what crosses from the confined process that checks seals."""

import json
from datetime import datetime

from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jailed.wire import InvalidMessage
from art28.sealing.key import Level
from art28.sealing.proof import Outcome, Proof

_LONGEST = 2000


def packed_proof(proof: Proof) -> bytes:
    """A proof as bytes."""
    plain = {
        "outcome": proof.outcome.value,
        "by": proof.by[:_LONGEST],
        "issuer": proof.issuer[:_LONGEST],
        "fingerprint": proof.fingerprint,
        "at": _instant(proof.at),
        "timestamped": proof.timestamped,
        "level": proof.level.value if proof.level is not None else None,
        "archived_at": _instant(proof.archived_at),
        "lasts_until": _instant(proof.lasts_until),
    }
    return json.dumps(plain).encode("ascii")


def unpacked_proof(message: bytes, *, name: str) -> Proof:
    """The proof in `message`; raises UnreadableFile where it holds a refusal, InvalidMessage where it holds neither."""
    try:
        plain = json.loads(message)
        if "reason" in plain:
            raise UnreadableFile(name, Unreadable(plain["reason"]), str(plain["message"]))
        level = plain["level"]
        return Proof(
            Outcome(plain["outcome"]),
            by=str(plain["by"])[:_LONGEST],
            issuer=str(plain["issuer"])[:_LONGEST],
            fingerprint=str(plain["fingerprint"])[:64],
            at=_moment(plain["at"]),
            timestamped=plain["timestamped"] is True,
            level=Level(level) if level is not None else None,
            archived_at=_moment(plain["archived_at"]),
            lasts_until=_moment(plain["lasts_until"]),
        )
    except UnreadableFile:
        raise
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidMessage(type(error).__name__) from None


def _instant(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def _moment(said: object) -> datetime | None:
    return datetime.fromisoformat(said) if isinstance(said, str) else None
