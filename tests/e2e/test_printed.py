"""Agreements as somebody prints them who was sent to a page: read from the browser's PDF, the facts are those of the page."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, PdfMargins

from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

PAGES = sorted((Path(__file__).resolve().parents[1] / "agreements").glob("*.html"))[::4]
LOOKS = (
    "table{border-collapse:collapse} td,th{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}"
)
DESIGNED = (
    "body{text-align:justify;hyphens:auto} h2,h3{text-transform:uppercase;letter-spacing:.25em;font-weight:400;font-size:1em}"
    "td,th{hyphens:manual;text-align:left} body::before{content:'CONCEPT';position:fixed;top:40%;left:10%;font-size:120pt;"
    "color:#ddd;transform:rotate(-40deg);z-index:-1}"
)
MARGINS = PdfMargins(top="15mm", bottom="15mm", left="15mm", right="15mm")
# Line ends and columns leave a little undecided, more or less with the typefaces that a machine has.
AT_MOST = 0.02
AT_MOST_DESIGNED = 0.04


def facts_of(data: bytes, name: str) -> dict[str, object]:
    agreement = extract(read_document(data, name=name, limits=Limits()))
    return {key: fact.value for key, fact in agreement.facts.items()}


def differing_from(chromium: Browser, pages: Sequence[Path], looks: str) -> tuple[list[tuple[str, str]], int]:
    """The facts that a page printed with such looks says otherwise, and how many the pages say."""
    page, differing, said = chromium.new_page(), list[tuple[str, str]](), 0
    for path in pages:
        page.goto(path.as_uri())
        page.add_style_tag(content=looks)
        printed = page.pdf(format="A4", display_header_footer=True, margin=MARGINS)
        shown, read = facts_of(path.read_bytes(), path.name), facts_of(printed, f"{path.stem}.pdf")
        said += len(shown)
        differing += [(path.stem, key) for key in {*shown, *read} if shown.get(key) != read.get(key)]
    page.close()
    return differing, said


def test_a_printed_page_says_what_the_page_says(chromium: Browser) -> None:
    differing, said = differing_from(chromium, PAGES, LOOKS)
    assert len(PAGES) > 15
    assert said > 1_000
    assert len(differing) <= AT_MOST * said, differing


def test_so_does_one_that_a_designer_set(chromium: Browser) -> None:
    """Spaced capitals for titles, filled lines with hyphens, and a word across each page."""
    pages = PAGES[1::3]
    differing, said = differing_from(chromium, pages, LOOKS + DESIGNED)
    assert len(pages) > 5
    assert len(differing) <= AT_MOST_DESIGNED * said, differing
