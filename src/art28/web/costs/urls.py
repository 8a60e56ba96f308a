"""Addresses of costs."""

from django.urls import path

from art28.web.costs import views

app_name = "costs"
urlpatterns = [
    path("breaches/<uuid:breach_id>/costs/", views.breach, name="breach"),
    path("breaches/<uuid:breach_id>/costs/export/<slug:form>/", views.export, name="export"),
    path("breaches/<uuid:breach_id>/costs/lines/<uuid:line_id>/strike/", views.strike, name="strike"),
    path("breaches/<uuid:breach_id>/costs/under/<uuid:agreement_id>/charge/", views.charge, name="charge"),
    path("breaches/<uuid:breach_id>/costs/statements/<uuid:statement_id>/", views.statement, name="statement"),
]
