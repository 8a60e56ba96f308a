"""Addresses of disclosures."""

from django.urls import path

from art28.web.disclosures import views

app_name = "disclosures"
urlpatterns = [
    path("disclosures/", views.index, name="list"),
    path("disclosures/new/", views.new, name="new"),
    path("disclosures/export/<slug:form>/", views.export, name="export"),
    path("agreements/<uuid:agreement_id>/disclosures/", views.agreement, name="agreement"),
    path("agreements/<uuid:agreement_id>/disclosures/mark/", views.mark, name="mark"),
    path("agreements/<uuid:agreement_id>/disclosures/permit/", views.permit, name="permit"),
    path("agreements/<uuid:agreement_id>/hand-out/", views.hand_out, name="hand_out"),
    path("breaches/<uuid:breach_id>/disclosures/", views.breach, name="breach"),
]
