"""Makes the full-text index of agreements: FTS5 on SQLite, a tsvector with GIN on PostgreSQL."""

from django.db import migrations

_SQLITE = (
    "CREATE VIRTUAL TABLE agreements_search USING fts5("
    "organisation_id, agreement_id, title, text, tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')"
)
_POSTGRESQL = (
    "CREATE TABLE agreements_search (agreement_id uuid PRIMARY KEY, organisation_id uuid NOT NULL, words tsvector NOT NULL)",
    "CREATE INDEX agreements_search_words ON agreements_search USING gin (words)",
    "CREATE INDEX agreements_search_organisation ON agreements_search (organisation_id)",
)


def make(_apps, schema_editor):
    for statement in (_SQLITE,) if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL:
        schema_editor.execute(statement)


def drop(_apps, schema_editor):
    schema_editor.execute("DROP TABLE agreements_search")


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
