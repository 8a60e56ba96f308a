"""Addresses of audits."""

from django.urls import path

from art28.web.audits import views

app_name = "audits"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("export/<str:form>/", views.export, name="export"),
    path("<uuid:case_id>/", views.detail, name="detail"),
    path("<uuid:case_id>/do/<slug:name>/", views.act, name="act"),
]
