"""Imported once by the process that readers are forked from, so that none of them makes the application ready on its own."""

import gc

from art28.web.agreements.processes import begin

begin()

from art28.web.agreements import readers  # noqa: E402 - models can be imported only now

readers.spare_garbage()
gc.freeze()
