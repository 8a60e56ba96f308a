"""1,000 different agreements of twelve pages: as PDF beside bare typst on the same sources, with both cores; as Word; one as
the page that a drafter looks at, with what the law's checks say beside it.
"""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from multiprocessing import get_context
from typing import Any

import pypdfium2

from art28.agreement.model import Value
from art28.drafting.clauses import templates
from art28.drafting.draft import draft
from art28.drafting.html import as_html
from art28.drafting.model import Draft
from art28.drafting.pdf import as_pdf, source_and_inputs
from art28.drafting.word import as_docx
from art28.typesetting.pdf import WITH_DATA, typeset
from art28.web.drafts.drawing import drawn
from measure import within

DRAFTS = 1_000
PAGES = 12
ON = date(2026, 11, 28)
BAR, WORD_BAR, PAGE_BAR = 1.3, 120.0, 1.0
_LIMITS = ("PT24H", "PT36H", "PT48H", "PT72H")
_MEASURES = tuple(
    f"Maatregel {number}: de toegang tot de systemen wordt per rol toegekend, elk kwartaal nagelopen en ingetrokken zodra "
    "iemand van functie wisselt; wat iemand doet wordt vastgelegd en een half jaar bewaard."
    for number in range(1, 61)
)


def given(number: int) -> dict[str, Value]:
    """The facts of the agreement with one customer, unlike those of the others."""
    return {
        "controller.name": f"Stichting Zonhof {number}",
        "controller.registration": f"99{number:06}",
        "controller.street": f"Lisdoddelaan {number + 1}",
        "controller.postcode": "8251 ZK",
        "controller.city": "Dronten",
        "controller.representative": "A.M. Terhoeven",
        "processor.name": "Rekenhuis B.V.",
        "processor.city": "Lelystad",
        "processor.representative": "R.J. Boskamp",
        "main_agreement.reference": f"Raamovereenkomst {number}",
        "breach.deadline": _LIMITS[number % len(_LIMITS)],
        "processing.services": ("hosting", "back-up"),
        "processing.purposes": tuple(f"het leveren van dienst {each}" for each in range(1, 9)),
        "processing.data_categories": ("naam", "e-mailadres", "telefoonnummer", "klantnummer"),
        "processing.data_subjects": ("medewerkers", "klanten", "leveranciers"),
        "processing.activities": tuple(
            {
                "service": f"dienst {each}", "data": "naam, e-mailadres, telefoonnummer",
                "purpose": "het leveren van de dienst",
                "data_subjects": "medewerkers", "retention": f"{each + number % 7} maanden",
                "sub_processor": "Wolkenveld B.V.",
            }
            for each in range(1, 19)
        ),
        "subprocessors.list": tuple(
            {"name": f"Wolkenveld {each} B.V.", "service": "hosting", "established_in": "NL", "processing_in": ("NL", "DE")}
            for each in range(1, 13)
        ),
    }  # fmt: skip


def made(number: int) -> Draft:
    """One draft."""
    names = sorted(templates())
    return draft(given(number), template=names[number % len(names)], language="nl", measures=_MEASURES)


def our_pdf(number: int) -> int:
    """Facts -> PDF."""
    return len(as_pdf(made(number), dated=ON))


def bare_pdf(source: bytes, inputs: Mapping[str, str]) -> int:
    """typst alone, on a source and inputs as they are."""
    made_at = datetime(ON.year, ON.month, ON.day, tzinfo=UTC)
    return len(typeset(source, inputs, made_at=made_at, standards=WITH_DATA))


def our_word(number: int) -> int:
    """Facts -> Word."""
    return len(as_docx(made(number)))


def _bare(pair: tuple[bytes, Mapping[str, str]]) -> int:
    return bare_pdf(*pair)


def seconds(pool: ProcessPoolExecutor, work: Callable[[Any], int], items: Sequence[Any]) -> float:
    """How long both cores take for all of them, by the clock."""
    began = time.perf_counter()
    total = sum(pool.map(work, items, chunksize=max(1, len(items) // 50)))
    assert total
    return time.perf_counter() - began


def page_seconds(number: int) -> float:
    """How long one draft takes until it stands there as a page, read back and checked."""
    began = time.perf_counter()
    one = made(number)
    drawn(one, one.facts, spoken="nl", on=ON)
    as_html(one)
    return time.perf_counter() - began


def main(count: int) -> None:
    """Write them all, and hold."""
    pages = len(pypdfium2.PdfDocument(as_pdf(made(1), dated=ON)))
    cores = len(os.sched_getaffinity(0))
    print(f"{count:,} agreements of {pages} pages on {cores} cores")
    assert pages >= PAGES, pages
    numbers = range(count)
    sources = [source_and_inputs(made(number), dated=ON) for number in numbers]
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:  # typst has threads, which a fork loses
        for work, items in ((our_pdf, numbers[:cores]), (_bare, sources[:cores]), (our_word, numbers[:cores])):
            seconds(pool, work, items)  # every process has loaded what it needs
        ours, bare = seconds(pool, our_pdf, numbers), seconds(pool, _bare, sources)
        ratio = ours / bare
        held = "held" if ratio <= BAR else "NOT HELD"
        print(f"PDF: {ours:.1f} s, bare typst {bare:.1f} s, {ratio:.2f}x   bar {BAR:g}x {held}")
        within(f"{count:,} as Word", seconds(pool, our_word, numbers), WORD_BAR * count / DRAFTS)
    page_seconds(0)
    within("one draft, read back and checked", min(map(page_seconds, range(1, 6))), PAGE_BAR)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DRAFTS)
