"""Addresses of the portfolio."""

from django.urls import path

from art28.web.portfolio import risk_views, views

app_name = "portfolio"
urlpatterns = [
    path("", views.index, name="index"),
    path("export/<slug:form>/", views.export, name="export"),
    path("turned/", views.turned, name="turned"),
    path("check-again/", views.check_again, name="check_again"),
    path("risks/", risk_views.risks, name="risks"),
    path("risks/<uuid:risk_id>/withdraw/", risk_views.withdraw, name="withdraw"),
    path("risks/<uuid:agreement_id>/<str:finding>/", risk_views.accept, name="accept"),
]
