"""join, split, replace, find, strip, upper, slices, indexing, concatenation, in."""

line = "alpha,beta,gamma,delta,epsilon,zeta,eta,theta,iota,kappa"


def parts(times):
    total = 0
    for _ in range(times):
        fields = line.split(",")
        total += len("-".join(fields)) + len(line.replace("a", "bb")) + line.find("theta")
        total += len(line.upper()) + len("  padded ".strip()) + line.count("eta")
        total += line.startswith("alpha") + line.endswith("kappa")
    return total


def characters(times):
    total = 0
    for _ in range(times):
        for letter in line:
            if letter in "aeiou":
                total += 1
            elif letter == ",":
                total += 2
        for i in range(len(line)):
            total += line[i] == "t"
    return total


def build(times):
    text = ""
    for i in range(times):
        text += "x"
        if len(text) > 200:
            text = text[100:]
    return len(text) + len("".join(str(i) for i in range(times)))


def reverse(times):
    total = 0
    for _ in range(times):
        total += len(line[::-1]) + ord(line[-1]) + (line[:10] == "alpha,beta") + (line == line + "")
    return total


print(parts(80000), characters(6000), build(300000), reverse(200000))
