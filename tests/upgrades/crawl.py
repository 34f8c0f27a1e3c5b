"""Opens pages that links lead to from Today, as the demo's person, two of each kind: prints how
many kinds of page there were.
"""

import re
from collections import Counter

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import override_settings
from django.urls import resolve

OF_EACH_KIND = 2
STAYS_HERE = re.compile(r'href="(/[^"#]*)"')
NOT_OF_THE_JOURNAL = ("/static/", "/admin/")
# Nothing collects the static files here.
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


def crawl(client: Client) -> int:
    known, waiting, opened = {"/"}, ["/"], Counter()
    while waiting:
        address = waiting.pop()
        kind = resolve(address.partition("?")[0]).view_name
        if opened[kind] == OF_EACH_KIND:
            continue
        opened[kind] += 1
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, f"{address} answers {answer.status_code}"
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        for link in STAYS_HERE.findall(answer.text):
            if link not in known and not link.startswith(NOT_OF_THE_JOURNAL):
                known.add(link)
                waiting.append(link)
    return len(opened)


if __name__ == "__main__":
    django.setup()
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(email="demo@upturn.example"))
    with override_settings(STORAGES=settings.STORAGES | STORAGES):
        print(crawl(client))
