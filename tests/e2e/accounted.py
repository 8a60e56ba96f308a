"""The registers, for the pages about them; what stands in them others put in."""

from collections.abc import Iterator
from dataclasses import dataclass

from art28.web.reports import catalogue
from e2e.page import Page

WITHOUT_PAGE = frozenset({"reports:export"})


@dataclass(frozen=True, slots=True)
class Accounted:
    """What there is to look at."""

    def pages(self) -> Iterator[Page]:
        """The pages of registers, full and empty."""
        yield Page("reports:index")
        yield from (Page("reports:register", (each.name,)) for each in catalogue.REGISTERS if not each.page)
        yield Page("reports:register", ("costs",), "q=nergens&kind=audit&from=2026-01-01&until=2026-12-31")
