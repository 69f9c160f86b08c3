# Tries: formulas for a spreadsheet, in output and in error texts.
# Rule: a cell that a spreadsheet would take for a formula is made text.
print("=HYPERLINK(\"http://example.org\",\"100\")\n+1+1\n-1\n@SUM(1)\n\t=1\n=cmd|'/c calc'!A0")


def sigmoid(z):
    raise ValueError("=1+1")
