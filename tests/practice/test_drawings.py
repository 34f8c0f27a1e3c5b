"""A place for a drawing: it is added on the desk, shown side by side, and taken away."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from journal.models import Attempt, Drawing, Version
from journal.ownership import lying
from journal.ownership.trash import move_to_trash
from journal.practice import drawing_forms, pictures
from tests.factories import make_attempt, make_drawing, make_problem
from tests.practice.test_at_once import TIMES, at_once

COLOURS = ("red", "green", "blue", "white", "black", "orange", "grey")


@pytest.fixture
def problem(alice):
    return make_problem(alice, title="A photo store", kind="system_design", answered="ONE copy")


def url(name, row, query=""):
    return reverse(f"practice:{name}", args=[row.pk]) + query


def sketch(colour="white", name="sketch.png", size=(40, 30)):
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue(), "image/png")


def draw(client, problem, picture=None, query="", **typed):
    sent = {"text": "", **typed, **({"picture": picture} if picture else {})}
    return client.post(url("draw", problem, query), sent)


class TestAdding:
    def test_a_picture_is_added_and_the_words_are_kept(self, alice, alice_client, problem):
        begun = alice_client.get(url("solve", problem)).context["form"]["version"].value()

        answer = draw(
            alice_client, problem, sketch(), text="Two copies.", shows="Stores", version=begun
        )

        attempt = problem.attempts.get()
        assert answer.url == url("solve", problem, "#drawings")
        assert attempt.text == "Two copies."
        assert attempt.drawings.get().owner == alice
        page = alice_client.get(answer.url).text
        assert 'alt="Stores"' in page
        assert 'width="40" height="30"' in page
        assert "Two copies." in page
        assert "ONE copy" not in page

    def test_it_may_be_all_there_is_of_an_attempt(self, alice_client, problem):
        draw(alice_client, problem, sketch())

        answer = alice_client.post(url("finish", problem), {"text": " "})

        assert answer.url == url("compare", problem.attempts.get())
        page = alice_client.get(answer.url).text
        assert 'alt="Drawing 1"' in page
        assert "Nothing is written yet" not in page
        assert "ONE copy" in page

    def test_the_way_back_is_kept(self, alice_client, problem):
        answer = draw(alice_client, problem, sketch(), "?session=1&next=/practice/")

        assert answer.url == url("solve", problem, "?session=1&next=%2Fpractice%2F#drawings")

    def test_right_after_saving_there_is_no_conflict(self, alice_client, problem):
        saved = alice_client.post(
            url("solve", problem), {"text": "One", "version": 0}, headers={"X-Autosave": "typing"}
        )
        version = saved.json()["versions"]["version"]

        answer = draw(alice_client, problem, sketch(), text="One, two", version=version)

        assert answer.status_code == 302
        assert problem.attempts.get().text == "One, two"

    def test_another_tab_is_not_overwritten_and_the_picture_is_kept(self, alice_client, problem):
        attempt = make_attempt(problem, "From one tab", version=2)

        answer = draw(alice_client, problem, sketch(), text="From another", version=1)

        attempt.refresh_from_db()
        assert answer.status_code == 422
        assert attempt.text == "From one tab"
        assert attempt.drawings.exists()
        for kept in ("From one tab", "From another", 'alt="Drawing 1"'):
            assert kept in answer.text
        assert not Version.objects.exists()

    def test_pressed_twice_it_is_one(self, alice_client, problem):
        for shows in ("", "Stores", ""):
            draw(alice_client, problem, sketch(), shows=shows)

        assert Drawing.objects.get().shows == "Stores"

    def test_after_another_or_once_removed_it_may_be_added_again(self, alice_client, problem):
        for colour in ("red", "blue", "red"):
            draw(alice_client, problem, sketch(colour))
        move_to_trash(Drawing.objects.in_order().last())
        draw(alice_client, problem, sketch("red"))

        assert Drawing.objects.count() == 3

    def test_there_is_an_end_to_it_said_kindly(self, alice_client, problem):
        for colour in COLOURS[: Drawing.MOST]:
            draw(alice_client, problem, sketch(colour))
        assert "as many as an attempt holds" in alice_client.get(url("solve", problem)).text

        answer = draw(alice_client, problem, sketch(COLOURS[-1]), text="Still mine")

        assert answer.status_code == 422
        assert drawing_forms.FULL in answer.text
        assert "Still mine" in answer.text
        assert Drawing.objects.count() == Drawing.MOST

    def test_a_key_of_an_attempt_is_not_asked_for(self, alice, bob, alice_client):
        theirs = make_attempt(make_problem(bob))
        mine = make_problem(alice)

        draw(alice_client, mine, sketch(), attempt=theirs.pk, owner=bob.pk)

        assert Drawing.objects.get().attempt.problem == mine
        assert not theirs.drawings.exists()


class TestRefused:
    @pytest.mark.parametrize(
        ("file", "says"),
        [
            (None, "Choose a picture first"),
            (SimpleUploadedFile("a.png", b""), pictures.EMPTY),
            (SimpleUploadedFile("a.png", b"%PDF-1.7"), pictures.NO_PICTURE),
            (SimpleUploadedFile("a.png", sketch().read()[:60]), pictures.BROKEN),
            (SimpleUploadedFile("a.png", b"\x89PNG" * 9 * 2**18), pictures.TOO_HEAVY),
        ],
        ids=["none", "empty", "pdf", "cut off", "9 MB"],
    )
    def test_it_says_what_to_do_and_keeps_the_words(self, alice_client, problem, file, says):
        answer = draw(alice_client, problem, file, text="Two copies.", shows="Stores")

        assert answer.status_code == 422
        assert says in answer.text
        assert 'value="Stores"' in answer.text
        assert problem.attempts.get().text == "Two copies."
        form = answer.context["form"]
        assert (form["text"].value(), form["version"].value()) == ("Two copies.", 1)
        assert not Drawing.objects.exists()

    def test_nothing_at_all_makes_no_attempt(self, alice_client, problem):
        assert draw(alice_client, problem).status_code == 422
        assert not Attempt.objects.exists()

    def test_what_it_shows_is_told_in_a_line(self, alice_client, problem):
        answer = draw(alice_client, problem, sketch(), shows="s" * 301)

        assert answer.status_code == 422
        assert "300 characters" in answer.text

    def test_a_null_byte_is_no_trouble(self, alice_client, problem):
        assert draw(alice_client, problem, sketch(), shows="a\x00b").status_code == 422

    def test_beside_code_the_fold_opens(self, alice, alice_client):
        problem = make_problem(alice)
        assert '<details class="fold" id="drawings"' in alice_client.get(url("solve", problem)).text

        answer = draw(alice_client, problem)

        assert '<details class="fold" open id="drawings"' in answer.text

    def test_a_get_adds_nothing(self, alice_client, problem):
        assert alice_client.get(url("draw", problem)).status_code == 405

    def test_a_stranger_adds_nothing(self, bob_client, problem):
        assert draw(bob_client, problem, sketch()).status_code == 404
        assert not Drawing.objects.exists()


class TestShowing:
    def test_the_picture_is_handed_out_as_it_is_kept(self, alice_client, problem):
        draw(alice_client, problem, sketch("red"))
        drawing = Drawing.objects.get()

        answer = alice_client.get(url("drawing", drawing))

        assert answer.content == bytes(drawing.image)
        assert Image.open(BytesIO(answer.content)).format == "WEBP"
        headers = {
            "Content-Type": "image/webp",
            "Content-Disposition": f'inline; filename="drawing-{drawing.pk}.webp"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        assert {name: answer.headers[name] for name in headers} == headers

    def test_to_nobody_else(self, client, bob_client, problem):
        drawing = make_drawing(make_attempt(problem))

        assert bob_client.get(url("drawing", drawing)).status_code == 404
        assert client.get(url("drawing", drawing)).status_code == 302

    def test_not_from_the_trash(self, alice_client, problem):
        drawing = make_drawing(make_attempt(problem))
        move_to_trash(drawing)

        assert alice_client.get(url("drawing", drawing)).status_code == 404

    def test_side_by_side_stand_those_of_both_times(self, alice_client, problem):
        make_drawing(make_attempt(problem, grade=2), shows="One store")
        now = make_attempt(problem)
        make_drawing(now, shows="<Two> stores")

        page = alice_client.get(url("compare", now)).text

        assert 'alt="One store"' in page
        assert 'alt="&lt;Two&gt; stores"' in page

    @pytest.mark.parametrize("name", ["solve", "compare"])
    def test_a_page_reads_no_picture_and_asks_no_more_for_many(self, alice_client, problem, name):
        attempt = make_attempt(problem)
        counts = []
        for _ in range(2):
            make_drawing(attempt)
            make_drawing(attempt)
            row = attempt if name == "compare" else problem
            with CaptureQueriesContext(connection) as asked:
                assert (
                    alice_client.get(url(name, row)).text.count("<figure")
                    == attempt.drawings.count()
                )
            counts.append(len(asked))
            assert not [each for each in asked if '"image"' in each["sql"]]

        assert counts[0] == counts[1]


class TestRemoving:
    def test_from_the_desk_with_what_is_typed_there_and_back(self, alice, alice_client, problem):
        attempt = make_attempt(problem, "One")
        drawing = make_drawing(attempt)

        answer = alice_client.post(
            url("drop_drawing", drawing, "?session=1"), {"text": "One, two", "version": 1}
        )

        attempt.refresh_from_db()
        assert answer.url == url("solve", problem, "?session=1")
        assert attempt.text == "One, two"
        page = alice_client.get(answer.url).text
        assert "The drawing for “A photo store” is in the trash" in page
        assert "<figure" not in page
        batch = lying.of(alice)[0].trash_id
        back = alice_client.post(reverse("trash:put_back", args=[batch]))
        assert back.url == url("solve", problem)
        assert attempt.drawings.get() == drawing

    def test_without_the_desk_no_word_is_touched(self, alice_client, problem):
        attempt = make_attempt(problem, "One")

        alice_client.post(url("drop_drawing", make_drawing(attempt)))

        attempt.refresh_from_db()
        assert attempt.text == "One"
        assert not Drawing.objects.exists()

    def test_two_texts_are_settled_first(self, alice_client, problem):
        attempt = make_attempt(problem, "From one tab", version=2)
        sent = {"text": "From another", "version": 1}

        answer = alice_client.post(url("drop_drawing", make_drawing(attempt)), sent)

        assert answer.status_code == 422
        assert "From another" in answer.text
        assert Drawing.objects.exists()

    def test_of_a_graded_attempt(self, alice, alice_client, problem):
        attempt = make_attempt(problem, grade=3)

        answer = alice_client.post(url("drop_drawing", make_drawing(attempt)))

        assert answer.url == url("compare", attempt)
        back = alice_client.post(reverse("trash:put_back", args=[lying.of(alice)[0].trash_id]))
        assert back.url == url("compare", attempt)

    def test_it_goes_and_comes_with_its_attempt(self, alice, alice_client, problem):
        drawing = make_drawing(make_attempt(problem))
        batch = move_to_trash(problem)
        assert not Drawing.objects.exists()
        assert "one attempt and one drawing" in alice_client.get(reverse("trash:page")).text

        alice_client.post(reverse("trash:put_back", args=[batch]))

        assert Drawing.objects.get() == drawing

    def test_the_trash_reads_no_picture(self, alice_client, problem):
        move_to_trash(make_drawing(make_attempt(problem)))

        with CaptureQueriesContext(connection) as asked:
            page = alice_client.get(reverse("trash:page")).text

        assert "for “A photo store”" in page
        assert not [each for each in asked if '"image"' in each["sql"]]

    def test_a_get_removes_nothing(self, alice_client, problem):
        assert (
            alice_client.get(url("drop_drawing", make_drawing(make_attempt(problem)))).status_code
            == 405
        )

    def test_a_stranger_removes_nothing(self, bob_client, problem):
        assert (
            bob_client.post(url("drop_drawing", make_drawing(make_attempt(problem)))).status_code
            == 404
        )
        assert Drawing.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_double_click_adds_one(alice):
    problem = make_problem(alice)
    requests = [(url("draw", problem), {"text": "Two", "picture": sketch()}) for _ in range(TIMES)]

    statuses = at_once(alice, *requests)

    assert statuses == [302] * TIMES
    assert problem.attempts.get().drawings.count() == 1
