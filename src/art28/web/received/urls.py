"""Addresses of reports received."""

from django.urls import path

from art28.web.received import mail_views, views

app_name = "received"
urlpatterns = [
    path("received/", views.index, name="list"),
    path("received/new/", views.new, name="new"),
    path("received/<uuid:report_id>/", views.detail, name="detail"),
    path("received/<uuid:report_id>/file/", views.file, name="file"),
    path("received/<uuid:report_id>/join/", views.join, name="join"),
    path("received/<uuid:report_id>/record/", views.record, name="record"),
    path("received/<uuid:report_id>/<uuid:proposal_id>/decide/", views.decide, name="decide"),
    path("signals/<uuid:signal_id>/files/<uuid:file_id>/report/", mail_views.from_signal, name="from_signal"),
    path("breaches/<uuid:breach_id>/chain/", views.chain, name="chain"),
]
