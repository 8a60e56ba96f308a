"""What people decided, exported as a reference case: who may, what is in it, and that it is recorded."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from art28.cli.main import main
from art28.web.accounts.rights import Role
from art28.web.agreements import deciding
from art28.web.agreements.models import Agreement, AgreementText, FactVersion, Question
from art28.web.audit import queries as audit
from corpus.annotations import Annotations, rebuild
from web.people import NOW, Tenant, tenant
from web.samples import PROCESSOR, TEXT, read_agreement

pytestmark = pytest.mark.django_db
KEY = "breach.deadline"


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def agreement(ours: Tenant) -> Agreement:
    made = read_agreement(ours)
    deciding.confirm(made, KEY, seen=1, actor=ours.actor(), now=NOW)
    deciding.confirm(made, "processor.name", seen=1, actor=ours.actor(), now=NOW)
    deciding.mark_not_said(made, "liability.cap", seen=0, actor=ours.actor(), now=NOW)
    return made


def exported(ours: Tenant, agreement: Agreement, form: str) -> tuple[bytes, dict[str, Any]]:
    address = reverse("agreements:export_case", args=[agreement.pk])
    answer = ours.client(Role.PRIVACY_OFFICER).post(address, {"form": form})
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{agreement.pk}-{form}.json"'
    return answer.content, json.loads(answer.content)


def test_with_text_it_is_the_format_of_reading(ours: Tenant, agreement: Agreement) -> None:
    _, case = exported(ours, agreement, "text")
    assert set(case["facts"]) == {KEY, "processor.name"}
    assert set(case["reviewed"]) == {KEY, "processor.name", "liability.cap"}
    (quote,) = case["facts"][KEY]["quotes"]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    assert case["file_sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


def test_without_text_it_is_rebuilt_from_the_agreement_alone(ours: Tenant, agreement: Agreement) -> None:
    data, case = exported(ours, agreement, "offsets")
    assert PROCESSOR.encode() not in data
    text = AgreementText.objects.get(agreement=agreement).text
    facts = rebuild(Annotations(**case), text)["facts"]
    assert (facts[KEY]["value"], facts["processor.name"]["value"]) == ("PT36H", PROCESSOR)


def test_what_a_person_passed_over_is_as_good_where_the_agreement_contradicts_itself(
    ours: Tenant, agreement: Agreement
) -> None:
    fact = FactVersion.objects.get(agreement=agreement, key=KEY, current=True)
    candidates = [
        {"value": value, "citations": fact.citations, "rule": "r", "provision": "9"} for value in ("PT24H", "PT72H")
    ]
    Question.objects.create(
        organisation=ours.organisation,
        agreement=agreement,
        key=KEY,
        kind="conflict",
        candidates=candidates,
        asked_at=NOW,
    )
    deciding.choose(agreement, KEY, 0, seen=fact.number, actor=ours.actor(), now=NOW)
    _, case = exported(ours, agreement, "offsets")
    assert (case["facts"][KEY]["value"], case["facts"][KEY]["also"]) == ("PT24H", ["PT72H"])


def test_the_export_is_an_act_that_names_the_file(ours: Tenant, agreement: Agreement) -> None:
    data, _ = exported(ours, agreement, "offsets")
    trail = audit.trail(ours.organisation, subject_kind="agreement", subject_id=agreement.pk)
    (act,) = [line for line in trail if line.kind == "agreement.case_exported"]
    assert act.content == {"form": "offsets", "facts": 3, "sha256": hashlib.sha256(data).hexdigest()}


def test_where_nothing_is_decided_there_is_no_case(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    answer = ours.client(Role.OWNER).post(reverse("agreements:export_case", args=[agreement.pk]))
    assert answer.status_code == 302


def test_the_command_writes_a_case_for_each_agreement_decided_on(
    ours: Tenant, agreement: Agreement, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read_agreement(ours, TEXT + "\n", "ander.txt")
    assert main(["cases", "veldlicht", "--out", str(tmp_path / "cases")]) == 0
    (made,) = (tmp_path / "cases").iterdir()
    assert made.name == f"{agreement.pk}.json"
    assert "spans" in json.loads(made.read_bytes())["facts"][KEY]
    assert "1 reference case in" in capsys.readouterr().out


def test_the_command_refuses_an_organisation_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cases", "nergens", "--out", str(tmp_path)]) == 2
    assert "nergens" in capsys.readouterr().err
