"""Addresses of mailings: those about one event, one mailing with its moves, one message of it, and the rules."""

from django.urls import path

from art28.web.mailings import views

app_name = "mailings"
urlpatterns = [
    path("breaches/<uuid:subject_id>/mailings/", views.of_subject, {"subject_kind": "breach"}, name="breach"),
    path(
        "subprocessors/changes/<uuid:subject_id>/mailings/",
        views.of_subject,
        {"subject_kind": "change"},
        name="change",
    ),
    path(
        "measures/changes/<uuid:subject_id>/mailings/",
        views.of_subject,
        {"subject_kind": "measurechange"},
        name="measurechange",
    ),
    path("mailings/rules/", views.rules, name="rules"),
    path("mailings/<uuid:mailing_id>/", views.detail, name="detail"),
    path("mailings/<uuid:mailing_id>/messages/<uuid:line_id>/", views.message, name="message"),
    path("mailings/<uuid:mailing_id>/approve/", views.approve, name="approve"),
    path("mailings/<uuid:mailing_id>/release/", views.release, name="release"),
    path("mailings/<uuid:mailing_id>/recall/", views.recall, name="recall"),
    path("mailings/<uuid:mailing_id>/drop/", views.withdraw, name="withdraw"),
    path("mailings/<uuid:mailing_id>/look-again/", views.look_again, name="look_again"),
]
