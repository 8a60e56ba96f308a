"""A sealed PDF -> the same with the time of an RFC 3161 service over the whole of it (PAdES B-LTA), at first or anew.

Anew before the certificate of the last such time runs out: what that one rests on is enclosed first.
"""

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.signers.pdf_signer import TimestampDSSContentSettings
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation import DocumentSecurityStore, async_validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext

FIELD = "Archive time {number}"
_ENCLOSED_FIRST = TimestampDSSContentSettings(include_vri=False, update_before_ts=True)


class _Upkeep(IncrementalPdfFileWriter):
    """Adds to a file and leaves its properties as they were sealed."""

    def _update_meta(self) -> None:
        """No other date, no other maker."""


async def archived(sealed: bytes, time: TimeStamper, material: ValidationContext) -> bytes:
    """The bytes of `sealed` and behind them a time over them all, and what shows that no certificate of a time was revoked.

    Raises what pyHanko does where that can't be shown, and `TimestampRequestError` where the service gives no time.
    """
    before = PdfFileReader(io.BytesIO(sealed)).embedded_timestamp_signatures
    writer = _Upkeep(io.BytesIO(sealed))
    if before:
        last = await async_validate_pdf_timestamp(before[-1], material)
        DocumentSecurityStore.supply_dss_in_writer(
            writer, None, paths=[last.validation_path], validation_context=material
        )
    over = PdfTimeStamper(time, field_name=FIELD.format(number=len(before) + 1))
    made = await over.async_timestamp_pdf(writer, "sha256", material, dss_settings=_ENCLOSED_FIRST)
    return bytes(made.getvalue())
