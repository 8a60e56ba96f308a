"""The process that reads: `python -m art28.reading.jailed.confined`. It takes files on standard input and answers documents.

A request is the length of a header and of the file (two 8-byte numbers), the header as JSON (the name, and whether the
text, the places to fill in, what a seal proves or a file inside is wanted), the file. An answer is a
length and a message; before it, such messages may say which page is about to be recognised. The first answer, before any
request, says which bounds hold.
"""

import base64
import codecs
import json
import os
import struct
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import BinaryIO

from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jailed.confinement import allow_processor_seconds, confine
from art28.reading.jailed.enclosed import packed_enclosed
from art28.reading.jailed.placed import packed_places
from art28.reading.jailed.sealed import packed_proof
from art28.reading.jailed.wire import packed_document, packed_progress, packed_refusal
from art28.reading.limits import Limits
from art28.reading.pdf.enclosed import enclosed_in
from art28.reading.read import read_document
from art28.reading.word.places import word_places
from art28.sealing.proof import Original, Proof

REQUEST = struct.Struct(">QQ")
ANSWER = struct.Struct(">Q")
# Codecs are modules that Python loads when they are first used; later, files may be out of reach.
_CODECS = (
    "utf-8", "utf-16-le", "utf-16-be", "cp1252", "ascii", "cp437", "latin-1", "idna", "cp1250", "cp1251", "cp1253", "cp1254",
    "cp1257", "cp850", "mac-roman",
)  # fmt: skip


def main() -> None:
    """Confine this process, then answer requests until the input ends."""
    for codec in _CODECS:
        codecs.lookup(codec)
    # What a library prints must not mix with the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = os.fdopen(0, "rb", closefd=False)
    limits = Limits(**json.loads(sys.argv[1]))
    # Seals take a library of their own, which only a process that is to check them loads, before files are out of reach.
    check = _checker() if sys.argv[2:] == ["seals"] else None
    held = confine(memory_bytes=limits.memory_bytes)
    _answer(answers, json.dumps([bound.value for bound in held]).encode())
    while True:
        lengths = requests.read(REQUEST.size)
        if len(lengths) < REQUEST.size:
            return
        header_length, length = REQUEST.unpack(lengths)
        header = json.loads(requests.read(header_length))
        _answer(answers, _message(requests.read(length), header, limits, answers, check))


Checker = Callable[[bytes, Mapping[str, str]], Proof]


def _checker() -> Checker:
    verifying = import_module("art28.sealing.verify")
    certificates = import_module("art28.sealing.certificates").certificates

    def check(data: bytes, header: Mapping[str, str]) -> Proof:
        trusted, issuers = (
            [one for each in header.get(what, "").split() for one in certificates(base64.b64decode(each))]
            for what in ("trusted", "issuers")
        )
        if "length" in header:
            original = Original(int(header["length"]), header["sha256"])
            copy: Proof = verifying.verify_copy(data, original, trusted)
            return copy
        sealed: Proof = verifying.verify(data, trusted, issuers)
        return sealed

    check(b"", {})
    return check


def _message(
    data: bytes, header: Mapping[str, str], limits: Limits, answers: BinaryIO, check: Checker | None = None
) -> bytes:
    name = header["name"]

    def progress(page: int, pages: int) -> None:
        _answer(answers, packed_progress(page, pages))
        allow_processor_seconds(limits.page_seconds)

    allow_processor_seconds(limits.cpu_seconds)
    try:
        if header.get("what") == "seal" and check is not None:
            return packed_proof(check(data, header))
        if header.get("what") == "enclosed":
            return packed_enclosed(enclosed_in(data, header["wanted"], name=name, most=int(header["most"])))
        if header.get("what") == "places":
            return packed_places(word_places(data, name=name, limits=limits))
        return packed_document(read_document(data, name=name, limits=limits, progress=progress))
    except UnreadableFile as refusal:
        return packed_refusal(refusal)
    except (MemoryError, RecursionError):
        return packed_refusal(
            UnreadableFile(
                name,
                Unreadable.BOMB,
                "reading it takes far more memory than an agreement needs: save it anew as PDF or DOCX and send that",
            )
        )


def _answer(answers: BinaryIO, message: bytes) -> None:
    answers.write(ANSWER.pack(len(message)))
    answers.write(message)
    answers.flush()


if __name__ == "__main__":
    main()
