# Tries: print without end, in a cell and in a call.
# Rule: output is kept up to a limit, and the clock runs.
# Limits: short
# %%
def sigmoid(z):
    while True:
        print("100 of 100 " * 100)
# %%
import sys

while True:
    print("full marks " * 100, file=sys.stderr)
