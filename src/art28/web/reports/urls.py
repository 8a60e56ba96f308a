"""Addresses of reports."""

from django.urls import path

from art28.web.reports import views

app_name = "reports"
urlpatterns = [
    path("registers/", views.index, name="index"),
    path("registers/<slug:name>/", views.register, name="register"),
    path("registers/<slug:name>/export/<slug:form>/", views.export, name="export"),
]
