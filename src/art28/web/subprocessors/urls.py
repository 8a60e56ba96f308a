"""Addresses of sub-processors and of changes of them."""

from django.urls import path, re_path

from art28.web.subprocessors import proposal_views, views

app_name = "subprocessors"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("import/", views.upload, name="upload"),
    path("import/<uuid:import_id>/", views.preview, name="preview"),
    path("import/<uuid:import_id>/apply/", views.apply, name="apply"),
    path("take-over/", views.take_over, name="take_over"),
    re_path(r"^export/(?P<form>xlsx|csv)/$", views.export, name="export"),
    path("changes/", proposal_views.index, name="changes"),
    path("changes/new/", proposal_views.propose, name="propose"),
    path("changes/<uuid:proposal_id>/", proposal_views.impact, name="impact"),
    path("changes/<uuid:proposal_id>/edit/", proposal_views.edit, name="edit_proposal"),
    path("changes/<uuid:proposal_id>/drop/", proposal_views.drop, name="drop"),
    path("<uuid:sub_processor_id>/", views.detail, name="detail"),
    path("<uuid:sub_processor_id>/edit/", views.edit, name="edit"),
    path("<uuid:sub_processor_id>/agreement/", views.file_agreement, name="file_agreement"),
    path("<uuid:sub_processor_id>/behind/", views.behind, name="behind"),
    path("<uuid:sub_processor_id>/behind/<uuid:child_id>/", views.not_behind, name="not_behind"),
    path("<uuid:sub_processor_id>/safeguard/", views.safeguard, name="safeguard"),
    path("<uuid:sub_processor_id>/safeguard/<uuid:safeguard_id>/end/", views.end_safeguard, name="end_safeguard"),
]
