"""A file may hold several agreements: each knows which it is, and the name of a text has room for its range."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("agreements", "0006_order_what_waits"),
        ("parties", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="share",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="agreement",
            name="shares",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="agreements.sourcefile"
            ),
        ),
        migrations.AlterField(
            model_name="agreementtext",
            name="extraction",
            field=models.CharField(max_length=120),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(fields=("source", "share"), name="agreements_share_once"),
        ),
    ]
