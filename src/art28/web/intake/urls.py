"""Addresses of signals."""

from django.urls import path

from art28.web.intake import triage, views

app_name = "intake"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("report/", views.report, name="report"),
    path("breach/", triage.breach, name="breach"),
    path("moments/<uuid:breach_id>/", views.moments, name="moments"),
    path("<uuid:signal_id>/", views.signal, name="signal"),
    path("<uuid:signal_id>/facts/", views.facts, name="facts"),
    path("<uuid:signal_id>/files/<uuid:file_id>/", views.file, name="file"),
    path("<uuid:signal_id>/look/", triage.look, name="look"),
    path("<uuid:signal_id>/no-breach/", triage.no_breach, name="no_breach"),
    path("<uuid:signal_id>/reopen/", triage.reopen, name="reopen"),
    path("<uuid:signal_id>/join/", triage.join, name="join"),
]
