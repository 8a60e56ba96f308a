"""Reading an agreement (text, structure, all facts) beside bare PDFium text extraction of the same file, and pdfminer.six.

docling is left out: it reads a PDF with models that it fetches first, and nothing here goes to the network.
"""

import gc
import io
import platform
import statistics
import sysconfig
from pathlib import Path

import pypdfium2
from pdfminer.high_level import extract_text

from art28.document.model import Document
from art28.extraction.extract import extract
from art28.extraction.words.lacking import LACKING
from art28.reading.limits import Limits
from art28.reading.read import read_document
from measure import processor_seconds, side_by_side, within

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared"
READING_BAR = 5.0
# As in the processes of `art28 read` and of the application (cli/files.py, web/agreements/readers.py).
ALLOCATIONS = 50_000
ONE_AGREEMENT = 1.0


def bare(data: bytes) -> None:
    """What anybody pays for the text of a PDF."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def miner(data: bytes) -> None:
    """The same text by pdfminer.six, which finds lines and boxes too."""
    extract_text(io.BytesIO(data))


def reading(data: bytes, name: str) -> Document:
    """What art28 reads out of it: text, paragraphs, tables, running heads."""
    return read_document(data, name=name, limits=Limits())


def whole(data: bytes, name: str) -> None:
    """What art28 does with it: reading, structure, all facts; as of the first agreement of its kind."""
    LACKING.forget()
    extract(reading(data, name))


def in_a_process_of_ours(data: bytes, name: str) -> None:
    """The same where what was imported isn't searched for garbage, as in the processes that read many files."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS)
    whole(data, name)
    gc.set_threshold(*usual)
    gc.unfreeze()


def pdfs() -> list[Path]:
    """The samples, and what PDFs stand beside the checkout."""
    return [*sorted((ROOT / "samples" / "pdf").glob("*.pdf")), *sorted((REFERENCE / "corpus").glob("*.pdf"))]


def main() -> None:
    """Each PDF at hand, then the reference agreements' text where they are beside the checkout."""
    print("Processor time, least of several rounds; times bare PDFium text extraction of the same file")
    optimised = "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "")
    print(f"Python {platform.python_version()}, {'optimised by profile' if optimised else 'a plain build'}")
    print(
        f"{'':32} {'pages':>5} {'PDFium':>9} {'reading':>9} {'':>6} {'with facts':>10} {'':>6} {'pages/s':>8} {'pdfminer':>9}"
    )
    alone: list[float] = []
    ratios: list[float] = []
    spared: list[float] = []
    for number, path in enumerate(pdfs(), start=1):
        data = path.read_bytes()
        pages = len(reading(data, path.name).pages)
        name = path.stem if ROOT in path.parents else f"corpus {number}"
        took = side_by_side(
            {
                "PDFium": lambda data=data: bare(data),
                "reading": lambda data=data, name=name: reading(data, name),
                "whole": lambda data=data, name=name: whole(data, name),
                "spared": lambda data=data, name=name: in_a_process_of_ours(data, name),
            }
        )
        other = side_by_side({"miner": lambda data=data: miner(data)}, rounds=1)["miner"]
        alone.append(took["reading"] / took["PDFium"])
        ratios.append(took["whole"] / took["PDFium"])
        spared.append(took["spared"] / took["PDFium"])
        print(
            f"{name:32} {pages:5} {took['PDFium'] * 1000:6.1f} ms {took['reading'] * 1000:6.1f} ms {alone[-1]:5.2f}x "
            f"{took['whole'] * 1000:7.1f} ms {ratios[-1]:5.2f}x {pages / took['whole']:8.0f} {other / took['PDFium']:8.1f}x"
        )
    print(f"median of reading alone {statistics.median(alone):.2f}x")
    print(f"median of the whole {statistics.median(ratios):.2f}x   aimed at {READING_BAR:g}x")
    print(f"median of the whole in a process of art28's own {statistics.median(spared):.2f}x")
    for number, path in enumerate(sorted((REFERENCE / "seeds").glob("*.txt")), start=1):
        data = path.read_bytes()
        within(
            f"reference agreement {number}",
            processor_seconds(lambda data=data: whole(data, "reference.txt"), rounds=3),
            ONE_AGREEMENT,
        )


if __name__ == "__main__":
    main()
