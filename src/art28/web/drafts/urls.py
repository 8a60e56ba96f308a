"""Addresses of drafts."""

from django.urls import path

from art28.web.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:draft_id>/", views.detail, name="detail"),
    path("<uuid:draft_id>/edit/", views.edit, name="edit"),
    path("<uuid:draft_id>/preview/", views.preview, name="preview"),
    path("<uuid:draft_id>/<int:number>/agreement.<str:form>", views.document, name="document"),
    path("<uuid:draft_id>/withdraw/", views.withdraw, name="withdraw"),
]
