"""Lists within numbered paragraphs: which items belong to them, and where the next paragraph goes on."""

import pytest

from art28.document.flow import flow_of
from art28.document.outline import outline_of
from art28.reading.markup.markdown import read_markdown
from art28.reading.text import read_text

ARTICLE = "Artikel 5 Datalekken\n\n(1) Verwerker meldt een inbreuk direct.\n\n(2) De melding bevat ten minste:\n\n"


def numbers(text: str) -> list[str]:
    flow = flow_of(read_text(text, name="x", sha256="0", extraction="text/1"))
    return [clause.number for clause in outline_of(flow) if clause.number]


@pytest.mark.parametrize(
    "items",
    [
        "1. de aard;\n2. de oorzaak;\n3. de gevolgen;\n4. de maatregelen.\n\n",
        "1. de aard\n2. de oorzaak\n3. de gevolgen\n\n",
    ],
)
def test_items_numbered_otherwise_are_no_paragraphs(items: str) -> None:
    assert numbers(f"{ARTICLE}{items}(3) Verwerker houdt een register bij.\n") == ["5.1", "5.2", "5.3"]


def test_items_numbered_as_the_paragraphs_go_on_until_a_sentence_ends() -> None:
    text = (
        "Artikel 5 Datalekken\n\n1. Verwerker meldt een inbreuk direct.\n2. De melding bevat:\n1. de aard;\n2. de oorzaak;\n"
        "3. de gevolgen;\n4. de naam van een contactpersoon.\n3. Verwerker houdt een register bij.\n4. De kosten deelt men.\n"
    )
    assert numbers(text) == ["5.1", "5.2", "5.3", "5.4"]


def test_items_set_deeper_need_no_stops() -> None:
    text = (
        "# Overeenkomst\n\n## Artikel 5 Datalekken\n\n1. Direct melden.\n2. De melding bevat:\n   1. Aard.\n   2. Oorzaak.\n"
        "   3. Gevolgen.\n   4. Maatregelen.\n3. Verwerker houdt een register bij.\n"
    )
    flow = flow_of(read_markdown(text, name="x", sha256="0", extraction="markdown/1"))
    assert [clause.number for clause in outline_of(flow) if clause.number] == ["5.1", "5.2", "5.3"]


def test_the_first_paragraph_of_the_next_article_opens_no_list() -> None:
    text = "Artikel 1\n\n1. Een.\n2. Twee.\n\nArtikel 2\n\n1. Drie.\n2. Vier.\n3. Vijf.\n"
    assert numbers(text) == ["1.1", "1.2", "2.1", "2.2", "2.3"]
