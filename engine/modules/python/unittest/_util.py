"""Words for what is different."""

_LONGEST = 80
_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _LONGEST:
        return text
    return text[:_LONGEST] + " [truncated]..."


def _shorten(text, prefix, suffix):
    skip = len(text) - prefix - suffix
    if skip > 12:
        text = "%s[%d chars]%s" % (text[:prefix], skip, text[len(text) - suffix:])
    return text


# The reprs of both, cut where they are long and the same.
def _common_shorten(*objects):
    texts = tuple(map(safe_repr, objects))
    longest = max(map(len, texts))
    if longest <= 80:
        return texts
    length = 0
    for letters in zip(*texts):
        if len(set(letters)) > 1:
            break
        length += 1
    prefix = texts[0][:length]
    common = 80 - (longest - length + 5 + 12)
    if common > 5:
        prefix = _shorten(prefix, 5, common)
        return tuple(prefix + text[length:] for text in texts)
    prefix = _shorten(prefix, 5, 5)
    return tuple(prefix + _shorten(text[length:], 41, 5) for text in texts)


def _diff(first, second, most):
    from difflib import ndiff
    from pprint import pformat

    text = "\n" + "\n".join(ndiff(pformat(first).splitlines(), pformat(second).splitlines()))
    return text if most is None or len(text) <= most else _OMITTED % len(text)


def _diff_lines(first, second):
    from difflib import ndiff

    lines = first.splitlines(keepends=True), second.splitlines(keepends=True)
    if len(lines[0]) == 1 and first.strip("\r\n") == first:
        lines = [first + "\n"], [second + "\n"]
    return "\n" + "".join(ndiff(*lines))


def _explain_sequences(first, second, kind, most):
    name = kind.capitalize() + "s"
    text = "%s differ: %s != %s\n" % ((name,) + _common_shorten(first, second))
    shorter = min(len(first), len(second))
    for i in range(shorter):
        if first[i] != second[i]:
            text += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + _common_shorten(first[i], second[i]))
            break
    for one, other, which in ((first, second, "First"), (second, first, "Second")):
        if len(one) > len(other):
            text += "\n%s %s contains %d additional elements.\n" % (which, kind, len(one) - len(other))
            text += "First extra element %d:\n%s\n" % (len(other), safe_repr(one[len(other)]))
    return text + _diff(first, second, most)


def _count_differences(first, second):
    differences = []
    seen = []
    for item in first + second:
        if any(item == known for known in seen):
            continue
        seen.append(item)
        count = sum(1 for other in first if other == item)
        others = sum(1 for other in second if other == item)
        if count != others:
            differences.append((count, others, item))
    return differences
