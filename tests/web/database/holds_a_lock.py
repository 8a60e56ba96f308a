"""Takes a lock in a transaction, says so, and does nothing more: `python holds_a_lock.py`."""

import sys
import time

import django

if __name__ == "__main__":
    django.setup()
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(28)")
        print("held", flush=True)
        time.sleep(600)
    sys.exit(1)
