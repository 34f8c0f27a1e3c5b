"""Pictures as people have them, and files made to break a reader."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from journal.practice import pictures
from journal.practice.pictures import NotAPicture, read

RED, WHITE = (220, 20, 20), (255, 255, 255)
# Pillow says of a strange file that it is strange, and reads on.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::RuntimeWarning")
GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


def written(image, kind, **how) -> bytes:
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def plain(mode="RGB", size=(40, 30), colour=0):
    return Image.new(mode, size, colour)


def kept(raw: bytes) -> Image.Image:
    """What is kept of it, as a browser would show it."""
    picture = read(raw)
    image = Image.open(BytesIO(picture.image))
    assert image.format == "WEBP"
    assert image.size == (picture.width, picture.height)
    assert not {"exif", "xmp", "icc_profile"} & set(image.info)
    assert getattr(image, "n_frames", 1) == 1
    return image.convert("RGB")


def is_like(one, other) -> bool:
    return all(abs(a - b) <= 12 for a, b in zip(one, other, strict=True))


def refused(raw: bytes) -> str:
    with pytest.raises(NotAPicture) as said:
        read(raw)
    return str(said.value)


def png(width: int, height: int, data=b"") -> bytes:
    """A PNG that says how large it is, whatever it holds."""

    def chunk(name, body):
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_what_people_have_is_kept_as_it_looks(kind):
    image = kept(written(plain(colour=RED), kind))

    assert image.size == (40, 30)
    assert is_like(image.getpixel((20, 15)), RED)


def test_a_photo_is_made_smaller_and_keeps_its_shape():
    photo = Image.effect_noise((3000, 1500), 60).convert("RGB")

    image = kept(written(photo, "JPEG", quality=40))

    assert image.size == (2000, 1000)


def test_a_line_of_dots_is_no_less_than_a_dot_high():
    assert kept(written(plain("1", (15_000, 2)), "PNG")).size == (2000, 1)


def test_neither_the_place_nor_the_camera_of_a_photo_stays():
    exif = Image.Exif()
    exif[MAKE] = "Unmistakable"
    exif.get_ifd(GPS)[2] = (52.0, 31.0, 12.0)
    raw = written(plain(), "JPEG", exif=exif, comment=b"Unmistakable", icc_profile=b"x" * 200)
    assert b"Unmistakable" in raw

    picture = read(raw)

    assert b"Unmistakable" not in picture.image
    assert not Image.open(BytesIO(picture.image)).getexif()


def test_a_photo_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    photo = plain(size=(60, 20), colour=WHITE)
    photo.paste(RED, (0, 0, 20, 20))

    image = kept(written(photo, "JPEG", exif=exif, quality=95))

    assert image.size == (20, 60)
    assert is_like(image.getpixel((10, 5)), RED)
    assert is_like(image.getpixel((10, 50)), WHITE)


@pytest.mark.parametrize(
    "junk", [b"", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0" + b"\xff" * 40]
)
def test_what_a_camera_wrote_badly_is_no_hindrance(junk):
    assert kept(written(plain(), "JPEG", exif=junk)).size == (40, 30)


def test_of_a_moving_picture_the_first_is_kept():
    frames = [plain("RGB", colour=RED), plain("RGB", colour=WHITE)]

    image = kept(written(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50))

    assert is_like(image.getpixel((1, 1)), RED)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_what_is_see_through_stands_on_white(kind):
    drawn = plain("RGBA", colour=(0, 0, 0, 0))
    drawn.paste((*RED, 255), (0, 0, 10, 30))
    if kind == "PNG":
        drawn = drawn.quantize()

    image = kept(written(drawn, kind))

    assert is_like(image.getpixel((3, 15)), RED)
    assert is_like(image.getpixel((30, 15)), WHITE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_whatever_a_png_counts_in(mode):
    assert kept(written(plain(mode), "PNG")).size == (40, 30)


def test_sixteen_bits_of_grey_are_as_light_as_they_were():
    raw = written(plain("I;16", colour=40_000), "PNG", transparency=40_000)

    assert is_like(kept(raw).getpixel((1, 1)), (155, 155, 155))


def test_what_was_made_for_print():
    image = kept(written(plain("CMYK", colour=(0, 255, 255, 0)), "JPEG"))

    red, green, _ = image.getpixel((1, 1))
    assert red > 200
    assert green < 60


def test_a_drawing_is_kept_dot_by_dot():
    drawn = plain(size=(800, 500), colour=WHITE)
    pen = ImageDraw.Draw(drawn)
    for at in range(20, 400, 40):
        pen.rectangle((at, at, at + 200, at + 60), outline=(45, 39, 33), width=3)

    image = kept(written(drawn, "PNG"))

    assert image.tobytes() == drawn.tobytes()


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n1 0 obj",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"GIF89a" + b"\0" * 3,
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40,
        b"Two boxes and an arrow.",
        b"BM" + b"\0" * 60,
        b"\0" * 1000,
    ],
)
def test_other_files_are_refused_with_a_word_on_what_to_do(raw):
    assert "Export it as a JPEG or a PNG" in refused(raw)


def test_a_picture_of_another_kind_is_refused_too():
    for kind in ("BMP", "TIFF", "ICO", "PPM"):
        assert "Export it" in refused(written(plain(), kind))


def test_an_empty_file():
    assert refused(b"") == pictures.EMPTY


def test_too_many_bytes():
    assert refused(b"\x89PNG" + b"\0" * pictures.HEAVIEST) == pictures.TOO_HEAVY


@pytest.mark.parametrize(
    "size", [(60_000, 60_000), (13_000, 13_000), (8_000, 6_000), (40_000_000, 1), (1, 30_000)]
)
def test_a_bomb_is_not_unpacked(size):
    assert refused(png(*size)) == pictures.TOO_LARGE


def test_a_bomb_of_another_kind_is_not_unpacked():
    canvas = (16_382).to_bytes(3, "little") * 2
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + canvas
    refused(b"RIFF" + struct.pack("<I", len(body)) + body)
    gif = bytearray(written(plain("P"), "GIF"))
    gif[6:10] = struct.pack("<HH", 65_000, 65_000)
    assert refused(bytes(gif)) == pictures.TOO_LARGE


def test_what_holds_less_than_it_says():
    assert refused(png(100, 100, b"\0" * 50)) == pictures.BROKEN


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_cut_off_anywhere_it_is_read_or_refused(kind):
    raw = written(Image.effect_noise((60, 40), 60).convert("RGB"), kind)
    for length in range(0, len(raw), max(1, len(raw) // 60)):
        _read_or_refused(raw[:length])
    assert "not have arrived whole" in refused(raw[: len(raw) // 2])


@given(st.binary(max_size=300), st.sampled_from(["", "PNG", "JPEG", "WEBP", "GIF"]))
def test_junk_is_refused(junk, kind):
    _read_or_refused((written(plain(), kind)[:12] if kind else b"") + junk)


@given(st.data(), st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]))
def test_a_picture_with_a_few_bytes_changed(data, kind):
    raw = bytearray(written(plain(), kind))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    _read_or_refused(bytes(raw))


def _read_or_refused(raw: bytes) -> None:
    with suppress(NotAPicture):
        picture = read(raw)
        assert max(picture.width, picture.height) <= pictures.SIDE
