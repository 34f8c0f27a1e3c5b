"""A picture somebody chose, read: small, upright, on white, telling nothing but what it shows."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

HEAVIEST = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 20_000  # as sent: a line of many millions of rows takes more memory than its pixels
SIDE = 2_000  # as kept
KINDS = ("PNG", "JPEG", "WEBP", "GIF")
QUALITY = 82
FEW_COLOURS = 4_096

EMPTY = "This file is empty. Choose another one."
TOO_HEAVY = "This picture is larger than 8 MB. Save it smaller, or as a JPEG, then add that."
TOO_LARGE = "This picture has more than 40 million dots. Scale it down, then add that."
NO_PICTURE = (
    "This is no picture that can be kept here. Export it as a JPEG or a PNG (a HEIC photo, "
    "an SVG or a PDF too), then add that."
)
BROKEN = (
    "This picture cannot be read; it may not have arrived whole. "
    "Save it anew as a JPEG or a PNG, then add that."
)


class NotAPicture(ValueError):
    """It cannot be kept; the message says what to do."""


@dataclass(frozen=True)
class Picture:
    """`image` holds the bytes of a WebP."""

    image: bytes
    width: int
    height: int


def read(raw: bytes) -> Picture:
    """Raises NotAPicture, and nothing else, whatever the bytes are."""
    if not raw:
        raise NotAPicture(EMPTY)
    if len(raw) > HEAVIEST:
        raise NotAPicture(TOO_HEAVY)
    try:
        return _kept(_shrunk(_on_white(_decoded(_opened(raw)))))
    except NotAPicture:
        raise
    except Exception as error:  # a decoder meets junk with whatever it trips over
        raise NotAPicture(BROKEN) from error


def _opened(raw: bytes) -> Image.Image:
    """Its header is read, and no more."""
    try:
        image = Image.open(BytesIO(raw), formats=KINDS)
    except UnidentifiedImageError as error:
        raise NotAPicture(NO_PICTURE) from error
    except Image.DecompressionBombError as error:
        raise NotAPicture(TOO_LARGE) from error
    if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
        raise NotAPicture(TOO_LARGE)
    return image


def _decoded(image: Image.Image) -> Image.Image:
    """The first picture in it, the way up it was taken."""
    image.draft(None, (SIDE, SIDE))  # of a large photo, a JPEG gives a smaller one sooner
    image.load()
    return ImageOps.exif_transpose(image)


def _on_white(image: Image.Image) -> Image.Image:
    """As paper would show it. A new image, so that nothing comes along: no place, no camera."""
    if image.mode.startswith(("I", "F")):  # 16 bits a dot
        image = image.point(lambda value: value / 257).convert("L")
        image.info.clear()
    paper = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper.paste(image, mask=image.getchannel("A"))
    else:
        paper.paste(image.convert("RGB"))
    return paper


def _shrunk(image: Image.Image) -> Image.Image:
    image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return image


def _kept(image: Image.Image) -> Picture:
    """A drawing is kept dot by dot, where that is smaller."""
    found = [_webp(image, quality=QUALITY)]
    if _is_drawn(image):
        found.append(_webp(image, lossless=True))
    return Picture(min(found, key=len), image.width, image.height)


def _is_drawn(image: Image.Image) -> bool:
    """Few colours, and most of it is the ground: a grey photo has few colours too."""
    colours = image.getcolors(FEW_COLOURS) or []
    return 2 * max((many for many, _ in colours), default=0) > image.width * image.height


def _webp(image: Image.Image, **how) -> bytes:
    file = BytesIO()
    image.save(file, "WEBP", **how)
    return file.getvalue()
