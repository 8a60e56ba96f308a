"""A document -> what `art28 read` says of it, in the form asked for."""

import json
from dataclasses import dataclass

from art28.agreement.model import Agreement
from art28.cli.facts_text import as_facts, as_json, as_table, explained
from art28.cli.sharing import chosen, in_json, in_turn
from art28.document.model import Document
from art28.extraction.explain import explain
from art28.extraction.extract import documents_in, extract, extract_each


@dataclass(frozen=True, slots=True)
class Answer:
    """The facts in `form` ("table", "json" or "facts"), or why one fact, `key`, is read as it is.

    Of a file that holds several agreements each is shown, or the one that is `number`.
    """

    form: str
    key: str | None = None
    number: int | None = None

    def __call__(self, document: Document) -> str:
        """The answer for one document."""
        if self.key:
            documents = chosen(documents_in(document), self.number)
            return in_turn(documents, [explained(explain(each, self.key)) for each in documents])
        agreements = self._agreements(document)
        documents = tuple(agreement.reading.flow.document for agreement in agreements)
        if self.form == "table":
            return in_turn(documents, [as_table(agreement) for agreement in agreements])
        form = {"json": as_json, "facts": as_facts}[self.form]
        return json.dumps(
            in_json(documents, [form(agreement) for agreement in agreements]), ensure_ascii=False, indent=2
        )

    def _agreements(self, document: Document) -> tuple[Agreement, ...]:
        if self.number is None:
            return tuple(extract_each(document))
        return tuple(map(extract, chosen(documents_in(document), self.number)))
