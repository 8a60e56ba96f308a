"""Addresses of staff."""

from django.urls import path

from art28.web.people import import_views, list_views, role_views, views

app_name = "people"
urlpatterns = [
    path("staff/", list_views.index, name="list"),
    path("staff/export/<slug:form>/", list_views.export, name="export"),
    path("staff/access/", list_views.access, name="access"),
    path("staff/access/export/<slug:form>/", list_views.export_access, name="export_access"),
    path("staff/movements/", list_views.movements, name="movements"),
    path("staff/movements/export/<slug:form>/", list_views.export_movements, name="export_movements"),
    path("staff/trainings/", list_views.trainings, name="trainings"),
    path("staff/trainings/export/<slug:form>/", list_views.export_trainings, name="export_trainings"),
    path("staff/trainings/new/", views.teach, name="teach"),
    path("staff/roles/", role_views.index, name="roles"),
    path("staff/roles/new/", role_views.new, name="new_role"),
    path("staff/roles/<uuid:role_id>/", role_views.edit, name="role"),
    path("staff/import/", import_views.upload, name="upload"),
    path("staff/import/table/", import_views.table, name="table"),
    path("staff/import/<uuid:import_id>/", import_views.preview, name="preview"),
    path("staff/import/<uuid:import_id>/apply/", import_views.apply, name="apply"),
    path("staff/new/", views.new, name="new"),
    path("staff/<uuid:member_id>/", views.detail, name="detail"),
    path("staff/<uuid:member_id>/access/", views.grant, name="grant"),
    path("staff/<uuid:member_id>/access/all/", list_views.access_of, name="access_of"),
    path("staff/<uuid:member_id>/signed/<uuid:commitment_id>/", views.document, name="document"),
    path("staff/<uuid:member_id>/do/<slug:name>/", views.act, name="act"),
    path("staff/<uuid:member_id>/do/<slug:name>/<uuid:part_id>/", views.act_on, name="act_on"),
    path("agreements/<uuid:agreement_id>/staff/", views.agreement, name="agreement"),
]
