"""Addresses of the evidence page."""

from django.urls import path

from art28.web.audit import views

app_name = "evidence"
urlpatterns = [
    path("", views.index, name="index"),
    path("pack", views.pack, name="pack"),
]
