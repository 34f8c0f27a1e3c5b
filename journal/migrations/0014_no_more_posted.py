from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("journal", "0013_letter_deliveries")]

    operations = [
        migrations.RemoveField(model_name="feedbackrequest", name="posted"),
        migrations.RemoveField(model_name="feedbackrequest", name="posted_at"),
    ]
