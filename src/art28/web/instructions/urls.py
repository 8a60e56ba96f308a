"""Addresses of instructions, declarations and assistance."""

from django.urls import path

from art28.web.instructions import views

app_name = "instructions"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("export/<slug:form>/", views.export, name="export"),
    path("declarations/", views.declarations, name="declarations"),
    path("declarations/ask/", views.ask, name="ask"),
    path("declarations/<uuid:case_id>/", views.declaration, name="declaration"),
    path("declarations/<uuid:case_id>/do/<slug:name>/", views.declaration_act, name="declaration_act"),
    path("assistance/", views.tasks, name="tasks"),
    path("assistance/open/", views.open_task, name="open"),
    path("assistance/<uuid:case_id>/", views.task, name="help"),
    path("assistance/<uuid:case_id>/do/<slug:name>/", views.task_act, name="task_act"),
    path("<uuid:case_id>/", views.detail, name="detail"),
    path("<uuid:case_id>/do/<slug:name>/", views.act, name="act"),
]
