"""A signature drawn with a finger or mouse -> strokes of whole numbers, and from these a picture; nothing else gets in."""

import json
from collections.abc import Sequence

WIDTH, HEIGHT = 600, 200
_MOST_STROKES, _MOST_NUMBERS, _FEWEST = 80, 8000, 8


def strokes_in(text: str) -> tuple[tuple[int, ...], ...]:
    """The strokes that a browser sent as JSON, each x, y, x, y …; empty for anything that is no drawing."""
    try:
        given = json.loads(text) if len(text) < 10 * _MOST_NUMBERS else None
    except (ValueError, RecursionError):
        return ()
    if not isinstance(given, list) or not 0 < len(given) <= _MOST_STROKES:
        return ()
    strokes = []
    for each in given:
        if not isinstance(each, list) or len(each) % 2 or not all(type(at) is int for at in each):
            return ()
        if not all(0 <= at <= (HEIGHT if place % 2 else WIDTH) for place, at in enumerate(each)):
            return ()
        strokes.append(tuple(each))
    total = sum(map(len, strokes))
    return tuple(strokes) if _FEWEST <= total <= _MOST_NUMBERS else ()


def as_svg(strokes: Sequence[Sequence[int]]) -> str:
    """The drawing, made of numbers alone."""
    lines = "".join(
        f'<polyline points="{" ".join(f"{int(x)},{int(y)}" for x, y in zip(each[::2], each[1::2], strict=True))}"/>'
        for each in strokes
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<g fill="none" stroke="#1d3a6b" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">{lines}</g></svg>'
    )
