"""The parties of an agreement."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """A party of the agreement: whose claim it is, who is in dispute, who terminates."""

    CONTROLLER = "controller", _("Controller")
    PROCESSOR = "processor", _("Processor")
