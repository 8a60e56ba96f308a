"""Addresses of contact persons."""

from django.urls import path, re_path

from art28.web.contacts import answer_views, import_views, views

app_name = "contacts"
urlpatterns = [
    path("", views.index, name="list"),
    re_path(r"^export/(?P<form>xlsx|csv)/$", views.export, name="export"),
    path("rhythm/", views.rhythm, name="rhythm"),
    path("ours/", views.own, name="own"),
    path("import/", import_views.upload, name="upload"),
    path("import/<uuid:import_id>/", import_views.preview, name="preview"),
    path("import/<uuid:import_id>/apply/", import_views.apply, name="apply"),
    path("confirm/<str:token>/", answer_views.confirm, name="confirm"),
    path("questions/<uuid:question_id>/settle/", views.settle, name="settle"),
    path("told/<uuid:telling_id>/again/", views.tell_again, name="tell_again"),
    path("ours/<uuid:appointment_id>/end/", views.end_appointment, name="end_appointment"),
    path("under/<uuid:agreement_id>/", views.agreement, name="agreement"),
    path("under/<uuid:agreement_id>/appoint/", views.appoint, name="appoint"),
    path("under/<uuid:agreement_id>/escalate/", views.escalate, name="escalate"),
    path("<uuid:contact_id>/ask/", views.ask, name="ask"),
    path("<uuid:contact_id>/end/", views.end, name="end"),
]
