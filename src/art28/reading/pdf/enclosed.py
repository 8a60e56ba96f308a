"""A PDF -> a file that it encloses, by its name; runs in the confined process like all reading."""

import pypdfium2 as pdfium

from art28.reading.pdf.pdf import opened

_LOOKED_AT = 50


def enclosed_in(data: bytes, wanted: str, *, name: str, most: int) -> bytes | None:
    """The first file called `wanted` inside, of at most `most` bytes; None where there is none. Raises UnreadableFile."""
    document = opened(data, name)
    try:
        for index in range(min(document.count_attachments(), _LOOKED_AT)):
            attachment = document.get_attachment(index)
            try:
                if attachment.get_name() != wanted:
                    continue
                content = bytes(attachment.get_data())
            except pdfium.PdfiumError:
                continue
            if len(content) <= most:
                return content
    finally:
        document.close()
    return None
