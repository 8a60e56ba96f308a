"""`art28 sealed`: whether a sealed PDF is still as it was sealed, and by whom; needs no database and no network.

With `--renew` it sets one more time of a service over a sealed file, before the certificate of the last one runs out.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from art28.cli.errors import UsageError, bytes_of

if TYPE_CHECKING:
    from art28.sealing.proof import Proof

_SAID = {
    "intact": "as it was sealed, under the certificate that was given",
    "run_out": "unaltered since it was sealed, under the certificate that was given, which has run out since",
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
            "under the given certificate; 1: anything else. Nothing is fetched from anywhere, but for --renew."
        ),
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the sealed PDF")
    parser.add_argument(
        "--certificate",
        metavar="PEM",
        type=Path,
        help="the certificate of the seal, as its operator gave it to you",
    )
    parser.add_argument(
        "--issuers",
        metavar="PEM",
        type=Path,
        help="the issuers that you trust for times and lists of revoked certificates: how long the seal lasts",
    )
    renewing = parser.add_argument_group(
        "renewing", "set one more time over a file that is as it was sealed (PAdES B-LTA)"
    )
    renewing.add_argument("--renew", metavar="OUT", type=Path, help="where to write the renewed file")
    renewing.add_argument("--timestamp", metavar="URL", default="", help="the address of an RFC 3161 service")
    renewing.add_argument(
        "--material", metavar="DIR", type=Path, help="issuers (*.pem) and their lists of revoked certificates (*.crl)"
    )
    renewing.add_argument(
        "--ask", action="store_true", help="ask the addresses in the certificates whether they were revoked"
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

    def given(path: Path | None) -> tuple[bytes, ...]:
        try:
            return () if path is None else tuple(each.dump() for each in certificates(bytes_of(path)))
        except ValueError as error:
            raise UsageError(f"{path}: it is no certificate: name a PEM or DER file") from error

    trusted, issuers = given(options.certificate), given(options.issuers)
    if options.renew is not None and not (options.timestamp and options.material):
        raise UsageError("--renew takes --timestamp and --material: the service, and a folder with the issuers")
    data = bytes_of(options.file)
    try:
        with Jail(seals=True) as jail:
            proof = jail.proof(data, trusted, name=options.file.name, issuers=issuers)
    except UnreadableFile:
        proof = Proof(Outcome.UNREADABLE)
    _say(options.file, proof)
    if proof.outcome is not Outcome.INTACT:
        return 1
    if options.renew is not None:
        options.renew.write_bytes(_renewed(data, options))
        print(f"{options.renew}: written, with one more time over it")
    return 0


def _say(file: Path, proof: "Proof") -> None:
    print(f"{file}: {_SAID[proof.outcome.value]}")
    if proof.by:
        print(f"seal of {proof.by}, SHA-256 of its certificate {proof.fingerprint}")
    if proof.at is not None:
        by = "by an RFC 3161 service" if proof.timestamped else "as the operator says"
        print(f"sealed at {proof.at.isoformat()}{' ' if proof.timestamped else ', '}{by}")
    if proof.level is not None and proof.lasts_until is not None:
        print(f"level proven: PAdES {proof.level.value}, good until {proof.lasts_until.date().isoformat()}")


def _renewed(data: bytes, options: argparse.Namespace) -> bytes:
    # As above.
    from pyhanko.sign.timestamps import TimestampRequestError

    from art28.sealing.key import Key, NoSeal
    from art28.sealing.seal import archive

    # No key is needed to set a time.
    key = Key(Path(), Path(), timestamp_url=options.timestamp, material=options.material, asks=options.ask)
    try:
        return archive(data, key)
    except (NoSeal, TimestampRequestError) as error:
        raise UsageError(f"{options.file}: {error}") from error
