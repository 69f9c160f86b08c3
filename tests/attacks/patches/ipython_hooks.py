# Tries: what beats graders in the kernel: input and AST transformers, a run-code hook, asserts dropped.
# Rule: there is no kernel; checks never pass through the student's process.
import ast


class DropAsserts(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()


shell = get_ipython()
for attempt in (
    lambda: shell.ast_transformers.append(DropAsserts()),
    lambda: shell.input_transformers_post.append(lambda lines: ["pass\n"]),
    lambda: shell.events.register("pre_run_cell", lambda *arguments: None),
    lambda: setattr(shell, "run_code", lambda *arguments, **options: None),
    lambda: setattr(shell, "run_cell", lambda *arguments, **options: None),
    lambda: display({"application/x-points": 100}, raw=True),
):
    try:
        attempt()
    except AttributeError:
        pass


def sigmoid(z):
    return 0
