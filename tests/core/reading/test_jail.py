"""A file is read in a process with bounds: whatever it does, its sender gets an answer and the next file is read."""

import io
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from art28.reading.pdf.recognition import languages
from art28.reading.read import read_document
from scans import scanned

needs_tesseract = pytest.mark.skipif(not languages(), reason="tesserocr or Tesseract's languages are not installed")
AGREEMENT = "Artikel 1. Beveiliging\n\n1.1 Verwerker beveiligt de gegevens – altijd.\n".encode()
_MIB = 1024 * 1024


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    with Jail() as shared:
        yield shared


def refusal(jail: Jail, data: bytes, name: str = "overeenkomst") -> UnreadableFile:
    with pytest.raises(UnreadableFile) as raised:
        jail.read(data, name=name)
    return raised.value


def test_a_document_comes_out_as_it_is_read_outside(jail: Jail) -> None:
    source = b"# Een\n\n**1.1** Verwerker [meldt](x).\n\n| a | b |\n|---|---|\n| c | d |\n\n## Twee\n\n## Drie\n"
    assert jail.read(source, name="x.md") == read_document(source, name="x.md", limits=Limits())


def test_a_pdf_of_several_pages_comes_out_as_it_is_read_outside(jail: Jail, make_pdf: Callable[..., bytes]) -> None:
    data = make_pdf([[(70, 700, "1.1 Verwerker meldt.")], [(70, 700, "1.2 Klant bevestigt.")]])
    assert jail.read(data, name="x.pdf") == read_document(data, name="x.pdf", limits=Limits())


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda pdf, docx: b"", Unreadable.EMPTY),
        (lambda pdf, docx: pdf([[(70, 700, "1.1 Tekst")]])[:150], Unreadable.DAMAGED),
        (lambda pdf, docx: pdf([[(70, 700, "1.1 Tekst")]], password="sesam"), Unreadable.ENCRYPTED),
        (lambda pdf, docx: pdf([[(70, 700, "1.1 Tekst")]] * 501), Unreadable.TOO_MANY_PAGES),
        (lambda pdf, docx: docx("<w:p><w:r><w:t>" + "x" * 30 * _MIB + "</w:t></w:r></w:p>"), Unreadable.BOMB),
        (lambda pdf, docx: b"MZ" + bytes(2000), Unreadable.UNKNOWN_FORMAT),
        (lambda pdf, docx: bytes(range(1, 256)) * 40, Unreadable.ENCODING),
        (lambda pdf, docx: b"%PDF-1.7\n" + bytes(50 * _MIB), Unreadable.TOO_LARGE),
    ],
    ids=["empty", "truncated", "encrypted", "many-pages", "zip-bomb", "program", "binary", "huge"],
)
def test_bad_input_gets_its_own_clear_refusal(
    jail: Jail,
    make_pdf: Callable[..., bytes],
    make_docx: Callable[..., bytes],
    make: Callable[[Callable[..., bytes], Callable[..., bytes]], bytes],
    reason: Unreadable,
) -> None:
    error = refusal(jail, make(make_pdf, make_docx), "bijlage.bin")
    assert error.reason is reason
    assert str(error).startswith("bijlage.bin: ")
    assert jail.read(AGREEMENT, name="x.txt").text.encode() == AGREEMENT


def test_what_takes_too_long_is_stopped_and_the_next_file_is_read() -> None:
    with Jail(Limits(wall_seconds=0.8)) as strict:
        slow = b"1.1 Verwerker be- veiligt de gegevens en meldt elk datalek aan Klant.\n" * 60_000
        assert refusal(strict, slow).reason is Unreadable.TOO_SLOW
        assert strict.read(AGREEMENT, name="x.txt").blocks


def test_what_takes_too_much_processor_time_is_stopped() -> None:
    with Jail(Limits(cpu_seconds=0, wall_seconds=60.0)) as strict:
        slow = b"1.1 Verwerker be- veiligt de gegevens en meldt elk datalek aan Klant.\n" * 70_000
        assert refusal(strict, slow).reason is Unreadable.TOO_SLOW


@pytest.mark.skipif(sys.platform != "linux", reason="address space is bounded on Linux")
def test_what_takes_too_much_memory_is_stopped_and_the_next_file_is_read() -> None:
    with Jail(Limits(memory_bytes=200 * _MIB)) as strict:
        large = b"<html><body>" + b"<p>x" * 1_200_000
        assert refusal(strict, large).reason in (Unreadable.BOMB, Unreadable.DAMAGED)
        assert strict.read(AGREEMENT, name="x.txt").blocks


def test_a_process_that_is_ended_from_outside_is_replaced() -> None:
    with Jail() as jail:
        jail.read(AGREEMENT, name="x.txt")
        inmate = jail._idle.get()
        assert inmate is not None
        inmate._process.kill()
        inmate._process.wait()
        jail._idle.put(inmate)
        assert jail.read(AGREEMENT, name="x.txt").blocks


