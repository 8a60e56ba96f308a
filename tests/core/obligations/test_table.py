import json

from art28.cli.duties_text import as_json, as_table
from art28.obligations.duties import duties_of
from core.obligations.agreements import agreement, fact, question


def line(given: str, action: str) -> str:
    return next(line for line in given.splitlines() if action in line)


def test_a_line_says_who_must_do_what_when_within_what_and_by_which_clause() -> None:
    facts = (
        fact("breach.deadline", "PT24H", provision="8.1"),
        fact("breach.channel", ("phone", "email"), provision="8.1"),
    )
    words = line(as_table(duties_of(agreement(*facts))), "notify breach").split("  ")
    assert [word.strip() for word in words if word.strip()] == [
        "processor", "notify breach", "breach", "24 hours", "phone, email", "8.1; GDPR 33(2)",
    ]  # fmt: skip


def test_what_the_law_gives_is_said_to_be_the_laws() -> None:
    table = as_table(duties_of(agreement()))
    assert "without undue delay (law)" in line(table, "notify breach")
    assert "72 hours (law)" in line(table, "notify authority")


def test_working_days_backward_periods_and_open_questions_show() -> None:
    facts = (
        fact("requests.deadline", "P5D", "binnen vijf werkdagen"),
        fact("audit.notice", "P2W"),
    )
    table = as_table(duties_of(agreement(*facts, questions=(question("end.deadline", "P1M", "P3M"),))))
    assert "5 working days" in line(table, "assist request")
    assert "2 weeks before" in line(table, "announce audit")
    assert "return or delete*" in line(table, "return or delete")
    assert "1 month" in line(table, "return or delete")


def test_json_holds_the_passage_behind_each_duty() -> None:
    made = as_json(duties_of(agreement(fact("breach.deadline", "PT24H", "binnen 24 uur"))))
    duties = json.loads(json.dumps(made))["duties"]
    notify = next(duty for duty in duties if duty["action"] == "notify_breach")
    assert notify["limit"]["period"] == "PT24H"
    assert notify["citations"] == [{"text": "binnen 24 uur", "start": 0, "end": 9, "page": None}]
