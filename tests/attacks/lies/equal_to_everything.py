# Tries: return an object that equals everything (beats nbgrader and otter).
# Rule: an answer that is no plain data is refused by the name of its type.
class Equal:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    __hash__ = None

    def __getattr__(self, name):
        return self

    def __call__(self, *arguments, **options):
        return self

    def __len__(self):
        return 2

    def __iter__(self):
        return iter((self, self))

    def __bool__(self):
        return True

    def __sub__(self, other):
        return 0

    __rsub__ = __abs__ = __sub__


weighted_sums = sigmoid = forward = output_errors = total_error = lambda *arguments: Equal()
