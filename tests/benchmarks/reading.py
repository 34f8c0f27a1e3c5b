"""How much of its mails the reader reads right; run by `make bench`.

Shares of the mails in tests/rejections/mails, or in a folder named as an argument, which holds
mails it was not made with and their expected.toml: right, and wrong (told, and not so).
"""

import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from journal.rejections.intake import Intake, read

MAILS = Path(__file__).parents[1] / "rejections" / "mails"
FIELDS = ("employer", "role", "received_on", "sender", "stage")


def main() -> None:
    mails = Path(sys.argv[1]) if len(sys.argv) > 1 else MAILS
    expected = tomllib.loads((mails / "expected.toml").read_text())
    read_so = {name: read((mails / name).read_bytes()) for name in expected}
    print(f"\nmails: {len(expected)}; right and wrong, in percent")
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
