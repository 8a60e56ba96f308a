"""The processor's notice of a breach: its limit, start, channel and scope, and what stands around it (Art. 33)."""

import pytest

from core.extraction.clauses import agreement_of, cited, preamble_of, value_of

DEADLINE, WORDING, CLOCK, COVERS = "breach.deadline", "breach.wording", "breach.clock_starts", "breach.covers"
NOTICE_NL = "Verwerker meldt een datalek binnen 36 uur na ontdekking aan Verwerkingsverantwoordelijke."
NOTICE_EN = (
    "The Processor shall notify the Controller of a personal data breach within 30 hours after becoming aware of it."
)


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (DEADLINE, "nl", NOTICE_NL, "PT36H"),
        (DEADLINE, "en", NOTICE_EN, "PT30H"),
        (DEADLINE, "nl", "Bij een datalek stelt Verwerker Verwerkingsverantwoordelijke onverwijld in kennis.", None),
        (WORDING, "nl", NOTICE_NL, "fixed"),
        (
            WORDING,
            "nl",
            "Bij een datalek stelt Verwerker Verwerkingsverantwoordelijke onverwijld in kennis.",
            "immediately",
        ),
        (
            WORDING,
            "nl",
            "Verwerker meldt een datalek zonder onredelijke vertraging aan Verwerkingsverantwoordelijke.",
            "without_undue_delay",
        ),
        (
            WORDING,
            "en",
            "The Processor shall notify the Controller of a data breach without undue delay.",
            "without_undue_delay",
        ),
        (
            WORDING,
            "en",
            "The Processor shall notify the Controller of a data breach without undue delay and at "
            "the latest within 30 hours.",
            "fixed",
        ),
        (CLOCK, "nl", NOTICE_NL, ("discovery",)),
        (CLOCK, "en", NOTICE_EN, ("awareness",)),
        (
            CLOCK,
            "nl",
            "Verwerker meldt een datalek binnen 36 uur na waarneming daarvan aan Verwerkingsverantwoordelijke.",
            ("observation",),
        ),
        (COVERS, "nl", NOTICE_NL, ("personal_data_breach",)),
        (
            COVERS,
            "nl",
            "Verwerker meldt ieder beveiligingsincident binnen 36 uur aan Verwerkingsverantwoordelijke.",
            ("security_incident",),
        ),
        (
            "breach.channel",
            "nl",
            "Verwerker meldt een datalek binnen 36 uur telefonisch aan Verwerkingsverantwoordelijke.",
            ("phone",),
        ),
        (
            "breach.channel",
            "en",
            "The Processor shall notify the Controller of a breach by e-mail within 30 hours.",
            ("email",),
        ),
        ("breach.channel", "nl", NOTICE_NL, None),
    ],
)
def test_the_notice(key: str, language: str, clause: str, value: object) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")


@pytest.mark.parametrize(
    "clause",
    [
        "Verwerkingsverantwoordelijke meldt een datalek binnen 72 uur bij de Autoriteit Persoonsgegevens.",
        "Verwerkingsverantwoordelijke meldt een datalek binnen 12 uur aan Verwerker.",
        "De subverwerker meldt een datalek binnen 12 uur aan Verwerker.",
        "Verwerker levert binnen 10 werkdagen na een datalek een volledig rapport aan Verwerkingsverantwoordelijke.",
        "Verwerker verhelpt een ernstige storing binnen 4 uur.",
    ],
)
def test_another_limit_is_not_the_processor_s_for_telling_the_controller(clause: str) -> None:
    assert value_of(DEADLINE, clause) is None


def test_the_controller_s_seventy_two_hours_stay_out_of_the_processor_s_limit() -> None:
    clause = (
        "Verwerker meldt een datalek binnen 36 uur aan Verwerkingsverantwoordelijke, zodat "
        "Verwerkingsverantwoordelijke "
        "het binnen 72 uur kan melden bij de Autoriteit Persoonsgegevens."
    )
    assert value_of(DEADLINE, clause) == "PT36H"


def test_two_limits_for_the_same_notice_stay_an_open_question() -> None:
    agreement = agreement_of(
        NOTICE_NL, "Verwerker meldt een datalek uiterlijk binnen 48 uur aan Verwerkingsverantwoordelijke."
    )
    assert DEADLINE not in agreement.facts
    (question,) = (question for question in agreement.questions if question.key == DEADLINE)
    assert {candidate.value for candidate in question.candidates} == {"PT36H", "PT48H"}


