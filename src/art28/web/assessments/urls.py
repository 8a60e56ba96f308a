"""Addresses of the controller's side of a breach."""

from django.urls import path

from art28.web.assessments import filing, people, views

app_name = "assessments"
urlpatterns = [
    path("<uuid:breach_id>/authority/", views.case, name="case"),
    path("<uuid:breach_id>/authority/awareness/", views.awareness, name="awareness"),
    path("<uuid:breach_id>/authority/decision/", views.decide, name="decide"),
    path("<uuid:breach_id>/authority/consultation/<uuid:agreement_id>/", views.consult, name="consult"),
    path("<uuid:breach_id>/authority/form/<slug:name>/", filing.questions, name="form"),
    path("<uuid:breach_id>/authority/form/<slug:name>/json/", filing.as_json, name="form_json"),
    path(
        "<uuid:breach_id>/authority/form/<slug:name>/<slug:language>/<slug:form>/",
        filing.document,
        name="form_document",
    ),
    path("<uuid:breach_id>/authority/notified/", filing.notified, name="notified"),
    path("<uuid:breach_id>/authority/proof/<uuid:notification_id>/", filing.proof, name="proof"),
    path("<uuid:breach_id>/people/", people.letter, name="letter"),
    path("<uuid:breach_id>/people/<slug:language>/<slug:form>/", people.document, name="letter_document"),
]
