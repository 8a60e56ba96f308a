"""Addresses of the API and of the pages about it."""

from django.urls import path

from art28.web.api import check_operations as _check_operations
from art28.web.api import operations as _operations
from art28.web.api import request_operations as _request_operations
from art28.web.api import views
from art28.web.api.door import api

assert _operations  # noqa: S101 - importing them puts the operations on the API
assert _request_operations  # noqa: S101 - as well
assert _check_operations  # noqa: S101 - as well
app_name = "api"
urlpatterns = [
    path("account/api/", views.tokens, name="tokens"),
    path("account/api/operations/", views.operations, name="operations"),
    path("account/api/<uuid:token_id>/revoke/", views.revoke, name="revoke"),
    path("api/openapi.json", views.schema, name="schema"),
    path("api/", api.urls),
]
