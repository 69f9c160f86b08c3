"""A collect is done as a whole or not at all, and leaves alone what is not its own."""

from __future__ import annotations

import itertools
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import platform_exports as exports
import pytest
from collecting import collected, copies, in_turn

from autograder.course import Course, records
from autograder.intake import changes, manifest
from autograder.intake.collect import collect
from autograder.intake.found import FolderError


def ended_at(step: int, course: Course, source: Path, out: Path) -> bool:
    """Whether a process that collects ended before this step, as by `kill -9`."""
    child = os.fork()
    if child == 0:
        left = itertools.count(-step)
        for name in ("replace", "unlink", "touch", "rmdir"):
            real = getattr(Path, name)

            def one(*given: object, real: Callable[..., object] = real, **named: object) -> object:
                if next(left) == 0:
                    os._exit(137)
                return real(*given, **named)

            setattr(Path, name, one)
        collect(course, [source], out)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 137


def test_a_collect_that_was_stopped_is_as_if_it_never_was(course: Course, tmp_path: Path) -> None:
    first = {f"{name}+terms+2026-03-11 10:00:00 UTC/terms.ipynb": exports.BLANK for name in "ab"}
    later = {f"{name}+terms+2026-03-12 10:00:00 UTC/terms.ipynb": exports.TERMS for name in "ab"}
    later["b+terms+2026-03-10 10:00:00 UTC/terms.py"] = b"x = 1"
    sources = [tmp_path / "first.zip", tmp_path / "later.zip"]
    for source, files in zip(sources, (first, later), strict=True):
        source.write_bytes(exports.zipped(files))
    whole = tmp_path / "whole"
    for source in sources:
        collect(course, [source], whole)
    for begun in (0, 1):
        for step in itertools.count():
            out = tmp_path / f"{begun} {step}"
            if begun:
                collect(course, sources[:1], out)
            ended = ended_at(step, course, sources[begun], out)
            for source in sources[begun:]:
                collect(course, [source], out)
            assert copies(out) == copies(whole)
            assert manifest.load(out) == manifest.load(whole)
            if not ended:
                break
        assert step > 10


def test_a_collect_that_stops_with_an_error_leaves_what_was_there(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_turn(course, tmp_path, None, exports.FOLDER)
    before = copies(tmp_path / "out"), manifest.load(tmp_path / "out")
    full = OSError("No space left on device")
    monkeypatch.setattr(records, "encoded", Mock(side_effect=full))
    with pytest.raises(OSError, match="No space"):
        in_turn(course, tmp_path, None, exports.CANVAS)
    assert (copies(tmp_path / "out"), manifest.load(tmp_path / "out")) == before


def test_while_files_are_moved_nobody_grades(tmp_path: Path) -> None:
    with changes.as_a_whole(tmp_path), pytest.raises(FolderError, match="collect again"):
        manifest.load(tmp_path)


def test_one_collects_at_a_time(course: Course, tmp_path: Path) -> None:
    with (
        changes.alone(tmp_path / "out"),
        pytest.raises(changes.BusyError, match="another collect is at work there; wait"),
    ):
        collected(course, tmp_path, exports.FOLDER)
    assert not (tmp_path / "out").exists()
    done, _ = collected(course, tmp_path, exports.FOLDER)
    assert done.collected == 2


def test_a_collected_file_that_is_gone_is_not_taken_for_an_empty_one(
    course: Course, tmp_path: Path
) -> None:
    first, second = {"kim/terms.ipynb": exports.TERMS}, {"kim/terms.ipynb": exports.HALF}
    in_turn(course, tmp_path, None, first)
    gone = tmp_path / "out" / "kim" / "terms.ipynb"
    gone.unlink()
    with pytest.raises(FolderError, match=r"terms\.ipynb: can't be read, but was collected; put"):
        in_turn(course, tmp_path, None, second)
    in_turn(course, tmp_path, None, first)
    assert gone.read_bytes() == exports.TERMS
    gone.write_bytes(b"")
    (done,), _ = in_turn(course, tmp_path, None, second)
    assert [each.why.code for each in done.skipped] == ["changed"]
    assert done.exit_code == 3


MEGABYTES = 1024 * 1024


def large(work: str, size: int) -> bytes:
    return exports.notebook("terms", work) + b" " * size


def test_memory_does_not_grow_with_the_number_of_attempts(course: Course, tmp_path: Path) -> None:
    peaks = []
    for count in (2, 8):
        files = {
            f"kim+terms+2026-03-{day:02} 10:00:00 UTC/all.zip": exports.zipped(
                {"terms.ipynb": large(f"x = {day}", 4 * MEGABYTES)}
            )
            for day in range(1, 1 + count)
        }
        (tmp_path / f"{count}").mkdir()
        tracemalloc.start()
        source = tmp_path / f"{count}.zip"
        source.write_bytes(exports.zipped(files))
        del files
        tracemalloc.reset_peak()
        for _ in range(2):  # what lies there is not held either
            done = collect(course, [source], tmp_path / f"{count}")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert (done.collected, len(copies(tmp_path / f"{count}"))) == (1, count)
    assert peaks[1] < peaks[0] + 2 * MEGABYTES


@pytest.mark.parametrize(("works", "kept", "counts"), [("abcde", [4, 5], 5), ("aaaaa", [1, 5], 1)])
def test_old_attempts_for_which_there_is_no_room_are_named(
    course: Course, tmp_path: Path, works: str, kept: list[int], counts: int
) -> None:
    """What counts is kept, and what comes once more is known, though its copy is not there."""
    weeks = [{"kim/terms.ipynb": large(f"x = '{each}'", 15 * MEGABYTES + number)}
             for number, each in enumerate(works)]  # fmt: skip
    every, made = in_turn(course, tmp_path, None, *weeks)
    said = [each.place for done in every for each in done.skipped if each.why.code == "no_room"]
    gone = [number for number in range(1, 6) if number not in kept]
    assert said == [f"kim/week {number - 1}.zip/kim/terms.ipynb" for number in gone]
    assert every[-1].exit_code == 3
    for _ in range(2):
        listed = manifest.load(tmp_path / "out")
        assert listed.collected[0].counts == counts
        assert [each.number for each in listed.collected[0].attempts if each.file] == kept
        collect(course, [tmp_path / "week 1.zip"], tmp_path / "out")
        assert copies(tmp_path / "out") == made
    assert manifest.load(tmp_path / "out") == listed


def test_what_is_not_ours_is_left_alone(course: Course, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(FolderError, match="not empty"):
        collected(course, tmp_path, exports.CANVAS)
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"
    (tmp_path / "out" / "manifest.json").write_text("{}" * 3)
    with pytest.raises(FolderError, match="take it away"):
        collected(course, tmp_path, exports.CANVAS)
