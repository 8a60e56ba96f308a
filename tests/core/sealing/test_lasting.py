"""A seal that lasts (PAdES B-LTA), by a service of times and a responder over HTTP; by pyHanko's own check and by ours."""

import asyncio
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import PdfSignatureValidationSpec, SignatureValidationSpec
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from art28.cli.main import main
from art28.reading.jail import Jail
from art28.sealing.certificates import certificates
from art28.sealing.key import Key, Level, NoSeal
from art28.sealing.proof import Outcome, Proof
from art28.sealing.seal import archive, seal
from art28.sealing.verify import verify
from art28.typesetting.pdf import pdf
from stamping import Authority, authority, needs_openssl

pytestmark = needs_openssl
_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with authority(tmp_path_factory.mktemp("instantie")) as found:
        yield found


def document() -> bytes:
    data = {"title": "Proef", "organisation": "Veldlicht", "subtitle": "", "language": "nl", "date": "", "nothing": "–"}
    return pdf("register", {**data, "entries": []}, made_at=datetime(2026, 11, 28, tzinfo=UTC))


def listed(root: Authority) -> Key:
    """A key whose operator keeps the root and its list of revoked certificates."""
    root.keep_list(root.folder / "material")
    return Key(
        root.folder / "seal.key.pem",
        root.folder / "seal.pem",
        timestamp_url=f"{root.url}/times",
        material=root.folder / "material",
    )


def asking(root: Authority) -> Key:
    """A key whose operator keeps the root alone, and lets its responder be asked."""
    key = listed(root)
    (root.folder / "material" / "root.crl").unlink()
    return replace(key, asks=True)


def trusted(root: Authority) -> tuple:  # type: ignore[type-arg]
    return certificates((root.folder / "root.pem").read_bytes())


@pytest.mark.parametrize("made", [listed, asking])
def test_what_shows_that_nothing_was_revoked_makes_it_last_by_pyhankos_own_check_and_by_ours(
    root: Authority, made: object
) -> None:
    key = made(root)  # type: ignore[operator]
    root.asked.clear()
    sealed, level = seal(document(), key, reason="Proef")
    assert ("/ocsp" in root.asked) is key.asks
    proof = verify(sealed, trusted(root))
    assert (proof.outcome, level, proof.level) == (Outcome.INTACT, Level.B_LTA, Level.B_LTA)
    found = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    assert [each.sig_object_type for each in found] == ["/Sig", "/DocTimeStamp"]
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(list(trusted(root))),
        revinfo_policy=CertRevTrustPolicy(RevocationCheckingPolicy.from_legacy("require")),
    )
    checked = ades_lta_validation(found[0], PdfSignatureValidationSpec(SignatureValidationSpec(policy)))
    assert asyncio.run(checked).ades_subindic is AdESPassed.OK
    status = validate_pdf_signature(found[0], ValidationContext(trust_roots=list(trusted(root)), allow_fetching=False))
    assert (status.bottom_line, status.modification_level) == (True, ModificationLevel.LTA_UPDATES)
    with Jail(seals=True) as jail:
        assert jail.proof(sealed, [each.dump() for each in trusted(root)], name="zegel.pdf") == proof


def test_whoever_takes_long_to_answer_is_believed_too(root: Authority) -> None:
    key, root.takes = asking(root), 2.0
    try:
        assert seal(document(), key, reason="Proef")[1] is Level.B_LTA
    finally:
        root.takes = 0.0


def test_it_stands_after_the_certificate_of_the_seal_ran_out_until_that_of_the_last_time_does(root: Authority) -> None:
    lasting, _ = seal(document(), listed(root), reason="Proef")
    stamped, level = seal(document(), replace(listed(root), material=None), reason="Proef")
    assert level is Level.B_T
    proof = verify(lasting, trusted(root))
    assert proof.lasts_until is not None
    before, after = proof.lasts_until - _DAY, proof.lasts_until + _DAY
    own = certificates((root.folder / "seal.pem").read_bytes())[0].not_valid_after
    assert own < before < after, "the seal's certificate ends first"
    assert [verify(lasting, trusted(root), at=at).outcome for at in (own + _DAY, before, after)] == [
        Outcome.INTACT,
        Outcome.INTACT,
        Outcome.RUN_OUT,
    ]
    assert verify(stamped, trusted(root), at=own - _DAY).outcome is Outcome.INTACT
    assert verify(stamped, trusted(root), at=own + _DAY).outcome is Outcome.RUN_OUT
    assert verify(lasting, (), at=before).outcome is Outcome.UNKNOWN_SEAL


