"""Addresses of parties."""

from django.urls import path

from art28.web.parties import views

app_name = "parties"
urlpatterns = [
    path("", views.index, name="list"),
    path("<uuid:counterparty_id>/", views.detail, name="detail"),
    path("<uuid:counterparty_id>/contacts/", views.contact, name="contact"),
    path("entities/", views.entities, name="entities"),
]
