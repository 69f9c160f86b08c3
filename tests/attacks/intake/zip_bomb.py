# Tries: hand in archives: one that unpacks to gigabytes, one whose members lie outside.
# Rule: an archive is no notebook; nothing is unpacked.
import io
import zipfile
from pathlib import Path


def make(folder: Path) -> None:
    with zipfile.ZipFile(folder / "forward.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("forward.py", b"0" * (64 << 20))
    inner = (folder / "forward.zip").read_bytes()
    with zipfile.ZipFile(folder / "forward.ipynb", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(50):
            archive.writestr(f"{number}.zip", inner)
    with zipfile.ZipFile(folder / "update.zip", "w") as archive:
        archive.writestr("../../../../tmp/attack_was_here", "x")
        archive.writestr("/tmp/attack_was_here", "x")
        archive.writestr("..\\@NEIGHBOUR@\\forward.py", "x")
        link = zipfile.ZipInfo("link")
        link.external_attr = 0xA1FF0000
        archive.writestr(link, "/etc/passwd")
    assert io
