"""Addresses of sub-processors and of changes of them."""

from django.urls import path, re_path

from art28.web.subprocessors import answer_views, going_views, proposal_views, views

app_name = "subprocessors"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("import/", views.upload, name="upload"),
    path("import/<uuid:import_id>/", views.preview, name="preview"),
    path("import/<uuid:import_id>/apply/", views.apply, name="apply"),
    path("transfers/", views.transfers, name="transfers"),
    path("take-over/", views.take_over, name="take_over"),
    re_path(r"^export/(?P<form>xlsx|csv)/$", views.export, name="export"),
    path("changes/", proposal_views.index, name="changes"),
    path("changes/new/", proposal_views.propose, name="propose"),
    path("changes/<uuid:proposal_id>/", proposal_views.impact, name="impact"),
    path("changes/<uuid:proposal_id>/announce/", going_views.announce, name="announce"),
    path("changes/<uuid:proposal_id>/go/", going_views.go, name="go"),
    path("changes/<uuid:proposal_id>/decide/", going_views.decide, name="decide"),
    path("changes/<uuid:proposal_id>/withdraw/", going_views.withdraw, name="withdraw"),
    path("changes/<uuid:proposal_id>/carry-out/", going_views.carry_out, name="carry_out"),
    path("changes/<uuid:proposal_id>/reply-bounced/", going_views.reply_bounced, name="reply_bounced"),
    path("changes/<uuid:proposal_id>/reply/", going_views.mend_reply, name="mend_reply"),
    path("changes/<uuid:proposal_id>/of/<uuid:affected_id>/", going_views.one, name="one"),
    path("changes/<uuid:proposal_id>/of/<uuid:affected_id>/window/", going_views.window, name="window"),
    path("changes/<uuid:proposal_id>/answers.<str:form>", going_views.export, name="export_go"),
    path("answer/<str:token>/", answer_views.answer, name="answer"),
    path("changes/<uuid:proposal_id>/edit/", proposal_views.edit, name="edit_proposal"),
    path("changes/<uuid:proposal_id>/drop/", proposal_views.drop, name="drop"),
    path("<uuid:sub_processor_id>/", views.detail, name="detail"),
    path("<uuid:sub_processor_id>/edit/", views.edit, name="edit"),
    path("<uuid:sub_processor_id>/agreement/", views.file_agreement, name="file_agreement"),
    path("<uuid:sub_processor_id>/copy/", views.give_copy, name="give_copy"),
    path("<uuid:sub_processor_id>/behind/", views.behind, name="behind"),
    path("<uuid:sub_processor_id>/behind/<uuid:child_id>/", views.not_behind, name="not_behind"),
    path("<uuid:sub_processor_id>/safeguard/", views.safeguard, name="safeguard"),
    path("<uuid:sub_processor_id>/safeguard/<uuid:safeguard_id>/end/", views.end_safeguard, name="end_safeguard"),
]
