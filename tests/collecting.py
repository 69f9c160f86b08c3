"""Collecting in tests: exports as zips, one or several in turn, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import platform_exports as exports

from autograder.course import Course
from autograder.intake import manifest
from autograder.intake.collect import Collection, collect


def collected(
    course: Course, folder: Path, files: Mapping[str, bytes], roster: bytes | None = None
) -> tuple[Collection, dict[str, bytes]]:
    """What comes of an export as a zip, and the copies that were made."""
    (folder / "export.zip").write_bytes(exports.zipped(files))
    table = None
    if roster is not None:
        table = folder / "students.csv"
        table.write_bytes(roster)
    done = collect(course, [folder / "export.zip"], folder / "out", roster=table)
    return done, copies(folder / "out")


def copies(out: Path) -> dict[str, bytes]:
    return {
        file.relative_to(out).as_posix(): file.read_bytes()
        for file in sorted(out.rglob("*"))
        if file.is_file() and file.name != "manifest.json"
    }


def attempts(out: Path) -> dict[str, list[tuple[str | None, bool]]]:
    return {
        each.student: [(one.when, one.late) for one in each.attempts]
        for each in manifest.load(out).collected
    }


def in_turn(
    course: Course, folder: Path, roster: bytes | None, *files: Mapping[str, bytes]
) -> tuple[list[Collection], dict[str, bytes]]:
    """What comes of exports that are collected one after the other, each under its own name."""
    table = folder / "students.csv"
    table.write_bytes(roster or b"")
    every = []
    for number, each in enumerate(files):
        source = folder / f"week {number}.zip"
        source.write_bytes(exports.zipped(each))
        known = None if roster is None else table
        every.append(collect(course, [source], folder / "out", roster=known))
    return every, copies(folder / "out")


BY_ROSTER = {"20260001/terms.ipynb": exports.TERMS, "20260002/terms.ipynb": exports.HALF}
FORWARD = exports.notebook("forward", "def sigmoid(z): return z")
