"""Addresses of the chain."""

from django.urls import path

from art28.web.chains import views

app_name = "chains"
urlpatterns = [
    path("", views.index, name="index"),
    path("behind/", views.behind, name="behind"),
    path("behind/<str:key>/", views.one_behind, name="one_behind"),
    path("export/<slug:form>/", views.export, name="export"),
]
