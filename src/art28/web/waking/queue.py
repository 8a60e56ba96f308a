"""Procrastinate on art28's own database: a schema beside the tables, two tasks, and the call that has one run somewhere.

The queue holds nothing but calls to look; what is to be done stands in the rows. It may be dropped at any moment, is in no
backup, and is made anew for another version of Procrastinate.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from hashlib import sha256
from typing import Any

from django.db import connection, transaction
from procrastinate import App
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Status
from procrastinate.psycopg_connector import PsycopgConnector
from procrastinate.schema import SchemaManager

SCHEMA = "art28_queue"
LOOK = "art28.look"
_SWEEP = "art28.sweep"
_EVERY_MINUTE = "* * * * *"
_INSTALLING = 0x6172743238  # one at a time
_CONNECTIONS = 3
_PATIENCE_SECONDS = 10


def install() -> None:
    """Make the queue's tables where they are not there, or are another version's; safe to repeat, and by several at once."""
    tables = SchemaManager.get_schema()
    version = sha256(tables.encode()).hexdigest()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_INSTALLING])
        cursor.execute("SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s", [SCHEMA])
        if cursor.fetchone() == (version,):
            return
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        cursor.execute(f"SET LOCAL search_path TO {SCHEMA}")
        cursor.execute(tables)
        cursor.execute(f"COMMENT ON SCHEMA {SCHEMA} IS '{version}'")


def call() -> bool:
    """Have some worker look for work at once; False where one is called already, or nobody has made the queue yet."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [SCHEMA])
        if cursor.fetchone() is None:
            return False
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL search_path TO {SCHEMA}")
            _of_web().configure_task(LOOK, queueing_lock=LOOK).defer()
    except AlreadyEnqueued:
        return False
    return True


@cache
def _of_web() -> App:
    """The queue by the connection that Django has anyway."""
    return App(connector=DjangoConnector())


def of_worker(look: Callable[[], Awaitable[None]]) -> App:
    """The queue as a worker has it: `look` is what it does when it is called."""
    params: dict[str, Any] = connector_params()
    params["options"] = f"{params.get('options', '')} -c search_path={SCHEMA}".strip()
    app = App(connector=PsycopgConnector(kwargs=params, min_size=1, max_size=_CONNECTIONS, timeout=_PATIENCE_SECONDS))
    app.task(name=LOOK, queueing_lock=LOOK)(look)

    # One that is written down by the clock, too: without any, Procrastinate doesn't watch over its own side tasks.
    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name=_SWEEP, queueing_lock=_SWEEP)
    async def sweep(timestamp: int) -> None:  # noqa: ARG001 - Procrastinate passes it
        """Take away the calls that a killed worker had in hand: whatever it left is in the rows."""
        for job in await app.job_manager.get_stalled_jobs():
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)

    return app


async def call_from_worker(app: App) -> None:
    """`call`, for a worker."""
    try:
        await app.configure_task(LOOK, queueing_lock=LOOK).defer_async()
    except AlreadyEnqueued:
        return
