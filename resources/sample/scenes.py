"""The eight scenes of the sample newsroom: open air."""

import math
import random

from canvas import HEIGHT, WIDTH, Canvas, ridge


def bridge_at_dusk() -> Canvas:
    """Return an arched road bridge with its lamps lit over a broad river."""
    canvas = Canvas("#1d2a44")
    water = 640
    canvas.fade((0, 0, WIDTH, water), ((0, "#25335a"), (0.42, "#7a5a7d"), (0.72, "#e08a62"), (1, "#f8c77e")))
    canvas.glow(1130, 590, 520, "#ffe0a0", 0.75)
    canvas.disc(1130, 575, 62, "#fff0c8")
    for left, top, width in ((120, 170, 520), (760, 120, 380), (980, 250, 460), (300, 300, 300)):
        canvas.box((left, top, left + width, top + 16), "#c98a86", 0.45, 8)
        canvas.box((left + 70, top + 22, left + width * 0.8, top + 34), "#c98a86", 0.3, 6)
    canvas.shape(ridge(560, ((38, 210, 0.4), (20, 90, 1.1)), water), "#5b4a6d")
    canvas.shape(ridge(604, ((22, 160, 2.0), (10, 47, 0.2)), water), "#40375a")
    chance = random.Random(4)
    for x in range(0, 460, 46):
        high = chance.randint(40, 120)
        canvas.box((x, water - high, x + 42, water), "#332e4d")
        for window in range(chance.randint(1, 4)):
            canvas.box((x + 8 + window * 8, water - high + 14, x + 12 + window * 8, water - high + 22), "#ffd58a", 0.8)
    _bridge_arches(canvas, water)
    canvas.mirror(water, HEIGHT - water, "#2a3350", 0.42)
    for y in range(660, HEIGHT, 17):
        for _ in range(5):
            x = chance.randint(-40, WIDTH)
            canvas.box((x, y, x + chance.randint(50, 240), y + 3), "#f3b98a", 0.16, 2)
    canvas.glow(1130, 700, 330, "#ffcf8f", 0.4)
    return canvas


def _bridge_arches(canvas: Canvas, water: int) -> None:
    deck, dark = 470, "#221f38"
    for start in range(-60, WIDTH, 340):
        arch = [
            (start + 170 + 146 * math.cos(math.pi * turn / 40), water - 128 * math.sin(math.pi * turn / 40))
            for turn in range(41)
        ]
        canvas.shape([(start, deck), (start + 340, deck), (start + 340, water + 4), *arch, (start, water + 4)], dark)
    canvas.box((0, deck - 12, WIDTH, deck + 10), "#2e2a48")
    for x in range(12, WIDTH, 24):
        canvas.box((x, deck - 34, x + 3, deck - 10), dark)
    canvas.box((0, deck - 38, WIDTH, deck - 33), dark)
    for x in range(110, WIDTH, 170):
        canvas.box((x - 3, deck - 122, x + 3, deck - 30), dark)
        canvas.glow(x, deck - 126, 76, "#ffdf9a", 0.8)
        canvas.disc(x, deck - 126, 9, "#fff3cf")


