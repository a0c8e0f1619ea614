"""A flat-colour canvas of 1600 by 1000, drawn at twice the size and shrunk for smooth edges."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1000
_FINER = 2

Point = tuple[float, float]


class Canvas:
    """Shapes in picture coordinates; a colour is ``#rrggbb``, ``alpha`` is 0 to 1."""

    def __init__(self, ground: str) -> None:
        self._image = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), ground)

    def fade(self, box: Sequence[float], stops: Sequence[tuple[float, str]]) -> None:
        """Fill a box from top to bottom through colours at 0 to 1."""
        left, top, right, bottom = (round(side * _FINER) for side in box)
        height = bottom - top
        column = Image.new("RGB", (1, height))
        for row in range(height):
            column.putpixel((0, row), _between(stops, row / max(1, height - 1)))
        self._image.paste(column.resize((right - left, height)), (left, top))

    def shape(self, points: Iterable[Point], colour: str, alpha: float = 1.0) -> None:
        """Fill a polygon."""
        corners = [(x * _FINER, y * _FINER) for x, y in points]
        self._put(lambda draw, ink: draw.polygon(corners, fill=ink), colour, alpha)

    def box(self, box: Sequence[float], colour: str, alpha: float = 1.0, radius: float = 0) -> None:
        """Fill a rectangle, with round corners where a radius is given."""
        sides = [side * _FINER for side in box]
        self._put(lambda draw, ink: draw.rounded_rectangle(sides, radius * _FINER, fill=ink), colour, alpha)

    def disc(self, x: float, y: float, radius: float, colour: str, alpha: float = 1.0) -> None:
        """Fill a circle."""
        self.oval((x - radius, y - radius, x + radius, y + radius), colour, alpha)

    def oval(self, box: Sequence[float], colour: str, alpha: float = 1.0) -> None:
        """Fill an ellipse."""
        sides = [side * _FINER for side in box]
        self._put(lambda draw, ink: draw.ellipse(sides, fill=ink), colour, alpha)

    def stroke(self, points: Iterable[Point], colour: str, width: float, alpha: float = 1.0) -> None:
        """Draw a line through points, its joints and ends round."""
        path = [(x * _FINER, y * _FINER) for x, y in points]
        thick, half = round(width * _FINER), width * _FINER / 2

        def put(draw: ImageDraw.ImageDraw, ink: Any) -> None:
            draw.line(path, fill=ink, width=thick, joint="curve")
            for x, y in (path[0], path[-1]) if half > 1 else ():
                draw.ellipse((x - half, y - half, x + half, y + half), fill=ink)

        self._put(put, colour, alpha)

    def glow(self, x: float, y: float, radius: float, colour: str, alpha: float = 0.6) -> None:
        """Lay a soft light over the picture."""
        side = round(radius * 2 * _FINER)
        light = Image.radial_gradient("L").resize((side, side))
        mask = light.point([round(max(0.0, 1 - level / 181) ** 2 * 255 * alpha) for level in range(256)])
        self._image.paste(
            Image.new("RGB", (side, side), colour), (round((x - radius) * _FINER), round((y - radius) * _FINER)), mask
        )

    def mirror(self, waterline: float, depth: float, colour: str, alpha: float) -> None:
        """Repeat what stands above a line upside down below it, blurred and tinted like water."""
        line, reach = round(waterline * _FINER), round(depth * _FINER)
        above = self._image.crop((0, line - reach, self._image.width, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        soft = above.filter(ImageFilter.BoxBlur(5))
        self._image.paste(Image.blend(soft, Image.new("RGB", soft.size, colour), alpha), (0, line))

    def finished(self) -> Image.Image:
        """Return the picture at its own size."""
        return self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)

    def _put(self, put: Callable[[ImageDraw.ImageDraw, Any], None], colour: str, alpha: float) -> None:
        # In this mode Pillow mixes the ink's alpha into what is there.
        put(ImageDraw.Draw(self._image, "RGBA"), (*_rgb(colour), round(alpha * 255)))


def ridge(base: float, waves: Sequence[tuple[float, float, float]], floor: float = HEIGHT) -> list[Point]:
    """Return the outline of hills: waves of height, length and phase about a base, closed at the floor."""
    top = [
        (float(x), base - sum(height * math.sin(x / length + phase) for height, length, phase in waves))
        for x in range(-10, WIDTH + 20, 10)
    ]
    return [*top, (WIDTH + 10.0, floor), (-10.0, floor)]


def _between(stops: Sequence[tuple[float, str]], place: float) -> tuple[int, int, int]:
    for (start, first), (end, second) in pairwise(stops):
        if place <= end:
            share = (place - start) / (end - start) if end > start else 0.0
            red, green, blue = (
                round(a + (b - a) * max(0.0, share)) for a, b in zip(_rgb(first), _rgb(second), strict=True)
            )
            return red, green, blue
    return _rgb(stops[-1][1])


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
