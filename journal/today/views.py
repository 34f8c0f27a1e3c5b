from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone

from journal.today.agenda import agenda, greeting
from journal.today.week import week


def page(request):
    person = request.user
    context = {
        "agenda": agenda(person),
        "greeting": greeting(timezone.localtime().hour, person.name),
        "today": person.today(),
        "mail_was_lost": person.deliveries.lost(person.today()).exists(),
        "tomorrow": person.today() + timedelta(days=1),
    }
    return render(request, "today/page.html", context)


def rest(request):
    """What is owed beside the few things of today."""
    return render(request, "today/rest.html", {"agenda": agenda(request.user)})


def look_at_week(request):
    return render(request, "today/week.html", {"week": week(request.user)})
