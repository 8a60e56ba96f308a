from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0012_keep_what_checking_begins_with")]

    operations = [migrations.AddField("textstructure", "rejects", models.TextField(null=True))]
