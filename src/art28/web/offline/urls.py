"""Addresses of the offline pack."""

from django.urls import path

from art28.web.offline import views

app_name = "offline"
urlpatterns = [
    path("", views.index, name="index"),
    path("now/", views.ask, name="ask"),
]
