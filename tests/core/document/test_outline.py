"""The outline: what opens an article, a paragraph, an annex, and what only looks as if it does."""

import pytest

from art28.document.flow import flow_of
from art28.document.outline import Clause, Part, clause_at, outline_of
from art28.reading.markup.markdown import read_markdown
from art28.reading.text import read_text


def outline(text: str) -> tuple[Clause, ...]:
    return outline_of(flow_of(read_text(text, name="x", sha256="0", extraction="text/1")))


def marked(text: str) -> tuple[Clause, ...]:
    return outline_of(flow_of(read_markdown(text, name="x", sha256="0", extraction="markdown/1")))


def places(clauses: tuple[Clause, ...]) -> list[tuple[str, str, str]]:
    return [(clause.part.value, clause.article, clause.number) for clause in clauses]


def test_articles_paragraphs_recitals_signatures_and_annexes() -> None:
    text = (
        "Verwerkersovereenkomst\n\nOverwegende dat:\na. Klant gegevens verwerkt;\n\nArtikel 1. Begrippen\n\n"
        "1.1 Klant: de afnemer.\n1.2 Dienst: de hosting.\n\nArtikel 2. Duur\n\n2.1 Een jaar.\n\nAldus ondertekend:\n\n"
        "Naam: A. Jansen\n\nBijlage A - Verwerkingen\n\nNamen van medewerkers.\n"
    )
    assert places(outline(text)) == [
        ("preamble", "", ""),
        ("recitals", "", ""),
        ("body", "1", ""),
        ("body", "1", "1.1"),
        ("body", "1", "1.2"),
        ("body", "2", ""),
        ("body", "2", "2.1"),
        ("signatures", "", ""),
        ("annex", "Bijlage A", ""),
    ]


def test_articles_by_number_alone() -> None:
    text = "1. Begrippen\n1.1 Klant.\n2 Beveiliging\n2.1 Verwerker beveiligt.\n3. Datalekken\n3.1 Verwerker meldt.\n"
    assert [clause.article for clause in outline(text) if not clause.number] == ["1", "2", "3"]


def test_a_list_of_annexes_opens_none() -> None:
    text = (
        "1. Slot\n1.1 Nederlands recht.\n\nAldus ondertekend:\n\nBijlage 1: Verwerkingen\n\nBijlage 2: Maatregelen\n\n"
        "Bijlage 1: Verwerkingen\n\nNamen van medewerkers en klanten.\n\nBijlage 2: Maatregelen\n\nVersleuteling.\n"
    )
    annexes = [clause for clause in outline(text) if clause.part is Part.ANNEX]
    assert [clause.article for clause in annexes] == ["Bijlage 1", "Bijlage 2"]


def test_a_sentence_about_an_annex_opens_none() -> None:
    text = "1. Duur\n1.1 Zie hierna.\n\nBijlage 1 is onderdeel van deze overeenkomst\n\nBijlage 2 bij de voorwaarden\n"
    assert all(clause.part is Part.BODY for clause in outline(text))


@pytest.mark.parametrize(
    "title", ["Bijlage – Gegevens over de verwerking", "Bijlage: Beveiliging", "SCHEDULE - Details"]
)
def test_the_only_annex_has_a_title_and_no_number(title: str) -> None:
    (annex,) = (
        one for one in outline(f"1. Duur\n1.1 Een jaar.\n\n{title}\n\nDoel: plannen\n") if one.part is Part.ANNEX
    )
    assert annex.heading == title.replace("–", "-")


@pytest.mark.parametrize(
    "line", ["Bijlage – zie artikel 3", "Bijlage: Beveiliging, zie artikel 3.", "Annex of the contract"]
)
def test_a_line_about_the_only_annex_opens_none(line: str) -> None:
    assert all(one.part is Part.BODY for one in outline(f"1. Duur\n1.1 Een jaar.\n\n{line}\n\nDoel: plannen\n"))


def test_a_list_of_versions_opens_no_article() -> None:
    text = "Artikel 1. Duur\n\n1.1 Een jaar.\n\n1.2 Opzegbaar.\n\nVersie Datum\n\n1.0 01-05-2018 Eerste versie\n"
    assert places(outline(text))[-1] == ("body", "1", "1.2")


def test_a_jump_in_numbers_opens_nothing() -> None:
    text = "1. Duur\n1.1 Een jaar.\n\n14.30 uur is de sluitingstijd.\n\n1.2 Opzegbaar.\n"
    assert [clause.number for clause in outline(text)] == ["", "1.1", "1.2"]


def test_a_paragraph_that_its_article_numbers_by_itself_is_cited_with_it() -> None:
    text = (
        "## Artikel 4 - Meldplicht\n\n1. Verwerker meldt.\n2. Klant bevestigt.\n\n## Artikel 5 - Duur\n\n1. Een jaar.\n"
    )
    assert [clause.provision for clause in marked(text)] == ["4", "4.1", "4.2", "5", "5.1"]


