"""Addresses of agreements."""

from django.urls import path

from art28.web.agreements import queue_views, views

app_name = "agreements"
urlpatterns = [
    path("", views.index, name="list"),
    path("upload/", views.upload, name="upload"),
    path("open/", queue_views.queue, name="open"),
    path("open/<uuid:agreement_id>/<str:key>/", queue_views.decide, name="open_decide"),
    path("batch/<uuid:batch_id>/", views.batch, name="batch"),
    path("<uuid:agreement_id>/", views.detail, name="detail"),
    path("<uuid:agreement_id>/original", views.original, name="original"),
    path("<uuid:agreement_id>/direction/", views.direction, name="direction"),
    path("<uuid:agreement_id>/read-again/", views.read_again, name="read_again"),
    path("<uuid:agreement_id>/facts/<str:key>/", views.fact, name="fact"),
]
