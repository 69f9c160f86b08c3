"""The words of the class's page."""

from __future__ import annotations

from typing import Final

from autograder.values.messages import mark as _

WORDS: Final = {
    "title": _("The class"),
    "students": _("Students"),
    "submissions": _("Submissions"),
    "mean": _("Mean score"),
    "mean_begun": _("Mean of the checks ({count} begun)"),
    "looks": _("To look at"),
    "untouched": _("Untouched"),
    "unreadable": _("Unreadable"),
    "mistakes": _("What to teach next: the mistakes of this class"),
    "mistakes_why": _(
        "Most frequent first. What explains wrong answers was confirmed by the students' own "
        "answers."
    ),
    "more_mistakes": _("More mistakes"),
    "mistakes_none": _("No mistake was recognised."),
    "example": _("For example"),
    "who": _("Who had it"),
    "unnamed": _("Wrong answers that no known mistake explains"),
    "look": _("Submissions to look at"),
    "look_none": _("None."),
    "why": _("Why"),
    "spread": _("Points of the checks, all submissions"),
    "assignments": _("Notebooks"),
    "assignments_why": _(
        "Points of the checks alone, without lateness and what a person gave. Mean and median: of "
        "the submissions that were begun."
    ),
    "handed_in": _("Handed in"),
    "median": _("Median"),
    "all_points": _("Full marks"),
    "tasks": _("Tasks"),
    "tasks_why": _(
        "Points of the checks alone. Begun and passed: of all who handed the notebook in. The "
        "other two: of those who began the task. Tells apart: how well the task goes with the rest "
        "of the score, from −1 to 1; near 0 it says little about who can do it, and below ten "
        "students nothing."
    ),
    "assignment": _("Notebook"),
    "task": _("Task"),
    "begun": _("Begun"),
    "passed": _("Passed"),
    "share": _("Mean share of the points"),
    "apart": _("Tells apart"),
    "before": _("Before"),
    "change": _("Change"),
    "earlier": _("Compared with"),
    "earlier_why": _("Share of those who passed each task, of all who handed it in."),
    "same_students": _("Students in both"),
    "gained": _("Points gained since then"),
    "everybody": _("All students"),
    "student": _("Student"),
    "total": _("Points of the checks (of {most})"),
    "final": _("Final points"),
    "final_why": _(
        "Each notebook: the final points, with lateness and what a person gave; in brackets the "
        "points of the checks, where these are others."
    ),
    "attempts": _("Attempts"),
    "late": _("Late"),
    "search": _("Search"),
    "show": _("Show"),
    "show_all": _("all"),
    "show_low": _("below half of the points"),
    "show_look": _("those to look at"),
    "show_absent": _("something not handed in"),
    "show_untouched": _("something handed in untouched"),
    "shown": _("{count} shown"),
    "nobody": _("No such student."),
    "alike": _("Similar submissions"),
    "alike_why": _(
        "Evidence, not a verdict: these students share code that hardly anybody else in this "
        "class wrote, whatever the names in it. Look at all of them, and ask."
    ),
    "alike_elsewhere": _("Too much code for this page; it stands in their feedback:"),
    "alike_none": _("No two submissions are more alike than is usual in this class."),
    "fragments": _("{count} rare fragments shared"),
    "course": _("What to improve in the course"),
    "never": _("Checks that everyone passed"),
    "always": _("Checks failed by everybody who began the task"),
    "no_hint": _("Tasks whose wrong answers often have no hint"),
    "course_none": _("Nothing stands out, or fewer than 20 students began a task."),
    "left_out": _("Results that could not be used"),
    "running": _("Being graded: {done} of {all}. This page refreshes by itself."),
    "anonymous": _("Student {number}"),
}
NEEDS: Final = {
    "unreadable": _("can't be read"),
    "person": _("a person has to decide"),
    "hostile": _("asks for files, the network or the judge's wire"),
    "timeout": _("ran out of time"),
    "crashed": _("crashed"),
    "refused": _("gave an answer that can't be read"),
    "weak": _("graded with weak isolation"),
}
OF = _("{count} of {all}")
