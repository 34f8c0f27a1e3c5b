from django.urls import reverse

GZIP = {"Accept-Encoding": "gzip"}


def test_a_page_is_compressed(alice_client):
    response = alice_client.get(reverse("accounts:settings"), headers=GZIP)
    assert response.headers["Content-Encoding"] == "gzip"


def test_a_page_that_repeats_words_from_elsewhere_goes_as_it_is(alice_client):
    page = reverse("search:page", query={"q": "fern"})
    for response in (
        alice_client.get(page, headers=GZIP),
        alice_client.post(reverse("rejections:new"), {"role": "fern"}, headers=GZIP),
    ):
        assert "fern" in response.text
        assert "Content-Encoding" not in response.headers
