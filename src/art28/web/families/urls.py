"""Addresses of families."""

from django.urls import path

from art28.web.families import views

app_name = "families"
urlpatterns = [
    path("", views.index, name="list"),
    path("<uuid:family_id>/", views.detail, name="detail"),
    path("<uuid:family_id>/members/", views.members, name="members"),
    path("<uuid:family_id>/confirm/", views.confirm, name="confirm"),
    path("<uuid:family_id>/blanks/<str:key>/<str:mark>/", views.blank, name="blank"),
    path("decisions/<uuid:decision_id>/undo/", views.undo, name="undo"),
    path("agreements/<uuid:agreement_id>/", views.member, name="member"),
]
