"""A session that ended while somebody was filling in a form: back to the form's page, and never to another site."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
FORM = "http://testserver/breaches/new/?agreement=1"


def test_who_sends_a_form_comes_back_to_its_page() -> None:
    answer = Client().post(reverse("intake:report"), HTTP_REFERER=FORM)
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"] == "/account/login/?next=/breaches/new/%3Fagreement%3D1"


@pytest.mark.parametrize("before", ["", "https://elders.example/breaches/", "http://testserver//elders.example/x"])
def test_no_other_site_is_come_back_to(before: str) -> None:
    answer = Client().post(reverse("intake:report"), HTTP_REFERER=before)
    assert answer["Location"].startswith("/account/login/?next=/")
    assert "next=//" not in answer["Location"]
    assert "https" not in answer["Location"]


def test_what_sends_by_itself_leads_the_whole_page_to_sign_in() -> None:
    answer = Client().post(reverse("intake:report"), headers={"HX-Request": "true", "HX-Current-URL": FORM})
    assert answer["HX-Redirect"] == "/account/login/?next=/breaches/new/%3Fagreement%3D1"


def test_a_page_that_is_asked_for_is_come_back_to_as_before() -> None:
    answer = Client().get(reverse("breaches:new"), {"q": "zorg"}, HTTP_REFERER="http://testserver/")
    assert answer["Location"] == "/account/login/?next=/breaches/new/%3Fq%3Dzorg"


def test_a_form_that_was_too_old_leads_back_to_itself() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(reverse("intake:report"), HTTP_REFERER=FORM)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    words = answer.content.decode()
    assert 'href="/breaches/new/?agreement=1"' in words
    assert "data-keeps-unsent" in words
    assert "data-keeps-unsent" not in client.post(reverse("intake:report")).content.decode()
