import django.utils.timezone
from django.db import migrations, models
from django.db.models import F


def as_planned(apps, _):
    """What was not tried yet goes when it is due; of the others it is the best there is."""
    apps.get_model("journal", "Delivery").objects.update(due_at=F("not_before"))


class Migration(migrations.Migration):
    dependencies = [("journal", "0008_reminders")]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="due_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.RunPython(as_planned, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="delivery",
            name="state",
            field=models.CharField(
                choices=[
                    ("queued", "Waiting"),
                    ("sent", "Sent"),
                    ("written", "Written to a file"),
                    ("dropped", "Not needed any more"),
                    ("dead", "Given up"),
                ],
                default="queued",
                max_length=10,
            ),
        ),
    ]
