"""Addresses of breaches."""

from django.urls import path

from art28.web.breaches import moment_views, recording, report_views, telling_views, views

app_name = "breaches"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", recording.new, name="new"),
    path("<uuid:breach_id>/", views.room, name="room"),
    path("<uuid:breach_id>/facts/", views.facts, name="facts"),
    path("<uuid:breach_id>/moments/<str:kind>/", moment_views.correct, name="moment"),
    path("<uuid:breach_id>/told/", telling_views.told, name="told"),
    path("<uuid:breach_id>/close/", views.close, name="close"),
    path("<uuid:breach_id>/<uuid:agreement_id>/report/", report_views.report, name="report"),
    path("<uuid:breach_id>/<uuid:agreement_id>/draft.<str:form>", report_views.draft, name="draft"),
    path("<uuid:breach_id>/<uuid:agreement_id>/send/", report_views.send, name="send"),
    path("<uuid:breach_id>/<uuid:agreement_id>/call/", views.call, name="call"),
    path("<uuid:breach_id>/<uuid:agreement_id>/exclude/", views.exclude, name="exclude"),
    path("<uuid:breach_id>/<uuid:agreement_id>/include/", views.include, name="include"),
]
