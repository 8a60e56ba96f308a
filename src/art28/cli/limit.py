"""`art28 limit`: from when, how long and by whose rules, to the last moment and how it was counted."""

import argparse
import json
from dataclasses import replace

from art28.cli.errors import UsageError

REGIMES = ("contract", "eu", "nl-act", "hours")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "limit",
        help="count a period to its last moment",
        description=(
            "Counts a period from an instant to its last moment, with every step, the provision behind it, other "
            "readings and warnings. An end 24:00 is 00:00 of the next day; a limit in hours includes its last instant."
        ),
    )
    parser.add_argument(
        "--from",
        dest="starts",
        metavar="INSTANT",
        required=True,
        help="when it starts: 2026-11-10T14:20+01:00, a local time without offset, or a day",
    )
    parser.add_argument(
        "--period", metavar="PERIOD", required=True, help="how long, in ISO 8601: PT72H, P14D, P2W, P1M, P1Y6M"
    )
    parser.add_argument(
        "--regime",
        choices=REGIMES,
        required=True,
        help="whose rules: the contract's, Regulation 1182/71, a Dutch Act (Algemene termijnenwet), or elapsed hours",
    )
    parser.add_argument("--working-days", action="store_true", help="the days of the period are working days")
    parser.add_argument(
        "--shift",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="the contract says that an end on a day off moves to the next working day, or that it does not",
    )
    parser.add_argument("--backward", action="store_true", help="the whole period must lie before the instant")
    parser.add_argument(
        "--zone", metavar="ZONE", default="Europe/Amsterdam", help="time zone of days and clock (default: %(default)s)"
    )
    parser.add_argument(
        "--calendar",
        metavar="NAME",
        help="days off: NL-AWT, NL-1182 or another country as in DE-1182 (default: the regime's own)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print (default: text)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the limit; raises `UsageError` for what can't be read or counted."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.limit_text import as_json, as_text
    from art28.law.calendars import NL_1182, NL_AWT
    from art28.law.days_off import OutsideCalendar, UnknownCalendar
    from art28.law.parameter import UnknownParameter
    from art28.timelimits.compute import compute_limit
    from art28.timelimits.instants import InvalidInstant, parse_instant, zone_named
    from art28.timelimits.limit import Caution, CautionCode, Regime
    from art28.timelimits.period import InvalidPeriod, parse_period

    calendar = {"NL-AWT": NL_AWT, "NL-1182": NL_1182, "": None}.get((options.calendar or "").upper())
    try:
        if options.calendar and calendar is None:
            from art28.law.member_states import calendar_named

            calendar = calendar_named(options.calendar)
        zone = zone_named(options.zone)
        moment = parse_instant(options.starts, zone)
        limit = compute_limit(
            moment.at,
            parse_period(options.period, working_days=options.working_days),
            regime=Regime(options.regime.replace("-", "_")),
            calendar=calendar,
            zone=zone,
            shift=options.shift,
            backward=options.backward,
        )
    except (InvalidInstant, InvalidPeriod, OutsideCalendar, UnknownCalendar, UnknownParameter) as error:
        raise UsageError(str(error)) from error
    warnings = moment.warnings
    if moment.is_day and limit.last_day is None:
        warnings += (Caution(code=CautionCode.TIME_OF_DAY_MISSING),)
    limit = replace(limit, warnings=warnings + limit.warnings)
    print(json.dumps(as_json(limit), indent=2, ensure_ascii=False) if options.format == "json" else as_text(limit))
    return 0
