import django.db.models.deletion
from django.db import migrations, models

import art28.web.database.identifiers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_teams"),
        ("notices", "0002_notices_that_travel_together"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=art28.web.database.identifiers.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("failure", "Could not be delivered"),
                            ("delay", "Delivery is delayed"),
                            ("delivery", "Delivered"),
                            ("automatic", "Automatic answer"),
                            ("answer", "Other answer"),
                        ],
                        max_length=10,
                    ),
                ),
                ("mail_id", models.CharField(max_length=300)),
                ("sender", models.CharField(blank=True, default="", max_length=254)),
                ("subject", models.CharField(blank=True, default="", max_length=300)),
                ("status", models.CharField(blank=True, default="", max_length=20)),
                ("reopened", models.BooleanField(default=False)),
                ("received_at", models.DateTimeField()),
                ("kept_at", models.DateTimeField()),
                ("sha256", models.CharField(max_length=64)),
                ("data", models.BinaryField()),
                (
                    "message",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="notices.outboxmessage",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.organisation"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["organisation", "received_at"], name="replies_by_receipt")],
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "mail_id"), name="replies_mail_once"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["failure", "delay", "delivery", "automatic", "answer"])),
                        name="replies_kind",
                    ),
                ],
            },
        ),
    ]
