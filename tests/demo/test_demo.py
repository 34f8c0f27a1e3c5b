import pytest
from django.core.management import CommandError, call_command

from accounts.models import User


def test_the_demo_is_a_whole_journal(db):
    call_command("seeddemo", rejections=12)
    demo = User.objects.get(email="demo@upturn.example")
    assert demo.rejections.count() == 12
    assert demo.check_password("upturn-demo")
    assert demo.feedback.exists()
    assert demo.evidence.exists()
    assert demo.verdicts.count() >= 5
    assert not User.objects.get(email="robin@upturn.example").rejections.exists()
    assert User.objects.get(email="admin@upturn.example").is_staff


def test_the_demo_never_touches_a_server_in_use(alice):
    with pytest.raises(CommandError):
        call_command("seeddemo")
    assert User.objects.count() == 1
