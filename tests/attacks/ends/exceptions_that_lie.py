# Tries: exceptions whose text never ends, fails, is huge, or whose type has no proper name.
# Rule: an error's text is cut; whatever it does, the check fails.
# Limits: short
class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit


class Endless(Exception):
    def __str__(self):
        while True:
            pass


class Failing(Exception):
    def __str__(self):
        raise KeyboardInterrupt


class Huge(Exception):
    def __str__(self):
        return "passed " * 10**7


class Nameless(Exception, metaclass=Meta):
    pass


Long = type("x" * 10**6, (Exception,), {})


def raising(kind):
    def function(*arguments):
        raise kind

    return function


weighted_sums, sigmoid, forward = raising(Endless), raising(Failing), raising(Huge)
output_errors, total_error = raising(Nameless), raising(Long)
