"""Addresses of audits."""

from django.urls import path

from art28.web.audits import own_views, room_views, views

app_name = "audits"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("export/<str:form>/", views.export, name="export"),
    path("own/", own_views.index, name="own"),
    path("own/new/", own_views.new, name="own_new"),
    path("own/<uuid:own_id>/", own_views.detail, name="own_detail"),
    path("own/<uuid:own_id>/report/", own_views.report, name="own_report"),
    path("own/<uuid:own_id>/do/<slug:name>/", own_views.act, name="own_act"),
    path("room/<str:token>/", room_views.room, name="room"),
    path("room/<str:token>/<uuid:document_id>/", room_views.file, name="room_file"),
    path("<uuid:case_id>/", views.detail, name="detail"),
    path("<uuid:case_id>/documents/<uuid:document_id>/", views.document, name="document"),
    path("<uuid:case_id>/do/<slug:name>/", views.act, name="act"),
]
