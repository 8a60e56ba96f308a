"""What everybody signed -> the sealed document and the certificate of completion, and then the agreement on file."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from asn1crypto import x509
from cryptography import x509 as certificates_of
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.db import transaction
from django.db.models import F

from art28.agreement import labels
from art28.drafting.draft import words
from art28.drafting.pdf import Signature, as_pdf
from art28.sealing.certificates import certificates, kept
from art28.sealing.key import Key, Level, NoSeal
from art28.web.accounts.access import WORKER
from art28.web.audit.actions import record
from art28.web.drafts.chosen import chosen_in, made
from art28.web.signing import completion, filing, initials, queries
from art28.web.signing.actions import DocumentChanged, require_intact
from art28.web.signing.drawing import as_svg
from art28.web.signing.models import Signatory, Signing, State, Way
from art28.web.signing.signals import moved

_LEASE = timedelta(minutes=2)
_AGAIN = timedelta(minutes=5)
_YEARS = timedelta(days=365 * 10)


def key() -> Key:
    """The operator's key; locally one is made at first use. Raises `NoSeal` where none is named."""
    if not settings.SEAL_KEY or not settings.SEAL_CERTIFICATE:
        raise NoSeal("ART28_SEAL_KEY and ART28_SEAL_CERTIFICATE are not set: name the key and certificate of the seal")
    found = Key(
        Path(settings.SEAL_KEY),
        Path(settings.SEAL_CERTIFICATE),
        settings.SEAL_PASSPHRASE,
        settings.TIMESTAMP_URL,
        Path(settings.SEAL_MATERIAL) if settings.SEAL_MATERIAL else None,
        settings.SEAL_ASKS,
    )
    if settings.SEAL_IS_OWN and not found.key.exists():
        _make(found)
    return found


def trusted() -> tuple[x509.Certificate, ...]:
    """The certificates by which a seal is known as the operator's."""
    return certificates(key().certificate.read_bytes())


def issuers() -> tuple[x509.Certificate, ...]:
    """Whose times and lists of revoked certificates the operator relies on; none where no folder of them is named."""
    folder = key().material
    return () if folder is None else kept(folder)


def _make(at: Key) -> None:
    """A key and a certificate of one's own, for trying art28 on this machine."""
    secret = ec.generate_private_key(ec.SECP256R1())
    name = certificates_of.Name([certificates_of.NameAttribute(NameOID.COMMON_NAME, "art28, local seal")])
    now = datetime.now(UTC)
    usage = certificates_of.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        certificates_of.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(secret.public_key())
        .serial_number(certificates_of.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _YEARS)
        .add_extension(usage, critical=True)
        .sign(secret, hashes.SHA256())
    )
    at.key.parent.mkdir(parents=True, exist_ok=True)
    at.certificate.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    at.key.touch(mode=0o600)
    at.key.write_bytes(
        secret.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def seal_due(*, now: datetime, limit: int) -> int:
    """Seal at most `limit` documents that everybody has signed; returns how many were dealt with."""
    done = 0
    while done < limit:
        due = Signing.objects.filter(state=State.SIGNED, next_attempt_at__lte=now)
        first = due.order_by("next_attempt_at", "id").values_list("pk", "attempts").first()
        if first is None:
            break
        mine = Signing.objects.filter(pk=first[0], attempts=first[1], state=State.SIGNED)
        if mine.update(next_attempt_at=now + _LEASE, attempts=F("attempts") + 1) == 1:
            _carry_out(first[0], now)
        done += 1
    return done


def _carry_out(signing_id: UUID, now: datetime) -> None:
    # What seals takes long to import, and few processes ever do: not before something is to be sealed.
    from pyhanko.sign.timestamps import TimestampRequestError

    from art28.sealing.seal import seal

    rows = Signing.objects.select_related(
        "organisation", "version", "draft__organisation", "draft__legal_entity", "draft__counterparty"
    )
    signing = rows.get(pk=signing_id)
    people = list(queries.people(signing).select_related("organisation"))
    try:
        require_intact(signing)
        document, level = seal(final(signing, people), key(), reason=signing.draft.title.split(" · ")[0])
        about = completion.certificate(signing, people, sealed=document, level=level, now=now)
        certificate, _ = seal(about, key(), reason="Certificate of completion")
    except (NoSeal, TimestampRequestError, DocumentChanged) as error:
        # The kind of fault only; what a service answers may hold anything.
        Signing.objects.filter(pk=signing.pk).update(error=type(error).__name__, next_attempt_at=now + _AGAIN)
        return
    _keep(signing, people, document, certificate, level, now)


@transaction.atomic
def _keep(
    signing: Signing, people: Sequence[Signatory], document: bytes, certificate: bytes, level: Level, now: datetime
) -> None:
    """Effect and state in one transaction: the sealed files, the agreement on file, the mails to all."""
    digests = {
        "sealed_sha256": hashlib.sha256(document).hexdigest(),
        "certificate_sha256": hashlib.sha256(certificate).hexdigest(),
    }
    kept = Signing.objects.filter(pk=signing.pk, state=State.SIGNED).update(
        state=State.SEALED,
        sealed=document,
        certificate=certificate,
        level=level.value,
        sealed_at=now,
        ended_at=now,
        next_attempt_at=None,
        error="",
        **digests,
    )
    if kept != 1:
        return
    content = {**digests, "document_sha256": signing.document_sha256, "level": level.value}
    record(
        organisation=signing.organisation, actor=WORKER, kind="signing.sealed", subject=signing, at=now, content=content
    )
    filing.file_or_wait(signing, document, "pdf", now=now)
    moved.send(Signing, signing=signing, what=State.SEALED.value, who="", reason="", now=now)
    for each in people:
        completion.tell(signing, each, now=now)


def final(signing: Signing, people: Sequence[Signatory]) -> bytes:
    """The document with the signatures set in; its words are those that were signed."""
    draft, zone = signing.draft, ZoneInfo(signing.organisation.time_zone)
    said = words()[draft.language]
    signed = []
    last = signing.begun_at
    for each in people:
        at = each.signed_at or signing.begun_at
        last = max(last, at)
        day = labels.day(at.astimezone(zone).date().isoformat(), draft.language)
        lines = [
            str(said[each.side]),
            said["name"].format(name=each.name),
            *([said["role"].format(role=each.role)] if each.role else []),
            said["date"].format(date=day),
            *([said["place"].format(place=each.place)] if each.place else []),
            *([said["own_key"].format(by=each.copy.by, issuer=each.copy.issuer)] if each.way == Way.KEY else []),
            *([said["initialled"].format(initials=each.initials)] if each.initials else []),
        ]
        drawn = as_svg(each.strokes) if each.way == Way.DRAWN else ""
        signed.append(Signature(tuple(lines), each.name if each.way == Way.TYPED else "", drawn))
    chosen = chosen_in(signing.version)
    day_of_last = last.astimezone(zone).date()
    document = made(chosen, template=draft.template, language=draft.language)
    # Said by no clause and asked by no blank: it follows from the signatures, and is enclosed with the rest.
    document = replace(document, facts={**document.facts, "term.signed_on": day_of_last.isoformat()})
    at_foot = initials.places(draft.language, people) if signing.initials else ()
    return as_pdf(document, dated=day_of_last, signed=signed, initials=at_foot)
