"""Addresses of audits."""

from django.urls import path

from art28.web.audits import room_views, views

app_name = "audits"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("export/<str:form>/", views.export, name="export"),
    path("room/<str:token>/", room_views.room, name="room"),
    path("room/<str:token>/<uuid:document_id>/", room_views.file, name="room_file"),
    path("<uuid:case_id>/", views.detail, name="detail"),
    path("<uuid:case_id>/do/<slug:name>/", views.act, name="act"),
]
