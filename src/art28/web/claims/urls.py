"""Addresses of claims."""

from django.urls import path

from art28.web.claims import case_views, liability_views, views

app_name = "claims"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("export.<slug:form>", views.export, name="export"),
    path("insurance/", case_views.insurance, name="insurance"),
    path("disputes/", case_views.disputes, name="disputes"),
    path("disputes/<uuid:case_id>/", case_views.dispute, name="dispute"),
    path("disputes/<uuid:case_id>/do/<slug:name>/", case_views.dispute_act, name="dispute_act"),
    path("terminations/", case_views.terminations, name="terminations"),
    path("terminations/<uuid:case_id>/", case_views.termination, name="termination"),
    path("terminations/<uuid:case_id>/do/<slug:name>/", case_views.termination_act, name="termination_act"),
    path("<slug:register>/export.<slug:form>", case_views.export, name="export_cases"),
    path("<uuid:case_id>/", views.detail, name="detail"),
    path("<uuid:case_id>/do/<slug:name>/", views.act, name="act"),
    path("under/<uuid:agreement_id>/", liability_views.liability, name="liability"),
    path("under/<uuid:agreement_id>/do/<slug:name>/", liability_views.act, name="liability_act"),
]
