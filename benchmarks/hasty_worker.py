"""`art28 worker` whose chunks are small and leases short: a kill finds it in the midst, and others go on soon."""

import sys
from datetime import timedelta

import same_site  # noqa: F401 - before any model is imported

# isort: split
from django.conf import settings

from art28.cli.main import main
from art28.web.breaches import fanout
from art28.web.database import leasing
from art28.web.mailings import leaving, preparing

fanout.CHUNK = 10
leaving.CHUNK = preparing.CHUNK = 10
leasing.MARGIN = timedelta(seconds=5)
settings.EMAIL_TIMEOUT = 5

if __name__ == "__main__":
    sys.exit(main(["worker", "--interval", "0.2"]))
