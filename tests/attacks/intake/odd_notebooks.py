# Tries: notebooks whose parts are of other types than a notebook's.
# Rule: what is no notebook gets 0 and a note; nothing raises in the judge.
from pathlib import Path

ODD = {
    "terms": '{"cells": null}',
    "perceptron": '{"cells": [{"cell_type": 7, "source": {"a": 1}}]}',
    "forward": "\ufeff" + '{"cells": [{"cell_type": "code", "source": ["x", 1]}], "metadata": 3}',
    "backprop": '{"cells": [{"cell_type": "code", "source": "\\ud800"}]}',
    "update": '{"metadata": {"course": {"assignment": {"a": 1}, "language": ["ko"]}}, "cells": [{}]}',
}


def make(folder: Path) -> None:
    for name, text in ODD.items():
        (folder / f"{name}.ipynb").write_text(text)
    (folder / "xor.ipynb").write_bytes(b"\xff\xfe\x00\xd8" * 1000)
