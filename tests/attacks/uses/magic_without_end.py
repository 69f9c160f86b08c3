# Tries: hang the reading of magics, prompts and shell lines.
# Rule: a cell's text is read in the locked process, under the clock.
# Limits: short
# %%
@20000 TIMES %%time
@
# %%
@20000 TIMES \
@
# %%
!@20000 TIMES (@
# %%
@20000 TIMES >>> @
# %%
@20000 TIMES %x @
# %%
def sigmoid(z):
    return 0.5
