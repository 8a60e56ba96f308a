"""The yearly report: on screen, and as a document in either language."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from art28.typesetting.pdf import ACCESSIBLE, Data, pdf
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.models import Organisation
from art28.web.accounts.rights import Right
from art28.web.reports import saying, yearly
from art28.web.reports.yearly import Year

LANGUAGES = ("nl", "en")


@require_safe
@requires(Right.READ)
def page(request: MemberRequest) -> HttpResponse:
    """A year beside the one before; the address names it."""
    now = timezone.now()
    years = _years(request.organisation, now)
    asked = request.GET.get("year", "")
    year = yearly.year_of(request.organisation, int(asked) if asked in map(str, years) else years[0], now=now)
    zone = ZoneInfo(request.organisation.time_zone)
    context = {
        "year": year,
        "before": year.year - 1,
        "years": years,
        "summary": saying.summary(year),
        "sections": saying.sections(year),
        "late": saying.late(year, zone),
        "more": max(0, year.late_count - len(year.late)),
    }
    return render(request, "reports/yearly.html", context)


def _years(organisation: Organisation, now: datetime) -> list[int]:
    """The years of which there is something to tell, the newest first."""
    last = now.astimezone(ZoneInfo(organisation.time_zone)).year
    return list(range(last, yearly.first_year(organisation, now=now) - 1, -1))


@require_safe
@requires(Right.READ)
def document(request: MemberRequest, year: int, language: str) -> HttpResponse:
    """The same as a PDF."""
    now = timezone.now()
    if language not in LANGUAGES or year not in _years(request.organisation, now):
        raise Http404
    found = yearly.year_of(request.organisation, year, now=now)
    with translation.override(language):
        content = as_pdf(request.organisation, found, language=language, now=now)
        name = f"art28-{_('yearly-report')}-{year}.pdf"
    return downloads.document(content, name)


def as_pdf(organisation: Organisation, year: Year, *, language: str, now: datetime) -> bytes:
    """The report as an accessible document, in the language that is spoken now."""
    zone = ZoneInfo(organisation.time_zone)
    more = year.late_count - len(year.late)
    data: Data = {
        "language": language,
        "organisation": organisation.name,
        "title": _("Yearly report %(year)s") % {"year": year.year},
        "subtitle": _("What was agreed under Article 28 GDPR and what was done about it, up to %(day)s")
        % {"day": date_format(year.until, "j F Y")},
        "summary": saying.summary(year),
        "date": date_format(now.astimezone(zone), "j F Y H:i"),
        "page": _("Page"),
        "heads": [_("What"), str(year.year), str(year.year - 1), _("Difference")],
        "sections": [
            {
                "title": section.title,
                "lines": [
                    {
                        "label": line.label,
                        "now": line.now,
                        "before": line.before,
                        "change": line.change,
                        "bad": line.is_bad,
                    }
                    for line in section.lines
                ],
                "drawings": [
                    {"svg": drawing.svg, "says": drawing.says, "caption": drawing.caption}
                    for drawing in section.drawings
                ],
            }
            for section in saying.sections(year)
        ],
        "late_title": _("Late, with the reasons"),
        "late_heads": [_("What"), _("Limit"), _("Ended"), _("Reasons")],
        "late": [
            {
                "what": each.what,
                "whose": each.whose,
                "limit": each.limit or "–",
                "ended": each.ended,
                "reasons": each.reasons or _("not given yet"),
            }
            for each in saying.late(year, zone)
        ],
        "late_more": _("and %(n)s more") % {"n": more} if more > 0 else "",
    }
    return pdf("yearly", data, made_at=now, standards=ACCESSIBLE)
