# Tries: clear the teacher's screen, colour it, retitle its window, overwrite lines.
# Rule: no result holds a control character.
import sys

print("\x1b[2J\x1b[H\x1b[31mScore: 100\x1b]0;owned\x07\x9b31m")
print("Score: 0 of 100\rScore: 100 of 100\x08\x08\x08\x7f\x00\x0b\x0c\x85")
sys.stdout.buffer.write(b"\xff\xfe\xc0\x80\xed\xa0\x80\n")

Escape = type("\x1b[32mPassed\x1b[0m", (Exception,), {})


def sigmoid(z):
    raise Escape("\x1b]8;;http://example.org\x07click\x1b]8;;\x07")


def weighted_sums(W, x):
    return "\x1b[2J"


raise Escape("\x1b[1A\x1b[2K")