def test_items_under_a_numbered_paragraph_are_part_of_it() -> None:
    text = "## Artikel 4. Meldplicht\n\n4.1 Verwerker meldt:\n\n1. de aard;\n2. de gevolgen.\n\n4.2 Klant bevestigt.\n"
    assert [clause.number for clause in marked(text)] == ["", "4.1", "4.2"]


def test_an_article_may_name_its_paragraph() -> None:
    text = "Artikel 4 Meldplicht\n\nArtikel 4 lid 1 Verwerker meldt.\n\nArtikel 4 lid 2 Klant bevestigt.\n"
    assert [clause.number for clause in outline(text)] == ["", "4.1", "4.2"]


def test_headings_without_numbers_are_clauses() -> None:
    text = "# Verwerkersovereenkomst\n\n## Beveiliging\n\nWij beveiligen.\n\n## Datalekken\n\nWij melden.\n"
    assert [(clause.part, clause.heading) for clause in marked(text)] == [
        (Part.PREAMBLE, ""),
        (Part.BODY, "Beveiliging"),
        (Part.BODY, "Datalekken"),
    ]


def test_a_letterhead_before_the_first_numbered_article_opens_no_body() -> None:
    text = "# Overeenkomst\n\n### Kaderlijn\n\n" + "".join(
        f"## Artikel {n}. Titel\n\n{n}.1 Tekst.\n\n" for n in (1, 2, 3)
    )
    assert marked(text)[0].part is Part.PREAMBLE
    assert marked(text)[1].article == "1"


def test_fields_for_names_and_signatures_open_the_signatures() -> None:
    text = (
        "1. Duur\n1.1 Een jaar.\n\nKlant Verwerker\n\nNaam: Naam: A. Jansen\n\nDatum: Datum:\n\n"
        "Handtekening: Handtekening:\n"
    )
    assert places(outline(text))[-1][0] == "signatures"


def test_numbers_in_an_annex_belong_to_it() -> None:
    text = "1. Duur\n1.1 Een jaar.\n\nBijlage 2 - Maatregelen\n\n1.1 Versleuteling.\n1.2 Back-ups.\n"
    clauses = outline(text)
    assert places(clauses)[-1] == ("annex", "Bijlage 2", "1.2")
    assert clauses[-1].provision == "Bijlage 2 1.2"


def test_german_english_and_french_titles() -> None:
    german = (
        "## § 1 Gegenstand\n\n(1) Der Auftragnehmer hilft.\n\n## § 2 Dauer\n\nEin Jahr.\n\n## § 3 Ende\n\nSofort.\n"
    )
    assert [clause.provision for clause in marked(german)] == ["1", "1.1", "2", "3"]
    french = "## Art. 1 — Objet\n\nTexte.\n\n## Art. 2 — Durée\n\nUn an.\n\n## Annexe A — Mesures\n\nChiffrement.\n"
    assert [clause.provision for clause in marked(french)] == ["1", "2", "Annexe A"]
    english = "Section 1. Scope\n\n1.1 Hosting.\n\nSchedule 1 - Processing\n\nNames.\n"
    assert [clause.provision for clause in outline(english)] == ["1", "1.1", "Schedule 1"]


def test_the_clause_at_an_offset() -> None:
    clauses = outline("1. Duur\n1.1 Een jaar.\n1.2 Opzegbaar.\n")
    assert clause_at(clauses, clauses[1].start + 3) == clauses[1]


def test_an_agreement_that_is_an_annex_to_another_contract_has_a_body() -> None:
    text = (
        "Framework 2031/7\n\nSCHEDULE 6\n\nDATA PROCESSING\n\n1 Interpretation\n\n1.1 Words have their meaning.\n\n"
        "2 Obligations\n\n2.1 The Supplier shall keep the data secret.\n\n"
        "3 Exit\n\n3.1 The Supplier shall delete the data.\n\n"
        "Annex 1\n\nNames and addresses."
    )
    assert places(outline(text)) == [
        ("preamble", "", ""),
        ("body", "1", ""),
        ("body", "1", "1.1"),
        ("body", "2", ""),
        ("body", "2", "2.1"),
        ("body", "3", ""),
        ("body", "3", "3.1"),
        ("annex", "Annex 1", ""),
    ]


def test_letters_before_numbers_that_do_not_count_on_number_no_articles() -> None:
    text = (
        "Afspraken\n\nA4 Papier\n\nWe drukken op papier.\n\nB2 Kantoor\n\nDaar zitten we.\n\nA4 Papier\n\nNog eens.\n"
    )
    assert {clause.article for clause in outline(text)} == {""}


