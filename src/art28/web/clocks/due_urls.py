"""Addresses of what is due: the list, the calendar, saved selections, own targets, and feeds for other calendars."""

from django.urls import path

from art28.web.clocks import due_views, feed_views, filter_views, target_views

app_name = "due"
urlpatterns = [
    path("", due_views.listing, name="list"),
    path("calendar/", due_views.calendar, name="calendar"),
    path("export/", due_views.export, name="export"),
    path("assign/", due_views.assign, name="assign"),
    path("assign/<uuid:assignment_id>/undo/", due_views.undo, name="undo"),
    path("filters/", filter_views.save, name="save"),
    path("filters/<uuid:saved_id>/", filter_views.change, name="saved"),
    path("targets/", target_views.targets, name="targets"),
    path("calendars/", feed_views.feeds, name="feeds"),
    path("calendars/<uuid:feed_id>/revoke/", feed_views.revoke, name="revoke"),
    path("calendars/<slug:token>.ics", feed_views.feed, name="feed"),
]
