"""The eight scenes of the sample newsroom: in town."""

import random

from canvas import HEIGHT, WIDTH, Canvas


def library_shelves() -> Canvas:
    """Return a reading room: full shelves, a window, a table with a lamp."""
    canvas = Canvas("#e9dcc3")
    canvas.fade((0, 0, WIDTH, 800), ((0, "#d9c6a2"), (1, "#efe3ca")))
    chance = random.Random(21)
    for left in (40, 396, 1180):
        _shelf(canvas, left, 60, 340, chance)
    canvas.box((800, 80, 1140, 560), "#7a5235")
    canvas.fade((820, 100, 1120, 540), ((0, "#8fc1d4"), (0.7, "#d5e8e2"), (1, "#f6e8c6")))
    canvas.disc(894, 466, 72, "#7ba373")
    canvas.disc(1036, 456, 80, "#94b77c")
    canvas.box((820, 520, 1120, 540), "#6d9468")
    canvas.box((964, 100, 976, 540), "#7a5235")
    canvas.box((820, 300, 1120, 312), "#7a5235")
    canvas.box((784, 556, 1156, 580), "#8c6040")
    canvas.shape([(820, 580), (1120, 580), (1420, 1000), (880, 1000)], "#fff4d4", 0.25)
    canvas.fade((0, 800, WIDTH, HEIGHT), ((0, "#9a6c47"), (1, "#7b5335")))
    for x in range(-400, WIDTH + 400, 160):
        canvas.stroke(((800 + (x - 800) * 0.9, 800), (800 + (x - 800) * 1.5, HEIGHT)), "#6c472c", 3, 0.5)
    canvas.oval((300, 868, 1320, 960), "#4f341f", 0.35)
    canvas.shape([(300, 740), (1300, 740), (1360, 800), (240, 800)], "#b27a4a")
    canvas.box((240, 800, 1360, 826), "#8c5a35")
    for x in (290, 1280):
        canvas.box((x, 826, x + 30, 950), "#7a4d2d")
    for row, (left, wide, colour) in enumerate(((980, 190, "#2f5d73"), (996, 164, "#c9553d"), (972, 184, "#e3b04b"))):
        canvas.box((left, 726 - row * 28, left + wide, 752 - row * 28), colour, radius=4)
        canvas.box((left + 14, 730 - row * 28, left + 22, 748 - row * 28), "#fbf3df", 0.8)
    canvas.shape([(560, 776), (690, 748), (706, 754), (704, 764), (580, 794)], "#fbf6e8")
    canvas.shape([(704, 754), (720, 748), (852, 776), (832, 794), (706, 764)], "#f1e7d0")
    canvas.stroke(((706, 752), (706, 766)), "#b9a888", 3)
    _lamp(canvas)
    return canvas


def _shelf(canvas: Canvas, left: int, top: int, wide: int, chance: random.Random) -> None:
    colours = ("#8e3b2f", "#2f5d73", "#4d7057", "#d6a24a", "#6b4a6e", "#b9694a", "#e9dcc0", "#39495c", "#7f8f5a")
    canvas.box((left - 16, top - 20, left + wide + 16, 800), "#7a5235")
    canvas.box((left, top, left + wide, 790), "#4c3322")
    for row in range(5):
        foot = top + 134 + row * 146
        x = left + 6
        while x < left + wide - 34:
            thick = chance.randint(15, 34)
            high = chance.randint(84, 122)
            colour = chance.choice(colours)
            if chance.random() < 0.08:
                x += 26
                continue
            canvas.box((x, foot - high, x + thick, foot), colour, radius=3)
            canvas.box((x, foot - high + 14, x + thick, foot - high + 20), "#fbf3df", 0.55)
            canvas.box((x, foot - 24, x + thick, foot - 20), "#fbf3df", 0.35)
            canvas.box((x + thick - 4, foot - high, x + thick, foot), "#1d140d", 0.25)
            x += thick + 2
        canvas.box((left, foot, left + wide, foot + 14), "#8c6040")


def _lamp(canvas: Canvas) -> None:
    canvas.glow(430, 660, 320, "#fff0c0", 0.75)
    canvas.box((424, 610, 436, 770), "#c9a45b")
    canvas.oval((376, 756, 484, 782), "#a9843f")
    canvas.shape([(330, 640), (374, 560), (486, 560), (530, 640)], "#2f6b52")
    canvas.shape([(330, 640), (530, 640), (520, 650), (340, 650)], "#fff3c9")


