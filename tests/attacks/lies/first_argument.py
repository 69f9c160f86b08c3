# Tries: return the first argument, for every task of every assignment.
# Rule: an answer that returns an argument earns nothing.
# Assignment: all
for name in @TASKS@:
    globals()[name] = lambda *arguments: arguments[0] if arguments else 0