def test_an_issuer_proves_how_long_it_lasts_and_not_whose_it_is(root: Authority) -> None:
    sealed, _ = seal(document(), listed(root), reason="Proef")
    own = certificates((root.folder / "seal.pem").read_bytes())
    alone, both, neither = verify(sealed, own), verify(sealed, own, trusted(root)), verify(sealed, (), trusted(root))
    assert (alone.outcome, alone.level) == (Outcome.INTACT, Level.B_T)
    assert (both.outcome, both.level) == (Outcome.INTACT, Level.B_LTA)
    assert (neither.outcome, neither.level) == (Outcome.UNKNOWN_SEAL, Level.B_LTA)
    later = own[0].not_valid_after + _DAY
    assert verify(sealed, own, trusted(root), at=later).outcome is Outcome.INTACT
    with Jail(seals=True) as jail:
        ours, theirs = ([each.dump() for each in some] for some in (own, trusted(root)))
        assert jail.proof(sealed, ours, name="zegel.pdf", issuers=theirs) == both


def test_its_times_are_renewed_and_nothing_else_of_it_changes(root: Authority) -> None:
    once, _ = seal(document(), listed(root), reason="Proef")
    again = archive(archive(once, listed(root)), asking(root))
    assert again.startswith(once)
    first, last = verify(once, trusted(root)), verify(again, trusted(root))
    assert (last.outcome, last.level) == (Outcome.INTACT, Level.B_LTA)
    assert first.archived_at is not None
    assert last.archived_at is not None
    assert (last.at, last.archived_at >= first.archived_at) == (first.at, True)


def test_only_times_may_follow_the_seal(root: Authority) -> None:
    sealed, _ = seal(document(), listed(root), reason="Proef")
    assert outcome(sealed + b"\n% meer\n", root) is Outcome.ALTERED
    properties = IncrementalPdfFileWriter(io.BytesIO(sealed))
    another = {generic.pdf_name("/Title"): generic.pdf_string("Een ander stuk")}
    properties.set_info(generic.DictionaryObject(another))  # type: ignore[no-untyped-call]
    changed = io.BytesIO()
    properties.write(changed)  # type: ignore[no-untyped-call]
    assert outcome(changed.getvalue(), root) is Outcome.ALTERED
    assert outcome(archive(changed.getvalue(), listed(root)), root) is Outcome.ALTERED
    # The time itself stands in a hole of what it covers, with room to spare behind it.
    _, before, after, _ = PdfFileReader(io.BytesIO(sealed)).embedded_signatures[-1].byte_range
    for at in (*range(200, before, before // 60), *range(after, len(sealed), 40)):
        flipped = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        assert not is_proven(verify(flipped, trusted(root))), at


def outcome(data: bytes, root: Authority) -> Outcome:
    return verify(data, trusted(root)).outcome


def is_proven(proof: Proof) -> bool:
    return proof.outcome is Outcome.INTACT and proof.level is Level.B_LTA


def test_a_certificate_that_was_revoked_and_a_service_that_is_down_are_not_vouched_for(tmp_path: Path) -> None:
    with authority(tmp_path / "instantie") as own:
        own.revoke("seal")
        for key in (listed(own), asking(own)):
            assert seal(document(), key, reason="Proef")[1] is Level.B_T
        with pytest.raises(NoSeal, match="service of times"):
            archive(document(), replace(listed(own), timestamp_url=""))
    with pytest.raises(TimestampRequestError):
        seal(document(), listed(own), reason="Proef")


def test_the_command_line_says_what_is_proven_and_renews(
    root: Authority, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = listed(root)
    sealed, _ = seal(document(), key, reason="Proef")
    before, after = tmp_path / "zegel.pdf", tmp_path / "vernieuwd.pdf"
    before.write_bytes(sealed)
    known = ["--certificate", str(root.folder / "seal.pem"), "--issuers", str(root.folder / "root.pem")]
    assert main(["sealed", str(before), *known]) == 0
    assert "level proven: PAdES B-LTA, good until " in capsys.readouterr().out
    renewing = ["--renew", str(after), "--timestamp", key.timestamp_url, "--material", str(key.material)]
    assert main(["sealed", str(before), *known, *renewing]) == 0
    capsys.readouterr()
    assert len(PdfFileReader(io.BytesIO(after.read_bytes())).embedded_timestamp_signatures) == 2
    assert main(["sealed", str(after), *known]) == 0
    before.write_bytes(sealed + b"x")
    assert main(["sealed", str(before), *known, *renewing]) == 1
    assert main(["sealed", str(after), "--renew", str(before)]) == 2
