"""Builds the sample agreements: every source in `source/` as text, Markdown, HTML, DOCX and PDF.

    build.py [NAME...]      writes text/NAME.txt, markdown/NAME.md, html/NAME.html, docx/NAME.docx and pdf/NAME.pdf
    build.py --check        writes nothing; exits 1 and names what is missing, stale or left over

How a source is written stands in `source/README.md`. The same source gives the same bytes: dates come from the front
matter, archives carry a fixed time, and PDFs use only the fonts that typst ships and those in `fonts/`. Needs typst and
python-docx, which the project's development environment has.
"""

import argparse
import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.page import as_html
from builder.pdf import as_pdf
from builder.source import Source, parse
from builder.text import as_markdown, as_text
from builder.word import as_docx

HERE = Path(__file__).resolve().parent


def encoded(build: Callable[[Source], str]) -> Callable[[Source], bytes]:
    return lambda source: build(source).encode()


FORMATS: dict[str, tuple[str, Callable[[Source], bytes]]] = {
    "text": (".txt", encoded(as_text)),
    "markdown": (".md", encoded(as_markdown)),
    "html": (".html", encoded(as_html)),
    "docx": (".docx", as_docx),
    "pdf": (".pdf", as_pdf),
}


def sources(names: list[str]) -> Iterator[Source]:
    for path in sorted((HERE / "source").glob("[0-9]*.md")):
        if not names or path.stem in names:
            yield parse(path)


def same(folder: str, old: bytes, new: bytes) -> bool:
    """DOCX is compared by its parts: the compression of an archive may differ from one zlib to the next."""
    if folder != "docx":
        return old == new
    with zipfile.ZipFile(io.BytesIO(old)) as a, zipfile.ZipFile(io.BytesIO(new)) as b:
        return {n: a.read(n) for n in a.namelist()} == {n: b.read(n) for n in b.namelist()}


def update(path: Path, data: bytes, *, check: bool) -> Iterator[str]:
    """Writes a file if it is not up to date, or only complains."""
    if path.exists() and same(path.parent.name, path.read_bytes(), data):
        return
    if check:
        yield f"{'stale' if path.exists() else 'missing'}: {path.parent.name}/{path.name}"
        return
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    print(f"{path.parent.name}/{path.name}")


def build(names: list[str], *, check: bool) -> tuple[list[str], int]:
    """Complaints, and how many samples there are."""
    complaints: list[str] = []
    built = set()
    for source in sources(names):
        built.add(source.name)
        for folder, (suffix, make) in FORMATS.items():
            complaints += update(HERE / folder / (source.name + suffix), make(source), check=check)
    complaints += [f"no such source: {name}" for name in names if name not in built]
    if not names:
        files = (path for folder, (suffix, _) in FORMATS.items() for path in sorted((HERE / folder).glob(f"*{suffix}")))
        complaints += [f"without a source: {path.parent.name}/{path.name}" for path in files if path.stem not in built]
    return complaints, len(built)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these samples")
    parser.add_argument("--check", action="store_true", help="write nothing; say what is not up to date")
    options = parser.parse_args()
    complaints, count = build(options.names, check=options.check)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if options.check and not complaints:
        print(f"{count} samples in {len(FORMATS)} formats are up to date")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
