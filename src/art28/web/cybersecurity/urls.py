"""Addresses of the Cyberbeveiligingswet."""

from django.urls import path

from art28.web.cybersecurity import views

app_name = "cybersecurity"
urlpatterns = [
    path("", views.entity, name="entity"),
    path("breaches/<uuid:breach_id>/", views.incident, name="incident"),
    path("breaches/<uuid:breach_id>/assess/", views.assess, name="assess"),
    path("breaches/<uuid:breach_id>/interim/", views.interim, name="interim"),
    path("breaches/<uuid:breach_id>/goes-on/", views.goes_on, name="goes_on"),
    path("breaches/<uuid:breach_id>/handled/", views.handled, name="handled"),
]
