"""Sets Django up in a data folder of its own, before any model is imported; DATABASE_URL may name another database."""

import os
import tempfile

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "art28.web.settings")
os.environ["ART28_DATA_DIR"] = tempfile.mkdtemp(prefix="art28-bench-")
django.setup()
