"""Addresses of house templates."""

from django.urls import path

from art28.web.house import filling_views, views

app_name = "house"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:template_id>/", views.detail, name="detail"),
    path("<uuid:template_id>/settle/", views.settle, name="settle"),
    path("<uuid:template_id>/replace/", views.replace, name="replace"),
    path("<uuid:template_id>/archive/", views.archive, name="archive"),
    path("<uuid:template_id>/<int:number>/template.docx", views.file, name="file"),
    path("<uuid:template_id>/whom/", filling_views.whom, name="whom"),
    path("<uuid:template_id>/fill/", filling_views.fill, name="fill"),
    path("<uuid:template_id>/sheet.xlsx", filling_views.sheet, name="sheet"),
    path("<uuid:template_id>/bring/", filling_views.bring, name="bring"),
    path("redraft/<uuid:draft_id>/", filling_views.redraft, name="redraft"),
    path("rows/<uuid:sheet_id>/", filling_views.rows, name="rows"),
    path("rows/<uuid:sheet_id>/documents.zip", filling_views.documents, name="documents"),
]
