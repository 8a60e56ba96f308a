"""Addresses of renewals and of versions."""

from django.urls import path

from art28.web.amendments import outside_views, views

app_name = "amendments"
urlpatterns = [
    path("agreements/renewals/", views.index, name="list"),
    path("agreements/renewals/new/", views.new, name="new"),
    path("agreements/renewals/<uuid:renewal_id>/", views.detail, name="detail"),
    path("agreements/renewals/<uuid:renewal_id>/export/<slug:form>/", views.export, name="export"),
    path("agreements/renewals/<uuid:renewal_id>/send/", views.send, name="send"),
    path("agreements/renewals/<uuid:renewal_id>/stop/", views.stop, name="stop"),
    path("agreements/renewals/<uuid:renewal_id>/remind/", views.remind, name="remind"),
    path("agreements/renewals/<uuid:renewal_id>/again/", views.again, name="again"),
    path("agreements/renewals/agreements/<uuid:amendment_id>/", views.amendment, name="amendment"),
    path("agreements/renewals/agreements/<uuid:amendment_id>/leave-out/", views.leave_out, name="leave_out"),
    path("agreements/<uuid:agreement_id>/versions/", views.versions, name="versions"),
    path("agreements/revised/<str:token>/", outside_views.revision, name="revision"),
    path(
        "agreements/revised/<str:token>/agreement.<str:form>", outside_views.revision_document, name="revision_document"
    ),
]
