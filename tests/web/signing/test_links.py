"""What somebody from outside meets: a link that leads nowhere, and what is wrong beside what can be mended."""

import pytest
from django.test import Client
from django.urls import reverse

from web.drafts.world import World, drafted
from web.people import tenant
from web.signing.world import begun, party

pytestmark = pytest.mark.django_db
OUTSIDER = Client(headers={"accept-language": "nl"})


@pytest.mark.parametrize("name", ["signing:sign", "drafts:read"])
def test_a_link_that_leads_nowhere_says_what_to_do_and_leads_nobody_to_our_own_pages(name: str) -> None:
    answer = OUTSIDER.get(reverse(name, args=("half-a-token",)))
    said = answer.content.decode()
    assert answer.status_code == 404
    assert "Deze link werkt niet" in said
    assert "organisatie" not in said
    assert 'href="/"' not in said


def test_what_is_wrong_stands_where_one_answers_with_the_last_day_to_sign() -> None:
    ours = tenant("veldlicht")
    first = party(begun(World(ours, drafted(ours))), 0)
    first.be_known()
    page = first.sign(consent="").content.decode()
    answer = page[page.index('id="answer"') :]
    assert 'role="alert"' in answer
    assert "Te ondertekenen tot en met" in answer
    assert page.count('action="#answer"') == answer.count("<form")
