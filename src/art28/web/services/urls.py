"""Addresses of services."""

from django.urls import path, re_path

from art28.web.services import touched_views, views

app_name = "services"
urlpatterns = [
    path("services/", views.index, name="list"),
    path("services/new/", views.new, name="new"),
    path("services/import/", views.upload, name="upload"),
    path("services/import/<uuid:import_id>/", views.preview, name="preview"),
    path("services/import/<uuid:import_id>/apply/", views.apply, name="apply"),
    re_path(r"^services/export/(?P<form>xlsx|services|uses)/$", views.export, name="export"),
    path("breaches/touched/", touched_views.choose, name="choose"),
    path("breaches/touched/<uuid:breach_id>/", touched_views.grounds, name="grounds"),
    path("breaches/touched/<uuid:breach_id>/leave-out/", touched_views.leave_out, name="leave_out"),
    path("services/<uuid:service_id>/", views.detail, name="detail"),
    path("services/<uuid:service_id>/edit/", views.edit, name="edit"),
    path("services/<uuid:service_id>/link/", views.link, name="link"),
    path("services/<uuid:service_id>/<uuid:agreement_id>/unlink/", views.unlink, name="unlink"),
]
