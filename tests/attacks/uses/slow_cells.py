# Tries: use just less than a cell's time in every cell.
# Rule: all cells together have a limit, too.
# Limits: short
# %%
from threading import Event
Event().wait(1.2)
# %%
Event().wait(1.2)
# %%
Event().wait(1.2)
# %%
Event().wait(1.2)
# %%
Event().wait(1.2)
# %%
Event().wait(1.2)
# %%
Event().wait(1.2)
# %%
def sigmoid(z):
    return 0.5