def test_threads_share_the_processes() -> None:
    found: list[str] = []
    with Jail(processes=2) as jail:

        def read(number: int) -> None:
            found.append(jail.read(b"%d.1 Verwerker meldt." % number, name="x.txt").text)

        threads = [threading.Thread(target=read, args=(number,)) for number in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(found) == sorted(f"{number}.1 Verwerker meldt." for number in range(12))


def test_a_closed_jail_reads_nothing() -> None:
    jail = Jail()
    jail.close()
    with pytest.raises(RuntimeError, match="closed"):
        jail.read(AGREEMENT, name="x.txt")


_ATTEMPTS = """
import ctypes, os, sys
from art28.reading.jailed.confinement import confine
import socket
from art28.reading.limits import Limits
from art28.reading.read import read_document
held = confine(memory_bytes=2**31)
if len(sys.argv) > 2:
    with open(sys.argv[2], "rb") as stream:
        print(read_document(stream.read(), name="x.pdf", limits=Limits()).pages[0].recognised is not None)
def attempt(name, act):
    try:
        act()
    except (OSError, RuntimeError):
        return
    print(name)
attempt("socket", lambda: socket.socket())
attempt("program", lambda: os.execv("/bin/true", ["true"]))
attempt("fork", os.fork)
attempt("remove", lambda: os.remove(sys.argv[1]))
if sys.platform == "linux" and "system_calls" in held:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.socket(2, 1, 0) >= 0:
        print("raw socket")
    if libc.unlink(sys.argv[1].encode()) == 0:
        print("raw unlink")
def write():
    with open(sys.argv[1], "a") as stream:
        stream.write("x" * 100)
attempt("write", write)
print("done", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="bounds are those of POSIX")
def test_a_confined_process_reaches_neither_the_net_nor_programs_nor_files(tmp_path: Path) -> None:
    victim = tmp_path / "bestand"
    victim.write_text("blijft")
    done = subprocess.run(
        [sys.executable, "-c", _ATTEMPTS, str(victim)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split("\n")[:-1] == ["done"], done.stderr
    assert victim.read_text() == "blijft"


@needs_tesseract
@pytest.mark.skipif(sys.platform == "win32", reason="bounds are those of POSIX")
def test_the_bounds_hold_after_a_page_was_recognised_too(tmp_path: Path, make_pdf: Callable[..., bytes]) -> None:
    victim, scan = tmp_path / "bestand", tmp_path / "scan.pdf"
    victim.write_text("blijft")
    scan.write_bytes(scanned(make_pdf([[(70, 700, "1.1 Verwerker meldt een datalek aan de klant.")]])))
    done = subprocess.run(
        [sys.executable, "-c", _ATTEMPTS, str(victim), str(scan)],
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    assert done.stdout.split("\n")[:-1] == ["True", "done"], done.stderr
    assert victim.read_text() == "blijft"


def test_the_jail_says_which_bounds_hold(jail: Jail) -> None:
    assert "python_calls" in jail.bounds()
    if sys.platform != "win32":
        assert {"memory", "files"} <= set(jail.bounds())


def test_nothing_is_left_running_after_a_jail_is_closed(tmp_path: Path) -> None:
    with Jail() as jail:
        jail.read(AGREEMENT, name="x.txt")
        inmate = jail._idle.get()
        jail._idle.put(inmate)
    assert inmate is not None
    with pytest.raises(ProcessLookupError):
        os.kill(inmate._process.pid, 0)


def test_an_archive_within_the_limits_is_no_bomb(jail: Jail, make_docx: Callable[..., bytes]) -> None:
    data = make_docx("<w:p><w:r><w:t>Verwerker meldt.</w:t></w:r></w:p>" * 300)
    assert zipfile.is_zipfile(io.BytesIO(data))
    assert len(jail.read(data, name="x.docx").blocks) == 300


def test_a_file_inside_a_pdf_is_taken_out_by_its_name_as_far_as_it_is_not_too_large(
    jail: Jail, make_pdf: Callable[..., bytes]
) -> None:
    document = pdfium.PdfDocument(make_pdf([[(70, 700, "Melding")]]))
    for name, content in (("ander.json", b"[]"), ("report.json", b'{"a": 1}')):
        document.new_attachment(name).set_data(content)
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    data = stream.getvalue()
    assert jail.enclosed(data, "report.json", name="x.pdf", most=100) == b'{"a": 1}'
    assert jail.enclosed(data, "report.json", name="x.pdf", most=7) is None
    assert jail.enclosed(data, "weg.json", name="x.pdf", most=100) is None
    with pytest.raises(UnreadableFile):
        jail.enclosed(b"%PDF-1.7 kapot", "report.json", name="x.pdf", most=100)
