# Tries: hang the reading itself, before any sandbox: white space without end where a pattern looks.
# Rule: reading a file takes time in proportion to its size.
from pathlib import Path


def make(folder: Path) -> None:
    blank = "\n" * 300_000
    (folder / "forward.py").write_text(f'# %% role="guess"\n{blank}x\n# %%\n{blank}# %%{blank}')
    (folder / "update.py").write_text(" \t" * 300_000 + "check(" + " " * 300_000)
    (folder / "terms.py").write_text("#" + " " * 300_000 + "\n#%% role=" + "'" * 300_000)
