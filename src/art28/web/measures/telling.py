"""Measures in words: what one lacks, what an agreement asks of a change and why, what stands in the way, prices."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.securing.changing import Ground, Need
from art28.web.measures.changing import Block
from art28.web.measures.library import Gap

GAPS: Mapping[Gap, str | Promise] = {
    Gap.OVERDUE: _("review is overdue"),
    Gap.NOT_IN_PLACE: _("promised, not in place"),
    Gap.INEFFECTIVE: _("found not to work"),
    Gap.UNMET: _("not met everywhere"),
    Gap.NO_EVIDENCE: _("nothing shows it"),
    Gap.NO_REVIEW: _("no review planned"),
    Gap.NO_OWNER: _("nobody's"),
}
SORTS: Mapping[str, str | Promise] = {
    "name": _("By name"),
    "topic": _("By topic"),
    "review": _("Next review first"),
    "promises": _("Most promised first"),
}
NEEDS: Mapping[int, str | Promise] = {
    Need.NOTHING: _("Nothing"),
    Need.NOTICE: _("Notice"),
    Need.CONSENT: _("Consent"),
}
GROUNDS: Mapping[str, str | Promise] = {
    Ground.ALONE: _("We may change measures on our own."),
    Ground.UNIMPORTANT: _("Important changes only are told, and this is none."),
    Ground.WITH_NOTICE: _("We may change measures on our own, and tell of it."),
    Ground.MUTUAL: _("Measures change by mutual agreement only."),
    Ground.SILENT: _("The agreement is silent; nothing is taken away, so notice is enough."),
    Ground.SILENT_LOWERS: _("The agreement is silent, and something that was promised is taken away."),
}
BLOCKS: Mapping[Block, str | Promise] = {
    Block.REFUSED: _("consent refused"),
    Block.OBJECTS: _("objection not settled"),
    Block.NO_CONSENT: _("no consent yet"),
    Block.UNTOLD: _("not told yet"),
}


def price(cents: int | None) -> str:
    """An amount in euros; empty for none."""
    return "" if cents is None else f"{cents // 100},{cents % 100:02d}"
