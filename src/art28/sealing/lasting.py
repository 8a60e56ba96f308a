"""A sealed file and issuers -> the level of PAdES that it proves, by the times and the proof of non-revocation enclosed.

That is judged as at the last time that a service set: whatever runs out or is revoked later takes nothing from it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from asn1crypto import x509
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    CertificateFetchingRule,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from art28.sealing.at_once import at_once
from art28.sealing.key import Level

_DRIFT = timedelta(seconds=1)


def level(
    seal: Any, archives: Sequence[Any], trusted: Sequence[x509.Certificate], stamped_at: datetime | None
) -> Level:
    """The level of a seal that is intact, `archives` being the times over the whole file and `stamped_at` its own."""
    if stamped_at is None:
        return Level.B_B
    if "/DSS" not in seal.reader.root:
        return Level.B_T
    last = archives[-1].self_reported_timestamp if archives else stamped_at
    if not _proves(seal, trusted, last + _DRIFT):
        return Level.B_T
    return Level.B_LTA if archives else Level.B_LT


def _proves(seal: Any, trusted: Sequence[x509.Certificate], at: datetime) -> bool:
    """Whether what the file encloses shows that no certificate was revoked by then (ETSI EN 319 102-1, 5.6.3)."""
    # The seal's own certificate is no issuer: trusted as one it would need no proof.
    issuers = [one for one in trusted if one.self_signed != "no" or one.sha256 != seal.signer_cert.sha256]
    policy = SignatureValidationSpec(
        CertValidationPolicySpec(
            trust_manager=SimpleTrustManager.build(issuers),
            revinfo_policy=CertRevTrustPolicy(RevocationCheckingPolicy.from_legacy("require")),
        ),
        revinfo_gathering_policy=RevocationInfoGatheringSpec(
            online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY,
            certificate_fetching_rule=CertificateFetchingRule.NEVER_FETCH,
        ),
    )
    timing = ValidationTimingInfo(validation_time=at, best_signature_time=at, point_in_time_validation=True)
    found = at_once(ades_lta_validation(seal, PdfSignatureValidationSpec(policy), timing_info=timing))
    return found.ades_subindic is AdESPassed.OK
