"""`art28 sealed`: whether a sealed PDF is still as it was sealed, and by whom; needs no database and no network."""

import argparse
from pathlib import Path

from art28.cli.errors import UsageError, bytes_of

_SAID = {
    "intact": "as it was sealed, under the certificate that was given",
    "unknown_seal": "unaltered since it was sealed, under a certificate that was not given",
    "altered": "ALTERED after it was sealed",
    "not_sealed": "carries no seal",
    "unreadable": "can't be read as a PDF",
}


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "sealed",
        help="check a sealed PDF",
        description=(
            "Checks that a sealed PDF is unaltered and whole, and whose seal it carries. Exit code 0: as it was sealed, "
            "under the given certificate; 1: anything else. Nothing is fetched from anywhere."
        ),
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the sealed PDF")
    parser.add_argument(
        "--certificate", metavar="PEM", type=Path, help="the certificate of the seal, as its operator gave it to you"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what the file proves."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    try:
        from art28.sealing.certificates import certificates
    except ImportError as error:
        raise UsageError("checking a seal takes pyHanko: install art28[web]") from error

    from art28.reading.errors import UnreadableFile
    from art28.reading.jail import Jail
    from art28.sealing.proof import Outcome, Proof

    given: tuple[bytes, ...] = ()
    if options.certificate is not None:
        try:
            given = tuple(each.dump() for each in certificates(bytes_of(options.certificate)))
        except ValueError as error:
            raise UsageError(f"{options.certificate}: it is no certificate: name a PEM or DER file") from error
    data = bytes_of(options.file)
    try:
        with Jail(seals=True) as jail:
            proof = jail.proof(data, given, name=options.file.name)
    except UnreadableFile:
        proof = Proof(Outcome.UNREADABLE)
    print(f"{options.file}: {_SAID[proof.outcome.value]}")
    if proof.by:
        print(f"seal of {proof.by}, SHA-256 of its certificate {proof.fingerprint}")
    if proof.at is not None:
        print(
            f"sealed at {proof.at.isoformat()}{' by an RFC 3161 service' if proof.timestamped else ', as the operator says'}"
        )
    return 0 if proof.outcome.value == "intact" else 1
