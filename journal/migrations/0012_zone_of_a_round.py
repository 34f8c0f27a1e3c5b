from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def as_they_read_it(apps, _):
    """Until now a time was read in its owner's zone, whichever that was."""
    people = apps.get_model(settings.AUTH_USER_MODEL).objects.filter(pk=OuterRef("owner"))
    rounds = apps.get_model("journal", "Round")._base_manager
    zone = Subquery(people.values("time_zone")[:1])
    rounds.filter(at__isnull=False, zone="").update(zone=zone)


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0011_wordings_of_a_kind"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="round",
            name="zone",
            field=models.CharField(
                blank=True,
                default="",
                max_length=64,
                verbose_name="time zone",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(as_they_read_it, migrations.RunPython.noop),
    ]
