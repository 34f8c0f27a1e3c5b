"""How much of mails that the reader was not made with it reads right; run by `make bench`.

Shares of the mails in tests/rejections/unseen, in percent: right, and wrong (told, and not so).
Who mends the reader by one of them moves it to tests/rejections/mails first.
"""

import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from journal.rejections.intake import Intake, read

UNSEEN = Path(__file__).parents[1] / "rejections" / "unseen"
FIELDS = ("employer", "role", "received_on", "sender", "stage")


def main() -> None:
    expected = tomllib.loads((UNSEEN / "expected.toml").read_text())
    read_so = {name: read((UNSEEN / name).read_bytes()) for name in expected}
    print(f"\nunseen mails: {len(expected)}; right and wrong, in percent")
    for field in FIELDS:
        pairs = [
            (told(read_so[name], field), wanted.get(field, "")) for name, wanted in expected.items()
        ]
        right = sum(got == wanted for got, wanted in pairs)
        wrong = sum(bool(got) and got != wanted for got, wanted in pairs)
        print(f"  {right / len(pairs):6.1%} {wrong / len(pairs):6.1%}  {field}")


def told(intake: Intake, field: str):
    return getattr(intake, field) or ""


if __name__ == "__main__":
    main()
