"""Reading a draft gives back exactly the facts that went in: each template, language and form, and any choice."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from art28.agreement.model import Value
from art28.checking.check import check
from art28.checking.model import Status
from art28.drafting.clauses import ANY, NONE, mandatory, options, templates
from art28.drafting.draft import draft
from art28.drafting.html import as_html
from art28.drafting.markdown import as_markdown
from art28.drafting.model import Draft
from art28.drafting.pdf import as_pdf
from art28.drafting.word import as_docx
from core.drafting.given import GIVEN, MEASURES, differing, read

ON = date(2026, 11, 28)
EVERY = [(template, language) for template in ("balanced", "provider", "customer") for language in ("nl", "en")]
# A value of each fact whose clause takes any.
_SOME: dict[str, tuple[Value, ...]] = {
    "breach.deadline": ("PT12H", "PT24H", "PT48H", "PT72H", "P2D"),
    "requests.deadline": ("P5D", "P14D", "P1M", "P1W"),
    "subprocessors.notice_period": ("P14D", "P30D", "P2M", "P6W"),
    "audit.evidence_deadline": ("P5D", "P10D", "P1M"),
    "end.choice_window": ("P14D", "P30D", "P1M"),
    "liability.claim_period": ("P6M", "P12M", "P1Y"),
    "term.amendment_notice": ("P1M", "P2M", "P90D"),
    "audit.notice": ("P10D", "P14D", "P30D"),
    "end.deadline": ("P30D", "P90D", "P1M"),
    "confidentiality.screening_interval": ("P1Y", "P2Y", "P3Y"),
    "liability.cap": (100_000, 1_000_000),
    "law.court": ("rechtbank Midden-Nederland", "rechtbank Amsterdam"),
    "security.standards": (("ISO27001",), ("ISO27001", "NEN7510")),
    "breach.content": (("nature", "measures"), ("nature", "consequences", "measures", "contact_point")),
}
# Said by what else is chosen, or by who the parties are.
_FOLLOWS = {"breach.wording", "liability.regime", "processing.services", "main_agreement.reference"}


def made(template: str, language: str, **chosen: Value) -> Draft:
    facts = {**GIVEN[language], **{key.replace("__", "."): value for key, value in chosen.items()}}
    return draft(facts, template=template, language=language, measures=MEASURES[language])


def test_the_templates_tested_are_all_there_are() -> None:
    assert {template for template, _ in EVERY} == set(templates())


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_each_template_is_read_as_it_was_drafted_in_every_form(template: str, language: str) -> None:
    drafted = made(template, language)

    for form, data in (
        ("md", as_markdown(drafted)),
        ("html", as_html(drafted)),
        ("docx", as_docx(drafted)),
        ("pdf", as_pdf(drafted, dated=ON)),
    ):
        agreement = read(data, form)
        assert differing(drafted.facts, agreement) == {}, form
        assert not agreement.questions, form


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_no_template_lacks_or_contradicts_what_article_28_asks(template: str, language: str) -> None:
    verdicts = check(read(as_markdown(made(template, language)), "md")).verdicts

    failed = [each.requirement for each in verdicts if each.status in (Status.MISSING, Status.CONTRADICTED)]
    assert failed == []


def _values(key: str) -> tuple[Value, ...]:
    known = tuple(value for value in options()[key] if value != ANY) + _SOME.get(key, ())
    return known if key in mandatory() else (*known, NONE)


_choices = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from(_values(key)) for key in sorted(set(options()) - _FOLLOWS)}
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(st.sampled_from(EVERY), _choices)
def test_whatever_is_chosen_is_read_as_it_was_drafted(which: tuple[str, str], chosen: dict[str, Value]) -> None:
    template, language = which
    try:
        drafted = draft(
            {**GIVEN[language], **chosen}, template=template, language=language, measures=MEASURES[language]
        )
    except ValueError:
        return  # a choice that no clause of ours says beside another is refused, not said otherwise
    assert differing(drafted.facts, read(as_markdown(drafted), "md")) == {}


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(st.sampled_from(EVERY), _choices)
def test_whatever_is_chosen_is_read_back_from_a_pdf(which: tuple[str, str], chosen: dict[str, Value]) -> None:
    template, language = which
    try:
        drafted = draft(
            {**GIVEN[language], **chosen}, template=template, language=language, measures=MEASURES[language]
        )
    except ValueError:
        return
    assert differing(drafted.facts, read(as_pdf(drafted, dated=ON), "pdf")) == {}
