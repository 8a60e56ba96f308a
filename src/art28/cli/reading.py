"""A document -> what `art28 read` says of it, in the form asked for."""

from dataclasses import dataclass

from art28.cli.facts_text import as_facts, as_json, as_table, explained
from art28.document.model import Document
from art28.extraction.explain import explain
from art28.extraction.extract import extract


@dataclass(frozen=True, slots=True)
class Answer:
    """The facts in `form` ("table", "json" or "facts"), or why one fact, `key`, is read as it is."""

    form: str
    key: str | None = None

    def __call__(self, document: Document) -> str:
        """The answer for one document."""
        if self.key:
            return explained(explain(document, self.key))
        form = {"table": as_table, "json": as_json, "facts": as_facts}[self.form]
        return form(extract(document))
