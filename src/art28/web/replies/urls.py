"""Addresses of what came back."""

from django.urls import path

from art28.web.replies import views

app_name = "replies"
urlpatterns = [
    path("", views.index, name="list"),
    path("<uuid:reply_id>/message.eml", views.mail, name="mail"),
]
