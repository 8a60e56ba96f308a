import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0003_signals_that_are_played"),
        ("received", "0002_reports_that_are_played"),
    ]

    operations = [
        migrations.AddField(
            model_name="receivedreport",
            name="signal_file",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.signalfile"
            ),
        ),
    ]
