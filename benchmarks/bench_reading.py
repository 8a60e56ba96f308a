"""Reading an agreement (text, structure, all facts) beside bare PDFium text extraction of the same file."""

import statistics
from pathlib import Path

import pypdfium2

from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from measure import processor_seconds, row, within

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared"
READING_BAR = 5.0
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


def whole(data: bytes, name: str) -> None:
    """What art28 does with it."""
    extract(read_document(data, name=name, limits=Limits()))


def main() -> None:
    """Each PDF at hand, then the reference agreements' text where they are beside the checkout."""
    ratios = []
    for path in sorted((ROOT / "samples" / "pdf").glob("*.pdf")):
        data = path.read_bytes()
        ours = processor_seconds(lambda data=data, path=path: whole(data, path.name), rounds=3)
        baseline = processor_seconds(lambda data=data: bare(data), rounds=3)
        row(path.stem, ours, baseline, baseline_name="PDFium")
        ratios.append(ours / baseline)
    median = statistics.median(ratios)
    print(f"median {median:.2f}x   aimed at {READING_BAR:g}x")
    for number, path in enumerate(sorted((REFERENCE / "seeds").glob("*.txt")), start=1):
        data = path.read_bytes()
        within(
            f"reference agreement {number}",
            processor_seconds(lambda data=data: whole(data, "reference.txt"), rounds=3),
            ONE_AGREEMENT,
        )


if __name__ == "__main__":
    main()
