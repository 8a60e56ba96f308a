"""Drafts in their states, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass

from art28.web.drafts.links import token
from art28.web.drafts.models import Draft, Returned
from art28.web.house.models import BroughtSheet, HouseTemplate
from art28.web.sheets.models import Sheet
from art28.web.signing.models import Signatory, Signing
from e2e.page import Page
from web.drafts.world import World, came_back, drafted
from web.house.world import brought, house_draft, taken
from web.people import Tenant
from web.sheets import world as sheets
from web.signing.world import begun

WITHOUT_PAGE = frozenset(
    {
        "drafts:preview",
        "drafts:document",
        "drafts:withdraw",
        "drafts:redline",
        "drafts:decide",
        "drafts:conclude",
        "drafts:read_document",
        "house:settle",
        "house:replace",
        "house:archive",
        "house:file",
        "house:sheet",
        "house:bring",
        "house:documents",
        "sheets:workbook",
        "sheets:make",
        "sheets:documents",
        "signing:withdraw",
        "signing:file",
        "signing:kept",
    }
)


@dataclass(frozen=True, slots=True)
class Drafting:
    """What there is to look at."""

    draft: Draft
    returned: Returned
    signing: Signing
    house: HouseTemplate
    fresh: HouseTemplate
    sheet: BroughtSheet
    of_house: Draft
    of_many: Sheet

    def pages(self) -> Iterator[Page]:
        """Every page about drafts."""
        yield from (Page("drafts:list"), Page("drafts:list", query="q=nergens"), Page("drafts:new"))
        yield from (Page("drafts:edit", (self.draft.pk,)), Page("drafts:detail", (self.draft.pk,)))
        made = self.returned.round
        yield from (Page("drafts:send", (self.draft.pk,)), Page("drafts:detail", (made.draft_id,)))
        yield from (Page("drafts:changes", (self.returned.pk,)), Page("drafts:read", (token("round", made.pk),)))
        first = Signatory.objects.get(signing=self.signing, order=0)
        yield from (Page("signing:begin", (self.draft.pk,)), Page("signing:paper", (self.draft.pk,)))
        yield from (Page("signing:check"), Page("signing:sign", (token("signatory", first.pk),)))
        yield Page("drafts:detail", (self.signing.draft_id,))
        yield from (Page("house:list"), Page("house:list", query="state=archived"), Page("house:new"))
        yield from (Page("house:detail", (self.house.pk,)), Page("house:detail", (self.fresh.pk,)))
        yield from (Page("house:whom", (self.house.pk,)), Page("house:fill", (self.house.pk,)))
        yield from (Page("house:rows", (self.sheet.pk,)), Page("house:redraft", (self.of_house.pk,)))
        yield Page("drafts:detail", (self.of_house.pk,))
        yield from (Page("sheets:new"), Page("sheets:detail", (self.of_many.pk,)))


def draft_some(ours: Tenant) -> Drafting:
    """A draft that was begun, one that came back from the other side, and one that is being signed."""
    returned, _ = came_back(World(ours, drafted(ours, name="Gemeente Waterrijk")))
    signing = begun(World(ours, drafted(ours, name="Stichting Veldhof")))
    house = taken(ours)
    fresh = taken(ours, name="Nieuw model", settled=False)
    sheet = brought(ours, house, {"end.deadline": None}, {})
    of_many = sheets.brought(ours, {"controller.name": "Gemeente Zandhoek"}, {"controller.name": "Stichting Duinrand"})
    of_house = house_draft(ours, house)
    return Drafting(drafted(ours, template="provider"), returned, signing, house, fresh, sheet, of_house, of_many)