def market_stall() -> Canvas:
    """Return a farmers' market in autumn: striped awnings and crates of fruit."""
    canvas = Canvas("#d8cfc0")
    canvas.fade((0, 0, WIDTH, 520), ((0, "#8fc0d2"), (1, "#e9efe2")))
    chance = random.Random(33)
    for left, wide, high, colour in (
        (0, 300, 330, "#d9b48a"),
        (300, 240, 270, "#c98d6c"),
        (540, 330, 350, "#e4cfa8"),
        (870, 260, 290, "#b9866a"),
        (1130, 300, 340, "#dcc09a"),
        (1430, 200, 280, "#c79a74"),
    ):
        _house(canvas, left, 560 - high, wide, high, colour)
    for x, y, size, colour in (
        (180, 330, 120, "#d98b35"),
        (270, 290, 96, "#e0a648"),
        (1010, 320, 126, "#c9622f"),
        (1110, 300, 96, "#e08a3a"),
        (1500, 330, 120, "#d9a53f"),
    ):
        canvas.box((x - 9, y, x + 9, 580), "#6b4a35")
        for dx, dy, share in ((0, 0, 1), (-0.6, 0.25, 0.72), (0.62, 0.2, 0.74), (0.1, -0.5, 0.7)):
            canvas.disc(x + dx * size, y + dy * size, size * share, colour)
    canvas.fade((0, 560, WIDTH, HEIGHT), ((0, "#b9ab97"), (1, "#94866f")))
    for y in range(600, HEIGHT, 44):
        canvas.box((0, y, WIDTH, y + 3), "#7f725e", 0.25)
    for left, first in ((60, "#b8392f"), (590, "#2f6f5a"), (1120, "#20618a")):
        _stall(canvas, left, first, chance)
    return canvas


def _house(canvas: Canvas, left: int, top: int, wide: int, high: int, colour: str) -> None:
    canvas.box((left, top, left + wide, top + high), colour)
    canvas.shape(
        [(left - 10, top), (left + wide + 10, top), (left + wide - 24, top - 62), (left + 24, top - 62)], "#a8543c"
    )
    for x in range(left + 34, left + wide - 40, 72):
        for y in (top + 40, top + 140):
            canvas.box((x, y, x + 36, y + 58), "#fbf6ea")
            canvas.box((x + 5, y + 5, x + 31, y + 53), "#6f95a5")


def _stall(canvas: Canvas, left: int, colour: str, chance: random.Random) -> None:
    wide = 440
    canvas.oval((left - 20, 930, left + wide + 20, 984), "#51473a", 0.4)
    for x in (left + 10, left + wide - 22):
        canvas.box((x, 480, x + 12, 950), "#6b4a35")
    canvas.box((left + 22, 540, left + wide - 22, 720), "#5a4636", 0.55)
    canvas.disc(left + 220, 628, 36, chance.choice(("#d9a57e", "#b97c57", "#e5b894")))
    canvas.shape(
        [
            (left + 184, 620),
            (left + 190, 588),
            (left + 220, 578),
            (left + 252, 590),
            (left + 258, 622),
            (left + 236, 600),
            (left + 206, 600),
        ],
        "#4a3527",
    )
    canvas.box((left + 158, 664, left + 282, 780), "#e9e2d2", radius=26)
    canvas.box((left + 182, 690, left + 258, 780), colour)
    for stripe in range(8):
        start = left - 20 + stripe * 60
        tone = colour if stripe % 2 == 0 else "#fbf4e6"
        canvas.shape(
            [(left + 20 + stripe * 50, 400), (left + 70 + stripe * 50, 400), (start + 60, 510), (start, 510)], tone
        )
        canvas.oval((start, 488, start + 60, 536), tone)
    canvas.box((left - 10, 760, left + wide + 10, 780), "#8a6242")
    canvas.box((left + 4, 780, left + wide - 4, 950), "#a97b53")
    for x in range(left + 60, left + wide, 74):
        canvas.box((x, 780, x + 4, 950), "#7f5a3b", 0.6)
    for place, fruit in enumerate(chance.sample(("#c8372d", "#e9a13b", "#6f9f3f", "#f0c94a", "#8a3f63", "#d9622f"), 4)):
        x = left + 8 + place * 108
        for row, count in ((0, 5), (1, 4), (2, 3)):
            for ball in range(count):
                cx, cy = x + 14 + ball * 19 + row * 9.5, 742 - row * 15
                canvas.disc(cx, cy, 12, fruit)
                canvas.disc(cx - 4, cy - 4, 3.4, "#ffffff", 0.45)
        canvas.box((x - 2, 744, x + 102, 774), "#c79a66", radius=3)
        canvas.box((x - 2, 756, x + 102, 759), "#8a6242", 0.6)


