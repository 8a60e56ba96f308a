"""Addresses of endings, of what is kept how long, and of the links that others were sent."""

from django.urls import path

from art28.web.endings import acting, public_views, retention_views, views

app_name = "endings"
urlpatterns = [
    path("endings/", views.index, name="list"),
    path("endings/export.<str:form>", views.export, name="export"),
    path("endings/new/", views.new, name="new"),
    path("endings/<uuid:ending_id>/", views.detail, name="detail"),
    path("endings/<uuid:ending_id>/do/<str:act>/", acting.handle, name="handle"),
    path("endings/<uuid:ending_id>/decide/<str:act>/", acting.decide, name="decide"),
    path("endings/<uuid:ending_id>/certificate-<str:language>.pdf", views.certificate, name="certificate"),
    path("endings/<uuid:ending_id>/SHA256SUMS", views.checksums, name="checksums"),
    path("retention/", retention_views.index, name="retention"),
    path("retention/export.<str:form>", retention_views.export, name="retention_export"),
    path("retention/new/", retention_views.new, name="retention_new"),
    path("retention/agreement/<uuid:agreement_id>/take-over/", retention_views.take_over, name="take_over"),
    path("retention/agreement/<uuid:agreement_id>/hold/", retention_views.hold, name="hold"),
    path("retention/hold/<uuid:hold_id>/lift/", retention_views.lift, name="lift"),
    path("retention/run/", retention_views.run, name="run"),
    path("retention/<uuid:item_id>/order/", retention_views.order, name="order"),
    path("retention/<uuid:item_id>/keep/", retention_views.keep, name="keep"),
    path("end/<str:token>/", public_views.choose, name="choose"),
    path("end/<str:token>/certificate-<str:language>.pdf", public_views.certificate, name="their_certificate"),
    path("end/attest/<str:token>/", public_views.attest, name="attest"),
]