def snow_road() -> Canvas:
    """Return a cleared road climbing through snow to a mountain pass."""
    canvas = Canvas("#dfe8ef")
    canvas.fade((0, 0, WIDTH, 560), ((0, "#8fb3cf"), (0.7, "#cfe0ea"), (1, "#eef3f4")))
    for peak, base, shade, light in (((260, 150), 520, "#7f9cb5", "#f2f6f8"), ((1180, 90), 560, "#6d8ba6", "#ffffff")):
        _peak(canvas, peak, base, shade, light)
    _peak(canvas, (720, 230), 560, "#8aa5bb", "#f6f9fa")
    canvas.shape(ridge(545, ((34, 190, 0.2), (12, 60, 1.4))), "#c7d7e2")
    canvas.shape(ridge(610, ((30, 260, 2.1), (9, 80, 0.3))), "#dde7ee")
    chance = random.Random(11)
    for _ in range(46):
        x = chance.choice((chance.randint(0, 560), chance.randint(1010, WIDTH)))
        y = chance.randint(560, 660)
        _fir(canvas, x, y, chance.randint(70, 130), "#3f6270")
    canvas.shape(ridge(690, ((26, 300, 0.7),)), "#f3f7f9")
    steps = [step / 60 for step in range(61)]
    for share, extra, colour in ((1.1, 12, "#d3dfe7"), (1.0, 0, "#5d6b78")):
        left = [(_bend(t) - _half(t) * share - extra * t - 2, 640 + 360 * t) for t in steps]
        right = [(_bend(t) + _half(t) * share + extra * t + 2, 640 + 360 * t) for t in steps]
        canvas.shape([*left, *reversed(right)], colour)
    for start, end in ((0.06, 0.1), (0.15, 0.21), (0.29, 0.38), (0.5, 0.64), (0.8, 1.0)):
        canvas.shape(
            [(_bend(start) - 1 - start * 7, 640 + 360 * start), (_bend(start) + 1 + start * 7, 640 + 360 * start),
             (_bend(end) + 1 + end * 8, 640 + 360 * end), (_bend(end) - 1 - end * 8, 640 + 360 * end)],
            "#f4f1e4",
        )  # fmt: skip
    for x, y, high in (
        (490, 850, 84),
        (286, 964, 124),
        (640, 760, 54),
        (1090, 850, 84),
        (1320, 964, 124),
        (930, 764, 54),
    ):
        canvas.box((x - high / 16, y - high, x + high / 16, y), "#e8743b", radius=3)
        canvas.box((x - high / 16, y - high * 0.8, x + high / 16, y - high * 0.6), "#ffffff")
    for x, y, high in ((110, 930, 330), (1500, 900, 300), (240, 840, 210), (1400, 800, 190)):
        _fir(canvas, x, y, high, "#2c4d5c")
    for _ in range(260):
        canvas.disc(chance.randint(0, WIDTH), chance.randint(0, HEIGHT), chance.choice((2, 2, 3, 4, 5)), "#ffffff", 0.8)
    return canvas


def _bend(t: float) -> float:
    return 850 - 150 * math.sin(math.pi * t * 1.05) * (1 - t) - 60 * t


def _half(t: float) -> float:
    return 12 + 440 * math.pow(t, 1.65)


def _peak(canvas: Canvas, top: tuple[int, int], base: int, shade: str, light: str) -> None:
    x, y = top
    wide = (base - y) * 1.35
    canvas.shape([(x, y), (x + wide, base), (x - wide, base)], shade)
    canvas.shape(
        [(x, y), (x - wide, base), (x - wide * 0.55, base), (x - wide * 0.3, y + (base - y) * 0.62),
         (x - wide * 0.22, y + (base - y) * 0.74), (x + wide * 0.02, y + (base - y) * 0.42),
         (x + wide * 0.1, y + (base - y) * 0.52), (x + wide * 0.14, y + (base - y) * 0.2)],
        light,
    )  # fmt: skip


def _fir(canvas: Canvas, x: float, y: float, high: float, colour: str) -> None:
    canvas.box((x - high * 0.03, y - high * 0.1, x + high * 0.03, y), "#4a3b33")
    for low, wide in ((0.08, 0.3), (0.34, 0.24), (0.6, 0.16)):
        top, foot = y - high * (low + 0.4), y - high * low
        canvas.shape([(x, top), (x + high * wide, foot), (x - high * wide, foot)], colour)
        canvas.shape([(x, top), (x + high * wide * 0.45, top + (foot - top) * 0.5), (x, foot - high * 0.1),
                      (x - high * wide * 0.55, top + (foot - top) * 0.55)], "#eaf1f5")  # fmt: skip


