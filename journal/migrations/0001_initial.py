import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Employer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("name", models.CharField(max_length=200)),
                ("name_key", models.CharField(editable=False, max_length=600)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("site", models.URLField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("note_html", models.TextField(blank=True, editable=False)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="employer_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="employer_deleted_is_in_trash",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("trash_id", None)),
                        fields=("owner", "name_key"),
                        name="employer_name_unique",
                        violation_error_message="You already have an employer of this name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("role", models.CharField(blank=True, max_length=200)),
                ("level", models.CharField(blank=True, max_length=100)),
                ("is_mock", models.BooleanField(default=False, verbose_name="a mock interview")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "Still open"),
                            ("rejected", "They said no"),
                            ("ghosted", "They went silent"),
                            ("withdrew", "I withdrew"),
                            ("declined", "I declined their offer"),
                            ("offer", "They made an offer"),
                            ("accepted", "I accepted their offer"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("outcome_on", models.DateField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
                ("note_html", models.TextField(blank=True, editable=False)),
                (
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="interviews",
                        to="journal.employer",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["owner", "outcome", "outcome_on"],
                        name="journal_int_owner_i_715670_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="interview_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="interview_deleted_is_in_trash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", "open"), ("outcome_on__isnull", False), _connector="OR"
                        ),
                        name="interview_outcome_has_a_day",
                        violation_error_message="Say on which day it ended.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recruiter", "Recruiter screen"),
                            ("technical", "Technical screen"),
                            ("coding", "Coding"),
                            ("system_design", "System design"),
                            ("behavioural", "Behavioural"),
                            ("domain", "Domain knowledge"),
                            ("take_home", "Take-home"),
                            ("hiring_manager", "Hiring manager"),
                            ("team", "Meeting the team"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("on", models.DateField(blank=True, null=True, verbose_name="day")),
                ("at", models.TimeField(blank=True, null=True, verbose_name="time")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(2880),
                        ],
                    ),
                ),
                (
                    "format",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("call", "Phone"),
                            ("video", "Video"),
                            ("onsite", "On site"),
                            ("alone", "In my own time"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "rating_before",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                    ),
                ),
                (
                    "rating_after",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                    ),
                ),
                (
                    "rating_told",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                    ),
                ),
                ("how_it_went", models.TextField(blank=True)),
                ("how_it_went_html", models.TextField(blank=True, editable=False)),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rounds",
                        to="journal.interview",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["interview", "order", "pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["owner", "on"], name="journal_rou_owner_i_b75191_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="round_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="round_deleted_is_in_trash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating_before", None),
                            ("rating_before__range", (1, 5)),
                            _connector="OR",
                        ),
                        name="round_rating_before_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating_after", None), ("rating_after__range", (1, 5)), _connector="OR"
                        ),
                        name="round_rating_after_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating_told", None), ("rating_told__range", (1, 5)), _connector="OR"
                        ),
                        name="round_rating_told_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("name", models.CharField(max_length=200)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("recruiter", "Recruiter"),
                            ("interviewer", "Interviewer"),
                            ("hiring_manager", "Hiring manager"),
                        ],
                        default="interviewer",
                        max_length=20,
                    ),
                ),
                (
                    "address",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="journal.interview",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="contacts",
                        to="journal.round",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="contact_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="contact_deleted_is_in_trash",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("mail", "E-mail"),
                            ("linkedin", "LinkedIn"),
                            ("other", "Another way"),
                        ],
                        default="mail",
                        max_length=10,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("letter", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafted", "Drafted"),
                            ("asked", "Asked"),
                            ("nudged", "Nudged"),
                            ("received", "Received"),
                            ("refused", "Refused"),
                            ("no_answer", "No answer"),
                            ("nobody", "Nobody to ask"),
                        ],
                        default="drafted",
                        max_length=10,
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("nudge_on", models.DateField(blank=True, null=True)),
                ("nudged_on", models.DateField(blank=True, null=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="feedback_requests",
                        to="journal.contact",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback_requests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback_requests",
                        to="journal.interview",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["owner", "state", "nudge_on"], name="journal_fee_owner_i_b36891_idx"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "uid"), name="feedbackrequest_uid_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="feedbackrequest_deleted_is_in_trash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["asked", "nudged"]), _negated=True),
                            ("asked_on__isnull", False),
                            _connector="OR",
                        ),
                        name="feedbackrequest_asked_has_a_day",
                        violation_error_message="Say on which day you asked.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("interviewer", "An interviewer, in writing"),
                            ("recruiter", "A recruiter's summary"),
                            ("call", "A call"),
                            ("own", "My own reading"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "aspect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("change", "What I would change"),
                            ("keep", "What I would keep"),
                            ("hands", "What was not in my hands"),
                        ],
                        max_length=10,
                    ),
                ),
                ("received_on", models.DateField()),
                ("text", models.TextField()),
                (
                    "usefulness",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "Not useful"), (2, "Somewhat useful"), (3, "Useful")],
                        null=True,
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="feedback",
                        to="journal.contact",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="feedback",
                        to="journal.feedbackrequest",
                    ),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback",
                        to="journal.interview",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="feedback",
                        to="journal.round",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["owner", "received_on"], name="journal_fee_owner_i_252e51_idx"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="feedback_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="feedback_deleted_is_in_trash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("usefulness", None), ("usefulness__range", (1, 3)), _connector="OR"
                        ),
                        name="feedback_usefulness_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", "own"), ("aspect", ""), _connector="XOR"),
                        name="feedback_own_has_an_aspect",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("trash_id", None), models.Q(("aspect", ""), _negated=True)
                        ),
                        fields=("interview", "aspect"),
                        name="feedback_one_an_aspect",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("name", models.CharField(max_length=200)),
                ("name_key", models.CharField(editable=False, max_length=600)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("technical", "Technical"),
                            ("communication", "Communication"),
                            ("team_fit", "Team fit"),
                            ("seniority", "Seniority"),
                        ],
                        default="technical",
                        max_length=15,
                    ),
                ),
                ("is_strength", models.BooleanField(default=False)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by_round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="closed_gaps",
                        to="journal.round",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["owner", "is_strength", "closed_on"],
                        name="journal_gap_owner_i_bace3a_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="gap_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="gap_deleted_is_in_trash",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("trash_id", None)),
                        fields=("owner", "is_strength", "name_key"),
                        name="gap_name_unique",
                        violation_error_message="You already have one of this name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                (
                    "aside",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mismatch", "A mismatch: their stack, level or ways"),
                            ("disagree", "I disagree"),
                            ("nothing", "Nothing to act on"),
                            ("about_them", "About them"),
                        ],
                        max_length=12,
                    ),
                ),
                ("quote", models.TextField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("before", models.CharField(blank=True, max_length=64)),
                ("after", models.CharField(blank=True, max_length=64)),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "feedback",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="journal.feedback",
                    ),
                ),
                (
                    "gap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="journal.gap",
                    ),
                ),
            ],
            options={
                "ordering": ["start", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="evidence_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="evidence_deleted_is_in_trash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gap__isnull", True), ("aside", ""), _connector="XOR"),
                        name="evidence_gap_or_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))),
                        name="evidence_quotes_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("text", models.CharField(max_length=300)),
                ("by", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="journal.gap",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="action_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="action_deleted_is_in_trash",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Priority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("name", models.CharField(max_length=200)),
                ("name_key", models.CharField(editable=False, max_length=600)),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(3),
                        ],
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="priorities",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="priority_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="priority_deleted_is_in_trash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("weight", None), ("weight__range", (1, 3)), _connector="OR"
                        ),
                        name="priority_weight_in_range",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("trash_id", None)),
                        fields=("owner", "name_key"),
                        name="priority_name_unique",
                        violation_error_message="This is on your list already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Problem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("coding", "Coding"),
                            ("system_design", "System design"),
                            ("behavioural", "Behavioural"),
                            ("domain", "Domain knowledge"),
                            ("take_home", "Take-home"),
                            ("other", "Other"),
                        ],
                        default="coding",
                        max_length=15,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("question", models.TextField(blank=True)),
                ("question_html", models.TextField(blank=True, editable=False)),
                ("answered", models.TextField(blank=True)),
                ("answered_html", models.TextField(blank=True, editable=False)),
                ("went_wrong", models.TextField(blank=True)),
                ("went_wrong_html", models.TextField(blank=True, editable=False)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("they_care_about", models.CharField(blank=True, max_length=300)),
                (
                    "want_this_work",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("some", "Partly"), ("no", "No")],
                        max_length=5,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField(editable=False, null=True)),
                ("stability", models.FloatField(editable=False, null=True)),
                ("difficulty", models.FloatField(editable=False, null=True)),
                ("due", models.DateField(blank=True, null=True)),
                (
                    "solved_on",
                    models.DateField(editable=False, null=True, verbose_name="last solved"),
                ),
                ("paused", models.BooleanField(default=False)),
                ("retired_on", models.DateField(blank=True, null=True)),
                (
                    "gaps",
                    models.ManyToManyField(blank=True, related_name="problems", to="journal.gap"),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="problems",
                        to="journal.interview",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="problems",
                        to="journal.round",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["owner", "due"], name="journal_pro_owner_i_f3caa0_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="problem_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="problem_deleted_is_in_trash",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("text", models.TextField(blank=True)),
                ("text_html", models.TextField(blank=True, editable=False)),
                ("link", models.URLField(blank=True)),
                ("language", models.CharField(blank=True, max_length=30)),
                ("seconds", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "grade",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "Not yet"), (2, "With effort"), (3, "Well"), (4, "Easily")],
                        null=True,
                    ),
                ),
                ("elsewhere", models.BooleanField(default=False)),
                ("looked", models.BooleanField(default=False)),
                ("next_time", models.CharField(blank=True, max_length=300)),
                ("solved_on", models.DateField(blank=True, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closes_gap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="closing_attempts",
                        to="journal.gap",
                    ),
                ),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attempts",
                        to="journal.problem",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["owner", "solved_on"], name="journal_att_owner_i_13dd7d_idx"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="attempt_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="attempt_deleted_is_in_trash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade", None), ("grade__range", (1, 4)), _connector="OR"
                        ),
                        name="attempt_grade_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade", None), ("solved_on__isnull", False), _connector="OR"
                        ),
                        name="attempt_graded_has_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("grade", None), ("trash_id", None)),
                        fields=("problem",),
                        name="attempt_one_unfinished_a_problem",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rejection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "told_on",
                    models.DateField(blank=True, null=True, verbose_name="when they told you"),
                ),
                ("told_to_the_month", models.BooleanField(default=False, editable=False)),
                (
                    "told_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mail", "By e-mail"),
                            ("call", "On a call"),
                            ("portal", "In their portal"),
                            ("message", "In a message"),
                            ("in_person", "In person"),
                            ("silence", "They went silent"),
                        ],
                        max_length=10,
                    ),
                ),
                ("stage", models.CharField(blank=True, max_length=100)),
                ("message", models.TextField(blank=True)),
                ("steps_aside", models.JSONField(blank=True, default=list)),
                ("kept", models.BooleanField(default=False)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("look_back_on", models.DateField(blank=True, null=True)),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rejections",
                        to="journal.interview",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["owner", "closed_on", "told_on"],
                        name="journal_rej_owner_i_2a1ab4_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="rejection_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="rejection_deleted_is_in_trash",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("trash_id", None)),
                        fields=("interview",),
                        name="rejection_one_an_interview",
                        violation_error_message="This interview has its rejection already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kept", False), ("closed_on__isnull", False), _connector="OR"
                        ),
                        name="rejection_kept_is_closed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kept", True), ("told_on__isnull", False), _connector="OR"
                        ),
                        name="rejection_has_a_day",
                        violation_error_message="Say on which day they told you.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Perspective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "feeling",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "Awful"), (2, "Low"), (3, "Mixed"), (4, "Okay"), (5, "Good")],
                        null=True,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("words_html", models.TextField(blank=True, editable=False)),
                (
                    "saw_technical",
                    models.BooleanField(default=False, verbose_name="technical work"),
                ),
                (
                    "saw_team_fit",
                    models.BooleanField(default=False, verbose_name="fit with the team"),
                ),
                ("saw_seniority", models.BooleanField(default=False, verbose_name="seniority")),
                ("not_seen", models.TextField(blank=True)),
                ("not_seen_html", models.TextField(blank=True, editable=False)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rejection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="perspectives",
                        to="journal.rejection",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="perspective_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="perspective_deleted_is_in_trash",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("trash_id", None)),
                        fields=("rejection",),
                        name="perspective_one_a_rejection",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("feeling", None), ("feeling__range", (1, 5)), _connector="OR"
                        ),
                        name="perspective_feeling_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("take", models.TextField(blank=True, verbose_name="one thing I take with me")),
                ("take_html", models.TextField(blank=True, editable=False)),
                ("leave", models.TextField(blank=True, verbose_name="one thing I leave")),
                ("leave_html", models.TextField(blank=True, editable=False)),
                (
                    "feeling_now",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "Awful"), (2, "Low"), (3, "Mixed"), (4, "Okay"), (5, "Good")],
                        null=True,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rejection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closings",
                        to="journal.rejection",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="closing_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="closing_deleted_is_in_trash",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("trash_id", None)),
                        fields=("rejection",),
                        name="closing_one_a_rejection",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("feeling_now", None), ("feeling_now__range", (1, 5)), _connector="OR"
                        ),
                        name="closing_feeling_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("renderer", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "wanted",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("unsure", "Not sure"), ("no", "No")],
                        max_length=6,
                        verbose_name="would I have wanted it",
                    ),
                ),
                (
                    "again",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("later", "Later"), ("no", "No")],
                        max_length=6,
                        verbose_name="would I go again",
                    ),
                ),
                ("again_from", models.DateField(blank=True, null=True, verbose_name="from when")),
                (
                    "prepared",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        max_length=6,
                        verbose_name="They were prepared",
                    ),
                ),
                (
                    "respected_time",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        max_length=6,
                        verbose_name="They respected my time",
                    ),
                ),
                (
                    "answered_questions",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        max_length=6,
                        verbose_name="They answered my questions",
                    ),
                ),
                (
                    "realistic_problems",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        max_length=6,
                        verbose_name="Their problems were like the work",
                    ),
                ),
                (
                    "clear_role",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        max_length=6,
                        verbose_name="The role was clear",
                    ),
                ),
                (
                    "answered_request",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        max_length=6,
                        verbose_name="They answered my request for feedback",
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("words_html", models.TextField(blank=True, editable=False)),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="journal.interview",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="verdict_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="verdict_deleted_is_in_trash",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("trash_id", None)),
                        fields=("interview",),
                        name="verdict_one_an_interview",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Holding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")], max_length=6
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holdings",
                        to="journal.priority",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holdings",
                        to="journal.verdict",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="holding_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="holding_deleted_is_in_trash",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("trash_id", None)),
                        fields=("verdict", "priority"),
                        name="holding_one_a_priority",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
                ("trash_id", models.UUIDField(editable=False, null=True)),
                ("kind", models.CharField(max_length=40)),
                ("of", models.UUIDField()),
                ("field", models.CharField(max_length=40)),
                ("text", models.TextField()),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["owner", "of", "field", "created_at"],
                        name="journal_ver_owner_i_ce8f15_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "uid"), name="version_uid_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deleted_at", None), ("trash_id__isnull", False), _connector="OR"
                        ),
                        name="version_deleted_is_in_trash",
                    ),
                ],
            },
        ),
    ]