def test_an_incident_that_is_defined_as_a_breach_of_personal_data_is_one() -> None:
    clauses = (
        "Een inbreuk op de beveiliging die leidt tot verlies of vernietiging van "
        'persoonsgegevens heet hierna "incident".',
        "Verwerker meldt een incident binnen 36 uur aan Verwerkingsverantwoordelijke.",
    )
    assert value_of(COVERS, *clauses) == ("personal_data_breach",)


def test_the_start_may_be_said_in_the_next_sentence() -> None:
    clause = (
        "4.1 Verwerker meldt een datalek binnen 36 uur aan Verwerkingsverantwoordelijke. "
        "Deze termijn begint nadat Verwerker het lek heeft ontdekt."
    )
    assert value_of(CLOCK, clause) == ("discovery",)


NOTIFIER, MAY = "breach.authority_notifier", "breach.processor_may_notify_authority"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            NOTIFIER,
            "nl",
            "Verwerkingsverantwoordelijke beoordeelt of zij een datalek meldt bij de toezichthouder.",
            "controller",
        ),
        (
            NOTIFIER,
            "en",
            "The Controller is responsible for reporting a data breach to the supervisory authority.",
            "controller",
        ),
        (
            NOTIFIER,
            "en",
            "The Controller notifies a breach to the supervisory authority only after consulting the Processor.",
            "controller",
        ),
        (
            NOTIFIER,
            "en",
            "The Controller reports a breach to the Processor, and the supervisory authority is told of it later.",
            None,
        ),
        (
            NOTIFIER,
            "nl",
            "Verwerker meldt ieder datalek namens partijen bij de Autoriteit Persoonsgegevens.",
            "processor",
        ),
        (NOTIFIER, "nl", NOTICE_NL, None),
        (MAY, "nl", "Verwerker mag een datalek niet zelf melden bij de Autoriteit Persoonsgegevens.", False),
        (MAY, "en", "The Processor shall not report a data breach to the supervisory authority.", False),
        (MAY, "nl", NOTICE_NL, None),
        (
            "breach.follow_up",
            "nl",
            "Verwerker zal Verwerkingsverantwoordelijke op de hoogte houden van het verloop van het datalek.",
            True,
        ),
        (
            "breach.follow_up",
            "en",
            "The Processor shall provide further information on the breach as it becomes available.",
            True,
        ),
        ("breach.follow_up", "nl", NOTICE_NL, None),
        ("breach.register", "nl", "Verwerker houdt een register bij van alle datalekken.", ("processor",)),
        ("breach.register", "en", "The Controller keeps a record of every personal data breach.", ("controller",)),
        (
            "breach.costs",
            "nl",
            "De kosten van het herstel van een datalek zijn voor rekening van Verwerker.",
            "processor",
        ),
        ("breach.costs", "en", "Each party bears its own costs of a personal data breach.", "each_own"),
        ("breach.early_warning", "nl", "Bij een datalek geeft Verwerker eerst een vroegtijdige waarschuwing.", True),
        ("breach.early_warning", "nl", NOTICE_NL, None),
        (
            "breach.duty_to_consult",
            "nl",
            "Verwerkingsverantwoordelijke meldt een datalek pas na overleg met Verwerker bij de toezichthouder.",
            True,
        ),
        (
            "breach.duty_to_consult",
            "nl",
            "Verwerker handelt een datalek af na overleg met Verwerkingsverantwoordelijke.",
            None,
        ),
        (
            "breach.controller_silence",
            "nl",
            "Verwerkingsverantwoordelijke maakt een datalek niet openbaar zonder overleg met Verwerker.",
            True,
        ),
        ("breach.controller_silence", "nl", NOTICE_NL, None),
    ],
)
def test_what_stands_around_the_notice(key: str, language: str, clause: str, value: object) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")


def test_the_sentence_after_the_notice_leaves_the_authority_to_the_controller() -> None:
    left = "Verwerkingsverantwoordelijke beoordeelt zelf of melding bij de AP nodig is."
    told = "Ontdekt Verwerker een datalek, dan laat hij dat Verwerkingsverantwoordelijke binnen 24 uur weten. "
    assert value_of(NOTIFIER, told + left) == "controller"
    assert cited(NOTIFIER, told + left) == left
