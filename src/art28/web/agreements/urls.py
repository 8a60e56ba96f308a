"""Addresses of agreements."""

from django.urls import path

from art28.web.agreements import views

app_name = "agreements"
urlpatterns = [path("", views.index, name="list")]
