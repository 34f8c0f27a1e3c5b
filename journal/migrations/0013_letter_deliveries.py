import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def note_what_went(apps, _):
    """What was claimed, and is noted as drafted or as asked still, went or did not: nobody knows."""
    requests = apps.get_model("journal", "FeedbackRequest").objects.exclude(posted="")
    deliveries = apps.get_model("journal", "LetterDelivery").objects
    not_noted = {"ask": "drafted", "nudge": "asked"}
    for row in requests.iterator():
        is_unknown = row.state == not_noted.get(row.posted)
        deliveries.create(
            owner_id=row.owner_id,
            request=row,
            occasion=row.posted,
            state="unknown" if is_unknown else "sent",
            attempt=1,
            message_id=f"<{uuid.uuid4()}@upturn.invalid>",
            says="" if is_unknown else "with a copy to you",
            changed_at=row.posted_at or row.changed_at,
        )


def note_the_last(apps, _):
    requests = apps.get_model("journal", "FeedbackRequest").objects
    went = apps.get_model("journal", "LetterDelivery").objects.exclude(
        state__in=["new", "queued", "refused"]
    )
    for row in went.order_by("changed_at").iterator():
        requests.filter(pk=row.request_id).update(posted=row.occasion, posted_at=row.changed_at)


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0012_zone_of_a_round"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MailQuotaSlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("number", models.PositiveSmallIntegerField()),
                ("taken_at", models.DateTimeField()),
                ("mail", models.UUIDField(db_index=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("key", "number"), name="mailquotaslot_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterDelivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "occasion",
                    models.CharField(
                        choices=[("ask", "ASK"), ("nudge", "NUDGE"), ("thanks", "THANKS")],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Not told to go"),
                            ("queued", "Waiting"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("refused", "Refused"),
                            ("unknown", "Nobody knows"),
                        ],
                        default="new",
                        max_length=10,
                    ),
                ),
                ("attempt", models.PositiveSmallIntegerField(default=0)),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
                ("mail", models.UUIDField(null=True)),
                ("message_id", models.CharField(max_length=300)),
                ("says", models.CharField(blank=True, max_length=500)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letter_deliveries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="journal.feedbackrequest",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "letter deliveries",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["queued", "sending"])),
                        fields=["changed_at"],
                        name="letterdelivery_under_way",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "occasion"), name="letterdelivery_once"
                    )
                ],
            },
        ),
        migrations.RunPython(note_what_went, note_the_last),
    ]
