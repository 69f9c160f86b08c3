# Tries: HTML and JavaScript in output, errors and names of types.
# Rule: text of the student's side stays text.
print("<script>alert('100 of 100')</script><img src=x onerror=alert(1)><!--")
print("</pre></td></tr></table><h1>Score: 100</h1>")

Script = type("<script>alert(1)</script>", (Exception,), {})


def sigmoid(z):
    raise Script("<b onmouseover=alert(1)>x</b> ${7*7} {{7*7}} <%= 7 %>")


def weighted_sums(W, x):
    return type("<img src=x onerror=alert(1)>", (), {})()


def total_error(target, o):
    return "<svg/onload=alert(1)>"
