"""A report -> an accessible PDF (PDF/A-2a, PDF/UA-1), with the same drawing as on the page."""

from datetime import datetime, tzinfo
from typing import Any

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.typesetting.pdf import ACCESSIBLE, pdf
from art28.web.audit.kinds import KINDS
from art28.web.exercising import reporting
from art28.web.exercising.report import Report
from art28.web.exercising.templatetags.exercising import exercise_minutes, exercise_time
from art28.web.exercising.words import STEPS


def as_pdf(found: Report, *, zone: tzinfo, now: datetime) -> bytes:
    """The report as a document, in the language that is spoken now."""
    exercise = found.exercise
    data: dict[str, Any] = {
        "language": reporting.language(),
        "organisation": exercise.organisation.name,
        "mark": _("EXERCISE"),
        "title": exercise.title,
        "subtitle": _("Report of exercise %(reference)s, started by %(who)s on %(when)s")
        % {
            "reference": exercise.reference,
            "who": exercise.player,
            "when": date_format(exercise.started_at.astimezone(zone), "j F Y H:i"),
        },
        "summary": _summary(found),
        "date": date_format(now.astimezone(zone), "j F Y H:i"),
        "page": _("Page"),
        "drawing": render_to_string("exercising/timeline.svg", {"timeline": reporting.drawn(found)}),
        "drawing_alt": _("Time line of the exercise; the tables below say the same in words"),
        "caption": _(
            "Squares: what the story told. Dots: steps, and limits met; red is too late. Rings: calls. An upright line is a"
            " limit that fell within the exercise."
        ),
        "story_title": _("The story that was played"),
        "story": exercise.told.split("\n\n"),
        "events": [
            {"after": exercise_minutes(each.due_at, exercise.started_at), "title": each.title, "text": each.text}
            for each in reversed(found.told)
        ],
        **_steps(found),
        **_limits(found, zone),
        **_calls(found),
        **_acts(found),
    }
    return pdf("exercise", data, made_at=now, standards=ACCESSIBLE)


def _summary(found: Report) -> str:
    took = exercise_time(found.took)
    if found.breach is None:
        return _("%(took)s. The breach was not recorded.") % {"took": took}
    return ngettext(
        "%(took)s; %(limits)s limit: %(in_time)s in time, %(late)s too late, %(open)s not done while it still ran.",
        "%(took)s; %(limits)s limits: %(in_time)s in time, %(late)s too late, %(open)s not done while they still ran.",
        found.limit_count,
    ) % {
        "took": took,
        "limits": found.limit_count,
        "in_time": found.in_time,
        "late": found.late,
        "open": found.open,
    }


def _steps(found: Report) -> dict[str, Any]:
    return {
        "steps_title": _("Steps"),
        "steps_heads": [_("Step"), _("After"), _("Who")],
        "steps": [[str(STEPS[step.code]), exercise_time(step.after), step.who] for step in found.steps],
    }


def _limits(found: Report, zone: tzinfo) -> dict[str, Any]:
    start = found.exercise.started_at
    lines = reporting.limits(found)
    more = found.limit_count - len(lines)
    return {
        "limits_title": _("Each limit"),
        "limits_heads": [_("Other side"), _("What"), _("Limit"), _("Done"), _("Share"), _("State")],
        "limits": [
            [
                line["limit"].party or line["limit"].title or "–",
                line["what"],
                date_format(line["limit"].ends_at.astimezone(zone), "d-m-Y H:i")
                if line["limit"].ends_at
                else _("without a number"),
                exercise_minutes(line["limit"].done_at, start) if line["limit"].done_at else "–",
                f"{line['limit'].share}%" if line["limit"].share is not None else "–",
                {"late": str(line["standing"])} if line["tone"] == "late" else str(line["standing"]),
            ]
            for line in lines
        ],
        "limits_more": _("%(n)s more are not listed.") % {"n": more} if more else "",
    }


def _calls(found: Report) -> dict[str, Any]:
    start = found.exercise.started_at
    return {
        "calls_title": _("Calls"),
        "calls_heads": [_("After"), _("Other side"), _("Outcome"), _("Who")],
        "calls": [
            [
                exercise_minutes(call.at, start),
                call.touched.agreement.counterparty_name or call.touched.agreement.title,
                _("spoken to %(who)s") % {"who": call.spoken_to or "–"} if call.reached else _("nobody reached"),
                str(call.by),
            ]
            for call in found.calls
        ],
    }


def _acts(found: Report) -> dict[str, Any]:
    start = found.exercise.started_at
    return {
        "acts_title": _("Who did what"),
        "acts_heads": [_("After"), _("What"), _("Who")],
        "acts": [
            [exercise_minutes(act.at, start), str(KINDS.get(act.kind, act.kind)), act.actor] for act in found.acts
        ],
        "people": "; ".join(f"{name}: {count}" for name, count in found.people),
    }