def river_barge() -> Canvas:
    """Return a loaded barge on a wide river in morning light."""
    canvas = Canvas("#9cc4c9")
    water = 520
    canvas.fade((0, 0, WIDTH, water), ((0, "#7fb6cc"), (0.55, "#c3dcd8"), (1, "#f6e6c4")))
    canvas.glow(360, 420, 460, "#fff2cc", 0.8)
    canvas.disc(360, 400, 54, "#fff8e2")
    canvas.shape(ridge(474, ((26, 240, 1.4), (8, 70, 0.1)), water), "#9db9b0")
    canvas.shape(ridge(500, ((14, 180, 0.1), (6, 40, 0.9)), water), "#6f9a86")
    chance = random.Random(8)
    for x in range(40, WIDTH, 38):
        high = chance.randint(50, 118)
        if 560 < x < 700 or 1240 < x < 1330:
            continue
        canvas.oval(
            (x - high * 0.14, water - high, x + high * 0.14, water - 4),
            chance.choice(("#4f8069", "#5d8f70", "#cf9a4c")),
        )
    canvas.box((590, water - 46, 664, water), "#f1e7d3")
    canvas.shape([(580, water - 44), (627, water - 78), (674, water - 44)], "#b8573f")
    canvas.box((612, water - 30, 630, water), "#6b5a4d")
    canvas.mirror(water, 300, "#6aa0ad", 0.45)
    canvas.fade((0, 800, WIDTH, HEIGHT), ((0, "#5f97a6"), (1, "#2f6273")))
    _barge(canvas)
    for y in range(540, HEIGHT, 16):
        for _ in range(4):
            x = chance.randint(-60, WIDTH)
            size = 1 + (y - 520) / 150
            canvas.box((x, y, x + chance.randint(40, 130) * size, y + size * 1.6), "#e9f4ef", 0.22, 2)
    for x, y, size in ((980, 210, 26), (1060, 250, 20), (900, 262, 16)):
        canvas.stroke(((x - size, y - size * 0.4), (x, y), (x + size, y - size * 0.4)), "#46606a", 4)
    return canvas


def _barge(canvas: Canvas) -> None:
    deck = 690
    canvas.shape([(210, deck), (1450, deck), (1410, deck + 92), (270, deck + 92)], "#29414f")
    canvas.shape([(210, deck), (1450, deck), (1444, deck + 16), (220, deck + 16)], "#b5482f")
    canvas.shape([(262, deck + 80), (1418, deck + 80), (1410, deck + 92), (270, deck + 92)], "#1b2e39")
    colours = ("#d98c3f", "#3c7f8d", "#b5482f", "#e6c768", "#54785a", "#8a4e6a")
    for row, count in ((0, 8), (1, 7), (2, 4)):
        for place in range(count):
            left, top = 330 + place * 102 + row * 30, deck - 56 - row * 54
            colour = colours[(place * 5 + row * 2) % len(colours)]
            canvas.box((left, top, left + 98, top + 52), colour)
            for rib in range(1, 8):
                canvas.box((left + rib * 12, top + 5, left + rib * 12 + 3, top + 47), "#1d2126", 0.14)
    canvas.box((1196, deck - 92, 1392, deck), "#f4efe3")
    canvas.box((1226, deck - 168, 1376, deck - 88), "#fbf8ef")
    canvas.box((1214, deck - 182, 1388, deck - 164), "#29414f")
    for left in (1238, 1284, 1330):
        canvas.box((left, deck - 150, left + 38, deck - 112), "#5f97a6")
    for left in (1216, 1262, 1308, 1354):
        canvas.disc(left + 12, deck - 46, 11, "#29414f")
    canvas.box((1300, deck - 252, 1306, deck - 180), "#29414f")
    canvas.shape([(1306, deck - 250), (1362, deck - 236), (1306, deck - 222)], "#e6c768")
    canvas.shape([(250, deck + 92), (1420, deck + 92), (1300, deck + 160), (380, deck + 160)], "#1b3b47", 0.45)


def running_track() -> Canvas:
    """Return an athletics track in the evening, three runners in the bend."""
    canvas = Canvas("#c2573b")
    canvas.fade((0, 0, WIDTH, 430), ((0, "#3f6f94"), (0.6, "#9cc0cc"), (1, "#f6dcae")))
    canvas.glow(1270, 330, 460, "#fff0c4", 0.8)
    canvas.shape(ridge(350, ((24, 230, 0.5), (9, 60, 1.6)), 450), "#5d8077")
    _stand(canvas)
    canvas.fade((0, 430, WIDTH, HEIGHT), ((0, "#6f9f55"), (1, "#4d7d3f")))
    for place in range(0, 10, 2):
        canvas.shape(
            [(place * 160 + 400, 430), (place * 160 + 480, 430), (place * 260 - 100, 1000), (place * 260 - 260, 1000)],
            "#7cab60",
            0.5,
        )
    for lane in range(7):
        inner = lane * 76
        colour = "#c2573b" if lane % 2 else "#b84e34"
        canvas.shape(_lane(inner, inner + 76), colour)
    for lane in range(8):
        canvas.stroke(_edge(lane * 76), "#fbeee4", 4)
    for x, y, high, shirt, skin in (
        (610, 676, 210, "#f2c14e", "#7d5136"),
        (880, 760, 262, "#1f5f86", "#d9a57e"),
        (1190, 884, 330, "#f6f3ec", "#b97c57"),
    ):
        _runner(canvas, x, y, high, shirt, skin)
    return canvas


