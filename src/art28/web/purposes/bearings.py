"""An agreement as it stands -> whether the processor may use its data for itself, with the passages on either side."""

from art28.document.flow import flow_of
from art28.document.outline import clause_at, outline_of
from art28.obligations.reusing import Bearing, Passage, bearing
from art28.web.agreements import deriving, rows
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, AgreementText
from art28.web.processing.reading import Point, points


def of(agreement: Agreement) -> Bearing:
    """How the agreement stands to such use now."""
    text = agreements.text_of(agreement)
    bans = [each for each in points(text.text) if each.point is Point.NO_OTHER_USE] if text else []
    passages = [Passage(each.text, _provision(text, each.start)) for each in bans] if text else []
    return bearing(deriving.standing(agreement), passages)


def _provision(text: AgreementText, offset: int) -> str:
    """The clause that holds an offset of a text; empty where its structure isn't known."""
    flow = flow_of(rows.to_document(text))
    line = next((each for each in reversed(flow.lines) if each.block.span.start <= offset), None)
    clause = clause_at(outline_of(flow), line.start) if line else None
    return clause.provision if clause else ""
