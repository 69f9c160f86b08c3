# Tries: places of format strings, of gettext and of rich's markup, filled from the student's side.
# Rule: text of the student's side is a value, never a format.
print("%s %n {0} {call} {got.__class__.__mro__} $HOME `id` [bold red]100[/] [link=x]y[/link]")

Format = type("{call.__class__.__init__.__globals__}", (Exception,), {})


def sigmoid(z):
    raise Format("{0} {text} {type} %(x)s %s [/] [red]")


def weighted_sums(W, x):
    return "{got} {want!r:>1000000}"


def total_error(target, o):
    return type("{0.__class__}", (), {})()


raise Format("{cell} {text.__class__} {missing}")
