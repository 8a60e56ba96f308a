"""Addresses of data subject requests."""

from django.urls import path

from art28.web.requests import views

app_name = "requests"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("export/<slug:form>/", views.export, name="export"),
    path("person/<str:token>/", views.person, name="person"),
    path("<uuid:request_id>/", views.detail, name="detail"),
    path("<uuid:request_id>/package/", views.package, name="package"),
    path("<uuid:request_id>/letters/<str:name>/", views.letter, name="letter"),
    path("<uuid:request_id>/do/<slug:name>/", views.act, name="act"),
    path("<uuid:request_id>/under/<uuid:agreement_id>/<slug:name>/", views.act_under, name="act_under"),
]
