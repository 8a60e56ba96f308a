from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("portfolio", "0002_check_what_was_read")]

    operations = [
        migrations.AddField("standing", "inputs", models.CharField(blank=True, default="", max_length=40)),
        migrations.AddField("standing", "foundation", models.CharField(blank=True, default="", max_length=40)),
    ]
