"""The bytes of a mail -> what a signal needs of it. Nothing in it is run, followed or opened; what can't be read is kept."""

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr
from hashlib import sha256
from html.parser import HTMLParser

from art28.web.intake.actions import File

MOST_TEXT = 20_000
MOST_FILES = 20
_SKIPPED = frozenset({"script", "style", "head", "title"})
_BREAKS = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "table"})
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as far as it could be read. `left_out` counts files beyond the most that are kept apart."""

    message_id: str
    sender: str
    sender_name: str
    subject: str
    text: str
    files: tuple[File, ...]
    left_out: int
    is_auto_reply: bool


def read(raw: bytes) -> Letter:
    """The letter in `raw`. Whatever is wrong with it, a letter comes of it: its bytes go along as a file."""
    try:
        return _letter(email.message_from_bytes(raw, policy=email.policy.default), raw)
    except Exception:
        whole = File("message.eml", "message/rfc822", raw)
        return Letter(_digest(raw), "", "", "", "", (whole,), 0, is_auto_reply=False)


def _letter(message: EmailMessage, raw: bytes) -> Letter:
    name, address = parseaddr(_head(message, "From"))
    files = tuple(_files(message))
    whole = File("message.eml", "message/rfc822", raw)
    return Letter(
        message_id=_head(message, "Message-ID")[:300] or _digest(raw),
        sender=address.strip().lower()[:254],
        sender_name=name[:200],
        subject=" ".join(_head(message, "Subject").split())[:300],
        text=_text(message),
        files=(*files[:MOST_FILES], whole),
        left_out=max(0, len(files) - MOST_FILES),
        is_auto_reply=_head(message, "Auto-Submitted").lower().startswith("auto-replied"),
    )


def _digest(raw: bytes) -> str:
    return f"<sha256:{sha256(raw).hexdigest()}>"


def _head(message: EmailMessage, name: str) -> str:
    try:
        found = message.get(name, "")
    except Exception:
        return ""
    return str(found).replace("\x00", "").strip()


def _text(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    try:
        text = str(body.get_content())
    except (LookupError, ValueError, KeyError):
        payload = body.get_payload(decode=True)
        text = payload.decode("utf-8", errors="replace") if isinstance(payload, bytes) else ""
    if body.get_content_subtype() == "html":
        text = _plain(text[: MOST_TEXT * 20])
    text = "\n".join(line.rstrip() for line in text.replace("\x00", "").splitlines())
    return _BLANK_LINES.sub("\n\n", text).strip()[:MOST_TEXT]


class _Words(HTMLParser):
    """Keeps the words of a page, and no more."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's form
        """A new line where the page has one."""
        self.skipping += tag in _SKIPPED
        if tag in _BREAKS:
            self.kept.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """What is skipped ends."""
        if tag in _SKIPPED and self.skipping:
            self.skipping -= 1

    def handle_data(self, data: str) -> None:
        """Words that people see."""
        if not self.skipping:
            self.kept.append(data)


def _plain(page: str) -> str:
    words = _Words()
    words.feed(page)
    return "".join(words.kept)


def _files(message: EmailMessage) -> list[File]:
    found = []
    for part in message.walk():
        if part.is_multipart() or part.get_content_disposition() not in ("attachment", "inline"):
            continue
        name = part.get_filename()
        if not name:
            continue
        payload = part.get_payload(decode=True)
        name = name.replace("\x00", "").replace("/", "_").replace("\\", "_")[:255]
        found.append(File(name, part.get_content_type()[:120], payload if isinstance(payload, bytes) else b""))
    return found
