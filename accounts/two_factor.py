import base64
import hashlib

import qrcode
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils.html import format_html
from qrcode.image.svg import SvgPathImage


class Adapter(DefaultMFAAdapter):
    """Secrets lie encrypted, so a copy of the database alone opens no account."""

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """Drawn without a style attribute, which our content security policy would refuse."""
        picture = qrcode.make(url, image_factory=SvgPathImage)
        size = picture.pixel_size / 10
        return format_html(
            '<svg class="qr" viewBox="0 0 {} {}" role="img" aria-label="QR code for your'
            ' authenticator app"><rect width="100%" height="100%" fill="#fff"/>'
            '<path d="{}" fill="#000"/></svg>',
            size,
            size,
            picture.make_path().get("d"),
        )


def _fernet() -> Fernet:
    digest = hashlib.sha256(b"upturn two-factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
