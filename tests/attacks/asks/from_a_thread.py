# Tries: ask the check's function from a thread, during the call and after it.
# Rule: a question from a thread is refused; after the return nobody answers.
# Assignment: update
import threading


def ask(function, *arguments):
    found = []

    def run():
        try:
            found.append(function(*arguments))
        except Exception as error:
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def descend(gradient, w, lr, steps):
    threading.Thread(target=lambda: [ask(gradient, w) for _ in range(1000)], daemon=True).start()
    return ask(gradient, w)


def error_history(error, gradient, w, lr, steps):
    return [ask(error, w)] * (steps + 1)


def network_step(gradients, W_hidden, W_output, lr):
    return ask(gradients, W_hidden, W_output)
