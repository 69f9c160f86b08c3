"""The proof as a page: what the checks were tried with, and what got through. No dates in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.proof.trial import Trial

_MOST_CHANGE = 110  # letters of a change that a table shows


def as_markdown(trials: Sequence[Trial]) -> str:
    """The page of these trials; it leaves out what an assignment does not have."""
    parts = [_head(trials), *map(_assignment, trials)]
    if any(trial.hints for trial in trials):
        parts.append(_matcher(trials))
    return "\n".join(parts).rstrip() + "\n"


def _head(trials: Sequence[Trial]) -> str:
    problems = [problem for trial in trials for problem in trial.problems]
    lines = [
        "# The proof of the checks",
        "",
        "Written by `autograder prove`; the same checks and solutions give the same page.",
        "",
        "Every submission below was graded as a student's is, in the sandbox. A wrong one counts",
        "as found only when it loses points at exactly the tasks that are wrong in it; a right one",
        "must keep every point.",
        "",
        *_figures(trials, bool(problems)),
        "",
    ]
    if problems:
        lines += ["## Problems", "", *(f"- {_code(problem)}" for problem in problems), ""]
    return "\n".join(lines)


def _figures(trials: Sequence[Trial], problems: bool) -> Iterator[str]:
    mutants = sum(t.mutants.tried.total() for t in trials)
    found = sum(t.mutants.found.total() for t in trials)
    equal = sum(len(t.equivalent) for t in trials)
    mistakes = sum(t.mistakes.tried.total() for t in trials)
    pairs = sum(t.pairs.tried for t in trials)
    chains = sum(t.chains.tried.total() for t in trials)
    styles, kinds = sum(len(t.styles) for t in trials), sum(t.kinds for t in trials)
    secrets = min((t.under_secrets.secrets for t in trials), default=0)
    yield (
        f"- {mutants} systematic mutants of the solutions: {found} found, {equal} equivalent, "
        f"{mutants - found - equal} not found."
    )
    if mistakes:
        found = sum(t.mistakes.found.total() for t in trials)
        yield f"- {mistakes} wrong functions of the catalogue: {found} found."
    if pairs:
        found = sum(t.pairs.found for t in trials)
        yield f"- {pairs} pairs of them in one submission: {found} found."
    if chains:
        found = sum(t.chains.found.total() for t in trials)
        yield (
            f"- {chains} submissions in which right tasks call a wrong earlier one: {found} "
            "charged once."
        )
    kept = "see the problems below" if problems else "all keep every point"
    yield (
        f"- {styles} right solutions, and {kinds} times one with answers of another kind: {kept}."
    )
    yield (
        f"- {secrets} secrets drawn at random: under each of them all right solutions, all wrong "
        "functions of the catalogue and a draw of the mutants again."
    )


def _assignment(trial: Trial) -> str:
    lines = [f"## `{trial.assignment.name}`", "", *_tasks(trial), ""]
    pairs, under = trial.pairs, trial.under_secrets
    if pairs.tried:
        undone = (
            f"; in {pairs.undone} of them one wrong function, called by the other, makes its "
            "answer right, and both are found when they are kept apart"
        )
        found = f"Pairs of mistakes: {pairs.found} of {pairs.tried} found"
        lines.append(f"{found}{undone if pairs.undone else ''}.")
    lines += [
        f"Secrets: under {under.secrets} of them {under.found} of {under.wrong} wrong submissions "
        f"found, {under.right} right ones tried.",
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
            f"| {trial.mutants.found[name]} | {equal} | {trial.mistakes.tried[name]} "
            f"| {trial.mistakes.found[name]} | {styles} |"
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
        yield f"| `{task}` | {tried} | {trial.chains.found[task]} | {styles} |"
    yield ""


def _kept(trial: Trial) -> Iterator[str]:
    """What wrong answers keep, because that much of them is right."""
    if not trial.kept:
        return
    yield "What wrong functions keep, through the checks that are right all the same:"
    yield ""
    yield "| task | keeps | wrong functions | for example | through |"
    yield "|---|---:|---:|---|---|"
    points = trial.assignment.points
    order = list(points)
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