def _edge(offset: float) -> list[tuple[float, float]]:
    return [
        (x, 540 + offset * 0.62 + (x - 300) ** 2 / (5200 + offset * 8) * 0.62 + offset * x / 2600)
        for x in range(-20, WIDTH + 40, 20)
    ]


def _lane(inner: float, outer: float) -> list[tuple[float, float]]:
    return [*_edge(inner), *reversed(_edge(outer))]


def _stand(canvas: Canvas) -> None:
    canvas.shape([(0, 250), (620, 330), (620, 432), (0, 432)], "#38505f")
    for row in range(5):
        canvas.shape(
            [(0, 292 + row * 28), (620, 352 + row * 16), (620, 360 + row * 16), (0, 306 + row * 28)], "#5a7786"
        )
    chance = random.Random(3)
    for _ in range(150):
        x, row = chance.randint(6, 600), chance.randint(0, 4)
        y = 286 + row * 28 + x / 620 * (58 - row * 12)
        canvas.disc(x, y, 6 - x / 200, chance.choice(("#f2c14e", "#e8e2d4", "#c2573b", "#9cc0cc", "#d9a57e")))
    canvas.shape([(0, 196), (660, 300), (660, 314), (0, 232)], "#22343f")
    for x, foot in ((80, 260), (300, 300), (520, 330)):
        canvas.box((x - 4, x * 0.157 + 210, x + 4, foot), "#22343f")
    for x in (780, 1500):
        canvas.box((x - 5, 120, x + 5, 432), "#4a5f6a")
        canvas.box((x - 44, 92, x + 44, 132), "#33454f", radius=6)
        for lamp in range(4):
            canvas.disc(x - 30 + lamp * 20, 112, 8, "#fff6d8")


def _runner(canvas: Canvas, x: float, y: float, high: float, shirt: str, skin: str) -> None:
    part = high / 100
    canvas.oval((x - 34 * part, y - 4 * part, x + 30 * part, y + 5 * part), "#5f2417", 0.4)
    hip, neck = (x, y - 46 * part), (x + 9 * part, y - 78 * part)
    canvas.stroke((hip, (x - 13 * part, y - 28 * part), (x - 33 * part, y - 33 * part)), skin, 7 * part)
    canvas.stroke(
        ((x + 8 * part, y - 74 * part), (x - 9 * part, y - 64 * part), (x - 15 * part, y - 50 * part)), skin, 5 * part
    )
    canvas.stroke((hip, (x + 19 * part, y - 33 * part), (x + 14 * part, y - 4 * part)), skin, 8 * part)
    canvas.stroke((hip, (x + 15 * part, y - 36 * part)), "#22343f", 12 * part)
    canvas.stroke((hip, (x - 9 * part, y - 33 * part)), "#22343f", 11 * part)
    canvas.stroke((hip, neck), shirt, 16 * part)
    canvas.stroke(
        ((x + 10 * part, y - 74 * part), (x + 15 * part, y - 58 * part), (x + 30 * part, y - 64 * part)), skin, 5 * part
    )
    canvas.stroke(((x + 12 * part, y - 3 * part), (x + 23 * part, y - 3 * part)), "#f2efe8", 5 * part)
    canvas.stroke(((x - 34 * part, y - 36 * part), (x - 38 * part, y - 27 * part)), "#f2efe8", 5 * part)
    canvas.disc(x + 15 * part, y - 92 * part, 9 * part, skin)
    canvas.shape([(x + 5 * part, y - 92 * part), (x + 10 * part, y - 102 * part), (x + 20 * part, y - 101 * part),
                  (x + 24 * part, y - 95 * part), (x + 12 * part, y - 96 * part)], "#33241c")  # fmt: skip
