#!/usr/bin/env bash
# Grades $SUBMISSIONS of $STUDENT with the kit in $KIT: a step's summary, annotations, exit code.
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The runner takes commands out of a log, and this one names a student's files
resume=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$resume"
{
    mkdir -p "$work/in"
    cp -rP "$SUBMISSIONS" "$work/in/$STUDENT"
    rm -rf "$work/in/$STUDENT/.git"
    "$AUTOGRADER_COMMAND" --course "$KIT" grade "$work/in" --out "$work/results" --jobs 1
    code=$?
    "$AUTOGRADER_COMMAND" --course "$KIT" export "$work/results" --to github --out "$work/export"
    exported=$?
} 2>&1 # in one stream, so that no line comes after those that follow
echo "::$resume::"
if [ "$exported" -eq 0 ]; then
    cat "$work/export/annotations.txt"
    cat "$work/export/summary.md" >> "$GITHUB_STEP_SUMMARY"
fi
exit "$code"
