"""Addresses of contracts with sub-processors and of requests to see them."""

from django.urls import path, re_path

from art28.web.flowdown import views

app_name = "flowdown"
urlpatterns = [
    path("", views.index, name="list"),
    re_path(r"^export/(?P<form>xlsx|csv)/$", views.export, name="export"),
    path("inspections/", views.inspections, name="inspections"),
    path("inspections/<uuid:inspection_id>/", views.inspection, name="inspection"),
    path("inspections/<uuid:inspection_id>/copy/", views.copy, name="copy"),
    path("inspections/<uuid:inspection_id>/do/<slug:name>/", views.inspection_act, name="inspection_act"),
    path("<uuid:sub_processor_id>/", views.detail, name="detail"),
    path("<uuid:sub_processor_id>/do/<slug:name>/", views.act, name="act"),
    path("<uuid:sub_processor_id>/inspect/", views.ask, name="ask"),
]
