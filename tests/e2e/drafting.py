"""Drafts in their states, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass

from art28.web.drafts.models import Draft
from e2e.page import Page
from web.drafts.world import drafted
from web.people import Tenant

WITHOUT_PAGE = frozenset({"drafts:preview", "drafts:document", "drafts:withdraw"})


@dataclass(frozen=True, slots=True)
class Drafting:
    """What there is to look at."""

    draft: Draft

    def pages(self) -> Iterator[Page]:
        """Every page about drafts."""
        yield from (Page("drafts:list"), Page("drafts:list", query="q=nergens"), Page("drafts:new"))
        yield from (Page("drafts:edit", (self.draft.pk,)), Page("drafts:detail", (self.draft.pk,)))


def draft_some(ours: Tenant) -> Drafting:
    """A draft that was begun."""
    return Drafting(drafted(ours, template="provider"))
