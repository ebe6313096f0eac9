"""What a program may ask about its platform."""


def python_version():
    return "3.11.2"


def python_version_tuple():
    return "3", "11", "2"


def python_implementation():
    return "CPython"


def python_compiler():
    return "GCC 12.2.0"


def system():
    return "Linux"


def machine():
    return "x86_64"


def processor():
    return ""


def node():
    return "lockstep"


def release():
    return "6.1"


def version():
    return "#1"


def platform(aliased=False, terse=False):
    return "Linux-6.1-x86_64"


def architecture(executable=None, bits="", linkage=""):
    return "64bit", "ELF"
