import pytest

from journal.interviews.models import Met
from journal.perspective.quote import quote
from journal.perspective.sight import A_GUESS, opening


@pytest.mark.parametrize(
    ("met", "more", "says"),
    [
        (Met(255, 5), {}, "They saw you for 4 h 15 min, in five rounds."),
        (Met(60, 1), {}, "They saw you for 1 h, in one round."),
        (Met(60, 2), {"untimed": True}, "They saw you for at least 1 h, in two rounds."),
        (Met(0, 3), {"untimed": True}, "They saw you in three rounds."),
        (
            Met(90, 2),
            {"at_home": True},
            "They saw you for 1 h 30 min, in two rounds, and read what you made at home.",
        ),
        (Met(), {"at_home": True}, "They read what you made at home."),
        (Met(), {}, "They saw a few hours of you, at most."),
        (Met(), {"stage": "Application"}, "They read an application; they never met you."),
    ],
)
def test_the_opening_stays_true_with_little_to_go_on(met, more, says):
    assert opening(met, **more) == f"{says} {A_GUESS}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ""),
        ("  \n\n ", ""),
        ("I keep replaying the whiteboard. And more.", "“I keep replaying the whiteboard.”"),
        ("> - **Ask** first\nthen draw", "“Ask first”"),
        ("# Version 2.0 of me", "“Version 2.0 of me”"),
        ("word " * 60, f"“{('word ' * 18).strip()}…”"),
    ],
)
def test_a_quote_is_a_first_sentence(text, says):
    assert quote(text) == says
