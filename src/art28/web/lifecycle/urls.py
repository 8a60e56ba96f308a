"""Addresses of the lives of agreements."""

from django.urls import path

from art28.web.lifecycle import aside_views, review_views, views

app_name = "lifecycle"
urlpatterns = [
    path("agreements/lives/", views.index, name="list"),
    path("agreements/lives/export/<slug:form>/", views.export, name="export"),
    path("agreements/<uuid:agreement_id>/life/", views.agreement, name="agreement"),
    path("agreements/<uuid:agreement_id>/life/stage/", views.stage, name="stage"),
    path("agreements/<uuid:agreement_id>/life/waive/<slug:item>/", views.waive, name="waive"),
    path("agreements/<uuid:agreement_id>/life/main/", views.main, name="main"),
    path("agreements/<uuid:agreement_id>/life/signature/", views.signature, name="signature"),
    path("agreements/<uuid:agreement_id>/life/paper/", views.paper, name="paper"),
    path("agreements/<uuid:agreement_id>/life/paper/<uuid:paper_id>/", views.copy, name="copy"),
    path("agreements/<uuid:agreement_id>/life/note/", views.note, name="note"),
    path("agreements/<uuid:agreement_id>/life/terms/", views.terms, name="terms"),
    path("agreements/<uuid:agreement_id>/life/timeline/", views.line, name="timeline"),
    path("agreements/<uuid:agreement_id>/life/day/", views.day, name="day"),
    path("agreements/<uuid:agreement_id>/aside/", aside_views.put, name="aside"),
    path("agreements/<uuid:agreement_id>/aside/back/", aside_views.back, name="aside_back"),
    path("agreements/changes/", review_views.index, name="changes"),
    path("agreements/changes/law/", review_views.law, name="law"),
    path("agreements/changes/<uuid:change_id>/", review_views.detail, name="change"),
    path("agreements/changes/reviews/<uuid:review_id>/", review_views.close, name="review"),
]
