"""The proof as a page: what the checks were tried with, and what got through. No dates in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.proof.trial import Tally, Trial

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
        "must keep every point. Functions that are wrong under a condition of their arguments, or",
        "that remember earlier calls, are wrapped around the solution's and tried with their own",
        "task's checks.",
        "",
        *_figures(trials, bool(problems)),
        "",
    ]
    if problems:
        lines += ["## Problems", "", *(f"- {_quoted(problem)}" for problem in problems), ""]
    return "\n".join(lines)


def _figures(trials: Sequence[Trial], problems: bool) -> Iterator[str]:
    mistakes = sum(t.mistakes.tried.total() for t in trials)
    pairs = sum(t.pairs.tried for t in trials)
    chains = sum(t.chains.tried.total() for t in trials)
    styles, kinds = sum(len(t.styles) for t in trials), sum(t.kinds for t in trials)
    secrets = min((t.under_secrets.secrets for t in trials), default=0)
    yield _mutants("systematic mutants of the solutions", [t.mutants for t in trials])
    yield _mutants("functions wrong under a condition", [t.conditions for t in trials])
    yield _mutants("functions with a memory", [t.memories for t in trials])
    cheap = sum(t.cheap for t in trials)
    yield (
        f"- {cheap} trials of one hidden check with a cheap function (a constant, an argument "
        "handed back or ignored, another task's answer, the published answers by count): "
        f"{'see the problems below' if problems else 'none passes'}."
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
        f"- {secrets} secrets drawn at random: under each of them right solutions again, all of "
        "them by turns, and a draw of the wrong functions of the catalogue and of the mutants."
    )


def _mutants(what: str, tallies: Sequence[Tally]) -> str:
    tried = sum(tally.tried.total() for tally in tallies)
    found = sum(tally.found.total() for tally in tallies)
    equal = sum(tally.equivalent.total() for tally in tallies)
    missed = tried - found - equal
    return f"- {tried} {what}: {found} found, {equal} equivalent, {missed} not found."


def _assignment(trial: Trial) -> str:
    lines = [f"## `{trial.assignment.name}`", "", *_tasks(trial), "", *_behaviours(trial)]
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
        equal = trial.mutants.equivalent[name]
        styles = sum(name in style.tasks for style in trial.styles)
        yield (
            f"| `{name}` | {task.points:g} | {trial.mutants.tried[name]} "
            f"| {trial.mutants.found[name]} | {equal} | {trial.mistakes.tried[name]} "
            f"| {trial.mistakes.found[name]} | {styles} |"
        )


def _behaviours(trial: Trial) -> Iterator[str]:
    """Functions wrapped around the solution's, and the conditions under which none was tried."""
    if trial.conditions.tried or trial.memories.tried:
        yield (
            "Functions that answer wrongly or change an argument under one condition alone, and "
            "right ones that remember:"
        )
        yield ""
        yield (
            "| task | under a condition | found | equivalent | with a memory | found | equivalent |"
        )
        yield "|---|---:|---:|---:|---:|---:|---:|"
        for task in trial.assignment.points:
            figures = [
                str(of[task])
                for tally in (trial.conditions, trial.memories)
                for of in (tally.tried, tally.found, tally.equivalent)
            ]
            if any(figure != "0" for figure in figures):
                yield f"| `{task}` | {' | '.join(figures)} |"
        yield ""
    if trial.aliases:
        tasks = ", ".join(f"`{task}`" for task in trial.aliases)
        yield f"Out of reach: an argument itself for an answer that equals it ({tasks})."
        yield ""
    if trial.outside:
        yield "Conditions that no check meets, since no argument may be like that:"
        yield ""
        yield "| task | conditions | why |"
        yield "|---|---|---|"
        for each in trial.outside:
            yield f"| `{each.task}` | {_conditions(each.conditions)} | {each.why} |"
        yield ""


def _conditions(names: Sequence[str]) -> str:
    """Conditions, by what they are of."""
    groups: dict[str, list[str]] = {}
    for name in names:
        of, _, what = name.partition(": ")
        groups.setdefault(of, []).append(what)
    return "; ".join(f"`{of}`: {', '.join(whats)}" for of, whats in groups.items())


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
    """Text as code within a table, the first letters of it."""
    text = " ".join(text.split())
    return _quoted(text if len(text) <= _MOST_CHANGE else text[: _MOST_CHANGE - 1] + "…")


def _quoted(text: str) -> str:
    return "`" + " ".join(text.split()).replace("|", "\\|").replace("`", "'") + "`"
