"""Addresses of what happened."""

from django.urls import path

from art28.web.events import views

app_name = "events"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:event_id>/", views.detail, name="detail"),
    path("<uuid:event_id>/cancel/", views.cancel, name="cancel"),
]
