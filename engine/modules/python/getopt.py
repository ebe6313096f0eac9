"""Command-line options as C's getopt has them."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(option, args, known):
    name, sign, value = option.partition("=")
    matches = [one for one in known if one.rstrip("=").startswith(name)]
    exact = [one for one in matches if one.rstrip("=") == name]
    if not matches:
        raise GetoptError(f"option --{name} not recognized", name)
    if len(matches) > 1 and not exact:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    found = (exact or matches)[0]
    if found.endswith("="):
        if not sign:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value = args.pop(0)
    elif sign:
        raise GetoptError(f"option --{name} must not have an argument", name)
    return "--" + found.rstrip("="), value


def _parse(args, shortopts, longopts, mixed):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    args = list(args)
    options, rest = [], []
    mixed = mixed and not shortopts.startswith("+")
    shortopts = shortopts.lstrip("+")
    while args:
        word = args.pop(0)
        if word == "--":
            rest += args
            break
        if word.startswith("--"):
            options.append(_long(word[2:], args, longopts))
        elif word.startswith("-") and word != "-":
            letters = word[1:]
            while letters:
                letter, letters = letters[0], letters[1:]
                place = shortopts.find(letter)
                if place < 0 or letter == ":":
                    raise GetoptError(f"option -{letter} not recognized", letter)
                value = ""
                if shortopts[place + 1:place + 2] == ":":
                    if not letters:
                        if not args:
                            raise GetoptError(f"option -{letter} requires argument", letter)
                        letters = args.pop(0)
                    value, letters = letters, ""
                options.append(("-" + letter, value))
        elif mixed:
            rest.append(word)
        else:
            rest = [word] + args
            break
    return options, rest


def getopt(args, shortopts, longopts=[]):
    """Options up to the first word that is none, and the rest."""
    return _parse(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """Options wherever they stand, and the rest."""
    return _parse(args, shortopts, longopts, True)
