"""The newest results of a check -> a strip drawn on the server: a low bar where one passed, a high one where one failed."""

from collections.abc import Iterator, Sequence

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.web.controls.models import Result

_STEP, _WIDTH, _HEIGHT, _LOW = 8, 6, 24, 10


def drawn(results: Sequence[Result], places: int) -> SafeString:
    """The strip, oldest left; empty where there are no results. Its words say how many failed."""
    if not results:
        return SafeString("")
    failed = sum(not row.passed for row in results)
    said = ngettext("The last result", "The last %(n)s results", len(results)) % {"n": len(results)}
    label = f"{said}: " + ngettext("%(n)s failed", "%(n)s failed", failed) % {"n": failed}
    width = places * _STEP
    return format_html(
        '<svg class="strip" role="img" viewBox="0 0 {} {}" width="{}" height="{}" aria-label="{}">'
        '<line class="ground" x1="0" x2="{}" y1="{}" y2="{}"/>{}</svg>',
        width,
        _HEIGHT + 1,
        width,
        _HEIGHT + 1,
        label,
        width,
        _HEIGHT + 0.5,
        _HEIGHT + 0.5,
        format_html_join(
            "",
            '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="1"><title>{}</title></rect>',
            _bars(results, places),
        ),
    )


def _bars(results: Sequence[Result], places: int) -> Iterator[tuple[str, int, int, int, int, str]]:
    for number, row in enumerate(results[-places:]):
        height = _LOW if row.passed else _HEIGHT
        kind = "good" if row.passed else "bad"
        x = (places - len(results[-places:]) + number) * _STEP
        at = date_format(timezone.localtime(row.at), "j F Y, H:i")
        yield kind, x, _HEIGHT - height, _WIDTH, height, f"{at}: {row.get_verdict_display()}{value_of(row)}"


def value_of(row: Result) -> str:
    """What was measured, as an addition to a verdict."""
    if row.unchanged:
        return f" ({_('nothing changed since')})"
    return f" ({row.value.normalize():f} {row.check_row.unit})" if row.value is not None and _knows(row) else ""


def _knows(row: Result) -> bool:
    """Whether the check itself was read along, so that its unit costs no query."""
    return "check_row" in row._state.fields_cache
