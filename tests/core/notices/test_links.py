"""Addresses in a letter can be followed where they are the sender's own."""

import pytest

from art28.notices.links import with_links

OURS = "https://art28.example/"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Zie https://art28.example/a?b=1&c=2.", 'Zie <a href="{0}a?b=1&amp;c=2">{0}a?b=1&amp;c=2</a>.'),
        ("(https://art28.example/a)", '(<a href="{0}a">{0}a</a>)'),
        ("https://elders.example/a", "https://elders.example/a"),
        ("https://art28.example.elders.example/a", "https://art28.example.elders.example/a"),
        ('https://art28.example/"><script>', '<a href="{0}">{0}</a>&quot;&gt;&lt;script&gt;'),
        ("javascript:alert(1) <b>", "javascript:alert(1) &lt;b&gt;"),
    ],
)
def test_only_addresses_of_the_senders_own_pages_are_links_and_everything_is_escaped(text: str, html: str) -> None:
    assert with_links(text, OURS) == html.format(OURS)


def test_without_a_beginning_every_address_is_one() -> None:
    assert with_links("a http://a.example/ b https://b.example/c, d") == (
        'a <a href="http://a.example/">http://a.example/</a> b <a href="https://b.example/c">https://b.example/c</a>, d'
    )
