"""Addresses of checks, their results and alarms, and of things with custody."""

from django.urls import path

from art28.web.controls import asset_views, import_views, result_views, views

app_name = "controls"
urlpatterns = [
    path("", views.index, name="list"),
    path("export/<slug:form>/", views.export, name="export"),
    path("alarms/", views.board, name="board"),
    path("alarms/<uuid:alarm_id>/accept/", result_views.accept, name="accept"),
    path("assets/", asset_views.index, name="assets"),
    path("assets/export/<slug:form>/", asset_views.export, name="asset_export"),
    path("assets/new/", asset_views.new, name="asset_new"),
    path("assets/<uuid:asset_id>/", asset_views.detail, name="asset"),
    path("assets/<uuid:asset_id>/edit/", asset_views.edit, name="asset_edit"),
    path("assets/<uuid:asset_id>/hand/", asset_views.hand, name="hand"),
    path("assets/<uuid:asset_id>/safeguard/", asset_views.safeguard, name="safeguard"),
    path("import/", import_views.upload, name="upload"),
    path("import/blank/", import_views.blank, name="blank"),
    path("import/<uuid:import_id>/", import_views.preview, name="preview"),
    path("import/<uuid:import_id>/apply/", import_views.apply, name="apply"),
    path("new/", views.new, name="new"),
    path("results/<uuid:result_id>/file/", result_views.file, name="file"),
    path("<uuid:check_id>/", views.detail, name="detail"),
    path("<uuid:check_id>/edit/", views.edit, name="edit"),
    path("<uuid:check_id>/end/", views.end, name="end"),
    path("<uuid:check_id>/result/", result_views.result, name="result"),
    path("<uuid:check_id>/promise/", views.promise, name="promise"),
    path("<uuid:check_id>/promises/<uuid:promise_id>/withdraw/", views.withdraw, name="withdraw"),
]
