"""Addresses of reminders, and the one that monitoring asks."""

from django.urls import include, path

from art28.web.reminders import views

_OWN = [
    path("", views.listed, name="list"),
    path("seen/", views.seen, name="seen"),
    path("mine/", views.mine, name="mine"),
    path("channels/", views.add_channel, name="add_channel"),
    path("channels/account/", views.test_account, name="test_account"),
    path("channels/<uuid:channel_id>/", views.channel, name="channel"),
    path("policy/", views.policy, name="policy"),
    path("deputies/", views.deputies, name="deputies"),
    path("deputies/of/<str:group>/", views.group_deputy, name="group_deputy"),
    path("deputies/<uuid:membership_id>/", views.deputy, name="deputy"),
    path("alarms/", views.alarms, name="alarms"),
]

urlpatterns = [
    path("reminders/", include((_OWN, "reminders"))),
    path("health/", views.health, name="health"),
]