def tram_in_rain() -> Canvas:
    """Return a red tram in a wet street at evening."""
    canvas = Canvas("#3d4a5c")
    canvas.fade((0, 0, WIDTH, 640), ((0, "#36465e"), (1, "#8c8a96")))
    chance = random.Random(17)
    for left, wide, high, colour in (
        (-20, 260, 560, "#5c5668"),
        (240, 220, 470, "#6a6070"),
        (460, 300, 600, "#4d4f63"),
        (760, 240, 500, "#665b66"),
        (1000, 300, 570, "#555468"),
        (1300, 320, 500, "#6a5f68"),
    ):
        _facade(canvas, left, 640 - high, wide, high, colour, chance)
    canvas.fade((0, 640, WIDTH, 680), ((0, "#4a4f5c"), (1, "#434856")))
    _tram(canvas)
    canvas.mirror(730, 270, "#2e3848", 0.55)
    canvas.box((0, 724, WIDTH, 732), "#232a36")
    for y, thick in ((760, 4), (850, 8)):
        canvas.box((0, y, WIDTH, y + thick), "#a9b3c0", 0.45)
    for x in (180, 780, 1380):
        canvas.box((x - 5, 210, x + 5, 728), "#262d39")
        canvas.stroke(((x, 226), (x + 62, 214)), "#262d39", 7)
        canvas.glow(x + 62, 226, 170, "#ffe2a0", 0.7)
        canvas.oval((x + 42, 214, x + 84, 234), "#fff4d2")
        canvas.glow(x + 62, 880, 190, "#ffd890", 0.35)
    for y in (176, 190):
        canvas.stroke(((0, y), (800, y + 16), (WIDTH, y)), "#1f2530", 3)
    for _ in range(190):
        x, y = chance.randint(0, WIDTH), chance.randint(0, HEIGHT)
        long = chance.randint(22, 54)
        canvas.stroke(((x, y), (x - long * 0.24, y + long)), "#dfe8f2", 2, 0.4)
    return canvas


def _facade(canvas: Canvas, left: int, top: int, wide: int, high: int, colour: str, chance: random.Random) -> None:
    canvas.box((left, top, left + wide, top + high), colour)
    canvas.box((left - 6, top, left + wide + 6, top + 18), "#3a3c4c")
    for y in range(top + 54, top + high - 130, 104):
        for x in range(left + 28, left + wide - 44, 66):
            lit = chance.random() < 0.45
            canvas.box((x, y, x + 38, y + 62), "#ffd58a" if lit else "#394559")
            canvas.box((x + 17, y, x + 21, y + 62), colour)
    canvas.box((left + 20, top + high - 104, left + wide - 20, top + high), "#f3c57c", 0.75)
    canvas.box(
        (left + 20, top + high - 116, left + wide - 20, top + high - 100),
        chance.choice(("#8e3b2f", "#2f6b52", "#39506b")),
    )


def _tram(canvas: Canvas) -> None:
    top, foot = 392, 714
    canvas.stroke(((760, top), (810, 330), (760, 286), (700, 286)), "#1f2530", 6)
    canvas.stroke(((700, 190), (820, 190)), "#1f2530", 5)
    canvas.stroke(((760, 192), (760, 286)), "#1f2530", 5)
    canvas.box((250, top, 1350, foot), "#b3261e", radius=46)
    canvas.box((250, 560, 1350, 590), "#f6ead2")
    canvas.box((250, 676, 1350, foot), "#7d1712", radius=16)
    canvas.box((290, top - 14, 1310, top + 12), "#8f1d17", radius=12)
    for left, right in ((350, 470), (486, 606), (760, 880), (896, 1016), (1150, 1250)):
        canvas.box((left, 432, right, 548), "#ffe7b0", radius=12)
        canvas.box((left, 520, right, 548), "#e0b673", 0.7)
    for x, shade in ((400, "#5b3a2a"), (556, "#39506b"), (820, "#6a2f3b"), (960, "#3d5a48"), (1196, "#4a3a5c")):
        canvas.disc(x, 492, 17, "#c98f68")
        canvas.box((x - 26, 508, x + 26, 548), shade, radius=14)
    for left in (630, 1040):
        canvas.box((left, 424, left + 96, 690), "#5f120e", radius=8)
        for half in (left + 6, left + 51):
            canvas.box((half, 436, half + 39, 660), "#9fb7bf", radius=6)
    canvas.box((1270, 430, 1344, 560), "#9fc0c9", radius=16)
    canvas.box((266, 430, 334, 560), "#9fc0c9", radius=16)
    canvas.glow(1350, 640, 150, "#fff2c4", 0.9)
    canvas.disc(1330, 640, 18, "#fffbe6")
    canvas.disc(272, 640, 13, "#ff8a70")
    canvas.box((1120, 404, 1250, 424), "#1d2126", radius=6)
    for x in range(1130, 1238, 12):
        canvas.box((x, 410, x + 7, 418), "#f2b84a")
    for x in (400, 520, 1050, 1170):
        canvas.disc(x, 714, 24, "#1d2126")
        canvas.disc(x, 714, 9, "#6a7280")


