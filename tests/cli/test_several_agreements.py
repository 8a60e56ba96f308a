"""The command line on a file that holds several agreements: each by itself, one that is chosen, and one file as ever."""

import json
from pathlib import Path
from typing import Any

import pytest

from art28.cli.main import main
from core.extraction.bundles import MAIN_CONTRACT, OTHER, dutch

Out = pytest.CaptureFixture[str]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundel.txt"
    path.write_text(dutch() + MAIN_CONTRACT + OTHER, encoding="utf-8")
    return path


@pytest.fixture
def single(tmp_path: Path) -> Path:
    path = tmp_path / "enkel.txt"
    path.write_text(dutch(), encoding="utf-8")
    return path


def as_json(capsys: Out, *line: str) -> dict[str, Any]:
    assert main(line) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_the_table_says_how_many_there_are_where_each_stands_and_what_was_left_out(bundle: Path, capsys: Out) -> None:
    text = bundle.read_text(encoding="utf-8")
    first, second = len(dutch()), text.rindex("Verwerkersovereenkomst\n\nDe ondergetekenden")

    assert main(["read", str(bundle)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "This file holds 2 agreements; each was read by itself. --agreement N shows one of them."
    assert lines[1] == f"Text {first}:{second} belongs to none of them and was not read."
    assert [line for line in lines if line.startswith("AGREEMENT")] == [
        f"AGREEMENT 1 OF 2  text 0:{first}",
        f"AGREEMENT 2 OF 2  text {second}:{len(text)}",
    ]


def test_json_is_that_of_the_first_with_the_others_beside_it(bundle: Path, capsys: Out) -> None:
    answer = as_json(capsys, "read", str(bundle), "--format", "json")

    assert answer["facts"]["breach.deadline"]["value"] == "PT24H"
    assert answer["agreement"] == {"number": 1, "of": 2, "start": 0, "end": len(dutch()), "pages": None}
    (other,) = answer["others"]
    assert (other["agreement"]["number"], other["facts"]["breach.deadline"]["value"]) == (2, "PT48H")
    assert other["document"]["sha256"] == answer["document"]["sha256"]


def test_the_exchange_format_has_the_others_too(bundle: Path, capsys: Out) -> None:
    answer = as_json(capsys, "read", str(bundle), "--format", "facts")

    assert answer["facts"]["processor.name"]["value"] == "Alfa Hosting B.V."
    assert [other["facts"]["processor.name"]["value"] for other in answer["others"]] == ["Beta Software B.V."]


def test_one_of_them_can_be_chosen(bundle: Path, capsys: Out) -> None:
    answer = as_json(capsys, "read", str(bundle), "--format", "json", "--agreement", "2")

    assert answer["facts"]["breach.deadline"]["value"] == "PT48H"
    assert "others" not in answer
    assert answer["agreement"]["number"] == 2


@pytest.mark.parametrize("command", ["check", "duties"])
def test_checks_and_promises_are_each_agreements_own(bundle: Path, capsys: Out, command: str) -> None:
    answer = as_json(capsys, command, str(bundle), "--format", "json")

    assert [answer["agreement"]["number"], answer["others"][0]["agreement"]["number"]] == [1, 2]
    assert set(answer) - {"others"} == set(answer["others"][0])
    chosen = as_json(capsys, command, str(bundle), "--format", "json", "--agreement", "2")
    assert chosen == answer["others"][0]


def test_why_a_fact_is_as_it_is_is_told_of_each(bundle: Path, capsys: Out) -> None:
    assert main(["read", str(bundle), "--explain", "breach.deadline"]) == 0

    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("AGREEMENT", "breach."))]
    assert [line.split("   ")[0].split("  text")[0] for line in said] == [
        "AGREEMENT 1 OF 2", 'breach.deadline = "PT24H"', "AGREEMENT 2 OF 2", 'breach.deadline = "PT48H"',
    ]  # fmt: skip


def test_the_text_of_one_can_be_had_alone(bundle: Path, capsys: Out) -> None:
    assert main(["text", str(bundle), "--agreement", "2"]) == 0
    assert capsys.readouterr().out == OTHER
    assert main(["text", str(bundle)]) == 0
    assert capsys.readouterr().out == bundle.read_text(encoding="utf-8")


def test_families_count_each_agreement_of_a_file(bundle: Path, single: Path, capsys: Out) -> None:
    (family,) = as_json(capsys, "families", str(bundle), str(single), "--format", "json")["families"]

    members = [member for version in family["versions"] for member in version["members"]]
    assert [(Path(member["file"]).name, member.get("agreement")) for member in members] == [
        ("bundel.txt", 1), ("bundel.txt", 2), ("enkel.txt", None),
    ]  # fmt: skip
    assert main(["families", str(bundle), str(single)]) == 0
    assert f"    {bundle}, agreement 2\n" in capsys.readouterr().out


@pytest.mark.parametrize("line", [["read"], ["check"], ["duties"], ["text"]])
def test_an_agreement_that_a_file_does_not_hold_is_refused(single: Path, capsys: Out, line: list[str]) -> None:
    assert main([*line, str(single), "--agreement", "2"]) == 2

    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        "art28: enkel.txt: it holds one agreement, so there is no agreement 2: choose a lower number\n",
    )


@pytest.mark.parametrize("number", ["0", "-1", "twee", "1.5"])
def test_a_number_counts_from_one(single: Path, capsys: Out, number: str) -> None:
    assert main(["read", str(single), f"--agreement={number}"]) == 2
    assert f"{number} is no number of an agreement: count from 1" in capsys.readouterr().err


def test_a_file_with_one_agreement_is_printed_as_ever(single: Path, capsys: Out) -> None:
    answer = as_json(capsys, "read", str(single), "--format", "json")
    assert not {"agreement", "others"} & set(answer)
    assert answer == as_json(capsys, "read", str(single), "--format", "json", "--agreement", "1")
    assert main(["read", str(single)]) == 0
    assert capsys.readouterr().out.startswith("DOCUMENT\n")
