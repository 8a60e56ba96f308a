"""Checking an agreement beside reading it (text, structure, all facts)."""

import statistics
from pathlib import Path

from art28.checking.check import check
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from measure import processor_seconds, row

ROOT = Path(__file__).resolve().parent.parent
CHECKING_BAR = 1.0


def main() -> None:
    """Each PDF at hand; a bar of 1 says that checking costs no more than reading."""
    ratios = []
    for path in sorted((ROOT / "samples" / "pdf").glob("*.pdf")):
        data = path.read_bytes()

        def read(data: bytes = data, name: str = path.name) -> None:
            extract(read_document(data, name=name, limits=Limits()))

        agreement = extract(read_document(data, name=path.name, limits=Limits()))
        ours = processor_seconds(lambda agreement=agreement: check(agreement), rounds=3)
        reading = processor_seconds(read, rounds=3)
        row(path.stem, ours, reading, baseline_name="reading", bar=CHECKING_BAR)
        ratios.append(ours / reading)
    print(f"median {statistics.median(ratios):.2f}x   aimed at {CHECKING_BAR:g}x")


if __name__ == "__main__":
    main()
