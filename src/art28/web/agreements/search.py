"""Words -> agreements: a full-text index over title, parties and text; FTS5 on SQLite, tsvector on PostgreSQL.

Case and accents make no difference: both databases are given words without them.
"""

import re
import unicodedata
from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

_WORD = re.compile(r"\w+")
_MOST_WORDS = 8
_LONGEST_TEXT = 900_000  # a tsvector holds a megabyte at most


def unaccented(text: str) -> str:
    """The text without accents on its letters: "é" as "e"; what is no letter with a mark stays as it is."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return apart.translate({ord(mark): None for mark in set(apart) if unicodedata.combining(mark)})


def matching(organisation_id: UUID, words: str) -> RawSQL | None:
    """The ids of agreements that hold every one of `words`, each from its start; None where there is no word."""
    written = _WORD.findall(unicodedata.normalize("NFC", words))[:_MOST_WORDS]
    if not written:
        return None
    terms = [unaccented(term) for term in written]
    if connection.vendor == "sqlite":
        match = " AND ".join(f'{{title text}} : "{term}" *' for term in terms)
        return RawSQL(
            "SELECT agreement_id FROM agreements_search WHERE agreements_search MATCH %s",
            [f"{{organisation_id}} : {organisation_id.hex} AND {match}"],
        )
    return RawSQL(
        "SELECT agreement_id FROM agreements_search WHERE organisation_id = %s AND words @@ to_tsquery('simple', %s)",
        # What was indexed before accents were left out is found by the words as written.
        [
            organisation_id,
            " & ".join(f"({term}:* | {as_written}:*)" for term, as_written in zip(terms, written, strict=True)),
        ],
    )


def index(organisation_id: UUID, agreement_id: UUID, title: Iterable[str], text: str, *, first: bool = False) -> None:
    """Make an agreement findable by its title and parties and by its text, in place of what was indexed before.

    `first` says that nothing was.
    """
    heading, text = unaccented(" ".join(filter(None, title))), unaccented(text)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            if not first:
                cursor.execute(
                    "DELETE FROM agreements_search WHERE rowid IN"
                    " (SELECT rowid FROM agreements_search WHERE agreements_search MATCH %s)",
                    [f"{{agreement_id}} : {agreement_id.hex}"],
                )
            cursor.execute(
                "INSERT INTO agreements_search (organisation_id, agreement_id, title, text) VALUES (%s, %s, %s, %s)",
                [organisation_id.hex, agreement_id.hex, heading, text],
            )
            return
        cursor.execute(
            "INSERT INTO agreements_search (agreement_id, organisation_id, words) VALUES (%s, %s, to_tsvector('simple', %s))"
            " ON CONFLICT (agreement_id) DO UPDATE SET words = excluded.words",
            [agreement_id, organisation_id, f"{heading} {text[:_LONGEST_TEXT]}"],
        )
