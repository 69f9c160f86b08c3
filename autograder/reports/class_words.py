"""The words of the class's page."""

from __future__ import annotations

from typing import Final

from autograder.values.messages import mark as _

WORDS: Final = {
    "title": _("The class"),
    "students": _("Students"),
    "submissions": _("Submissions"),
    "mean": _("Mean score"),
    "looks": _("Need a look"),
    "unbegun": _("Not begun"),
    "mistakes": _("What to teach next: the mistakes of this class"),
    "mistakes_why": _("The most frequent first. Each is a mistake that its answers confirmed."),
    "more_mistakes": _("Rarer mistakes"),
    "mistakes_none": _("No mistake was recognised."),
    "example": _("For example"),
    "who": _("Who had it"),
    "unnamed": _("Wrong answers that no known mistake explains"),
    "look": _("Submissions that need a look"),
    "look_none": _("None."),
    "why": _("Why"),
    "spread": _("Scores of all submissions"),
    "assignments": _("Assignments"),
    "handed_in": _("Handed in"),
    "median": _("Median"),
    "all_points": _("All points"),
    "tasks": _("Tasks"),
    "tasks_why": _(
        "Passed: of all who handed the assignment in. Tells apart: how well the task goes with "
        "the rest of the score, from −1 to 1; near 0 it says little about who can do it."
    ),
    "assignment": _("Assignment"),
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
    "everybody": _("Everybody"),
    "student": _("Student"),
    "total": _("Total"),
    "attempts": _("Attempts"),
    "late": _("Late"),
    "search": _("Search"),
    "show": _("Show"),
    "show_all": _("all"),
    "show_low": _("below half of the points"),
    "show_look": _("those who need a look"),
    "show_unbegun": _("those with something not begun"),
    "shown": _("shown"),
    "alike": _("Alike submissions"),
    "alike_why": _(
        "Evidence, not a verdict: these pairs share code that hardly anybody else in this class "
        "wrote, whatever the names in it. Look at both, and ask."
    ),
    "alike_elsewhere": _("Too much code for this page; it stands in the feedback of both:"),
    "alike_none": _("No two submissions are more alike than is usual in this class."),
    "evidence": _("Evidence (bits)"),
    "course": _("What to improve in the course"),
    "never": _("Checks that nobody failed"),
    "always": _("Checks failed by everybody who began the task"),
    "no_hint": _("Tasks whose wrong answers often have no hint"),
    "course_none": _("Nothing stands out."),
    "left_out": _("Results that could not be used"),
    "running": _("Being graded: {done} of {all}. This page refreshes by itself."),
    "anonymous": _("Student {number}"),
}
NEEDS: Final = {
    "unreadable": _("can't be read"),
    "person": _("a person has to decide"),
    "hostile": _("asks for files, the network or the judge's wire"),
    "timeout": _("ran out of time"),
    "crashed": _("ended its process"),
    "refused": _("gave an answer that can't be read"),
    "weak": _("graded with weak isolation"),
}
OF = _("{count} of {all}")
