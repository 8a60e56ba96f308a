"""The certificate of completion: who signed what, how each was known, where from and when; and the mail that all is done."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from art28.sealing.key import Level
from art28.typesetting.pdf import Data, pdf
from art28.web.drafts import posting
from art28.web.signing.actions import letter
from art28.web.signing.models import Signatory, Signing, Way

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Certificaat van ondertekening",
        "document": "Document",
        "what_was_signed": "Wat is ondertekend",
        "of": "bij: {title}",
        "shown": "SHA-256 van het voorgelegde document",
        "text": "SHA-256 van de tekst",
        "sealed": "SHA-256 van het verzegelde document",
        "level": "Zegel",
        "level_of": "PAdES {level}, van de beheerder van deze toepassing: {what}",
        "B-B": "het tijdstip is dat van de klok van de beheerder",
        "B-T": "een tijdstempeldienst (RFC 3161) staat in voor het tijdstip",
        "B-LT": "een tijdstempeldienst (RFC 3161) staat in voor het tijdstip, en het bewijs dat geen certificaat was "
        "ingetrokken, is ingesloten",
        "B-LTA": "een tijdstempeldienst (RFC 3161) staat in voor het tijdstip, het bewijs dat geen certificaat was "
        "ingetrokken, is ingesloten, en over dat alles staat een archieftijdstempel",
        "begun": "Voorgelegd op",
        "what": "Wat dit is",
        "what_it_is": "Een gewone elektronische handtekening van de genoemde personen (artikel 3, onder 10, "
        "eIDAS-verordening), met een zegel van de beheerder over het document. Het is geen geavanceerde of gekwalificeerde "
        "elektronische handtekening van hen. Dat iemand de genoemde persoon is, blijkt uit de toegang tot het e-mailadres; "
        "meer is daarvoor niet gevraagd.",
        "mail": "E-mailadres",
        "invited": "Uitgenodigd",
        "known": "Code van dit adres getoond",
        "signed": "Ondertekend",
        "place": "Plaats",
        "way": "Wijze",
        "initials": "Paraaf op iedere bladzijde",
        "typed": "getypt",
        "key": "met een eigen sleutel, op een eigen exemplaar",
        "of_certificate": "Certificaat van",
        "issued": "Uitgegeven door",
        "is_known": "{issuer} (vertrouwd door de beheerder)",
        "is_unknown": "{issuer} (niet bekend bij de beheerder; niet gecontroleerd)",
        "copy": "SHA-256 van het ondertekende exemplaar",
        "key_at": "Ondertekend volgens het exemplaar",
        "with_keys": "Van wie met een eigen sleutel ondertekende, is het eigen exemplaar met die handtekening bewaard; het "
        "certificaat staat hierna. Alleen zo'n handtekening kan een geavanceerde zijn (artikel 26 eIDAS-verordening). Of het "
        "certificaat gekwalificeerd is en of het is ingetrokken, is niet onderzocht. Over het document staat een zegel van "
        "de beheerder.",
        "others": "Voor wie anders ondertekende, geldt:",
        "drawn": "getekend",
        "from": "Vanaf",
        "consent": "Verklaard",
        "none": "Geen ondertekenaars.",
        "controller": "namens de verwerkingsverantwoordelijke",
        "processor": "namens de verwerker",
    },
    "en": {
        "title": "Certificate of completion",
        "document": "Document",
        "what_was_signed": "What was signed",
        "of": "for: {title}",
        "shown": "SHA-256 of the document that was shown",
        "text": "SHA-256 of its text",
        "sealed": "SHA-256 of the sealed document",
        "level": "Seal",
        "level_of": "PAdES {level}, of the operator of this application: {what}",
        "B-B": "the time is that of the operator's own clock",
        "B-T": "an RFC 3161 service vouches for the time",
        "B-LT": "an RFC 3161 service vouches for the time, and the proof that no certificate was revoked is enclosed",
        "B-LTA": "an RFC 3161 service vouches for the time, the proof that no certificate was revoked is enclosed, and over "
        "all of this stands an archive time stamp",
        "begun": "Put before the signatories on",
        "what": "What this is",
        "what_it_is": "A simple electronic signature of the persons named (Article 3(10) of the eIDAS Regulation), "
        "with a seal of the operator over the document. It is no advanced or qualified electronic signature of theirs. That "
        "somebody is the person named shows from access to the e-mail address; nothing more was asked for that.",
        "mail": "E-mail address",
        "invited": "Invited",
        "known": "Code of this address shown",
        "signed": "Signed",
        "place": "Place",
        "way": "Way",
        "initials": "Initials on every page",
        "typed": "typed",
        "key": "with a key of their own, on a copy of their own",
        "of_certificate": "Certificate of",
        "issued": "Issued by",
        "is_known": "{issuer} (trusted by the operator)",
        "is_unknown": "{issuer} (not known to the operator; not checked)",
        "copy": "SHA-256 of the signed copy",
        "key_at": "Signed, as the copy says",
        "with_keys": "Of whoever signed with a key of their own, the copy with that signature is kept; the certificate "
        "stands below. Only such a signature can be an advanced one (Article 26 of the eIDAS Regulation). Whether the "
        "certificate is qualified, and whether it was revoked, was not looked into. The document bears a seal of the "
        "operator.",
        "others": "For whoever signed otherwise:",
        "drawn": "drawn",
        "from": "From",
        "consent": "Declared",
        "none": "No signatories.",
        "controller": "for the controller",
        "processor": "for the processor",
    },
}


def certificate(signing: Signing, people: Sequence[Signatory], *, sealed: bytes, level: Level, now: datetime) -> bytes:
    """The certificate as a PDF, not sealed yet."""
    draft, zone = signing.draft, ZoneInfo(signing.organisation.time_zone)
    said = _WORDS[draft.language]

    def moment(at: datetime | None) -> str:
        return "–" if at is None else f"{at.astimezone(zone):%d-%m-%Y %H:%M:%S %z}"

    about: list[Data] = [
        {"label": said["document"], "value": draft.title},
        {"label": said["begun"], "value": moment(signing.begun_at)},
        {"label": said["shown"], "value": signing.document_sha256},
        {"label": said["text"], "value": signing.text_sha256},
        {"label": said["sealed"], "value": hashlib.sha256(sealed).hexdigest()},
        {"label": said["level"], "value": said["level_of"].format(level=level.value, what=said[level.value])},
        {
            "label": said["what"],
            "value": _what_it_is(people, said),
        },
    ]
    entries: list[Data] = [{"title": said["what_was_signed"], "under": "", "fields": about}]
    for each in people:
        fields = (
            ("mail", each.email),
            ("invited", moment(each.invited_at)),
            ("known", moment(each.known_at)),
            ("signed", moment(each.signed_at)),
            ("place", each.place or "–"),
            ("way", said.get(each.way, each.way)),
            *((("initials", each.initials),) if each.initials else ()),
            *_own_key(each, said),
            ("shown", each.signed_sha256),
            ("from", f"{each.address} {each.browser}".strip() or "–"),
            ("consent", each.consent),
        )
        listed: list[Data] = [{"label": said[name], "value": value} for name, value in fields]
        role = f"{each.role}, {said[each.side]}" if each.role else said[each.side]
        entries.append({"title": each.name, "under": role, "fields": listed})
    data: Data = {
        "title": said["title"],
        "organisation": draft.legal_entity.name,
        "subtitle": said["of"].format(title=draft.title),
        "language": draft.language,
        "date": moment(now),
        "nothing": said["none"],
        "entries": entries,
    }
    return pdf("register", data, made_at=now)


def _what_it_is(people: Sequence[Signatory], said: Mapping[str, str]) -> str:
    """What the signatures are, and no more: with keys of their own, without, or both."""
    keys = [each.way == Way.KEY for each in people]
    if not any(keys):
        return said["what_it_is"]
    return said["with_keys"] if all(keys) else f"{said['with_keys']} {said['others']} {said['what_it_is']}"


def _own_key(signatory: Signatory, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is said of the copy that was signed with a key of their own; nothing where none was."""
    if signatory.way != Way.KEY:
        return
    copy = signatory.copy
    zone = ZoneInfo(signatory.organisation.time_zone)
    yield "of_certificate", copy.by
    yield "issued", said["is_known" if copy.is_known else "is_unknown"].format(issuer=copy.issuer)
    yield "key_at", f"{copy.at.astimezone(zone):%d-%m-%Y %H:%M:%S %z}" if copy.at is not None else "–"
    yield "copy", copy.sha256


def tell(signing: Signing, signatory: Signatory, *, now: datetime) -> None:
    """Mail that all have signed, with the link behind which the sealed files can be kept."""
    posting.post(signing.draft, letter(signing, signatory, "completed"), now=now)
