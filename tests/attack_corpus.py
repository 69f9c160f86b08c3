"""The corpus of hostile submissions: a file each, whose first lines say what it tries.

# Tries: what the attack is after
# Rule: the rule that stops it
# Assignment: the assignment that it is an answer to, or `all`
# Earns: the points of its honest part
# Limits: short, where it is about time
# Secrets: two, where it smuggles out what hidden checks ask

In its code `@1000 TIMES ab@` stands for so many `ab`, and words between two `@` for places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder import course as courses

HOME = Path(__file__).resolve().parents[1]
KIT = HOME / "autograder"
ATTACKS = Path(__file__).parent / "attacks"
COURSE = courses.load(HOME)
USUAL = "forward"  # the assignment of an attack that names no other
QUICK = [each.name for each in COURSE.assignments if not each.torch]  # training takes long
SLOW = [each.name for each in COURSE.assignments if each.torch]
BATCHES = ("usual", "short")
DAILY = {"usual": 2, "short": 1}  # attacks of each kind
_MANY = re.compile(r"@(\d+) TIMES (.*?)@", re.DOTALL)
_FIELD = re.compile(r"# (Tries|Rule|Assignment|Earns|Limits|Secrets): (.*(?:\n# (?!\w+:|%%).*)*)")


@dataclass(frozen=True)
class Attack:
    """One hostile submission. `tries` and `rule` are its first lines."""

    path: Path
    tries: str
    rule: str
    assignments: tuple[str, ...]
    earns: float
    short: bool
    two_secrets: bool

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def student(self) -> str:
        return self.name.replace("/", "-")

    @property
    def neighbour(self) -> str:
        return f"{self.student}~neighbour"

    @property
    def kind(self) -> str:
        return self.path.parent.name

    @property
    def batch(self) -> str:
        return "short" if self.short else "usual"


def attacks() -> list[Attack]:
    """Every hostile submission of the corpus."""
    return [
        _attack(path) for path in sorted(ATTACKS.glob("*/*")) if path.suffix in (".py", ".ipynb")
    ]


def cross_section(corpus: Sequence[Attack]) -> list[Attack]:
    """The first of each kind and batch, among those about the usual assignment alone.

    Not that which waits for as long as it may.
    """
    found: dict[tuple[str, str], list[Attack]] = {}
    for attack in corpus:
        if attack.assignments == (USUAL,) and attack.kind != "all_the_time":
            found.setdefault((attack.kind, attack.batch), []).append(attack)
    return [each for (_, batch), own in found.items() for each in own[: DAILY[batch]]]


def _attack(path: Path) -> Attack:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "".join(json.loads(text)["cells"][0]["source"])
    found = _FIELD.findall(text)
    fields = {name: " ".join(value.replace("\n#", " ").split()) for name, value in found}
    named = fields.get("Assignment", USUAL)
    return Attack(
        path,
        fields["Tries"],
        fields["Rule"],
        COURSE.names if named == "all" else (named,),
        float(fields.get("Earns", 0)),
        fields.get("Limits") == "short",
        fields.get("Secrets") == "two",
    )


def text_of(attack: Attack, folder: Path, assignment: str = USUAL) -> str:
    """The attack's code, told where things are."""
    text = attack.path.read_text(encoding="utf-8")
    words = {
        "COURSE": folder / "course", "SUBMISSIONS": folder / "submissions",
        "RESULTS": folder / "results", "KIT": KIT, "HOME": HOME, "STUDENT": attack.student,
        "NEIGHBOUR": attack.neighbour, "TASKS": list(COURSE.assignment(assignment).points),
    }  # fmt: skip
    for word, meaning in words.items():
        text = text.replace(f"@{word}@", str(meaning))
    return _MANY.sub(lambda many: int(many[1]) * many[2], text)
