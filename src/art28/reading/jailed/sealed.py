"""What a sealed file proves <-> JSON: what crosses from the confined process that checks seals."""

import json
from datetime import datetime

from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jailed.wire import InvalidMessage
from art28.sealing.proof import Outcome, Proof

_LONGEST = 2000


def packed_proof(proof: Proof) -> bytes:
    """A proof as bytes."""
    plain = {
        "outcome": proof.outcome.value,
        "by": proof.by[:_LONGEST],
        "issuer": proof.issuer[:_LONGEST],
        "fingerprint": proof.fingerprint,
        "at": proof.at.isoformat() if proof.at is not None else None,
        "timestamped": proof.timestamped,
    }
    return json.dumps(plain).encode("ascii")


def unpacked_proof(message: bytes, *, name: str) -> Proof:
    """The proof in `message`; raises UnreadableFile where it holds a refusal, InvalidMessage where it holds neither."""
    try:
        plain = json.loads(message)
        if "reason" in plain:
            raise UnreadableFile(name, Unreadable(plain["reason"]), str(plain["message"]))
        at = plain["at"]
        return Proof(
            Outcome(plain["outcome"]),
            by=str(plain["by"])[:_LONGEST],
            issuer=str(plain["issuer"])[:_LONGEST],
            fingerprint=str(plain["fingerprint"])[:64],
            at=datetime.fromisoformat(at) if isinstance(at, str) else None,
            timestamped=plain["timestamped"] is True,
        )
    except UnreadableFile:
        raise
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidMessage(type(error).__name__) from None
