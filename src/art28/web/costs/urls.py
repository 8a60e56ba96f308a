"""Addresses of costs: of a breach under the breach, of any other case under its kind."""

from django.urls import path

from art28.web.costs import views

app_name = "costs"
_BREACH = "breaches/<uuid:case_id>/costs/"
_CASE = "costs/<slug:kind>/<uuid:case_id>/"
urlpatterns = [
    path(_BREACH, views.breach, name="breach"),
    path(f"{_BREACH}export/<slug:form>/", views.export, name="export"),
    *(
        each
        for place in (_BREACH, _CASE)
        for each in (
            path(f"{place}lines/<uuid:line_id>/strike/", views.strike, name="strike"),
            path(f"{place}under/<uuid:agreement_id>/charge/", views.charge, name="charge"),
            path(f"{place}statements/<uuid:statement_id>/", views.statement, name="statement"),
        )
    ),
]
