"""Who stands behind suppliers, by what their agreements say."""

from datetime import date

from lxml import etree

from art28.agreement.model import Record, Value
from art28.comparing.behind import Behind, Through, behind
from art28.comparing.behind_picture import behind_picture
from art28.comparing.link import Link
from art28.law.destinations import Level
from core.comparing.said import says

ON = date(2026, 11, 28)


def supplier(name: str, *listed: Record, **said: Value) -> Link:
    facts: dict[str, Value] = {key.replace("__", "."): value for key, value in said.items()}
    if listed:
        facts["subprocessors.list"] = listed
    return Link(name, f"{name}.pdf", says(facts))


def names(name: str, *countries: str, service: str | None = None, seat: str | None = None) -> Record:
    return {"name": name, "service": service, "established_in": seat, "processing_in": countries}


def only(*suppliers: Link) -> Behind:
    (found,) = behind(suppliers, ON)
    return found


def test_one_that_two_suppliers_spell_differently_stands_once_behind_both() -> None:
    found = only(
        supplier("Zorgsoft", names("Wolkenbaas B.V.", "NL")),
        supplier("Beeldlijn", names("wolkenbaas bv", "NL", "US")),
        supplier("Postmolen", names("Wolkenbaas B.V.")),
    )
    assert found.name == "Wolkenbaas B.V."
    assert found.suppliers == ("Beeldlijn", "Postmolen", "Zorgsoft")
    assert [each.country for each in found.destinations] == ["US", "NL"]
    assert [each.name for each in found.through] == ["Wolkenbaas B.V.", "wolkenbaas bv", "Wolkenbaas B.V."]


def test_who_stands_behind_most_suppliers_comes_first_and_then_who_processes_outside_the_eea() -> None:
    found = behind(
        [
            supplier("Zorgsoft", names("Anker", "NL"), names("Baken", "NL")),
            supplier("Beeldlijn", names("Baken", "NL"), names("Dolfijn", "IN")),
        ],
        ON,
    )
    assert [each.name for each in found] == ["Baken", "Dolfijn", "Anker"]


def test_what_it_does_for_each_is_kept_apart_and_told_once() -> None:
    found = only(
        supplier("Zorgsoft", names("Anker", "NL", service="hosting"), names("Anker", "DE", service="back-up")),
        supplier("Beeldlijn", names("Anker", "NL", service="hosting")),
    )
    assert found.services == ("hosting", "back-up")
    assert [(each.supplier.name, each.service) for each in found.through] == [
        ("Zorgsoft", "hosting"),
        ("Zorgsoft", "back-up"),
        ("Beeldlijn", "hosting"),
    ]


def test_its_seat_tells_where_it_processes_only_where_nothing_else_does() -> None:
    (there,) = only(supplier("Zorgsoft", names("Anker", seat="US"))).destinations
    assert (there.country, there.level) == ("US", Level.IN_PART)
    assert [each.country for each in only(supplier("Zorgsoft", names("Anker", "NL", seat="US"))).destinations] == ["NL"]


def test_where_nothing_is_said_of_places_nothing_is_made_of_that() -> None:
    found = only(supplier("Zorgsoft", names("Anker")))
    assert found.destinations == ()
    assert not found.is_outside


def test_a_place_that_nobody_can_tell_counts_as_outside() -> None:
    assert only(supplier("Zorgsoft", names("Anker", "overal"))).is_outside
    assert only(supplier("Zorgsoft", names("Anker", "worldwide"))).is_outside
    assert not only(supplier("Zorgsoft", names("Anker", "EEA"))).is_outside


def test_an_agreement_that_keeps_data_within_the_eea_and_lists_a_country_outside_is_seen() -> None:
    listed = names("Anker", "IN")
    assert _through(supplier("Zorgsoft", listed, transfers__rule="not_outside_eea")).is_against_its_own_rule
    assert not _through(supplier("Zorgsoft", listed, transfers__rule="with_safeguards")).is_against_its_own_rule
    assert not _through(supplier("Zorgsoft", listed)).is_against_its_own_rule
    unknown = supplier("Zorgsoft", names("Anker", "overal"), transfers__rule="not_outside_eea")
    assert not _through(unknown).is_against_its_own_rule


def test_a_supplier_is_not_behind_itself_and_a_name_of_legal_form_alone_is_nobody() -> None:
    assert behind([supplier("Zorgsoft B.V.", names("Zorgsoft BV", "NL"), names("B.V.", "NL"))], ON) == ()
    assert behind([supplier("Zorgsoft B.V.")], ON) == ()


def test_the_picture_joins_suppliers_to_those_behind_them_in_either_language() -> None:
    found = behind(
        [
            supplier("Zorg <soft>", names("Anker & Co", "NL"), names("Baken", "IN")),
            supplier("Beeldlijn", names("Baken", "NL")),
        ],
        ON,
    )
    drawn = etree.fromstring(behind_picture(found, "nl"))
    text = ["".join(map(str, each.itertext())) for each in drawn.iter("text")]
    assert text == ["Leveranciers", "Wie erachter staat", "Beeldlijn", "Zorg <soft>", "Baken IN NL", "Anker & Co NL"]
    assert sorted(str(each.get("class")) for each in drawn.iter("path")) == ["gap", "held", "held"]
    assert "Who stands behind them" in behind_picture(found, "en")


def test_of_very_many_the_picture_draws_those_in_front() -> None:
    found = behind(
        [supplier(f"Leverancier {n}", names("Baken", "NL"), names(f"Hulp {n}", "NL")) for n in range(60)], ON
    )
    drawn = etree.fromstring(behind_picture(found, "nl"))
    assert len(found) == 61
    assert len(list(drawn.iter("text"))) == 2 + 24 + 18
    assert "Baken" in etree.tostring(drawn, encoding="unicode")
    assert etree.fromstring(behind_picture((), "nl")).get("role") == "img"


def _through(named_by: Link) -> Through:
    (through,) = only(named_by).through
    return through
