from django.db import migrations, models

import art28.web.database.identifiers


def say_when_it_was_kept(apps, _schema_editor):
    """Until now a signal was kept as it was received."""
    apps.get_model("intake", "Signal").objects.filter(kept_at=None).update(kept_at=models.F("received_at"))


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="MailboxReading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=art28.web.database.identifiers.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("address", models.CharField(max_length=300, unique=True)),
                ("validity", models.PositiveBigIntegerField(default=0)),
                ("last_uid", models.PositiveBigIntegerField(default=0)),
                ("looked_at", models.DateTimeField(null=True)),
                ("lease_until", models.DateTimeField(null=True)),
                ("failed_since", models.DateTimeField(null=True)),
                ("last_error", models.CharField(blank=True, default="", max_length=20)),
            ],
        ),
        migrations.AddField(model_name="signal", name="kept_at", field=models.DateTimeField(null=True)),
        migrations.RunPython(say_when_it_was_kept, migrations.RunPython.noop),
        migrations.AlterField(model_name="signal", name="kept_at", field=models.DateTimeField()),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(fields=["organisation", "source", "kept_at"], name="intake_by_source"),
        ),
    ]
