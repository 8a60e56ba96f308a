"""A heading below another is the topic of what stands below it, with that other: "Changes" are those of sub-processors."""

from art28.document.flow import flow_of
from art28.document.outline import outline_of
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

_PAGE = """<h1>Agreement</h1><h2>3. Duties</h2><h3>3.1 Staff</h3><p>They keep silent.</p>
<h3>3.2 Breaches</h3><p>They are told.</p><h3>3.3 The processor informs the controller of each breach.</h3><p>At once.</p>"""


def test_what_stands_below_such_a_heading_has_it_for_a_topic() -> None:
    flow = flow_of(read_document(_PAGE.encode(), name="page.html", limits=Limits()))
    headed = {clause.heading: flow.text[clause.start : clause.end] for clause in outline_of(flow)}
    assert "They keep silent." in headed["3.1 Staff (3. Duties)"]
    assert "They are told." in headed["3.2 Breaches (3. Duties)"]


def test_a_provision_set_as_a_heading_is_no_topic() -> None:
    flow = flow_of(read_document(_PAGE.encode(), name="page.html", limits=Limits()))
    assert not any("informs" in clause.heading for clause in outline_of(flow))


def test_a_heading_without_a_number_stands_below_another_too() -> None:
    """But not below the title of the whole."""
    page = (
        "<h1>Agreement</h1><h2>Helpers</h2><h3>Changes</h3><p>You are told.</p><h2>Staff</h2><p>They keep silent.</p>"
    )
    flow = flow_of(read_document(page.encode(), name="page.html", limits=Limits()))
    headings = [clause.heading for clause in outline_of(flow)]
    assert headings[1:] == ["Helpers", "Changes (Helpers)", "Staff"]


def test_what_is_said_below_sub_headings_is_read_by_their_topic() -> None:
    text = """# Verwerkersovereenkomst

## 7. Sub-verwerkers

### 7.1 Toestemming

De klant geeft algemene toestemming.

### 7.3 Wijzigingen

Verwerker meldt een wijziging ten minste 30 dagen van tevoren. De klant kan binnen 14 dagen bezwaar maken.
"""
    agreement = extract(read_document(text.encode(), name="t.md", limits=Limits()))
    said = {key: agreement.facts[key].value for key in agreement.facts if key.startswith("subprocessors.")}
    assert said["subprocessors.authorisation"] == "general"
    assert said["subprocessors.notice_period"] == "P30D"
    assert said["subprocessors.objection"] is True
