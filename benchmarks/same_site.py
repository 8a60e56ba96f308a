"""Sets Django up in the data folder and database of the process that started this one."""

import django

django.setup()
