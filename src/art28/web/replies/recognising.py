"""The bytes of a mail that came back -> what it is, and about which messages. What isn't sure is an answer, never a guess.

Failures are known by RFC 3464 (multipart/report with message/delivery-status) and, of servers that don't write that, by
`X-Failed-Recipients` or a final status code from the mail system itself. Automatic answers are known by RFC 3834.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message
from email.utils import parseaddr
from enum import StrEnum
from hashlib import sha256

_MOST_TEXT = 200_000
_MOST_IDS = 20
_ID = re.compile(r"<[^<>\s@]{1,120}@[^<>\s@]{1,120}>")
_NAMED_ID = re.compile(r"(?im)^[> \t]{0,8}Message-ID:[ \t]{0,8}(<[^<>\s@]{1,120}@[^<>\s@]{1,120}>)")
_FINAL = re.compile(r"(?<![\d.])5\.[0-7]\.\d{1,3}(?![\d.])|(?<![\d.])55[0-4](?=[ -])")
_PASSING = re.compile(r"(?<![\d.])4\.[0-7]\.\d{1,3}(?![\d.])|(?<![\d.])4[25][0-2](?=[ -])")
_MAIL_SYSTEMS = frozenset({"mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon"})
_OTHER_SIGNS = ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "Auto-Response")


class Kind(StrEnum):
    """What a mail that came back is."""

    FAILURE = "failure"
    DELAY = "delay"
    DELIVERY = "delivery"
    AUTOMATIC = "automatic"
    ANSWER = "answer"


_BY_ACTION = {"failed": Kind.FAILURE, "delayed": Kind.DELAY} | dict.fromkeys(
    ("delivered", "relayed", "expanded"), Kind.DELIVERY
)


@dataclass(frozen=True, slots=True)
class Returned:
    """A mail as far as it says what it is.

    `about` holds the Message-IDs that it may be about: for a failure or delay those of what was returned, where it says so.
    `status` is the mail system's own code, such as 5.1.1.
    """

    kind: Kind
    message_id: str
    sender: str
    subject: str
    about: tuple[str, ...]
    status: str = ""


def recognise(raw: bytes) -> Returned:
    """What `raw` is. Whatever is wrong with it, an answer comes of it."""
    digest = f"<sha256:{sha256(raw).hexdigest()}>"
    try:
        return _recognised(email.message_from_bytes(raw, policy=email.policy.default), digest)
    except Exception:
        return Returned(Kind.ANSWER, digest, "", "", ())


def _recognised(message: EmailMessage, digest: str) -> Returned:
    sender = parseaddr(_head(message, "From"))[1].lower()
    text = _text(message)
    kind, status = _by_report(message) or _by_signs(message, sender, text)
    returned = (*_enclosed(message), *_NAMED_ID.findall(text))
    answered = (*_ID.findall(_head(message, "In-Reply-To")), *_ID.findall(_head(message, "References")))
    about = returned or answered if kind in (Kind.FAILURE, Kind.DELAY, Kind.DELIVERY) else answered or returned
    return Returned(
        kind,
        _head(message, "Message-ID")[:300] or digest,
        sender[:254],
        " ".join(_head(message, "Subject").split())[:300],
        tuple(dict.fromkeys(about))[:_MOST_IDS],
        status,
    )


def _by_report(message: EmailMessage) -> tuple[Kind, str] | None:
    """By what the mail system itself reports of each recipient: one failure makes it a failure."""
    found: dict[Kind, str] = {}
    for block in _recipients(message):
        kind = _BY_ACTION.get(str(block.get("Action", "")).split("(")[0].strip().lower())
        if kind is not None:
            status = str(block.get("Status", "")).split("(")[0].split()
            found.setdefault(kind, status[0][:20] if status else "")
    return next(((kind, found[kind]) for kind in (Kind.FAILURE, Kind.DELAY, Kind.DELIVERY) if kind in found), None)


def _recipients(message: EmailMessage) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() in ("message/delivery-status", "message/global-delivery-status"):
            blocks = part.get_payload()
            yield from (block for block in blocks if isinstance(block, Message)) if isinstance(blocks, list) else ()


def _by_signs(message: EmailMessage, sender: str, text: str) -> tuple[Kind, str]:
    final = _FINAL.search(text)
    if _head(message, "X-Failed-Recipients"):
        return Kind.FAILURE, final[0] if final else ""
    if sender.partition("@")[0] in _MAIL_SYSTEMS:
        if final:
            return Kind.FAILURE, final[0]
        passing = _PASSING.search(text)
        return (Kind.DELAY, passing[0]) if passing else (Kind.ANSWER, "")
    submitted = _head(message, "Auto-Submitted").lower()
    by_itself = submitted.startswith("auto-") or any(_head(message, name) for name in _OTHER_SIGNS)
    receipt = message.get_param("report-type") == "disposition-notification"  # of reading (RFC 8098)
    return (Kind.AUTOMATIC, "") if by_itself or receipt else (Kind.ANSWER, "")


def _enclosed(message: EmailMessage) -> Iterator[str]:
    """The Message-IDs of mails, or of heads of mails, that were put in."""
    for part in message.walk():
        kind = part.get_content_type()
        if kind in ("message/rfc822", "message/global"):
            inner = part.get_payload()
            heads = inner[0] if isinstance(inner, list) and inner else None
            if isinstance(heads, Message):
                yield from _ID.findall(str(heads.get("Message-ID", "")))
        elif kind in ("text/rfc822-headers", "message/global-headers"):
            yield from _NAMED_ID.findall(_decoded(part))


def _text(message: EmailMessage) -> str:
    """The words of the mail and of what is in it, up to a bound."""
    kept, room = [], _MOST_TEXT
    for part in message.walk():
        if part.get_content_type() in ("text/plain", "text/html") and room > 0:
            kept.append(_decoded(part)[:room])
            room -= len(kept[-1])
    return "\n".join(kept)


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return payload.decode("utf-8", errors="replace") if isinstance(payload, bytes) else str(part.get_payload())


def _head(message: EmailMessage, name: str) -> str:
    try:
        found = message.get(name, "")
    except Exception:
        return ""
    return str(found).replace("\x00", "").strip()
