"""`art28 evidence`: export an organisation's evidence pack, or verify one without database and network."""

import argparse
import sys
from pathlib import Path

from art28.cli.errors import UsageError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("evidence", help="export evidence, or verify a pack offline")
    acts = parser.add_subparsers(metavar="export|verify", required=True)
    export = acts.add_parser("export", help="write the evidence pack of an organisation to FILE")
    export.add_argument("file", metavar="FILE", type=Path, help="the pack to write")
    export.add_argument("--organisation", metavar="SLUG", help="needed where the database holds more than one")
    export.set_defaults(run=run_export)
    verify = acts.add_parser("verify", help="check a pack; needs no database and no network")
    verify.add_argument("file", metavar="FILE", type=Path, help="the pack to check")
    verify.add_argument("--head", metavar="HASH", help="the head that somebody outside holds")
    verify.add_argument("--count", metavar="N", type=int, help="the number of records at that head")
    verify.set_defaults(run=run_verify)


def run_verify(options: argparse.Namespace) -> int:
    """Check the pack; exit code 0 whole, 1 with faults, 2 not a pack."""
    from art28.evidence import verify

    arguments = [str(options.file)]
    if options.head:
        arguments += ["--head", options.head]
    if options.count is not None:
        arguments += ["--count", str(options.count)]
    return verify.main(arguments)


def run_export(options: argparse.Namespace) -> int:
    """Write the pack and print its head."""
    from art28.cli.application import ready

    ready()

    from django.utils import timezone

    from art28.web.accounts.access import SYSTEM
    from art28.web.accounts.models import Organisation
    from art28.web.audit import actions
    from art28.web.audit.export import export

    found = Organisation.objects.order_by("slug")
    if options.organisation:
        found = found.filter(slug=options.organisation)
    organisations = list(found[:2])
    if not organisations:
        raise UsageError(
            "no such organisation in the database; run `art28 migrate` and create one, or check --organisation"
        )
    if len(organisations) > 1:
        raise UsageError("the database holds several organisations; name one with --organisation SLUG")
    organisation, now = organisations[0], timezone.now()
    part = options.file.with_name(options.file.name + ".part")
    try:
        with part.open("w+b") as target:
            head = export(target, organisation=organisation, now=now)
        part.replace(options.file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(f"{options.file} can't be written: {error.strerror}") from error
    actions.record(
        organisation=organisation,
        actor=SYSTEM,
        kind="evidence.exported",
        subject=organisation,
        at=now,
        content={"count": head.count, "head": head.hash},
    )
    print(f"{options.file}: {head.count} records, head {head.hash}", file=sys.stdout)
    return 0
