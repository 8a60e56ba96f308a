"""Reading a draft gives back exactly the facts that went in: each template, language and form, and any choice."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from art28.agreement.catalogue import catalogue
from art28.agreement.countries import codes_by_name
from art28.agreement.model import Record, Value
from art28.checking.check import check
from art28.checking.model import Status
from art28.drafting.clauses import ANY, NONE, mandatory, options, templates
from art28.drafting.contradictions import contradictions
from art28.drafting.draft import InvalidDraft, draft
from art28.drafting.html import as_html
from art28.drafting.markdown import as_markdown
from art28.drafting.model import Draft
from art28.drafting.pdf import as_pdf
from art28.drafting.word import as_docx
from core.drafting.given import GIVEN, MEASURES, differing, read
from core.drafting.pairs import pairwise

ON = date(2026, 11, 28)
EVERY = [(template, language) for template in ("balanced", "provider", "customer") for language in ("nl", "en")]


def _limit(basis: str, amount: int | None = None, per: str | None = None) -> Record:
    return {"basis": basis, "amount": amount, "per": per, "scope": None}


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
    "breach.content": (
        ("nature", "measures"),
        ("nature", "consequences", "measures", "contact_point"),
        tuple(catalogue()["breach.content"].values),
    ),
    "breach.channel": (("email",), ("phone", "email"), ("portal",), ("phone", "email", "portal", "post")),
    "liability.limits": (
        (_limit("fixed", 250_000, "year"),),
        (_limit("fixed", 750_000, "total"),),
        (_limit("fixed", 100_000, "event"), _limit("fixed", 500_000, "year")),
        (_limit("contract_price"),),
        (_limit("fees_of_month", per="event"),),
        (_limit("fees_of_year"),),
        (_limit("insurance"),),
    ),
    "document.version": ("2.1", "2026/3"),
    "processor.phone": ("0320123456", "+31320123456"),
    "processor.email": ("privacy@rekenhuis.example",),
    "term.signed_on": ("2026-11-30",),
}
# Values in the words of one language.
_WORDED: dict[str, dict[str, tuple[Value, ...]]] = {
    "nl": {
        "end.return_format": ("gangbaar en machineleesbaar formaat", "CSV-bestand"),
        "transfers.carve_outs": (
            ({"service": "het registreren van domeinnamen", "region": None, "condition": None},),
            (
                {
                    "service": "de tweedelijns ondersteuning",
                    "region": "Verenigde Staten",
                    "condition": "mits passende maatregelen zijn getroffen",
                },
                {"service": "het registreren van domeinnamen", "region": None, "condition": None},
            ),
        ),
        "breach.questionnaire": (
            tuple(
                {"question": question, "options": options}
                for question, options in (
                    ("Wanneer is de inbreuk ontdekt?", None),
                    ("Zijn de gegevens versleuteld?", ("ja", "nee", "onbekend")),
                    ("Hoeveel personen zijn getroffen?", None),
                )
            ),
        ),
        "processing.data_categories": (("naam", "gezondheidsgegevens"),),
        "processing.activities": (
            (
                {
                    "service": "hosting", "data": "naam, e-mailadres", "purpose": "het leveren van hosting",
                    "data_subjects": "medewerkers", "retention": "30 dagen", "sub_processor": "Wolkenveld B.V.",
                },
                {
                    "service": "back-up", "data": "naam", "purpose": "het maken van reservekopieën",
                    "data_subjects": "klanten", "retention": None, "sub_processor": None,
                },
            ),
        ),
    },
    "en": {
        "end.return_format": ("commonly used and machine-readable format", "CSV file"),
        "transfers.carve_outs": (
            ({"service": "the registration of domain names", "region": None, "condition": None},),
            (
                {
                    "service": "second-line support",
                    "region": "United States",
                    "condition": "provided that appropriate measures are in place",
                },
                {"service": "the registration of domain names", "region": None, "condition": None},
            ),
        ),
        "breach.questionnaire": (
            tuple(
                {"question": question, "options": options}
                for question, options in (
                    ("When was the breach discovered?", None),
                    ("Are the data encrypted?", ("yes", "no", "unknown")),
                    ("How many persons are affected?", None),
                )
            ),
        ),
        "processing.data_categories": (("name", "health data"),),
        "processing.activities": (
            (
                {
                    "service": "hosting", "data": "name, e-mail address", "purpose": "providing hosting",
                    "data_subjects": "employees", "retention": "30 days", "sub_processor": "Wolkenveld B.V.",
                },
                {
                    "service": "back-up", "data": "name", "purpose": "making back-ups",
                    "data_subjects": "customers", "retention": None, "sub_processor": None,
                },
            ),
        ),
    },
}  # fmt: skip
# Said by what else is chosen, or by who the parties are.
_FOLLOWS = {"processing.services", "main_agreement.reference", "transfers.exceptions"}
_BESIDE = {"document.version", "processor.phone", "processor.email", "term.signed_on"}


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


def _values(key: str, language: str = "") -> tuple[Value, ...]:
    known = tuple(value for value in options().get(key, ()) if value != ANY) + _SOME.get(key, ())
    known += _WORDED.get(language, {}).get(key, ())
    return known if key in mandatory() or key in GIVEN["nl"] else (*known, NONE)


def _choices(language: str) -> st.SearchStrategy[dict[str, Value]]:
    keys = (set(options()) | _BESIDE | set(_WORDED[language])) - _FOLLOWS
    return st.fixed_dictionaries({}, optional={key: st.sampled_from(_values(key, language)) for key in sorted(keys)})


_drafts = st.sampled_from(EVERY).flatmap(lambda which: st.tuples(st.just(which), _choices(which[1])))


def test_every_fact_of_an_agreement_can_be_set_but_what_follows_from_the_others() -> None:
    """What an agreement of ours can't be made to say: the repealed laws that it would cite."""
    party = {key for key in catalogue() if key.startswith(("controller.", "processor."))}
    listed = {"contacts.list", "subprocessors.list", "processing.services", "document.title", *GIVEN["nl"]}
    choosable = set(options()) | _BESIDE | set(_WORDED["nl"]) | party | listed

    assert set(catalogue()) - choosable == {
        "document.language", "document.state", "document.annexes", "document.repealed_law",
    }  # fmt: skip


