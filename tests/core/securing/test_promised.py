"""The measures that an agreement promises, what it says of overviews and of the controller's judgement; changes; topics."""

import pytest

from art28.agreement.passages import Reading
from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.securing.changing import Need, asked
from art28.securing.controls import control_name, controls
from art28.securing.differing import Side, stretches
from art28.securing.judging import judging
from art28.securing.overviews import overview_terms
from art28.securing.promised import Promised, promised
from art28.securing.topics import topic_of, topics

HEAD = """Verwerkersovereenkomst

Stichting Oever, hierna: Verwerkingsverantwoordelijke, en Dijkvaart B.V., hierna: Verwerker, komen overeen:

Artikel 1. Onderwerp
1.1 Verwerker verwerkt persoonsgegevens in opdracht van Verwerkingsverantwoordelijke.

"""


def reading(text: str) -> Reading:
    return prepare(flow_of(read_document(text.encode(), name="a.txt", limits=Limits())))


def found(text: str) -> tuple[Promised, ...]:
    return promised(reading(HEAD + text))


def words(text: str) -> list[str]:
    return [each.words for each in found(text)]


def test_items_of_the_security_annex_are_promises_under_their_heading() -> None:
    text = (
        "Bijlage 2: Beveiligingsmaatregelen\n\nTechnische maatregelen\n"
        "- Virusscanner op elk apparaat\n- Versleutelde laptops\n"
    )
    assert [(each.words, each.heading, each.topic) for each in found(text)] == [
        ("Virusscanner op elk apparaat", "Technische maatregelen", "malware"),
        ("Versleutelde laptops", "Technische maatregelen", "devices"),
    ]


def test_sentences_of_prose_are_promises_one_by_one_and_lead_ins_are_none() -> None:
    text = (
        "Bijlage 2: Beveiligingsmaatregelen\n\nVerwerker treft in elk geval de volgende maatregelen:\n"
        "Van de gegevens wordt elke nacht een back-up gemaakt. Het kantoor is met een alarm beveiligd.\n"
    )
    assert words(text) == [
        "Van de gegevens wordt elke nacht een back-up gemaakt.",
        "Het kantoor is met een alarm beveiligd.",
    ]


def test_an_item_of_one_word_counts_where_it_says_what_it_is_about() -> None:
    text = "Bijlage 2: Beveiligingsmaatregelen\n\n- Informatiebeveiligingsbeleid\n- Diversen\n- Antivirus\n"
    assert words(text) == ["Informatiebeveiligingsbeleid", "Antivirus"]


def test_other_annexes_and_questions_promise_nothing() -> None:
    text = (
        "Bijlage 1: Verwerkingen\n\n- Namen en adressen\n- Wachtwoorden van gebruikers\n\n"
        "Bijlage 3: Melden van datalekken\n\n- Zijn de gegevens versleuteld?\n"
    )
    assert words(text) == []


def test_what_the_other_side_must_do_is_no_promise_of_ours() -> None:
    text = (
        "Bijlage 2: Beveiliging\n\n- Verwerkingsverantwoordelijke zorgt voor sterke wachtwoorden\n"
        "- Verwerker gebruikt een firewall\n"
    )
    assert words(text) == ["Verwerker gebruikt een firewall"]


def test_the_same_words_have_the_same_key_whatever_the_parties_are_called() -> None:
    one = HEAD + "Bijlage 2: Beveiliging\n\n- Verwerker maakt elke week een back-up\n"
    other = one.replace("Verwerker,", "Bewerker,").replace("1.1 Verwerker", "1.1 Bewerker").replace("- Verw", "- Bew")
    assert {each.key for each in promised(reading(one))} == {each.key for each in promised(reading(other))}


def test_the_passage_is_cited_in_the_text_itself() -> None:
    text = HEAD + "Bijlage 2: Beveiliging\n\n- Back-ups zijn versleuteld\n"
    read = reading(text)
    (each,) = promised(read)
    assert read.flow.document.text[each.start : each.end].endswith("Back-ups zijn versleuteld")


