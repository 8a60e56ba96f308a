"""Addresses of sheets."""

from django.urls import path

from art28.web.sheets import views

app_name = "sheets"
urlpatterns = [
    path("", views.new, name="new"),
    path("<str:template>/<str:language>/sheet.xlsx", views.workbook, name="workbook"),
    path("<uuid:sheet_id>/", views.detail, name="detail"),
    path("<uuid:sheet_id>/make/", views.make, name="make"),
    path("<uuid:sheet_id>/documents.zip", views.documents, name="documents"),
]
