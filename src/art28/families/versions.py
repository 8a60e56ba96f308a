"""Version labels -> their order: "1.4" before "2.0", "januari 2024" before "juli 2024"."""

import re
from collections.abc import Sequence

_MONTHS = (
    ("jan",), ("feb", "fév"), ("mar", "maa", "mär", "mrt"), ("apr", "avr"), ("mai", "may", "mei"), ("jun", "juin"),
    ("jul", "juil"), ("aug", "aoû"), ("sep",), ("oct", "okt"), ("nov",), ("dec", "dez", "déc"),
)  # fmt: skip
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_WORDS_OF_NO_WEIGHT = frozenset({"versie", "version", "v", "ver", "release", "rev", "revision", "stand", "fassung"})
_A_YEAR = 1900


def same_label(one: str, other: str) -> bool:
    """Whether two labels name one version: "Versie 3.2" and "v3.2" do."""
    return _parts(one) == _parts(other)


def in_order(labels: Sequence[str]) -> tuple[int, ...]:
    """The positions of `labels`, oldest version first; where they don't count in one way, in the order given."""
    keys = [_parts(label) for label in labels]
    dated = {bool(key) and isinstance(key[0], int) and key[0] >= _A_YEAR for key in keys}
    counted = all(key and isinstance(key[0], int) for key in keys)
    if len(dated) > 1 or not counted:
        return tuple(range(len(labels)))
    return tuple(sorted(range(len(labels)), key=lambda at: tuple((isinstance(p, str), p) for p in keys[at])))


def _parts(label: str) -> tuple[int | str, ...]:
    """What a label counts by: its numbers and letters; a year before its month, a month before its day."""
    parts = [_part(token) for token in _TOKEN.findall(label.casefold()) if token not in _WORDS_OF_NO_WEIGHT]
    numbers = [part for part in parts if isinstance(part, int)]
    if len(numbers) == len(parts) and len(parts) in (2, 3) and parts[-1] >= _A_YEAR:  # type: ignore[operator]
        return tuple(reversed(parts))
    return tuple(parts)


def _part(token: str) -> int | str:
    if token.isdigit():
        return int(token)
    return next((at for at, names in enumerate(_MONTHS, 1) if token.startswith(names)), token)
