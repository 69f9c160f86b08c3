# Tries: hold the judge beyond its time: a cell of four megabytes, a hundred forged notes that it
# stopped, and no function, so that the cell is looked into for each answer that is missing.
# Rule: the judge reads a cell once, whatever is said about it.
from pathlib import Path

FORGER = """# %%
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:
    frame = frame.f_back
wire = frame.f_globals["wire"]
os.write(3, wire.encode(wire.Loaded([wire.CellNote("stopped", 1, "x")] * 100)))
received = b""
while True:
    while len(received) < 4 or len(received) < 4 + int.from_bytes(received[:4]):
        part = os.read(3, 65536)
        if not part:
            os._exit(0)
        received += part
    end = 4 + int.from_bytes(received[:4])
    request, received = wire.decode_request(received[4:end]), received[end:]
    os.write(3, wire.encode(wire.Raised(request.number, "missing", "", "")))

# %%
"""


def make(folder: Path) -> None:
    (folder / "forward.py").write_text(FORGER + "\n" * 4_190_000 + "x = 1")