def bank_building() -> Canvas:
    """Return the columned front of a bank on a clear morning."""
    canvas = Canvas("#cfd8d8")
    canvas.fade((0, 0, WIDTH, 800), ((0, "#4f8fb8"), (0.7, "#b7d5df"), (1, "#eef0e2")))
    for x, y, wide in ((120, 150, 280), (1180, 110, 330), (1000, 230, 200)):
        canvas.box((x, y, x + wide, y + 40), "#e4f0f3", radius=20)
        for share, size in ((0.28, 34), (0.5, 52), (0.72, 30)):
            canvas.disc(x + wide * share, y + 8, size, "#e4f0f3")
    for left, right, top in ((0, 220, 420), (1400, WIDTH, 380)):
        canvas.box((left, top, right, 830), "#a9b6b4")
        for x in range(left + 24, right - 30, 62):
            for y in range(top + 40, 780, 92):
                canvas.box((x, y, x + 32, y + 52), "#7d949c")
    canvas.box((190, 360, 1410, 820), "#e7dcc4")
    canvas.box((190, 360, 300, 820), "#d3c5a8")
    canvas.shape([(150, 300), (800, 112), (1450, 300)], "#efe6d1")
    canvas.shape([(250, 286), (800, 134), (1350, 286)], "#d6c8aa")
    canvas.disc(800, 226, 44, "#efe6d1")
    canvas.disc(800, 226, 32, "#b4893e")
    canvas.box((150, 296, 1450, 330), "#f6efdf")
    canvas.box((170, 330, 1430, 364), "#cdbf9f")
    for x in range(180, 1420, 28):
        canvas.box((x, 330, x + 12, 344), "#efe6d1")
    canvas.box((260, 392, 1340, 820), "#8d7f66")
    for x in (392, 616, 962, 1186):
        canvas.box((x - 40, 470, x + 40, 620), "#4d626c", radius=6)
        canvas.box((x - 3, 470, x + 3, 620), "#8d7f66")
        canvas.shape([(x - 40, 470), (x + 12, 470), (x - 30, 620), (x - 40, 620)], "#8fb0bc", 0.5)
    canvas.box((724, 520, 876, 820), "#5a3b26", radius=8)
    canvas.box((796, 528, 804, 820), "#3d2718")
    for x in (778, 814):
        canvas.disc(x + 4, 680, 7, "#d9b25f")
    for x in (284, 504, 692, 908, 1096, 1316):
        _column(canvas, x)
    for step in range(5):
        wide = 60 + step * 36
        canvas.box((230 - wide, 806 + step * 22, 1370 + wide, 830 + step * 22), ("#efe6d1", "#d9ccb0")[step % 2])
    canvas.fade((0, 914, WIDTH, HEIGHT), ((0, "#a39a88"), (1, "#857c6b")))
    for x, coat in ((310, "#8e3b2f"), (352, "#2f5d73"), (1230, "#39495c")):
        canvas.oval((x - 34, 950, x + 60, 966), "#4d463a", 0.4)
        canvas.stroke(((x - 8, 956), (x, 900)), "#22303a", 11)
        canvas.stroke(((x + 10, 956), (x, 900)), "#22303a", 11)
        canvas.box((x - 19, 826, x + 19, 912), coat, radius=16)
        canvas.disc(x, 808, 16, "#d9a57e")
    return canvas


def _column(canvas: Canvas, x: int) -> None:
    canvas.box((x - 46, 390, x + 46, 418), "#f6efdf", radius=4)
    canvas.box((x - 34, 418, x + 34, 790), "#efe6d1")
    canvas.box((x + 12, 418, x + 34, 790), "#cdbf9f")
    for flute in (-22, -8, 6):
        canvas.box((x + flute, 424, x + flute + 4, 786), "#cdbf9f", 0.7)
    canvas.box((x - 44, 788, x + 44, 812), "#f6efdf", radius=4)
