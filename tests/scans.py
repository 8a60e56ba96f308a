"""PDFs with text -> PDFs of pictures of their pages, as a scanner makes them: straight and clean, or askew and speckled."""

import random
import zlib
from collections.abc import Sequence

import pypdfium2 as pdfium

_DOTS_PER_INCH = 200
_LEAN = 0.012
_SPECKS = 0.002


def scanned(data: bytes, *, pages: Sequence[int] | None = None, askew: bool = False) -> bytes:
    """The PDF in which `pages` (counted from 0; all, where None) are pictures; only those pages are in it."""
    document = pdfium.PdfDocument(data)
    wanted = range(len(document)) if pages is None else pages
    pictures = []
    for index in wanted:
        page = document[index]
        bitmap = page.render(scale=_DOTS_PER_INCH / 72, grayscale=True)
        rows = [
            bytes(bitmap.buffer[row * bitmap.stride : row * bitmap.stride + bitmap.width])
            for row in range(bitmap.height)
        ]
        pictures.append((_askew(rows, index) if askew else rows, page.get_width(), page.get_height()))
    document.close()
    return _pdf(pictures)


def _askew(rows: Sequence[bytes], seed: int) -> list[bytes]:
    """The picture sheared so that its lines fall, with dark specks."""
    chance = random.Random(seed)
    height, width = len(rows), len(rows[0])
    lean = chance.choice((-1, 1)) * _LEAN
    columns = [int(x * lean) for x in range(width)]
    turned = [bytearray(b"\xff" * width) for _ in range(height)]
    steps = sorted(set(columns))
    spans = {step: (columns.index(step), width - columns[::-1].index(step)) for step in steps}
    for y in range(height):
        for step, (left, right) in spans.items():
            if 0 <= y - step < height:
                turned[y][left:right] = rows[y - step][left:right]
    for _ in range(int(width * height * _SPECKS)):
        turned[chance.randrange(height)][chance.randrange(width)] = chance.randrange(120)
    return [bytes(row) for row in turned]


def _pdf(pictures: Sequence[tuple[Sequence[bytes], float, float]]) -> bytes:
    kids = " ".join(f"{3 + 3 * number} 0 R" for number in range(len(pictures)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pictures)} >>".encode(),
    ]
    for number, (rows, width, height) in enumerate(pictures):
        page = 3 + 3 * number
        content = f"q {width} 0 0 {height} 0 0 cm /I Do Q".encode()
        data = zlib.compress(b"".join(rows))
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {page + 1} 0 R "
            f"/Resources << /XObject << /I {page + 2} 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
            b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(rows[0]), len(rows), len(data), data),
        ]
    output = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    output += b"".join(b"%010d 00000 n \n" % place for place in places)
    output += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(output)
