"""Addresses of agreements."""

from django.urls import path

from art28.web.agreements import division_views, fact_views, queue_views, upload_views, views

app_name = "agreements"
urlpatterns = [
    path("", views.index, name="list"),
    path("upload/", upload_views.upload, name="upload"),
    path("open/", queue_views.queue, name="open"),
    path("open/<uuid:agreement_id>/<str:key>/", queue_views.decide, name="open_decide"),
    path("batch/<uuid:batch_id>/", upload_views.batch, name="batch"),
    path("<uuid:agreement_id>/", views.detail, name="detail"),
    path("<uuid:agreement_id>/original", views.original, name="original"),
    path("<uuid:agreement_id>/direction/", views.direction, name="direction"),
    path("<uuid:agreement_id>/read-again/", views.read_again, name="read_again"),
    path("<uuid:agreement_id>/division/", division_views.division, name="division"),
    path("<uuid:agreement_id>/facts/<str:key>/", fact_views.fact, name="fact"),
    path("<uuid:agreement_id>/facts/<str:key>/why/", fact_views.why, name="why"),
    path("<uuid:agreement_id>/case/", fact_views.export_case, name="export_case"),
    path("<uuid:agreement_id>/confirm/", fact_views.confirm_group, name="confirm_group"),
    path("<uuid:agreement_id>/confirm/<uuid:decision>/undo/", fact_views.undo_group, name="undo_group"),
]
