"""Two years as a picture: how many problems there are and are solved, and how far they reach."""

from collections.abc import Sequence

from django.template import Context, Engine

from tests.practice.living import Day

WIDTH, HEIGHT, LEFT, GROUND = 860, 360, 64, 300
PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{ width }} {{ height }}" role="img" \
aria-label="{{ says }}" font-family="Figtree, system-ui, sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#faf6ef"/>
{% for x, wide in interviews %}\
<rect x="{{ x }}" y="30" width="{{ wide }}" height="270" fill="#f3e2d6"/>
{% endfor %}\
{% for y, text in scale %}<line x1="64" x2="840" y1="{{ y }}" y2="{{ y }}" stroke="#e5dccd"/>
<text x="56" y="{{ y|add:4 }}" text-anchor="end" fill="#655b50">{{ text }}</text>
{% endfor %}\
{% for x, text in months %}<text x="{{ x }}" y="322" fill="#655b50">{{ text }}</text>
{% endfor %}\
<polyline fill="none" stroke="#8f8374" stroke-width="2" points="{{ problems }}"/>
<polyline fill="none" stroke="#3d6b45" stroke-width="2" points="{{ solved }}"/>
<polyline fill="none" stroke="#9a4526" stroke-width="2" points="{{ reach }}"/>
<text x="64" y="20" fill="#2d2721">{{ says }}</text>
<g fill="#2d2721"><text x="64" y="350"><tspan fill="#655b50">— problems there are</tspan> \
<tspan dx="14" fill="#3d6b45">— solved again at least once</tspan> \
<tspan dx="14" fill="#9a4526">— days until the last comes back</tspan> \
<tspan dx="14" fill="#655b50">▮ days before an interview</tspan></text></g>
</svg>
"""


def draw(days: Sequence[Day]) -> str:
    most = max(day.problems for day in days)

    def x(place: float) -> float:
        return round(LEFT + (WIDTH - LEFT - 20) * place / len(days), 1)

    def y(value: float) -> int:
        return round(GROUND - (GROUND - 40) * value / most)

    def line(values: Sequence[int]) -> str:
        return " ".join(f"{x(place)},{y(value)}" for place, value in enumerate(values))

    context = {
        "width": WIDTH,
        "height": HEIGHT,
        "says": "Two years, 45 minutes a day, 200 problems and five more a week: each has its day.",
        "interviews": [
            (x(place), round(x(1) - x(0), 1)) for place, day in enumerate(days) if day.interview
        ],
        "scale": [(y(value), value) for value in range(0, most, 200)],
        "months": [
            (x(place), f"{day.on:%b %Y}")
            for place, day in enumerate(days)
            if day.on.day == 1 and day.on.month in {1, 7}
        ],
        "problems": line([day.problems for day in days]),
        "solved": line([day.ever_solved for day in days]),
        "reach": line([day.longest for day in days]),
    }
    return Engine().from_string(PICTURE).render(Context(context))
