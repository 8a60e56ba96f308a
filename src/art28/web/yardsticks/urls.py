"""Addresses of what the organisation measures by."""

from django.urls import path

from art28.web.yardsticks import views

app_name = "yardsticks"
urlpatterns = [
    path("", views.index, name="index"),
    path("playbook/", views.draft, name="draft"),
    path("playbook/in-force/", views.put_in_force, name="put_in_force"),
    path("playbook/drop/", views.drop, name="drop"),
    path("playbook/retire/", views.retire, name="retire"),
    path("playbook/<int:number>/", views.version, name="version"),
]
