"""Visible checks of `forward`: the chapter's numbers, and networks worked by hand."""

import numpy as np

from assignments import chapter
from autograder.checks import Student, expect, expect_no_warning, task, unpack

LN3, LN4 = np.log(3.0), np.log(4.0)  # the sigmoid of ± these: 3/4, 1/4; 4/5, 1/5

# 3-2-4: x = (1, 0, 1) gives h = (3/4, 1/4)
W_HIDDEN = np.array([[LN3, 5.0, 0.0], [0.0, 7.0, -LN3]])
W_OUTPUT = np.array([[LN3, LN3], [2 * LN4, -2 * LN4], [0.0, -4 * LN3], [1.0, -3.0]])
X = np.array([1.0, 0.0, 1.0])


@task("weighted_sums", points=3)
def test_hidden_layer_of_the_chapter(student: Student) -> None:
    """The hidden layer's weighted sums are the chapter's 0.08 and 0.11."""
    z = student.weighted_sums(chapter.W_hidden, chapter.x)
    expect(z, close_to=chapter.z_hidden)


@task("weighted_sums", points=3)
def test_output_layer_of_the_chapter(student: Student) -> None:
    """The output layer's weighted sums are the chapter's 0.44498412 and 0.68047592."""
    z = student.weighted_sums(chapter.W_output, chapter.h)
    expect(z, close_to=chapter.z_output, printed=True)


@task("weighted_sums", points=4)
def test_weighted_sums_of_a_layer_that_is_not_square(student: Student) -> None:
    """Three neurons with two inputs have three weighted sums, two with three have two."""
    z = student.weighted_sums(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([10.0, 1.0]))
    expect(z, close_to=[12, 34, 56])
    z = student.weighted_sums(
        np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([1.0, 0.0, -2.0])
    )
    expect(z, close_to=[-5, -8])


@task("sigmoid", points=4)
def test_activations_of_the_chapter(student: Student) -> None:
    """The chapter's weighted sums have the chapter's activations h and o."""
    expect(student.sigmoid(chapter.z_hidden), close_to=chapter.h, printed=True)
    expect(student.sigmoid(chapter.z_output), close_to=chapter.o, printed=True)


@task("sigmoid", points=4)
def test_sigmoid_keeps_the_shape(student: Student) -> None:
    """A single number and a matrix keep their shape, (2, 3) for instance."""
    matrix = student.sigmoid(np.array([[LN3, 0.0, -LN3], [-LN4, LN4, 0.0]]))
    expect(matrix, close_to=[[0.75, 0.5, 0.25], [0.2, 0.8, 0.5]])
    expect(student.sigmoid(np.array(LN3)), close_to=0.75)


@task("sigmoid", points=4)
def test_sigmoid_far_from_zero(student: Student) -> None:
    """z = −1000 gives 0 and z = 1000 gives 1, without a warning."""
    a = student.sigmoid(np.array([-1000.0, LN4, 1000.0]))
    expect(a, close_to=[0, 0.8, 1])
    expect_no_warning(a)


@task("forward", points=4)
def test_hidden_outputs_of_the_chapter(student: Student) -> None:
    """h is 0.51998934 and 0.52747230 in the chapter's network."""
    h, _ = unpack(student.forward(chapter.W_hidden, chapter.W_output, chapter.x), "h", "o")
    expect(h, close_to=chapter.h, printed=True)


@task("forward", points=5)
def test_predictions_of_the_chapter(student: Student) -> None:
    """o is 0.60944600 and 0.66384491 in the chapter's network."""
    _, o = unpack(student.forward(chapter.W_hidden, chapter.W_output, chapter.x), "h", "o")
    expect(o, close_to=chapter.o, printed=True)


@task("forward", points=5)
def test_forward_through_a_network_that_is_not_square(student: Student) -> None:
    """A 3-2-4 network has two hidden outputs and four predictions."""
    h, o = unpack(student.forward(W_HIDDEN, W_OUTPUT, X), "h", "o")
    expect(h, close_to=[0.75, 0.25])
    expect(o, close_to=[0.75, 0.8, 0.25, 0.5])


@task("output_errors", points=4)
def test_errors_of_the_chapter(student: Student) -> None:
    """The errors of the two outputs are the chapter's 0.02193381 and 0.00203809."""
    errors = student.output_errors(chapter.target, chapter.o)
    expect(errors, close_to=chapter.output_errors, printed=True)


@task("output_errors", points=3)
def test_errors_of_three_outputs(student: Student) -> None:
    """Three outputs have three errors; one that hits its target has error 0."""
    errors = student.output_errors(np.array([1.0, 0.0, 0.5]), np.array([0.5, 0.2, 0.5]))
    expect(errors, close_to=[0.125, 0.02, 0.0])


@task("total_error", points=2.5)
def test_total_error_of_the_chapter(student: Student) -> None:
    """The total error is the chapter's 0.02397190."""
    total = student.total_error(chapter.target, chapter.o)
    expect(total, close_to=chapter.total_error, printed=True)


@task("total_error", points=2)
def test_total_error_of_three_outputs(student: Student) -> None:
    """With three outputs the total is still half the sum of the squares."""
    total = student.total_error(np.array([1.0, 0.0, 0.5]), np.array([0.5, 0.2, 0.5]))
    expect(total, close_to=0.145)
