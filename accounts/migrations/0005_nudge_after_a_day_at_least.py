from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models


def wait_a_day(apps, _):
    people = apps.get_model("accounts", "User").objects.filter(nudge_after_days=0)
    people.update(nudge_after_days=1)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_mail_hour_within_a_day"),
    ]

    operations = [
        migrations.RunPython(wait_a_day, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="user",
            name="nudge_after_days",
            field=models.PositiveSmallIntegerField(
                default=7,
                validators=[MinValueValidator(1, "Wait a day at least."), MaxValueValidator(90)],
            ),
        ),
    ]
