"""Addresses of questionnaires: under an agreement, under a family, and those of a breach together."""

from django.urls import path

from art28.web.questionnaires import breach_views, views

app_name = "questionnaires"
urlpatterns = [
    path("agreements/families/<uuid:family_id>/questions/", views.family, name="family"),
    path(
        "agreements/families/<uuid:family_id>/questions/<str:mark>/confirm/",
        views.confirm_family,
        name="confirm_family",
    ),
    path("agreements/<uuid:agreement_id>/questions/", views.agreement, name="agreement"),
    path("agreements/<uuid:agreement_id>/questions/add/", views.add, name="add"),
    path("agreements/<uuid:agreement_id>/questions/confirm/", views.confirm, name="confirm"),
    path("agreements/<uuid:agreement_id>/questions/as-read/", views.as_read, name="as_read"),
    path("agreements/<uuid:agreement_id>/questions/<slug:question_id>/", views.change, name="change"),
    path("agreements/<uuid:agreement_id>/questions/<slug:question_id>/move/", views.move, name="move"),
    path("agreements/<uuid:agreement_id>/questions/<slug:question_id>/remove/", views.remove, name="remove"),
    path("breaches/<uuid:breach_id>/questions/", breach_views.together, name="together"),
]
