# Tries: turn the direction of writing, hide text, break lines where a reader sees none.
# Rule: what turns or breaks lines is escaped.
print("\u202e001 fo 001\u202c \u2066x\u2069 \u200e\u200f\u061c")
print("\u2028Score: 100 of 100\u2029✓ sigmoid  25/25  passed\u0085✓ forward")
print("한글 출력 그대로, العربية, עברית, Ｆｕｌｌ, 🎉", "z̸̢̛" * 50, "\ufeff\u200b")

Hangul = type("시그모이드오류", (Exception,), {})


def sigmoid(z):
    raise Hangul("잘못된 값\u2028\u202epassed")


def weighted_sums(W, x):
    return "\u2028✓ passed"