def test_an_english_annex_is_read_alike() -> None:
    text = (
        "Annex 2 - Security measures\n\n- Daily backups kept for 35 days\n- Multi-factor authentication for all staff\n"
    )
    assert [each.topic for each in found(text)] == ["backup", "authentication"]


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("Accounts worden vergrendeld na vijf foute wachtwoorden.", "authentication"),
        ("Servers hebben noodstroom en brandmelders.", "utilities"),
        ("Geen onbeveiligde back-ups", "backup"),
        ("Het datacentrum is ISO 27001 gecertificeerd.", "certification"),
        ("Updates worden maandelijks geïnstalleerd.", "patching"),
        ("Wij hechten aan kwaliteit.", "other"),
    ],
)
def test_words_tell_what_a_measure_is_about(said: str, topic: str) -> None:
    assert topic_of(said) == topic


def test_every_topic_names_controls_that_exist_and_a_letter_of_the_law() -> None:
    assert len(controls()) == 93
    for topic in topics().values():
        assert set(topic.controls) <= controls().keys()
        assert set(topic.article_32) <= set("abcd")
    assert control_name("8.24", "nl") == "Versleuteling"


def test_an_overview_once_a_year_unless_there_is_a_reason() -> None:
    text = HEAD + (
        "Artikel 4. Beveiliging\n4.1 Op verzoek verstrekt Verwerker een overzicht van de maatregelen. "
        "Dat verzoek wordt niet vaker dan één keer per jaar gedaan, tenzij een incident daartoe aanleiding geeft.\n"
    )
    terms = overview_terms(reading(text))
    assert terms is not None
    assert (terms.period, terms.sooner_with_reason, terms.provision) == ("P1Y", True, "4.1")


def test_an_overview_on_request_has_no_period() -> None:
    text = HEAD + "Artikel 4. Beveiliging\n4.1 Op eerste verzoek geeft Verwerker inzicht in de getroffen maatregelen.\n"
    terms = overview_terms(reading(text))
    assert terms is not None
    assert terms.period is None


def test_silence_on_overviews_is_silence() -> None:
    assert overview_terms(reading(HEAD + "Artikel 4. Beveiliging\n4.1 Verwerker treft passende maatregelen.\n")) is None


@pytest.mark.parametrize(
    ("said", "judged"),
    [
        ("Verwerkingsverantwoordelijke verstrekt pas als zij zich ervan heeft verzekerd dat er maatregelen zijn.", True),
        ("Het is aan Verwerkingsverantwoordelijke om te beoordelen of de maatregelen toereikend zijn.", True),
        ("De maatregelen bieden naar het oordeel van Verwerkingsverantwoordelijke een passend niveau.", True),
        ("Verwerker beoordeelt jaarlijks of de maatregelen toereikend zijn.", False),
        ("Verwerkingsverantwoordelijke beoordeelt of zij de autoriteit inlicht.", False),
    ],
)  # fmt: skip
def test_whose_judgement_it_is(said: str, judged: bool) -> None:
    assert (judging(reading(HEAD + f"Artikel 4. Beveiliging\n4.1 {said}\n")) is not None) is judged


def test_a_clause_on_important_changes_asks_nothing_for_others() -> None:
    said = "Verwerker meldt belangrijke wijzigingen."
    assert asked("processor_with_notice", said, lowers=False, important=False).need is Need.NOTHING
    assert asked("processor_with_notice", said, lowers=False, important=True).need is Need.NOTICE
    assert asked("processor_with_notice", "Elke wijziging.", lowers=False, important=False).need is Need.NOTICE


def test_differences_too_long_to_align_stand_one_after_the_other() -> None:
    long = "woord " * 1100
    assert [each.side for each in stretches(long, long + "x")] == [Side.BEFORE, Side.AFTER]
