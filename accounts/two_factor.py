import base64
import hashlib
import logging
import secrets

import qrcode
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.html import format_html

logger = logging.getLogger(__name__)


class Adapter(DefaultMFAAdapter):
    """Secrets lie encrypted, so a copy of the database alone opens no account."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "This code is not right, or was used before. Wait for the next one.",
    }

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; or, under another SECRET_KEY than it was kept with, one that fits no code."""
        try:
            return _fernet().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.error("A two-factor secret was kept under another SECRET_KEY.")
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def build_totp_svg(self, url: str) -> str:
        """Drawn without a style attribute, which our content security policy would refuse."""
        code = qrcode.QRCode(border=4)
        code.add_data(url)
        rows = code.get_matrix()
        dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, on in enumerate(row) if on)
        return format_html(
            '<svg class="qr" width="240" height="240" viewBox="0 0 {} {}" role="img"'
            ' aria-label="QR code for your authenticator app">'
            '<path d="M0 0h{}v{}H0z" fill="#fff"/><path d="{}" fill="#000"/></svg>',
            *[len(rows)] * 4,
            "".join(dark),
        )


def _fernet() -> Fernet:
    digest = hashlib.sha256(b"upturn two-factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
