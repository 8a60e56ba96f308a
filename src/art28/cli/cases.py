"""`art28 cases`: what people decided about agreements, as reference cases by which reading is measured."""

import argparse
from pathlib import Path

from art28.cli import output
from art28.cli.application import ready
from art28.cli.errors import UsageError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "cases",
        help="export what people decided as reference cases",
        description=(
            "Writes DIR/AGREEMENT.json for each agreement of an organisation on whose facts a person decided: codes and "
            "offsets alone, so that nothing of the agreement can be read from it, or with its passages. The export is an act "
            "of its own in the trail."
        ),
    )
    parser.add_argument("organisation", metavar="SLUG", help="the organisation, by its short name")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="where to write the cases")
    parser.add_argument(
        "--with-text", action="store_true", help="with the agreements' own words: keep these to yourself"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one file for each agreement, and say how many."""
    ready()
    from django.utils import timezone

    from art28.web.accounts.access import SYSTEM
    from art28.web.accounts.models import Organisation
    from art28.web.agreements import queries, reference

    organisation = Organisation.objects.filter(slug=options.organisation).first()
    if organisation is None:
        raise UsageError(f"there is no organisation {options.organisation}")
    output.prepare(options.out, ())
    form = reference.Form.TEXT if options.with_text else reference.Form.OFFSETS
    written = 0
    for agreement in queries.decided_on(organisation):
        data = reference.export(agreement, form, actor=SYSTEM, now=timezone.now())
        output.write(options.out / f"{agreement.pk}.json", data.decode().rstrip())
        written += 1
    print(f"{written} reference case{'s' if written != 1 else ''} in {options.out}")
    return 0
