"""Pictures looked at: where a colour is."""

from io import BytesIO

from PIL import Image

Colour = tuple[int, int, int]


def opened(content: bytes) -> Image.Image:
    """The picture of a PNG file."""
    picture = Image.open(BytesIO(content))
    assert picture.format == "PNG"
    return picture.convert("RGB")


def rgb(colour: str) -> Colour:
    """``#0B5C6B`` as red, green and blue."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def only(picture: Image.Image, colour: str) -> Image.Image:
    """Bright where the picture has exactly this colour."""
    tables = [[255 if value == one else 0 for value in range(256)] for one in rgb(colour)]
    bands = [band.point(table) for band, table in zip(picture.split(), tables, strict=True)]
    return Image.merge("RGB", bands).convert("L").point([0] * 255 + [255])


def bars(picture: Image.Image, colour: str) -> list[int]:
    """How wide each bar of ``colour`` is, from the top downwards."""
    mask = only(picture, colour)
    found, was_inside = [], False
    for row in range(0, picture.height, 4):
        box = mask.crop((0, row, picture.width, row + 1)).getbbox()
        if box and not was_inside:
            inner = mask.crop((0, row + 4, picture.width, row + 5)).getbbox() or box
            found.append(max(box[2] - box[0], inner[2] - inner[0]))
        was_inside = box is not None
    return found


def heights(picture: Image.Image, colour: str) -> list[int]:
    """How high each column of ``colour`` is, from the left to the right."""
    return bars(picture.transpose(Image.Transpose.TRANSPOSE), colour)