def test_articles_that_count_by_themselves_need_no_letter() -> None:
    text = (
        "1. Duur\n\nEen jaar.\n\n2. Prijs\n\nVast.\n\n3. Maatregelen\n\nM1 Toegang\n\nM2 Versleuteling\n\nM3 Logboek\n"
    )
    assert [clause.article for clause in outline(text)] == ["1", "2", "3"]


def test_the_annexes_of_a_french_and_a_german_agreement() -> None:
    text = "1. Objet\n\nCeci.\n\nAppendice 1 - Traitements\n\nDossiers.\n\nBeilage 2 - Massnahmen\n\nProtokolle.\n"
    annexes = [clause.article for clause in outline(text) if clause.part is Part.ANNEX]
    assert annexes == ["Appendice 1", "Beilage 2"]


_SENTENCES = (
    "De leverancier verwerkt de gegevens alleen in opdracht.",
    "De leverancier houdt alle gegevens van de klant geheim.",
    "De leverancier meldt een datalek binnen een dag aan de klant.",
    "De leverancier wist de gegevens na afloop van de opdracht.",
)


def counted(sentences: tuple[str, ...], before: str = "") -> str:
    return before + "".join(f"{number}. {text}\n\n" for number, text in enumerate(sentences, start=1))


def test_an_agreement_that_counts_its_sentences_is_cited_by_their_numbers() -> None:
    clauses = outline(counted(_SENTENCES, "Tussen Anker B.V. en Kade B.V.\n\n"))
    assert [clause.provision for clause in clauses] == ["preamble", "1", "2", "3", "4"]
    assert {clause.part for clause in clauses[1:]} == {Part.BODY}


def test_a_short_sentence_among_those_that_count_is_one_of_them() -> None:
    sentences = (*_SENTENCES[:2], "Gegevens blijven in Nederland.", _SENTENCES[2])
    assert [clause.provision for clause in outline(counted(sentences))] == ["1", "2", "3", "4"]


def test_what_is_no_sentence_ends_the_count() -> None:
    assert {clause.part for clause in outline(counted((*_SENTENCES[:2], "Nederland.", _SENTENCES[2])))} == {
        Part.PREAMBLE
    }


def articles(word: str, *sentences: str) -> list[str]:
    text = "\n".join(f"{word} {number}. {sentence}" for number, sentence in enumerate(sentences, start=1))
    return [clause.provision for clause in outline(text)]


def test_articles_may_have_no_title_and_stand_line_by_line() -> None:
    assert articles("Artikel", *_SENTENCES) == ["1", "2", "3", "4"]
    assert articles("Article", *("The supplier keeps all of it secret. It does so for good.",) * 5) == list("12345")
    assert articles("§", *("Der Auftragnehmer hält alle Daten des Auftraggebers geheim.",) * 4) == list("1234")


def test_articles_that_bear_titles_keep_them_though_one_begins_with_its_sentence() -> None:
    text = "\n\n".join(f"Artikel {n}. {title}\n\n{_SENTENCES[n - 1]}" for n, title in enumerate(("Duur", "Einde"), 1))
    clauses = outline(f"{text}\n\nArtikel 3. {_SENTENCES[2]}\n\nArtikel 4. Slot\n\n{_SENTENCES[3]}\n")
    assert [clause.heading for clause in clauses if clause.article in "124"] == [
        "Artikel 1. Duur", "Artikel 2. Einde", "Artikel 4. Slot",
    ]  # fmt: skip


def test_a_place_and_date_over_who_signs_opens_the_signatures() -> None:
    signed = "Zwolle, 14 juli 2026\nnamens de school: M. Terp, bestuurder\nnamens Kade: P. Rooi, directeur\n"
    assert places(outline(counted(_SENTENCES) + signed))[-1] == ("signatures", "", "")
    dated = "Zwolle, 14 juli 2026\n\nDe gegevens worden sinds die dag bewaard: in Zwolle.\n"
    assert places(outline(counted(_SENTENCES) + dated))[-1][0] == "body"


def test_a_short_count_is_a_list_and_no_article() -> None:
    assert {clause.part for clause in outline(counted(_SENTENCES[:3], "Overeenkomst\n\n"))} == {Part.PREAMBLE}


def test_a_count_under_headings_keeps_them() -> None:
    text = "# Afspraken\n\n## Beveiliging\n\n" + counted(_SENTENCES)
    assert [clause.heading for clause in marked(text)][-1] == "Beveiliging"


RUN_IN = (
    "1. DEFINITIONS. Capitalised terms have the meaning that the master agreement gives them, unless stated otherwise.\n\n"
    "2. PROCESSING.\n\n2.1 Vendor processes the data on instructions only.\n\n"
    "3. Personnel. Vendor shall ensure that whoever processes the data is bound to secrecy by contract or by law.\n\n"
    "4. Security Incidents: Vendor shall notify Customer without undue delay after becoming aware of an incident.\n"
)


