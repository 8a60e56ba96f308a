"""Addresses of signals."""

from django.urls import path

from art28.web.intake import triage, views

app_name = "intake"
urlpatterns = [
    path("signals/", views.queue, name="queue"),
    path("signals/report/", views.report, name="report"),
    path("signals/breach/", triage.breach, name="breach"),
    path("breaches/moments/<uuid:breach_id>/", views.moments, name="moments"),
    path("signals/<uuid:signal_id>/", views.signal, name="signal"),
    path("signals/<uuid:signal_id>/facts/", views.facts, name="facts"),
    path("signals/<uuid:signal_id>/files/<uuid:file_id>/", views.file, name="file"),
    path("signals/<uuid:signal_id>/look/", triage.look, name="look"),
    path("signals/<uuid:signal_id>/no-breach/", triage.no_breach, name="no_breach"),
    path("signals/<uuid:signal_id>/reopen/", triage.reopen, name="reopen"),
    path("signals/<uuid:signal_id>/join/", triage.join, name="join"),
]
