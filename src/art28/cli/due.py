"""`art28 due`: what is due in an organisation, or for one of its people, soonest first: what the pages list."""

import argparse
from typing import TYPE_CHECKING

from art28.cli.application import ready
from art28.cli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from art28.web.accounts.models import Organisation, User
    from art28.web.clocks.filters import Filters
    from art28.web.clocks.telling import Told

_MOST = 200


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "due",
        help="list what is due, soonest first",
        description=(
            "Lists the limits that run in an organisation, soonest first, as its page of what is due does; with --mine those "
            "of one person and of nobody in particular. Exit code 1 where something is late and --fail-on late is given."
        ),
    )
    parser.add_argument(
        "--organisation", metavar="NAME", help="its short name or name (default: the only one there is)"
    )
    parser.add_argument("--mine", metavar="EMAIL", help="what this person sees to, and what nobody in particular does")
    parser.add_argument(
        "--within", metavar="PERIOD", default="", help="what ends within it, such as 24h, 7d or P7D, and what is late"
    )
    parser.add_argument("--late", action="store_true", help="what is late alone")
    parser.add_argument("--most", metavar="N", type=int, default=_MOST, help="how many at most (default: %(default)s)")
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="how to print (default: %(default)s)"
    )
    parser.add_argument("--fail-on", choices=("late",), help="exit with 1 where something that is asked for is late")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is due; raises `UsageError` for somebody or something unknown."""
    ready()
    from django.utils import timezone, translation

    from art28.web.clocks import due, telling
    from art28.web.clocks.filters import Standing
    from art28.web.clocks.targets import targets

    if options.most < 1:
        raise UsageError(f"--most is {options.most}; write a number of 1 or more")
    filters = _filters(options)
    user = _user(options.mine) if options.mine else None
    organisation = _organisation(options.organisation, user)
    now = timezone.now()
    scope = due.Scope(organisation, user, now)
    known, language = targets(organisation), organisation.language
    with translation.override(language):
        rows = [
            telling.told(row, now=now, known=known, language=language, zone=scope.zone)
            for row in due.every(scope, filters, most=options.most)
        ]
        print(_as_json(rows, organisation) if options.format == "json" else "\n".join(_as_table(rows, scope.zone)))
    is_late = any(row.standing is Standing.LATE for row in rows)
    return 1 if options.fail_on == "late" and is_late else 0


def _filters(options: argparse.Namespace) -> "Filters":
    from art28.web.clocks.filters import InvalidFilter, Whose, read

    asked = {
        "whose": Whose.MINE_OR_NOBODY.value if options.mine else Whose.ALL.value,
        "within": options.within,
        "state": "late" if options.late else "",
    }
    try:
        return read(asked)
    except InvalidFilter as error:
        raise UsageError(f"--{error}") from error


def _user(email: str) -> "User":
    from art28.web.accounts.models import User

    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        raise UsageError(f"nobody signs in as {email}: check the address, or invite them")
    return user


def _organisation(name: str | None, user: "User | None") -> "Organisation":
    from django.db.models import Q

    from art28.web.accounts.models import Membership, Organisation

    found = Organisation.objects.order_by("name")
    if user is not None:
        works_in = Membership.objects.filter(user=user, ended_at=None).values("organisation")
        found = found.filter(pk__in=works_in)
    if name is not None:
        found = found.filter(Q(slug=name) | Q(name__iexact=name))
    rows = list(found[:2])
    if not rows:
        whose = f" of {user.email}" if user else ""
        raise UsageError(
            f"there is no organisation {name or ''}{whose}: `art28 organisation` makes one".replace("  ", " ")
        )
    if len(rows) > 1:
        raise UsageError("there are several organisations: name one with --organisation")
    return rows[0]


def _as_json(rows: "list[Told]", organisation: "Organisation") -> str:
    import json

    found = {
        "organisation": organisation.slug,
        "late": sum(row.standing == "late" for row in rows),
        "due": [dict(row.record()) for row in rows],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _as_table(rows: "list[Told]", zone: object) -> "Iterator[str]":
    from datetime import tzinfo
    from typing import cast

    from django.utils.translation import gettext as _

    from art28.agreement.labels import shorten
    from art28.web.clocks.telling import local, nothing

    if not rows:
        yield nothing()
        return
    heads = (_("Ends"), _("Left"), _("What"), _("Counterparty"), _("Who sees to it"))
    lines = [
        (
            f"{row.last_day} 24:00" if row.last_day else local(row.ends_at, cast("tzinfo", zone)),
            row.left or row.limit,
            shorten(row.what, 40),
            shorten(row.counterparty or row.agreement, 32),
            row.owner or "-",
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (heads, *lines)) for column in range(len(heads))]
    for line in (heads, *lines):
        yield "  ".join(f"{text:<{width}}" for text, width in zip(line, widths, strict=True)).rstrip()
