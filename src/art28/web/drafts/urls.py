"""Addresses of drafts."""

from django.urls import path

from art28.web.drafts import round_views, views

app_name = "drafts"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:draft_id>/", views.detail, name="detail"),
    path("<uuid:draft_id>/edit/", views.edit, name="edit"),
    path("<uuid:draft_id>/preview/", views.preview, name="preview"),
    path("<uuid:draft_id>/<int:number>/agreement.<str:form>", views.document, name="document"),
    path("<uuid:draft_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:draft_id>/send/", round_views.send, name="send"),
    path("<uuid:draft_id>/<int:number>/redline.docx", round_views.redline, name="redline"),
    path("returned/<uuid:returned_id>/", round_views.changes, name="changes"),
    path("returned/<uuid:returned_id>/conclude/", round_views.conclude, name="conclude"),
    path("changes/<uuid:change_id>/", round_views.decide, name="decide"),
    path("read/<str:token>/", round_views.read, name="read"),
    path("read/<str:token>/agreement.<str:form>", round_views.read_document, name="read_document"),
]
