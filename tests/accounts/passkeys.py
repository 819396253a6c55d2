"""A device that makes and shows passkeys in software, as a phone does in hardware."""

import hashlib
import json
import secrets
import struct
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode

RP, ORIGIN = "testserver", "https://testserver"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Phone:
    """Holds one passkey, and shows it after a look at a face (`verified`) or without."""

    def __init__(self, *, origin: str = ORIGIN, verified: bool = True) -> None:
        self.origin, self.flags = origin, PRESENT | (VERIFIED if verified else 0)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.number = secrets.token_bytes(16)
        self.user = b""

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer what a server asks of a new passkey."""
        asked = options["publicKey"]
        self.user = asked["user"]["id"]
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        made = bytes(16) + struct.pack(">H", len(self.number)) + self.number + public
        data = self._data(self.flags | ATTESTED) + made
        attested = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._said(
            {
                "clientDataJSON": websafe_encode(self._client("webauthn.create", asked)),
                "attestationObject": websafe_encode(attested),
            }
        )

    def show(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer what a server asks to see."""
        client, data = self._client("webauthn.get", options["publicKey"]), self._data(self.flags)
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._said(
            {
                "clientDataJSON": websafe_encode(client),
                "authenticatorData": websafe_encode(data),
                "signature": websafe_encode(signed),
                "userHandle": self.user,
            }
        )

    def _client(self, kind: str, asked: dict[str, Any]) -> bytes:
        said = {"type": kind, "challenge": asked["challenge"], "origin": self.origin}
        return json.dumps(said).encode()

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(RP.encode()).digest() + bytes([flags]) + bytes(4)

    def _said(self, response: dict[str, Any]) -> dict[str, Any]:
        number = websafe_encode(self.number)
        return {
            "id": number, "rawId": number, "type": "public-key", "response": response,
            "clientExtensionResults": {"credProps": {"rk": True}},
        }  # fmt: skip


def add(device: Any, phone: Phone, name: str = "My phone") -> Any:
    """Make a passkey for whoever is signed in on this device."""
    offer = device.auth("GET", "/account/authenticators/webauthn?passwordless")
    assert offer.status_code == 200, offer.content
    made = phone.make(offer.json()["data"]["creation_options"])
    body = {"name": name, "credential": made}
    return device.auth("POST", "/account/authenticators/webauthn", body)


def show(device: Any, phone: Phone, door: str) -> Any:
    """Show a passkey at a door: login, authenticate or reauthenticate."""
    offer = device.auth("GET", f"/auth/webauthn/{door}")
    assert offer.status_code == 200, offer.content
    shown = phone.show(offer.json()["data"]["request_options"])
    return device.auth("POST", f"/auth/webauthn/{door}", {"credential": shown})
