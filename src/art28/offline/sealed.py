"""A file -> the same encrypted for keys that the server doesn't hold, and back: the age format, version 1.

Needs nothing of art28 to be opened: any program that reads age does (https://age-encryption.org/v1).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

import pyrage

_SECRET = "AGE-SECRET-KEY-1"  # noqa: S105 - how every secret key begins


class InvalidKey(ValueError):
    """A key that isn't one of age's; says what to do."""


class CannotOpen(Exception):
    """A pack that doesn't open: another's key, a damaged file, or no pack."""


def recipients(keys: Iterable[str]) -> Sequence[pyrage.x25519.Recipient]:
    """Public keys ("age1…") as recipients; raises `InvalidKey`, without ever repeating a secret key."""
    found = []
    for key in keys:
        if key.upper().startswith(_SECRET):
            raise InvalidKey(
                "ART28_OFFLINE_RECIPIENTS holds a secret key; write the public one (age1…) and keep the other away"
            )
        try:
            found.append(pyrage.x25519.Recipient.from_str(key))
        except pyrage.RecipientError:
            raise InvalidKey(f"{key!r} is no public key of age; it begins with age1") from None
    return found


def seal(plain: IO[bytes], sealed: IO[bytes], keys: Iterable[str]) -> None:
    """Encrypt `plain` into `sealed`, piece by piece, for whoever holds one of the secret keys."""
    pyrage.encrypt_io(plain, sealed, recipients(keys))


def new_key() -> tuple[str, str]:
    """A new pair: the secret key, and the public one that belongs to it."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def opened(sealed: Path, secret: str, into: Path) -> tuple[str, ...]:
    """Decrypt the pack `sealed` with a secret key and unpack it into the new folder `into`; returns the names within.

    Raises `CannotOpen`, `InvalidKey`; `FileExistsError` where `into` is there.
    """
    identity = _identity(secret)
    into.mkdir(mode=0o700, parents=True)
    archive = into / ".pack.zip"
    try:
        _decrypt(sealed, archive, identity)
        with ZipFile(archive) as pack:
            names = tuple(pack.namelist())
            if any(not (into / name).resolve().is_relative_to(into.resolve()) for name in names):
                raise CannotOpen(f"{sealed.name} holds a name that leads out of its folder; nothing of it is unpacked")
            pack.extractall(into)
    except BadZipFile as error:
        raise CannotOpen(f"{sealed.name} opened, but what is in it is no pack") from error
    finally:
        archive.unlink(missing_ok=True)
        if not any(into.iterdir()):
            into.rmdir()
    return names


def _decrypt(sealed: Path, archive: Path, identity: pyrage.x25519.Identity) -> None:
    try:
        with sealed.open("rb") as source, archive.open("xb") as target:
            pyrage.decrypt_io(source, target, [identity])
    except (pyrage.DecryptError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the disk's, not the file's
        raise CannotOpen(
            f"{sealed.name} doesn't open with this key: it is another's, or the file is damaged"
        ) from error


def _identity(secret: str) -> pyrage.x25519.Identity:
    """The secret key in the text of a key file, whose other lines are comments."""
    lines = (line.strip() for line in secret.splitlines())
    key = next((line for line in lines if line.upper().startswith(_SECRET)), "")
    try:
        return pyrage.x25519.Identity.from_str(key)
    except pyrage.IdentityError:
        raise InvalidKey("the file holds no secret key of age; such a line begins with AGE-SECRET-KEY-1") from None
