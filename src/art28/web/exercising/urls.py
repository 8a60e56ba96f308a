"""Addresses of exercises."""

from django.urls import path

from art28.web.exercising import views

app_name = "exercises"
urlpatterns = [
    path("", views.index, name="list"),
    path("start/", views.start, name="start"),
    path("<uuid:exercise_id>/", views.detail, name="detail"),
    path("<uuid:exercise_id>/report.pdf", views.document, name="document"),
    path("<uuid:exercise_id>/play/", views.play, name="play"),
    path("<uuid:exercise_id>/leave/", views.leave, name="leave"),
    path("<uuid:exercise_id>/end/", views.end, name="end"),
    path("<uuid:exercise_id>/erase/", views.erase, name="erase"),
]
