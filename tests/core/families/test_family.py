"""Families come about by themselves, keep their names, and tell versions apart."""

import pytest

from art28.extraction.extract import extract
from art28.families.decisions import Decision, decisions
from art28.families.deviations import common_to, deviations, may_deviate, typical
from art28.families.family import Families
from art28.families.fingerprint import Fingerprint, fingerprint
from art28.families.passages import passage_marks
from art28.families.words import worded
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.families.texts import ARTICLES, OTHER_ARTICLES, agreement, changed, text
from filled_in import filled_in

COUNT = 30
ALTERED_FROM = 70


def made(*articles: str, controller: str = "Kade Noord B.V.") -> Fingerprint:
    return fingerprint(text(*articles, controller=controller))


SHORTENED = changed(
    ARTICLES, _2_2="Verwerker toetst deze maatregelen elk kwartaal en legt de uitkomst vast in een verslag."
)


def test_agreements_on_one_template_are_one_family() -> None:
    families = Families()
    one = families.add("a", made(*ARTICLES))
    other = families.add("b", made(*ARTICLES, controller="Stichting Anker Wonen"))
    unrelated = families.add("c", made(*OTHER_ARTICLES))
    assert one is other
    assert unrelated.family != one.family


def test_a_version_label_tells_versions_of_one_text_apart() -> None:
    families = Families()
    first, second = families.add("a", made(*ARTICLES), "1.0"), families.add("b", made(*ARTICLES), "2.0")
    assert (first.family == second.family, first.id == second.id) == (True, False)


def test_a_text_without_a_label_joins_the_version_that_it_is_closest_to() -> None:
    families = Families()
    families.add("a", made(*ARTICLES), "1.0")
    families.add("b", made(*SHORTENED), "2.0")
    assert families.add("c", made(*SHORTENED)).label == "2.0"


def test_a_version_takes_the_label_of_the_first_member_that_has_one() -> None:
    families = Families()
    families.add("a", made(*ARTICLES))
    assert families.add("b", made(*ARTICLES), "1.0").label == "1.0"
    assert len(families.families()[0]) == 1


def test_names_of_families_stay_when_members_go() -> None:
    families = Families()
    families.add("a", made(*ARTICLES))
    kept = families.add("b", made(*ARTICLES)).family
    families.remove("a")
    assert families.add("c", made(*ARTICLES)).family == kept


def test_a_family_ends_with_its_last_member() -> None:
    families = Families()
    families.add("a", made(*ARTICLES))
    families.remove("a")
    assert families.families() == ()


def test_a_text_that_links_two_families_joins_them_under_the_older_name() -> None:
    first, last = ARTICLES[:6], ARTICLES[6:]
    families = Families()
    older = families.add("a", made(*first)).family
    younger = families.add("b", made(*last)).family
    assert older != younger
    families.add("c", made(*ARTICLES))
    assert {families.of(member).family for member in "abc"} == {older}


def test_a_name_is_taken_once() -> None:
    families = Families()
    families.add("a", made(*ARTICLES))
    with pytest.raises(ValueError, match="remove it first"):
        families.add("a", made(*ARTICLES))


def test_deviations_are_held_against_what_most_members_say() -> None:
    texts = {name: text(*ARTICLES, controller=f"Stichting {name} Wonen") for name in ("Anker", "Beuk")}
    texts["Duin"] = text(*SHORTENED, controller="Stichting Duin Wonen")
    marks = {name: fingerprint(each).marks for name, each in texts.items()}
    common = common_to(marks.values())
    model = typical(marks, common)
    assert [name for name in marks if may_deviate(marks[name], common)] == ["Duin"]
    (found,) = deviations(texts[model], texts["Duin"], common)
    assert found.other is not None
    assert found.other.provision == "2.2"


def test_one_decision_settles_what_the_same_passage_says_in_every_member() -> None:
    longer = changed(ARTICLES, _3_1=ARTICLES[7].removeprefix("3.1 ").replace("24", "48"))
    members = {
        "a": agreement(*ARTICLES, controller="Stichting Anker Wonen"),
        "b": agreement(*ARTICLES, controller="Stichting Beuk Wonen"),
        "c": agreement(*longer, controller="Stichting Duin Wonen"),
    }
    found = decisions({name: passage_marks(worded(each), each.facts.values()) for name, each in members.items()})
    deadline = {group.members: group.decision for group in found if group.key == "breach.deadline"}
    names = {group.members: group.decision for group in found if group.key == "controller.name"}
    assert deadline == {("a", "b"): Decision.ONCE, ("c",): Decision.SINGLE}
    assert names == {("a", "b", "c"): Decision.LISTED}


def test_the_same_words_in_a_clause_that_was_altered_are_another_passage() -> None:
    altered = changed(ARTICLES, _3_2=ARTICLES[8].removeprefix("3.2 ") + " Dit geldt niet indien de wet anders bepaalt.")
    members = {"a": agreement(*ARTICLES), "b": agreement(*altered)}
    found = decisions({name: passage_marks(worded(each), each.facts.values()) for name, each in members.items()})
    assert {group.decision for group in found if group.key == "breach.processor_may_notify_authority"} == {
        Decision.SINGLE
    }


def test_ten_versions_of_three_templates_fall_apart_as_they_were_made() -> None:
    families, origin, marks, facts = Families(), {}, {}, 0
    chosen = [each for each in filled_in(ALTERED_FROM + 10) if int(each.name) < COUNT or int(each.name) >= ALTERED_FROM]
    for each in chosen:
        read = extract(read_document(each.text.encode(), name=f"{each.name}.md", limits=Limits()))
        words = worded(read)
        families.add(each.name, fingerprint(words), str(read.value("document.version") or ""))
        marks[each.name] = passage_marks(words, read.facts.values())
        origin[each.name] = (each.template.sample, each.template.label)
        facts += len(read.facts)
    versions = [version for family in families.families() for version in family]
    assert len(families.families()) == 3
    fallen = sorted(sorted({origin[name] for name in version.members}) for version in versions)
    assert fallen == [[each] for each in sorted(set(origin.values()))]
    asked = sum(
        len(decisions({name: marks[name] for version in family for name in version.members}))
        for family in families.families()
    )
    assert asked < facts / 10
