"""Addresses of reports."""

from django.urls import path

from art28.web.reports import dossier_views, views, yearly_views

app_name = "reports"
urlpatterns = [
    path("reports/yearly/", yearly_views.page, name="yearly"),
    path("reports/yearly/<int:year>/<slug:language>/", yearly_views.document, name="yearly_document"),
    path("reports/packs/", dossier_views.index, name="dossiers"),
    path("reports/packs/new/", dossier_views.new, name="dossier_new"),
    path("reports/packs/<uuid:dossier_id>/", dossier_views.detail, name="dossier"),
    path("reports/packs/<uuid:dossier_id>/download/", dossier_views.download, name="dossier_download"),
    path("registers/", views.index, name="index"),
    path("registers/<slug:name>/", views.register, name="register"),
    path("registers/<slug:name>/export/<slug:form>/", views.export, name="export"),
]
