"""An agreement that speaks of "wij" and "jij" has the same parties as one that uses terms."""

from art28.extraction.naming.pronouns import pronouns_in
from art28.terms import Role
from core.extraction.clauses import cited, value_of

SPOKEN = """Jij bent de verwerkingsverantwoordelijke en wij zijn de verwerker.

1. Wij verwerken jouw gegevens alleen op jouw instructie.
2. Willen wij een subverwerker vervangen, dan melden wij je dat 21 dagen van tevoren.
3. Ontdekken wij een datalek, dan melden wij dat binnen 30 uur na ontdekking bij jou.
4. Richt een betrokkene zich met een verzoek tot ons, dan verwijzen wij hem naar jou.
"""


def test_pronouns_in_all_their_forms_stand_for_the_parties() -> None:
    roles = dict(pronouns_in(SPOKEN))
    assert roles["ons"] is roles["wij"] is Role.PROCESSOR
    assert roles["jouw"] is roles["jij"] is Role.CONTROLLER


def test_a_country_is_not_a_pronoun() -> None:
    text = "We are the processor and you are the controller. We and our staff help you in the US and your branch in the U.S."
    assert "us" not in dict(pronouns_in(text))


def test_the_reverse_of_the_usual_roles_gives_each_the_other_role() -> None:
    text = "Wij zijn de verwerkingsverantwoordelijke en u bent de verwerker. " + "Wij melden u dat wij u bellen. " * 8
    assert dict(pronouns_in(text)) == {"wij": Role.CONTROLLER, "u": Role.PROCESSOR}


def test_an_agreement_in_terms_has_no_pronouns() -> None:
    text = "Verwerker meldt dat aan Klant. " * 20 + "Wij zien u. Wij zien u. Wij zien u."
    assert not dict(pronouns_in(text))


def test_a_spoken_notice_is_read_with_its_limit() -> None:
    assert value_of("breach.deadline", SPOKEN, preamble="") == "PT30H"
    assert "melden wij dat binnen 30 uur" in cited("breach.deadline", SPOKEN, preamble="")


def test_a_spoken_notice_of_a_new_sub_processor_is_read_with_its_period() -> None:
    assert value_of("subprocessors.notice_period", SPOKEN, preamble="") == "P21D"
    assert "21 dagen van tevoren" in cited("subprocessors.notice_period", SPOKEN, preamble="")


def test_a_spoken_promise_to_pass_requests_on_is_read() -> None:
    assert value_of("requests.handling", SPOKEN, preamble="") == "forward"
    assert "verwijzen wij hem naar jou" in cited("requests.handling", SPOKEN, preamble="")


def test_a_data_subject_who_turns_to_the_processor_is_referred_to_the_controller() -> None:
    clause = "Wendt een betrokkene zich tot Verwerker, dan verwijst Verwerker hem naar Verwerkingsverantwoordelijke."
    assert value_of("requests.handling", clause) == "forward"
    assert "verwijst Verwerker hem" in cited("requests.handling", clause)


GERMAN = (
    "Sie sind die Verantwortliche, wir sind Auftragsverarbeiter. Wir tun mit den Daten nur, was Sie uns "
    "auftragen. Geschieht uns eine Panne, rufen wir Sie an. Wenn sie vorbei ist, berichten wir Ihnen."
)


def test_the_german_address_counts_only_with_its_capital() -> None:
    roles = dict(pronouns_in(GERMAN))
    assert {roles[word].value for word in ("Sie", "Ihnen")} == {"controller"}
    assert {roles[word].value for word in ("wir", "uns")} == {"processor"}
    assert "sie" not in roles


def test_one_remark_to_the_reverse_is_not_believed() -> None:
    text = "We are the controller of the data of your account. " + "We tell you what we do with your data. " * 8
    assert not dict(pronouns_in(text))
