"""Addresses of checks, their results and alarms, and of things with custody."""

from django.urls import path

from art28.web.controls import result_views, views

app_name = "controls"
urlpatterns = [
    path("", views.index, name="list"),
    path("export/<slug:form>/", views.export, name="export"),
    path("alarms/", views.board, name="board"),
    path("alarms/<uuid:alarm_id>/accept/", result_views.accept, name="accept"),
    path("new/", views.new, name="new"),
    path("results/<uuid:result_id>/file/", result_views.file, name="file"),
    path("<uuid:check_id>/", views.detail, name="detail"),
    path("<uuid:check_id>/edit/", views.edit, name="edit"),
    path("<uuid:check_id>/end/", views.end, name="end"),
    path("<uuid:check_id>/result/", result_views.result, name="result"),
    path("<uuid:check_id>/promise/", views.promise, name="promise"),
    path("<uuid:check_id>/promises/<uuid:promise_id>/withdraw/", views.withdraw, name="withdraw"),
]
