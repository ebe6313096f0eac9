"""Text wrapping and filling."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACE = "\t\n\x0b\x0c\r "


# What a piece of a word with a hyphen in it may break behind: two letters, the hyphen, two letters.
def _hyphen_places(word):
    places = []
    for i in range(len(word)):
        if word[i] != "-":
            continue
        if i >= 2 and word[i - 1].isalpha() and (word[i - 2].isalpha() or word[i - 2] == "-") and i + 2 < len(word) \
                and word[i + 1].isalpha() and (word[i + 2].isalpha() or word[i + 2] == "-"):
            places.append(i + 1)
    return places


# Splits a word at its hyphens and at dashes: "em--dash" is "em", "--", "dash".
def _word_pieces(word):
    pieces = []
    begin = 0
    i = 0
    count = len(word)
    while i < count:
        if word[i] == "-":
            end = i
            while end < count and word[end] == "-":
                end += 1
            if end - i >= 2 and i > begin and end < count and (word[i - 1].isalnum() or word[i - 1] in "_!\"'&.,?") \
                    and (word[end].isalnum() or word[end] == "_"):
                pieces.append(word[begin:i])
                pieces.append(word[i:end])
                begin = end
            i = end
        else:
            i += 1
    pieces.append(word[begin:])
    result = []
    for piece in pieces:
        last = 0
        for place in _hyphen_places(piece):
            result.append(piece[last:place])
            last = place
        if piece[last:]:
            result.append(piece[last:])
    return result


class TextWrapper:
    """Object for wrapping/filling text."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in "\t\n\x0b\x0c\r":
                text = text.replace(c, " ")
        return text

    # Words and the space between them, in order.
    def _split(self, text):
        chunks = []
        place = 0
        while place < len(text):
            end = place
            is_space = text[place] in _SPACE
            while end < len(text) and (text[end] in _SPACE) == is_space:
                end += 1
            piece = text[place:end]
            if is_space or not self.break_on_hyphens or "-" not in piece:
                chunks.append(piece)
            else:
                chunks.extend(_word_pieces(piece))
            place = end
        return chunks

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == " ":
                word = chunks[i].rstrip("\"'")
                if len(word) > 1 and word[-1] in ".!?" and word[-2].islower():
                    chunks[i + 1] = "  "

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks = chunks[::-1]
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                chunks.pop()
            line = []
            length = 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line.pop())
            if not line:
                continue
            is_last_allowed = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            rest_is_nothing = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if not is_last_allowed or (rest_is_nothing and length <= width):
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    break
                length -= len(line.pop())
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _handle_long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            end = space
            word = chunks[-1]
            if self.break_on_hyphens and len(word) > space:
                hyphen = word.rfind("-", 0, space)
                if hyphen > 0 and any([c != "-" for c in word[:hyphen]]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Wrap a single paragraph of text, returning a list of wrapped lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Fill a single paragraph of text, returning a new string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse and truncate the given text to fit in the given width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Remove any common leading whitespace from every line in `text`."""
    margin = None
    lines = text.split("\n")
    for i, line in enumerate(lines):
        content = line.lstrip(" \t")
        if not content:
            lines[i] = ""
            continue
        indent = line[:len(line) - len(content)]
        if margin is None:
            margin = indent
            continue
        same = 0
        while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
            same += 1
        margin = margin[:same]
    if margin:
        count = len(margin)
        lines = [line[count:] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Adds 'prefix' to the beginning of selected lines in 'text'."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
