"""The proof as a page: what the checks were tried with, and what got through. No dates in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .campaign import Trial

_MOST_CHANGE = 110


def as_markdown(trials: Sequence[Trial]) -> str:
    parts = [
        _head(trials),
        *(_assignment(trial) for trial in trials),
        _matcher(trials),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _head(trials: Sequence[Trial]) -> str:
    mutants = sum(t.mutants.tried.total() for t in trials)
    killed = sum(t.mutants.killed.total() for t in trials)
    equal = sum(len(t.equivalent) for t in trials)
    entries = sum(t.entries.tried.total() for t in trials)
    found = sum(t.entries.killed.total() for t in trials)
    problems = [problem for trial in trials for problem in trial.problems]
    styles = sum(len(t.styles) for t in trials)
    secrets = min((t.secrets for t in trials), default=0)
    lines = [
        "# The proof of the checks",
        "",
        "Written by `make mutation`; the same checks and solutions give the same page.",
        "",
        "Every submission below was graded as a student's is, in the sandbox. A wrong one counts",
        "as found only when it loses points at exactly the tasks that are wrong in it; a right one",
        "must keep every point.",
        "",
        f"- {mutants} systematic mutants of the solutions: {killed} found, {equal} equivalent, "
        f"{mutants - killed - equal} not found.",
        f"- {entries} wrong functions of the catalogue: {found} found.",
        f"- {sum(t.pairs for t in trials)} pairs of them in one submission: "
        f"{sum(t.pairs_killed for t in trials)} found.",
        f"- {sum(t.chains.tried.total() for t in trials)} submissions in which right tasks call a "
        f"wrong earlier one: {sum(t.chains.killed.total() for t in trials)} charged once.",
        f"- {styles} right solutions, and {sum(t.kinds for t in trials)} times one with answers of "
        "another kind: " + ("all keep every point." if not problems else "see the problems below."),
        f"- {secrets} secrets drawn at random: under each of them all right solutions, all wrong "
        "functions of the catalogue and a draw of the mutants again.",
        "",
    ]
    if problems:
        lines += ["## Problems", "", *(f"- {_code(problem)}" for problem in problems), ""]
    return "\n".join(lines)


def _assignment(trial: Trial) -> str:
    lines = [f"## `{trial.assignment.name}`", "", *_tasks(trial), ""]
    lines += [
        f"Pairs of mistakes: {trial.pairs_killed} of {trial.pairs} found"
        + (
            f"; in {trial.pairs_undone} of them one wrong function, called by the other, makes its "
            "answer right, and both are found when they are kept apart"
            if trial.pairs_undone
            else ""
        )
        + ".",
        f"Secrets: under {trial.secrets} of them {trial.under_secrets['killed']} of "
        f"{trial.under_secrets['wrong']} wrong submissions found, "
        f"{trial.under_secrets['right']} right ones tried.",
        "",
    ]
    if trial.equivalent:
        lines += ["Equivalent mutants, which answer as the solution does:", ""]
        lines += ["| mutant | change | why it is right |", "|---|---|---|"]
        lines += [f"| {e.id} | {_code(e.change)} | {e.reason} |" for e in trial.equivalent]
        lines.append("")
    lines += [*_styles(trial), *_chains(trial), *_kept(trial)]
    return "\n".join(lines)


def _tasks(trial: Trial) -> Iterator[str]:
    yield (
        "| task | points | mutants | found | equivalent | wrong functions | found "
        "| right solutions |"
    )
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for task in trial.assignment.tasks:
        name = task.name
        equal = sum(each.id.rpartition("-")[0] == name for each in trial.equivalent)
        styles = sum(name in style.tasks for style in trial.styles)
        yield (
            f"| `{name}` | {task.points:g} | {trial.mutants.tried[name]} "
            f"| {trial.mutants.killed[name]} | {equal} | {trial.entries.tried[name]} "
            f"| {trial.entries.killed[name]} | {styles} |"
        )


def _styles(trial: Trial) -> Iterator[str]:
    yield f"Right solutions ({len(trial.styles)}; {trial.kinds} more with other kinds of answers): "
    yield ", ".join(style.name for style in trial.styles) + "."
    yield ""


def _chains(trial: Trial) -> Iterator[str]:
    """That a mistake is charged once, however later tasks call the wrong function."""
    if not trial.chains.tried:
        return
    yield "Right tasks on a wrong earlier one, which alone may lose points:"
    yield ""
    yield "| wrong task | submissions | charged once | called as |"
    yield "|---|---:|---:|---|"
    for task, tried in trial.chains.tried.items():
        styles = ", ".join(trial.chain_styles[task])
        yield f"| `{task}` | {tried} | {trial.chains.killed[task]} | {styles} |"
    yield ""


def _kept(trial: Trial) -> Iterator[str]:
    """What wrong answers keep, because that much of them is right."""
    if not trial.kept:
        return
    yield "What wrong functions keep, through the checks that are right all the same:"
    yield ""
    yield "| task | keeps | wrong functions | for example | through |"
    yield "|---|---:|---:|---|---|"
    order = [task.name for task in trial.assignment.tasks]
    points = {task.name: task.points for task in trial.assignment.tasks}
    for kept, changes in sorted(
        trial.kept.items(), key=lambda item: (order.index(item[0].task), -item[0].points)
    ):
        checks = ", ".join(check.replace("_", " ") for check in kept.checks)
        yield (
            f"| `{kept.task}` | {kept.points:g} of {points[kept.task]:g} | {len(changes)} "
            f"| {_code(changes[0])} | {checks} |"
        )
    yield ""


def _matcher(trials: Sequence[Trial]) -> str:
    lines = [
        "## The matcher",
        "",
        "Every wrong function of the catalogue, handed in, and the hint that its task got:",
        "",
        "| assignment | wrong functions | named right | named wrong | unnamed |",
        "|---|---:|---:|---:|---:|",
    ]
    for trial in trials:
        named = trial.hints
        lines.append(
            f"| `{trial.assignment.name}` | {named.total()} | {named['right']} | {named['wrong']} "
            f"| {named['unnamed']} |"
        )
    return "\n".join(lines) + "\n"


def _code(text: str) -> str:
    """Text as code within a table."""
    text = " ".join(text.split())
    text = text if len(text) <= _MOST_CHANGE else text[: _MOST_CHANGE - 1] + "…"
    return "`" + text.replace("|", "\\|").replace("`", "'") + "`"
