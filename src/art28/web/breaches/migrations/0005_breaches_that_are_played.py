"""A breach may belong to an exercise; only those that don't count in the numbers of the register."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_teams"),
        ("breaches", "0004_phase_and_version_told"),
        ("exercises", "0001_exercises"),
    ]

    operations = [
        migrations.AddField(
            model_name="breach",
            name="exercise",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="breach",
                to="exercises.exercise",
            ),
        ),
        migrations.RemoveConstraint(model_name="breach", name="breaches_reference_once"),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.UniqueConstraint(
                condition=models.Q(("exercise", None)),
                fields=("organisation", "year", "number"),
                name="breaches_reference_once",
            ),
        ),
    ]
