"""Addresses of clocks: today, at the root, what is due, and what can be done to one obligation."""

from django.urls import include, path

from art28.web.clocks import correction_views, moving_views, views

urlpatterns = [
    path("", views.today, name="today"),
    path("due/", include("art28.web.clocks.due_urls")),
    path("clocks/<uuid:obligation_id>/", views.detail, name="clock"),
    path("clocks/<uuid:obligation_id>/done/", views.done, name="clock_done"),
    path("clocks/<uuid:obligation_id>/cancel/", views.cancel, name="clock_cancel"),
    path("clocks/<uuid:obligation_id>/owner/", views.owner, name="clock_owner"),
    path("clocks/corrections/", correction_views.questions, name="clock_corrections"),
    path("clocks/corrections/<uuid:question_id>/", correction_views.answer, name="clock_correction"),
    path("clocks/<uuid:obligation_id>/pause/", moving_views.pause, name="clock_pause"),
    path("clocks/<uuid:obligation_id>/resume/", moving_views.resume, name="clock_resume"),
    path("clocks/<uuid:obligation_id>/extend/", moving_views.extend, name="clock_extend"),
    path("clocks/<uuid:obligation_id>/postpone/", moving_views.postpone, name="clock_postpone"),
    path("clocks/<uuid:obligation_id>/tick/", views.tick, name="clock_tick"),
    path("clocks/<uuid:obligation_id>/lateness/", views.lateness, name="clock_lateness"),
]
