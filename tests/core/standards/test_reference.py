"""Real agreements beside the checkout: what declares a model is recognised, and nothing else is."""

from collections import Counter
from pathlib import Path

import pytest

from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.standards.recognise import Relation, recognise

SHARED = Path(__file__).resolve().parents[4] / "shared"
TEXTS = (*sorted(SHARED.glob("seeds/*.txt")), *sorted(SHARED.glob("corpus/*.txt")))
TEN = 10


@pytest.mark.reference
@pytest.mark.skipif(len(TEXTS) < TEN, reason="the reference agreements are not beside the checkout")
def test_models_are_recognised_where_the_file_says_so_and_nowhere_else() -> None:
    found: Counter[tuple[str, str]] = Counter()
    for path in TEXTS:
        document = read_document(path.read_bytes(), name=path.name, limits=Limits())
        for each in recognise(prepare(flow_of(document))):
            found[each.model.id, each.relation.value] += 1
    named = sum("convenant" in path.name for path in TEXTS)
    assert found["onderwijs-convenant", Relation.FOLLOWS] == named
    others = {key for key in found if key[1] != Relation.INCORPORATES} - {("onderwijs-convenant", "follows")}
    assert others == set()
    assert set(found) - {("onderwijs-convenant", "follows")} <= {("scc-2021-914", "incorporates")}
