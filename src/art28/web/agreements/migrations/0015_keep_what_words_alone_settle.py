from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0014_addenda_of_agreements")]

    operations = [
        migrations.AddField("textstructure", "textual", models.BinaryField(blank=True, default=b"")),
        migrations.AddField("textstructure", "textual_by", models.CharField(blank=True, default="", max_length=40)),
    ]
