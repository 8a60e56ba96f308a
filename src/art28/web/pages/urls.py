"""Addresses of the frame."""

from django.urls import path

from art28.web.pages import views

urlpatterns = [path("", views.home, name="home")]
