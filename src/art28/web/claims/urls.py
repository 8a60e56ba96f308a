"""Addresses of claims."""

from django.urls import path

from art28.web.claims import liability_views, views

app_name = "claims"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("export.<slug:form>", views.export, name="export"),
    path("<uuid:case_id>/", views.detail, name="detail"),
    path("<uuid:case_id>/do/<slug:name>/", views.act, name="act"),
    path("under/<uuid:agreement_id>/", liability_views.liability, name="liability"),
    path("under/<uuid:agreement_id>/do/<slug:name>/", liability_views.act, name="liability_act"),
]
