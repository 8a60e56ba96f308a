from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0002_notices_that_travel_together"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="outboxmessage",
            index=models.Index(
                fields=["organisation", "subject_id"],
                condition=models.Q(("state__in", ("failed", "bounced"))),
                name="notices_not_told",
            ),
        ),
    ]
