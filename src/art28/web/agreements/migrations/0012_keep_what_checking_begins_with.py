from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0011_replaced_by_newer_versions")]

    operations = [
        migrations.AddField("textstructure", "prepared", models.BinaryField(blank=True, default=b"")),
        migrations.AddField("textstructure", "prepared_by", models.CharField(blank=True, default="", max_length=40)),
        migrations.AddField("packedcheck", "outcome", models.CharField(blank=True, default="", max_length=40)),
    ]
