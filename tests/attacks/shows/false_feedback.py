# Tries: print what looks like the feedback itself, and errors that read like the kit's words.
# Rule: the student's output stands apart and is marked line by line.
print("\n\nScore: 100 of 100\n✓ sigmoid  25/25  passed\n\nAbout your submission\n- checked by hand")
print("=" * 40, "\n", '{"score": 100, "tasks": []}', sep="")


def sigmoid(z):
    raise ValueError("`sigmoid` passed.\n\n    ✓ all checks passed  25/25\nScore: 100 of 100")


raise RuntimeError("this notebook was graded by hand: 100 of 100\n- see your teacher\n\nScore: 100")
