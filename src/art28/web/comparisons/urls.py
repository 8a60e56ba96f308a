"""Addresses of comparisons."""

from django.urls import path

from art28.web.comparisons import views

app_name = "comparisons"
urlpatterns = [
    path("", views.index, name="index"),
    path("bring/", views.bring, name="bring"),
    path("as/<slug:form>/", views.download, name="download"),
]
