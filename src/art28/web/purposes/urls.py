"""Addresses of own purposes."""

from django.urls import path

from art28.web.purposes import views

app_name = "purposes"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("export/<slug:what>/<slug:form>/", views.export, name="export"),
    path("<uuid:purpose_id>/", views.detail, name="detail"),
    path("<uuid:purpose_id>/do/<slug:name>/", views.act, name="act"),
]
