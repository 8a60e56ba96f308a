"""A heading with a number of two parts is the topic of what stands below it."""

from art28.document.flow import flow_of
from art28.document.outline import outline_of
from art28.reading.limits import Limits
from art28.reading.read import read_document

_PAGE = """<h1>Agreement</h1><h2>3. Duties</h2><h3>3.1 Staff</h3><p>They keep silent.</p>
<h3>3.2 Breaches</h3><p>They are told.</p><h3>3.3 The processor informs the controller of each breach.</h3><p>At once.</p>"""


def test_what_stands_below_such_a_heading_has_it_for_a_topic() -> None:
    flow = flow_of(read_document(_PAGE.encode(), name="page.html", limits=Limits()))
    headed = {clause.heading: flow.text[clause.start : clause.end] for clause in outline_of(flow)}
    assert "They keep silent." in headed["3.1 Staff"]
    assert "They are told." in headed["3.2 Breaches"]


def test_a_provision_set_as_a_heading_is_no_topic() -> None:
    flow = flow_of(read_document(_PAGE.encode(), name="page.html", limits=Limits()))
    assert not any("informs" in clause.heading for clause in outline_of(flow))