def test_a_title_on_the_line_of_its_first_sentence_is_the_heading_of_its_article() -> None:
    assert [(clause.article, clause.number, clause.heading) for clause in outline(RUN_IN)] == [
        ("1", "", "DEFINITIONS"),
        ("2", "", "PROCESSING"),
        ("2", "2.1", "PROCESSING"),
        ("3", "", "Personnel"),
        ("4", "", "Security Incidents"),
    ]


def test_two_or_three_that_begin_so_are_a_list_and_no_articles() -> None:
    first_three = RUN_IN[: RUN_IN.index("4. Security")].replace("2.1 ", "")
    assert {clause.heading for clause in outline(first_three)} == {""}


def test_sentences_that_only_count_have_no_heading() -> None:
    counted_only = "\n\n".join(
        f"{number}. The vendor keeps the data secret and tells nobody of them. It does so after the end too."
        for number in range(1, 6)
    )
    assert {clause.heading for clause in outline(counted_only)} == {""}


def test_a_few_articles_without_a_title_of_their_own_don_t_hide_the_others() -> None:
    text = (
        "1. The contractor runs the meal ordering system and the visitor desk of the hospital, day and night.\n\n"
        "2. Waar het om gaat. De verwerker beheert de telefooncentrale en neemt gesprekken op voor de instelling.\n\n"
        "4. Security. The contractor shall lock screens and keep paper lists in a closed cabinet, and shred them daily.\n\n"
        "5. Proof and inspection. The contractor shall show, whenever asked, that it keeps to these terms and the law.\n\n"
        "6. At the end. Within ten days after the contract ends the hospital says whether it wants the data back.\n"
    )
    assert [clause.heading for clause in outline(text) if clause.article] == [
        "Waar het om gaat",
        "Security",
        "Proof and inspection",
        "At the end",
    ]


def test_a_word_may_stand_before_the_number_of_such_a_title() -> None:
    text = "\n\n".join(
        f"Art. {number}. {title}. Le prestataire agit comme il est dit ici, et non autrement, sauf accord écrit du client."
        for number, title in enumerate(("Contexte", "Durée", "Instructions", "Fuites de données"), start=1)
    )
    assert [clause.heading for clause in outline(text) if clause.article] == [
        "Contexte",
        "Durée",
        "Instructions",
        "Fuites de données",
    ]


def test_short_sentences_with_a_verb_are_no_titles() -> None:
    text = "\n\n".join(
        f"{number}. Kasteel is verwerker. De stichting bepaalt waarom en hoe de gegevens worden gebruikt, en niemand anders."
        for number in range(1, 6)
    )
    assert {clause.heading for clause in outline(text)} == {""}


def test_chapters_that_roman_numerals_count_and_titles_that_count_on_within_one() -> None:
    text = (
        "Contrat de sous-traitance\n\nI. Objet\n\nLes clauses ont un objet.\n\nII. Description\n\nLe service.\n\n"
        "III. Obligations\n\nLe sous-traitant s'engage à :\n\n1. traiter les données ;\n\n2. garantir la confidentialité.\n\n"
        "3. Notification des violations\n\nIl notifie.\n\n4. Mesures de sécurité\n\nIl protège.\n"
    )
    headings = [clause.heading for clause in outline(text)]
    assert headings == [
        "",
        "I. Objet",
        "II. Description",
        "III. Obligations",
        "3. Notification des violations",
        "4. Mesures de sécurité",
    ]


def test_chapters_that_letters_count_and_a_schedule_without_a_number() -> None:
    text = (
        "Conditions\n\nA. Scope\n\nA1. The Supplier acts.\n\nB. Staff\n\nB1. They are bound.\n\n"
        "C. Security\n\nC1. It is safe.\n\n"
        "THE SCHEDULE\n\n1. Encryption\n\n2. Back-ups\n\n3. Passwords\n"
    )
    assert [clause.heading for clause in outline(text)] == ["", "A. Scope", "B. Staff", "C. Security", "THE SCHEDULE"]


def test_a_list_of_short_items_makes_no_chapters() -> None:
    text = "Agreement\n\nThe data are:\n\nA. names;\n\nB. addresses;\n\nC. invoices.\n\nNothing else.\n"
    assert {clause.heading for clause in outline(text)} == {""}


def test_a_clause_whose_title_stands_on_the_line_below_its_number() -> None:
    text = (
        "Clauses\n\nClause 1\nPurpose and scope\n(a) These clauses apply.\n\nClause 2\nHierarchy\nThese clauses prevail.\n\n"
        "Clause 3\nDuration\nThe processor keeps the data for a year.\n"
    )
    found = outline(text)
    assert [clause.heading for clause in found] == [
        "",
        "Clause 1 Purpose and scope",
        "Clause 2 Hierarchy",
        "Clause 3 Duration",
    ]
