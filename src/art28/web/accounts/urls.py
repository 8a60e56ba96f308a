"""Addresses of accounts: language, organisation."""

from django.urls import path

from art28.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("language/", views.language, name="language"),
    path("organisation/", views.organisation, name="organisation"),
]
