"""Addresses of measures, of what agreements promise of them, and of what happens under those."""

from django.urls import path, re_path

from art28.web.measures import agreed_views, certificate_views, import_views, outside_views, promise_views, views

_FORM = r"(?P<form>xlsx|csv)"
app_name = "measures"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("import/", import_views.upload, name="upload"),
    path("import/table/", import_views.table, name="table"),
    path("import/<uuid:import_id>/", import_views.preview, name="preview"),
    path("import/<uuid:import_id>/apply/", import_views.apply, name="apply"),
    re_path(rf"^export/{_FORM}/$", views.export, name="export"),
    path("<uuid:measure_id>/agreements/", views.promised, name="promised"),
    path("<uuid:measure_id>/items/", views.items, name="items"),
    path("promises/", promise_views.index, name="promises"),
    re_path(rf"^promises/export/{_FORM}/$", promise_views.export, name="export_promises"),
    path("promises/decide/", promise_views.decide, name="decide"),
    path("agreements/<uuid:agreement_id>/", promise_views.agreement, name="agreement"),
    path("agreements/<uuid:agreement_id>/read/", promise_views.read, name="read"),
    path("agreements/<uuid:agreement_id>/overview/", agreed_views.ask_overview, name="ask_overview"),
    path("agreements/<uuid:agreement_id>/wish/", agreed_views.ask_wish, name="ask_wish"),
    path("agreements/<uuid:agreement_id>/weigh/", agreed_views.weigh, name="weigh"),
    path("overviews/", agreed_views.overviews, name="overviews"),
    path("overviews/<uuid:overview_id>/", agreed_views.overview, name="overview"),
    path("overviews/<uuid:overview_id>/do/<slug:name>/", agreed_views.overview_act, name="overview_act"),
    path("wishes/", agreed_views.wishes, name="wishes"),
    re_path(rf"^wishes/export/{_FORM}/$", agreed_views.export_wishes, name="export_wishes"),
    path("wishes/<uuid:wish_id>/", agreed_views.wish, name="wish"),
    path("wishes/<uuid:wish_id>/do/<slug:name>/", agreed_views.wish_act, name="wish_act"),
    path("changes/", agreed_views.changes, name="changes"),
    path("changes/<uuid:change_id>/", agreed_views.change, name="change"),
    path("changes/<uuid:change_id>/do/<slug:name>/", agreed_views.change_act, name="change_act"),
    path("changes/<uuid:change_id>/of/<uuid:affected_id>/<slug:name>/", agreed_views.answer, name="answer"),
    path("answer/<str:token>/", outside_views.answer, name="outside"),
    path("certificates/", certificate_views.index, name="certificates"),
    re_path(rf"^certificates/export/{_FORM}/$", certificate_views.export, name="export_certificates"),
    path("certificates/keep/", certificate_views.keep, name="keep_certificate"),
    path("certificates/<uuid:certificate_id>/end/", certificate_views.end, name="end_certificate"),
    path("weighings/", certificate_views.weighings, name="weighings"),
    path("<uuid:measure_id>/", views.detail, name="detail"),
    path("<uuid:measure_id>/do/<slug:name>/", views.act, name="act"),
    path("<uuid:measure_id>/items/<uuid:item_id>/<slug:name>/", views.item_act, name="item_act"),
    path("<uuid:measure_id>/evidence/<uuid:evidence_id>/", views.evidence_file, name="evidence_file"),
]
