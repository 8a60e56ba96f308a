"""Addresses of signing."""

from django.urls import path

from art28.web.signing import outside_views, views

app_name = "signing"
urlpatterns = [
    path("check/", views.check, name="check"),
    path("drafts/<uuid:draft_id>/", views.begin, name="begin"),
    path("drafts/<uuid:draft_id>/paper/", views.paper, name="paper"),
    path("<uuid:signing_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:signing_id>/<slug:what>.pdf", views.file, name="file"),
    path("sign/<str:token>/", outside_views.sign, name="sign"),
    path("sign/<str:token>/<slug:what>.pdf", outside_views.kept, name="kept"),
]
