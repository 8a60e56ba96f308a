"""A mail of text as HTML: nothing of it is read as markup, and its links can be followed."""

from art28.notices.plain import as_html

MAIL = """Beste <Noor>,

Open deze link:
https://art28.example/a?b=1&c=2 en niet <script>alert(1)</script>

art28
"""


def test_paragraphs_lines_and_links_stand_and_markup_is_words() -> None:
    html = as_html(MAIL, title="Wacht & zie", language="nl")
    assert '<html lang="nl">' in html
    assert ">Wacht &amp; zie</h1>" in html
    assert "<p>Beste &lt;Noor&gt;,</p>" in html
    address = "https://art28.example/a?b=1&amp;c=2"
    assert f'<p>Open deze link:<br>\n<a href="{address}">{address}</a> en niet &lt;script&gt;' in html
    assert "<script>" not in html
    assert html.count("<p>") == 3
