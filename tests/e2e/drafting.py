"""Drafts in their states, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass

from art28.web.drafts.links import token
from art28.web.drafts.models import Draft, Returned
from e2e.page import Page
from web.drafts.world import World, came_back, drafted
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "drafts:preview",
        "drafts:document",
        "drafts:withdraw",
        "drafts:redline",
        "drafts:decide",
        "drafts:conclude",
        "drafts:read_document",
    }
)


@dataclass(frozen=True, slots=True)
class Drafting:
    """What there is to look at."""

    draft: Draft
    returned: Returned

    def pages(self) -> Iterator[Page]:
        """Every page about drafts."""
        yield from (Page("drafts:list"), Page("drafts:list", query="q=nergens"), Page("drafts:new"))
        yield from (Page("drafts:edit", (self.draft.pk,)), Page("drafts:detail", (self.draft.pk,)))
        made = self.returned.round
        yield from (Page("drafts:send", (self.draft.pk,)), Page("drafts:detail", (made.draft_id,)))
        yield from (Page("drafts:changes", (self.returned.pk,)), Page("drafts:read", (token("round", made.pk),)))


def draft_some(ours: Tenant) -> Drafting:
    """A draft that was begun, and one that came back from the other side."""
    returned, _ = came_back(World(ours, drafted(ours, name="Gemeente Waterrijk")))
    return Drafting(drafted(ours, template="provider"), returned)
