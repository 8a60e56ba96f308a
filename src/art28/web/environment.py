"""Environment -> settings: small readers that fail loudly, naming the variable and what it wants."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off", ""})


_SHORTEST_SECRET = 50
_FEWEST_CHARACTERS = 5


class InvalidSetting(ValueError):
    """A variable of the environment is missing or can't be read."""


def text(name: str, default: str | None = None, *, environment: Mapping[str, str] = os.environ) -> str:
    """The variable `name`; without a default it must be there and not be empty."""
    value = environment.get(name, "")
    if value:
        return value
    if default is None:
        raise InvalidSetting(f"{name} is not set; set it in the environment of this process")
    return default


def flag(name: str, default: bool, *, environment: Mapping[str, str] = os.environ) -> bool:  # noqa: FBT001
    """The variable `name` as yes or no."""
    value = environment.get(name)
    if value is None:
        return default
    if value.lower() in TRUE_WORDS:
        return True
    if value.lower() in FALSE_WORDS:
        return False
    raise InvalidSetting(f"{name} is {value!r}; write 1 or 0")


def number(name: str, default: int, *, environment: Mapping[str, str] = os.environ) -> int:
    """The variable `name` as a whole number, not below zero."""
    value = environment.get(name, "")
    if not value:
        return default
    if not value.isascii() or not value.isdigit():
        raise InvalidSetting(f"{name} is {value!r}; write a whole number")
    return int(value)


def words(name: str, default: tuple[str, ...], *, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The variable `name` as a list parted by commas."""
    value = environment.get(name, "")
    return tuple(word.strip() for word in value.split(",") if word.strip()) or default


def stored_secret(path: Path) -> str:
    """The secret kept at `path`, made at first use and readable by its owner only.

    Several processes may start at once: whoever links the file first wins, the others read it.
    """
    try:
        return _own_secret(path)
    except FileNotFoundError:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return _own_secret(path)


def _own_secret(path: Path) -> str:
    if path.stat().st_mode & 0o077:
        raise InvalidSetting(f"{path} can be read by others; make a new secret, or say: chmod 600 {path}")
    return path.read_text(encoding="ascii").strip()


def strong(name: str, secret: str) -> str:
    """`secret`, where it is long and varied enough to guard a server; sealed sessions and links rest on it."""
    if len(secret) < _SHORTEST_SECRET or len(set(secret)) < _FEWEST_CHARACTERS:
        raise InvalidSetting(
            f"{name} is too easy to guess; make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
        )
    return secret
