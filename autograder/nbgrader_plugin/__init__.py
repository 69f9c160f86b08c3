"""The course inside nbgrader: its course folder, its checks, our grading at its plug points."""
