"""Addresses of the call list, under the breach it belongs to."""

from django.urls import path

from art28.web.calls import views

app_name = "calls"
urlpatterns = [
    path("<uuid:breach_id>/calls/", views.index, name="list"),
    path("<uuid:breach_id>/calls/next/", views.claim_next, name="next"),
    path("<uuid:breach_id>/calls/workbook/", views.export, name="export"),
    path("<uuid:breach_id>/calls/from/<uuid:mailing_id>/", views.from_mailing, name="from_mailing"),
    path("<uuid:breach_id>/calls/<uuid:agreement_id>/", views.call, name="call"),
    path("<uuid:breach_id>/calls/<uuid:agreement_id>/claim/", views.claim, name="claim"),
    path("<uuid:breach_id>/calls/<uuid:agreement_id>/give-back/", views.give_back, name="give_back"),
    path("<uuid:breach_id>/calls/<uuid:agreement_id>/reached/", views.reached, name="reached"),
    path("<uuid:breach_id>/calls/<uuid:agreement_id>/in-vain/", views.in_vain, name="in_vain"),
    path("<uuid:breach_id>/calls/<uuid:agreement_id>/escalate/", views.escalate, name="escalate"),
]
