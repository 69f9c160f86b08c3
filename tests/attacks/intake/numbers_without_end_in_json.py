# Tries: numbers of a million digits, NaN and duplicate keys in the notebook's JSON.
# Rule: broken JSON gets 0 and a note.
from pathlib import Path


def make(folder: Path) -> None:
    code = '{"cell_type": "code", "source": "def sigmoid(z): return 0.5", "execution_count": %s}'
    (folder / "forward.ipynb").write_text('{"cells": [' + code % ("9" * 1_000_000) + "]}")
    (folder / "update.ipynb").write_text('{"cells": [' + code % "NaN" + "]}")
    (folder / "terms.ipynb").write_text('{"cells": [], "cells": [' + code % "1e999999" + "]}")