def _choosable(language: str) -> dict[str, tuple[Value, ...]]:
    keys = (set(options()) | _BESIDE | set(_WORDED[language])) - _FOLLOWS
    return {key: _values(key, language) for key in sorted(keys)}


def _allowed(chosen: dict[str, Value], template: str, language: str) -> Draft:
    """The draft of what was chosen, less what the form refuses beside the rest."""
    while True:
        try:
            drafted = draft(
                {**GIVEN[language], **chosen}, template=template, language=language, measures=MEASURES[language]
            )
        except InvalidDraft as refused:
            gone = {reason.key for reason in refused.given}
        else:
            against = contradictions({**drafted.facts, **chosen}, on=ON)
            gone = {next(key for key in each.keys if key in chosen) for each in against}
            if not gone:
                return drafted
        chosen = {key: value for key, value in chosen.items() if key not in gone}


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_contacts_are_read_back_for_what_each_of_them_is(template: str, language: str) -> None:
    purposes = ("breach", "contract", "support", "privacy", "security")
    listed = tuple(
        {"party": "processor", "purpose": each, "name": f"A. {each.capitalize()}", "role": None,
         "phone": f"05012345{number}", "email": f"{each}@rekenhuis.example"}
        for number, each in enumerate(purposes, start=70)
    )  # fmt: skip
    drafted = draft({**GIVEN[language], "contacts.list": listed}, template=template, language=language)
    assert read(as_markdown(drafted), "md").value("contacts.list") == listed


_PEOPLE: tuple[tuple[str, str | None, str | None, str], ...] = (
    ("J. Winter-van Zonneveld", "functionaris gegevensbescherming", "0501234570", "fg@{}-groep.example"),
    ("A. Bos", None, None, "functionaris.gegevensbescherming@{}-zorggroep-noord.example"),
    ("M. van den Berg-de Wit", "directeur", "+31612345678", "m.vandenberg-dewit@{}.example"),
)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_names_and_addresses_with_hyphens_and_long_ones_are_read_back_in_every_form(language: str, count: int) -> None:
    whose = (
        ("controller", "breach", "zonhof"),
        ("processor", "contract", "rekenhuis"),
        ("controller", "privacy", "zonhof"),
    )
    listed = tuple(
        {"party": party, "purpose": purpose, "name": name, "role": role, "phone": phone, "email": email.format(domain)}
        for (party, purpose, domain), (name, role, phone, email) in zip(whose, _PEOPLE[-count:], strict=False)
    )
    drafted = made("balanced", language, contacts__list=listed, processor__representative="R.J. Boskamp-van der Velden")
    for form, data in (
        ("md", as_markdown(drafted)),
        ("docx", as_docx(drafted)),
        ("pdf", as_pdf(drafted, dated=ON)),
    ):
        assert read(data, form).value("contacts.list") == listed, form
        assert read(data, form).value("processor.representative") == "R.J. Boskamp-van der Velden", form


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_any_two_choices_leave_nothing_of_article_28_missing_and_are_read_as_drafted(language: str, part: int) -> None:
    """Pairwise over all that the form lets one choose, over the three templates in turn; in four parts of one arrangement."""
    wrong: list[object] = []
    rows = tuple(pairwise(_choosable(language)))
    for at in range(part, len(rows), 4):
        chosen, template = rows[at], EVERY[2 * at % len(EVERY)][0]
        drafted = _allowed(chosen, template, language)
        agreement = read(as_markdown(drafted), "md")
        missing = [each.requirement for each in check(agreement).verdicts if each.status is Status.MISSING]
        if missing or differing(drafted.facts, agreement):
            wrong.append((template, missing, differing(drafted.facts, agreement)))
    assert wrong == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(_drafts)
def test_whatever_is_chosen_is_read_as_it_was_drafted(drawn: tuple[tuple[str, str], dict[str, Value]]) -> None:
    (template, language), chosen = drawn
    try:
        drafted = draft(
            {**GIVEN[language], **chosen}, template=template, language=language, measures=MEASURES[language]
        )
    except ValueError:
        return  # a choice that no clause of ours says beside another is refused, not said otherwise
    assert differing(drafted.facts, read(as_markdown(drafted), "md")) == {}


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(_drafts)
def test_whatever_is_chosen_is_read_back_from_a_pdf(drawn: tuple[tuple[str, str], dict[str, Value]]) -> None:
    (template, language), chosen = drawn
    try:
        drafted = draft(
            {**GIVEN[language], **chosen}, template=template, language=language, measures=MEASURES[language]
        )
    except ValueError:
        return
    assert differing(drafted.facts, read(as_pdf(drafted, dated=ON), "pdf")) == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sub_processors_in_any_country_are_read_where_they_were_drafted(language: str) -> None:
    suppliers: tuple[Record, ...] = tuple(
        {"name": f"Firma {at} B.V.", "service": "hosting", "established_in": code, "processing_in": (code,)}
        for at, code in enumerate(sorted(set(codes_by_name().values())), 1)
    )
    drafted = draft({**GIVEN[language], "subprocessors.list": suppliers}, template="balanced", language=language)
    assert read(as_markdown(drafted), "md").value("subprocessors.list") == suppliers
    assert read(as_docx(drafted), "docx").value("subprocessors.list") == suppliers
