"""A picture of a page -> the words that Tesseract recognises in it, line by line, each with its place and confidence.

Tesseract runs within this process, by the optional package tesserocr, so that it is confined as the rest of the reading is.
"""

import importlib
import importlib.util
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

LANGUAGES = ("nld", "eng", "deu", "fra")
PACKAGE = "tesserocr"
HOW_TO_INSTALL = (
    "install it with pip install 'art28[ocr]' and Tesseract's languages "
    "(on Debian tesseract-ocr-nld, tesseract-ocr-eng, tesseract-ocr-deu and tesseract-ocr-fra)"
)
# Where systems keep Tesseract's languages.
_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)
# A mark that is neither a letter nor a digit and of which Tesseract is less sure is a speck or a rule.
_SPECK = 65.0


class Seen(NamedTuple):
    """A word in a picture: its text, how sure Tesseract is of it (0 to 100), and its edges in pixels from the top left."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line in a picture: its words from left to right, its baseline and the height of its type, in pixels."""

    words: tuple[Seen, ...]
    baseline: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey pixels, a byte each, row by row; `stride` is the length of a row."""

    pixels: bytes
    width: int
    height: int
    stride: int
    dots_per_inch: int


@cache
def languages(place: str = "") -> tuple[str, ...]:
    """The languages in which text can be recognised here; empty where it can't. `place` is where their files are kept."""
    if importlib.util.find_spec(PACKAGE) is None:
        return ()
    found = _place(place)
    return tuple(name for name in LANGUAGES if found and (found / f"{name}.traineddata").is_file())


@cache
def version() -> str:
    """Tesseract's name and version, as "tesseract/5.5.4"; call it only where there are `languages`."""
    first: str = importlib.import_module(PACKAGE).tesseract_version().split("\n", 1)[0]
    return "/".join(first.split()[:2])


def recognised(picture: Picture, place: str = "") -> list[SeenLine]:
    """The lines in a picture, in the order in which Tesseract reads them; call it only where there are `languages`."""
    package, engine = _engine(place)
    try:
        engine.SetImageBytes(picture.pixels, picture.width, picture.height, 1, picture.stride)
        engine.SetSourceResolution(picture.dots_per_inch)
        if not engine.Recognize():
            return []
        return [line for line in _lines(package, engine) if line.words]
    finally:
        engine.Clear()


def confidence(lines: Sequence[SeenLine]) -> float:
    """How sure Tesseract is of all words together, each by its length; 0 without words."""
    letters = sum(len(word.text) for line in lines for word in line.words)
    return sum(len(word.text) * word.confidence for line in lines for word in line.words) / letters if letters else 0.0


def _place(place: str) -> Path | None:
    return next((Path(one) for one in ((place,) if place else _PLACES) if Path(one).is_dir()), None)


@cache
def _engine(place: str) -> tuple[ModuleType, Any]:
    package = importlib.import_module(PACKAGE)
    engine = package.PyTessBaseAPI(
        path=str(_place(place)), lang="+".join(languages(place)), psm=package.PSM.AUTO, oem=package.OEM.LSTM_ONLY
    )
    return package, engine


def _lines(package: ModuleType, engine: Any) -> Iterator[SeenLine]:
    level, line_level = package.RIL.WORD, package.RIL.TEXTLINE
    words: list[Seen] = []
    baseline, height, lean = 0.0, 0.0, 0.0
    entry = engine.GetIterator()
    if entry is None:
        return
    while True:
        if entry.IsAtBeginningOf(line_level):
            if words:
                yield SeenLine(tuple(words), baseline, height)
            words = []
            ends = entry.Baseline(line_level)
            box = entry.BoundingBox(line_level)
            lean = _lean(ends)
            row = entry.RowAttributes()
            height = row["row_height"] or (box[3] - box[1] if box else 0.0)
            baseline = ends[0][1] - ends[0][0] * lean if ends else (box[3] if box else 0.0)
        box = None if entry.Empty(level) else entry.BoundingBox(level)
        if box:
            word = _word(entry.GetUTF8Text(level), entry.Confidence(level), box, lean)
            words += [word] if word is not None else []
        if not entry.Next(level):
            break
    if words:
        yield SeenLine(tuple(words), baseline, height)


def _lean(ends: tuple[tuple[int, int], tuple[int, int]] | None) -> float:
    """How much a line falls for its length, where the paper lay askew."""
    if not ends or ends[1][0] == ends[0][0]:
        return 0.0
    lean = (ends[1][1] - ends[0][1]) / (ends[1][0] - ends[0][0])
    return lean if math.fabs(lean) < 1 else 0.0


def _word(text: str, sure: float, box: tuple[int, int, int, int], lean: float) -> Seen | None:
    shown = "".join(text.split())
    if not shown or (sure < _SPECK and not any(character.isalnum() for character in shown)):
        return None
    left, top, right, bottom = box
    fall = left * lean
    return Seen(shown, sure, left, top - fall, right, bottom - fall)
