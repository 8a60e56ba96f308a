"""Addresses of notices: the outbox of the organisation, and the public page behind a notice's link."""

from django.urls import path

from art28.web.notices import document_views, views

app_name = "notices"
urlpatterns = [
    path("", views.index, name="list"),
    path("read/<str:token>/", views.read, name="read"),
    path("read/<str:token>/<int:place>/document.<str:form>", document_views.behind_link, name="read_document"),
    path("<uuid:message_id>/", views.detail, name="detail"),
    path("<uuid:message_id>/document.<str:form>", document_views.as_sent, name="document"),
    path("<uuid:message_id>/came-back/", views.came_back, name="came_back"),
    path("<uuid:message_id>/try-again/", views.try_again, name="try_again"),
]
