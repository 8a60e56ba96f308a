"""Addresses of the records of processing."""

from django.urls import path

from art28.web.processing import own_views, views

app_name = "processing"
urlpatterns = [
    path("registers/processing/", views.index, name="list"),
    path("registers/processing/keeper/", own_views.keeper, name="keeper"),
    path("registers/processing/export/<slug:form>/", views.export, name="export"),
    path("registers/processing/<uuid:agreement_id>/", views.record, name="record"),
    path("registers/processing/<uuid:agreement_id>/draw/", views.draw, name="draw"),
    path("registers/processing/<uuid:agreement_id>/export/<slug:form>/", views.export_one, name="export_one"),
    path("registers/processing/<uuid:agreement_id>/<slug:name>/", views.act, name="act"),
    path("registers/processing/<uuid:agreement_id>/<uuid:activity_id>/<slug:name>/", views.part, name="part"),
    path("registers/own-processing/", own_views.index, name="own"),
    path("registers/own-processing/new/", own_views.new, name="own_new"),
    path("registers/own-processing/import/", own_views.upload, name="upload"),
    path("registers/own-processing/import/<uuid:import_id>/", own_views.preview, name="preview"),
    path("registers/own-processing/import/<uuid:import_id>/apply/", own_views.apply, name="apply"),
    path("registers/own-processing/export/<slug:form>/", own_views.export, name="own_export"),
    path("registers/own-processing/<uuid:activity_id>/", own_views.edit, name="own_edit"),
    path("registers/own-processing/<uuid:activity_id>/end/", own_views.end, name="own_end"),
]
