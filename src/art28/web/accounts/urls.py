"""Addresses of accounts: language, organisation, people."""

from django.urls import path

from art28.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("language/", views.language, name="language"),
    path("organisation/", views.organisation, name="organisation"),
    path("people/", views.people, name="people"),
    path("people/<uuid:membership_id>/", views.member, name="member"),
    path("people/teams/", views.team_add, name="team_add"),
    path("people/teams/<uuid:team_id>/", views.team, name="team"),
    path("people/invitations/<uuid:invitation_id>/withdraw/", views.withdraw, name="withdraw"),
    path("invitation/<slug:token>/", views.accept, name="accept"),
]
