import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("breaches", "0005_breaches_that_are_played"),
        ("instructions", "0001_what_is_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="assistance",
            name="breach",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="breaches.breach"
            ),
        ),
    ]
