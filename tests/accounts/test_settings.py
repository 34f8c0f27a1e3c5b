import zoneinfo

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts import zones
from accounts.middleware import in_their_time_zone

VALID = {
    "name": "Alice",
    "time_zone": "America/Los_Angeles",
    "day_starts": "5",
    "ask_after_days": "3",
    "nudge_after_days": "8",
}


@pytest.fixture
def url():
    return reverse("accounts:settings")


def test_settings_are_kept(alice_client, alice, url):
    assert alice_client.post(url, VALID).url == url
    alice.refresh_from_db()
    assert alice.time_zone == "America/Los_Angeles"
    assert (alice.day_starts, alice.ask_after_days, alice.nudge_after_days) == (5, 3, 8)
    assert alice.check_ins is False


def test_it_says_that_letters_wait_for_a_weekday(alice_client, url):
    assert alice_client.get(url).text.count("On a weekend it waits for Monday.") == 2


@pytest.mark.parametrize(
    ("field", "junk"),
    [
        ("time_zone", "Mars/Olympus"),
        ("day_starts", "24"),
        ("ask_after_days", "61"),
        ("nudge_after_days", "0"),
    ],
)
def test_junk_is_explained_and_keeps_what_was_typed(alice_client, alice, url, field, junk):
    response = alice_client.post(url, {**VALID, "name": "Alice Liddell", field: junk})
    assert response.status_code == 422
    assert response.context["form"].errors[field]
    assert "Alice Liddell" in response.text
    alice.refresh_from_db()
    assert alice.name == "Alice"


def test_nobody_makes_themselves_staff(alice_client, alice, url):
    alice_client.post(url, {**VALID, "is_staff": "on", "founder": "on", "email": "x@example.org"})
    alice.refresh_from_db()
    assert not alice.is_staff
    assert alice.email == "alice@example.org"


def test_an_alias_one_already_has_stays_selectable(alice_client, alice, url):
    alice.time_zone = "Japan"
    alice.save()
    assert '<option value="Japan" selected>' in alice_client.get(url).text


def test_places_are_offered_by_the_names_they_have_now(alice_client, url):
    page = alice_client.get(url).text
    for name in ("UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kolkata"):
        assert f'<option value="{name}"' in page
    for name in ("Australia/LHI", "Brazil/Acre", "US/Pacific", "Asia/Calcutta", "America/Shiprock"):
        assert name not in page


def test_every_place_offered_is_one_that_is_taken():
    assert set(zones.places()) < zoneinfo.available_timezones()


def test_only_staff_read_where_the_data_lies(alice_client, grace_client, url, settings):
    assert str(settings.DATA_DIR) not in alice_client.get(url).text
    assert str(settings.DATA_DIR) in grace_client.get(url).text


def test_pages_speak_in_their_time_zone(alice, rf):
    alice.time_zone = "Asia/Tokyo"
    alice.save()
    request = rf.get("/")
    request.user = alice
    zone_of_the_page = in_their_time_zone(lambda _: timezone.get_current_timezone_name())
    assert zone_of_the_page(request) == "Asia/Tokyo"
    assert timezone.get_current_timezone_name() == "UTC"
