"""DATABASE_URL -> Django's connection settings."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from art28.web.environment import InvalidSetting

# Deferred transactions failed 813 of 1,800 times under six writers, immediate ones never.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # What a savepoint may have to take back is kept in files without a name: in memory, SQLite goes through all of it after
    # each row, so that a set-based write within one costs the square of its rows.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=FILE;"
    # What is erased leaves no bytes behind in free pages.
    " PRAGMA secure_delete=ON;",
}
# A machine that is cut off says nothing: without these its locks are kept for two hours, and it waits a quarter of one.
_FOUND_OUT_SECONDS = 25
_KEPT_SECONDS = 60
_CLIENT = {
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": str(_FOUND_OUT_SECONDS * 1000),
}
_SERVER = " ".join(
    f"-c {name}={value}"
    for name, value in {
        "tcp_keepalives_idle": 10,
        "tcp_keepalives_interval": 5,
        "tcp_keepalives_count": 3,
        "tcp_user_timeout": _FOUND_OUT_SECONDS * 1000,
    }.items()
)
_POSTGRESQL_OPTIONS = frozenset({"sslmode", "sslrootcert", "connect_timeout", "application_name", "options"})


def connection(url: str) -> dict[str, Any]:
    """The connection that `url` names.

    >>> connection("postgresql://art28@db.example/art28")["HOST"]
    'db.example'
    >>> connection("sqlite:////srv/art28/art28.sqlite3")["NAME"]
    '/srv/art28/art28.sqlite3'
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        if parts.netloc or not parts.path.strip("/"):
            raise InvalidSetting("DATABASE_URL: write sqlite:///relative/path or sqlite:////absolute/path")
        return sqlite(Path(unquote(parts.path.removeprefix("/"))))
    if parts.scheme in ("postgresql", "postgres"):
        options = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
        unknown = sorted(set(options) - _POSTGRESQL_OPTIONS)
        if unknown:
            raise InvalidSetting(f"DATABASE_URL: {', '.join(unknown)} is not an option that art28 passes on")
        if not parts.path.strip("/"):
            raise InvalidSetting("DATABASE_URL: name the database: postgresql://user:password@host:port/name")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": _KEPT_SECONDS,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {**_CLIENT, "options": _SERVER, **options},
        }
    raise InvalidSetting(f"DATABASE_URL: {parts.scheme or 'no scheme'} is unknown; art28 runs on sqlite and postgresql")


def sqlite(path: Path) -> dict[str, Any]:
    """A connection to one file, kept for a minute as on PostgreSQL: to open one is to read two thousand definitions."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": _KEPT_SECONDS,
        "OPTIONS": dict(_SQLITE_OPTIONS),
    }
