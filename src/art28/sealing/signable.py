"""A finished PDF -> the same with an empty form, so that a signature of somebody's own is told from other changes.

Without a form in it, whoever signs makes one, and a check can't tell what else was changed with the catalogue.
"""

import io

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def signable(pdf: bytes) -> bytes:
    """The bytes of `pdf`, and behind them a form without fields."""
    writer = IncrementalPdfFileWriter(io.BytesIO(ended(pdf)))
    form = generic.DictionaryObject()  # type: ignore[no-untyped-call]
    form[generic.pdf_name("/Fields")] = generic.ArrayObject()
    # Signatures exist, and what follows them is appended: as every program that signs sets it.
    form[generic.pdf_name("/SigFlags")] = generic.NumberObject(3)  # type: ignore[no-untyped-call]
    writer.root[generic.pdf_name("/AcroForm")] = writer.add_object(form)
    writer.update_root()  # type: ignore[no-untyped-call]
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()


def ended(pdf: bytes) -> bytes:
    """The bytes with an end of line behind them, which typst leaves out: PDF/A wants additions on a line of their own."""
    return pdf if pdf.endswith((b"\n", b"\r")) else pdf + b"\n"
