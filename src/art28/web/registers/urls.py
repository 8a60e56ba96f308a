"""Addresses of registers, their figures, and measures."""

from django.urls import path

from art28.web.registers import views

app_name = "registers"
urlpatterns = [
    path("registers/breaches/", views.register, name="breaches"),
    path("registers/breaches/figures/", views.figures, name="figures"),
    path("registers/breaches/export/<slug:form>/", views.export, name="export"),
    path("breaches/<uuid:breach_id>/measures/", views.measures, name="measures"),
    path("breaches/<uuid:breach_id>/measures/<uuid:measure_id>/done/", views.done, name="done"),
]
