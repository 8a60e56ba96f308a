"""Packs and profiles: what an agreement is held against besides Article 28."""

import tomllib
from pathlib import Path

import pytest

from art28.checking.check import check
from art28.checking.flags.flag import flags_by_id
from art28.checking.messages import said
from art28.checking.model import Checked, PackVerdict, Severity, Status
from art28.checking.packs.pack import MUST, Entry, packs, profiles
from art28.checking.packs.packing import profiled
from art28.checking.requirements import requirements
from core.checking.agreements import agreement_read_in

_CASES: dict[str, list[dict[str, str]]] = tomllib.loads(
    (Path(__file__).parents[2] / "law" / "packs.toml").read_text(encoding="utf-8")
)
_TEXT = {
    "nl": "Verwerkersovereenkomst\n\nArtikel 1. Onderwerp\n"
    "1.1 Verwerker levert roostersoftware aan Verwerkingsverantwoordelijke.\n\nArtikel 2. {heading}\n2.1 {clause}\n",
    "en": "Data processing agreement\n\nArticle 1. Subject\n"
    "1.1 The Processor supplies scheduling software to the Controller.\n\nArticle 2. {heading}\n2.1 {clause}\n",
}
_ENTRIES = [entry for pack in packs().values() for entry in pack.entries]


def _checked(profile: str, clause: str, heading: str = "Afspraken", language: str = "nl") -> Checked:
    agreement = agreement_read_in(_TEXT[language].format(heading=heading, clause=clause))
    return profiled(agreement, check(agreement), profiles()[profile])


def _verdict(checked: Checked, entry: str) -> PackVerdict:
    return next(one for one in checked.packed if one.entry == entry)


def test_the_packs_are_those_that_are_documented() -> None:
    assert {pack.id: len(pack.entries) for pack in packs().values()} == {
        "clauses": 14,
        "dutch-practice": 7,
        "edpb": 22,
        "research": 46,
    }
    assert len(requirements()) == 27


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda entry: f"{entry.pack}-{entry.id}")
def test_an_entry_says_what_must_be_said_and_is_told_in_both_languages(entry: Entry) -> None:
    must = requirements()[entry.same_as].must if entry.same_as else entry.must
    assert must["actor"]
    assert must["action"]
    assert set(must) <= set(MUST)
    for language in ("nl", "en"):
        assert entry.title[language]
        assert entry.explanation[language].endswith(".")
        assert entry.explanation[language] != entry.title[language]


def test_red_flags_are_flags_that_exist() -> None:
    named = {name for entry in _ENTRIES for name in entry.red_flags if not name.startswith("suppliers.")}
    named |= {name for requirement in requirements().values() for name in requirement.red_flags}
    assert named <= flags_by_id().keys()


def test_profiles_name_packs_that_exist() -> None:
    assert {name for profile in profiles().values() for name in profile.packs} <= packs().keys()


def test_the_default_profile_adds_nothing() -> None:
    agreement = agreement_read_in(_TEXT["nl"].format(heading="Afspraken", clause="Partijen werken samen."))
    checked = check(agreement)
    assert profiled(agreement, checked, profiles()["gdpr"]) is checked


@pytest.mark.parametrize("case", _CASES["met"], ids=lambda case: f"{case['profile']}-{case['entry']}")
def test_a_clause_satisfies_its_entry_and_is_cited(case: dict[str, str]) -> None:
    checked = _checked(case["profile"], case["clause"], case["heading"], case["language"])
    verdict = _verdict(checked, case["entry"])
    assert verdict.status is Status.MET
    assert verdict.citations
    assert verdict.provision == "2.1"


@pytest.mark.parametrize("case", _CASES["near"], ids=lambda case: f"{case['profile']}-{case['entry']}")
def test_what_comes_near_does_not_satisfy_an_entry(case: dict[str, str]) -> None:
    assert _verdict(_checked(case["profile"], case["clause"]), case["entry"]).status is Status.MISSING


def test_a_red_flag_takes_an_entry_away() -> None:
    checked = _checked(
        "edpb", "Verwerker mag deze overeenkomst wijzigen en deelt wijzigingen een maand van tevoren mee."
    )
    assert _verdict(checked, "amendment").status is Status.CONTRADICTED
    assert not [one for one in checked.findings if one.id == "gdpr.edpb.amendment"]


def test_an_entry_that_is_missing_is_a_finding_with_its_sentence() -> None:
    checked = _checked("edpb", "Partijen werken samen.")
    finding = next(one for one in checked.findings if one.id == "gdpr.edpb.deletion_confirmed")
    assert said(finding.message, "nl") == "Bevestiging van wissing: daarover staat er niets."
    assert said(finding.message, "en") == "Confirmation of deletion: nothing is said of it."


def test_what_binds_the_controller_by_law_is_information_and_no_finding() -> None:
    checked = _checked("research", "Partijen werken samen.")
    assert _verdict(checked, "42").status is Status.MISSING
    assert not [one for one in checked.findings if one.id == "gdpr.research.42"]


def test_a_profile_weighs_findings_anew() -> None:
    clause = "Verwerker meldt een datalek onverwijld aan Verwerkingsverantwoordelijke."
    weights = {
        name: next(one.severity for one in _checked(name, clause).findings if one.id == "risk.breach.no_number")
        for name in ("gdpr", "edpb")
    }
    assert weights == {"gdpr": Severity.MEDIUM, "edpb": Severity.HIGH}
