# Tries: fill the memory of whoever reads the notebook: millions of cells of three bytes, metadata of
# millions of empty lists.
# Rule: what is too large is not read, and gets 0 and a note.
from pathlib import Path


def make(folder: Path) -> None:
    many = 10_000_000
    (folder / "forward.ipynb").write_text('{"cells":[' + "{}," * many + "{}]}")
    (folder / "update.ipynb").write_text(
        '{"cells":[{"cell_type":"code","metadata":{"course":[' + "[]," * many + "0]}}]}"
    )
