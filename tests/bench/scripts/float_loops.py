"""Arithmetic with floats."""


def mandelbrot(size):
    inside = 0
    for row in range(size):
        for column in range(size):
            x0 = column * 3.0 / size - 2.0
            y0 = row * 2.0 / size - 1.0
            x = y = 0.0
            count = 0
            while x * x + y * y <= 4.0 and count < 50:
                x, y = x * x - y * y + x0, 2.0 * x * y + y0
                count += 1
            if count == 50:
                inside += 1
    return inside


def integrate(steps):
    width = 1.0 / steps
    total = 0.0
    for i in range(steps):
        x = (i + 0.5) * width
        total += 4.0 / (1.0 + x * x)
    return total * width


print(mandelbrot(200), integrate(1500000))
