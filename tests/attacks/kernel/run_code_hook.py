# Tries: run no later cell at all, by replacing the shell's run_code.
# Rule: there is no kernel; checks never pass through the student's process.
try:
    shell = get_ipython()

    async def run_code(*arguments, **options):
        return False

    shell.run_code = run_code
except (AttributeError, NameError):
    pass
