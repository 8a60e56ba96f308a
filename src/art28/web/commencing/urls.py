"""Addresses of commencements."""

from django.urls import path

from art28.web.commencing import views

app_name = "commencing"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:commencement_id>/", views.detail, name="detail"),
    path("<uuid:commencement_id>/confirm/", views.confirm, name="confirm"),
    path("<uuid:commencement_id>/again/", views.again, name="again"),
    path("<uuid:commencement_id>/waive/<slug:item>/", views.waive, name="waive"),
    path("<uuid:commencement_id>/go-on/", views.go_on, name="go_on"),
    path("<uuid:commencement_id>/stop/", views.stop, name="stop"),
    path("agreements/<uuid:candidate_id>/leave-out/", views.leave_out, name="leave_out"),
    path("agreements/<uuid:candidate_id>/take-in/", views.take_in, name="take_in"),
]
