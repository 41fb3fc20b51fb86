"""What goes over the API looks like this, for the description of the addresses. All people are invented."""

from typing import Any

_AT, _LATER = "2026-05-04T09:30:00Z", "2026-05-05T07:10:00Z"
_RECORD, _PAGE, _LIBRARY, _DEVICE, _COPY, _TEAM = (
    "br5yt41adc0ft66nyqpkrspfym",
    "tz2p90pe4q7m1x8c3v5b6n9d0f",
    "j109waej936b2cf383x4zk0sby",
    "79hyk2m4p6r8t0v1x3z5b7d9f2",
    "q4s6t8v0x2z3b5d7f9h1k3m5p7",
    "kns8vrwp585xs80h8y2g1rbbts",
)
_SAID = {"state": "returned", "reason": "The second page is missing.", "by": "hq:fatuma@example.org"}
_NOTHING = {"state": "none", "reason": "", "by": ""}
_QUAD = [[60.0, 80.0], [420.0, 80.0], [420.0, 120.0], [60.0, 120.0]]

_A_RECORD: dict[str, Any] = {
    "id": _RECORD,
    "number": 41,
    "library": _LIBRARY,
    "name": "registration-form.jpg",
    "media_type": "image/jpeg",
    "pages": 1,
    "pages_read": 1,
    "pages_failed": 0,
    "received_at": _AT,
    "changed_at": _LATER,
    "lowest_confidence": 0.43,
    "doubtful_lines": 2,
    "open_conflicts": 1,
    "languages": ["ar", "fr"],
    "review": _SAID,
    "review_in_field": _NOTHING,
    "changed_since_review": False,
    "in_trash": False,
    "erased": False,
}
_A_CONFLICT: dict[str, Any] = {
    "id": "c5f7h9k1m3p5r7t9v2x4z6b8d0",
    "record": _RECORD,
    "page": _PAGE,
    "line": "7",
    "kind": "hq-field",
    "kept": "Amina Hassan",
    "other": "Amina Hasan",
    "found_at": _LATER,
    "resolved_at": None,
    "resolution": "",
}
_A_DEVICE: dict[str, Any] = {
    "id": _DEVICE,
    "name": "Goma registration 2",
    "library": _LIBRARY,
    "app": "Sanduku 1.0",
    "former": None,
    "enrolled_at": _AT,
    "last_seen_at": _LATER,
    "revoked_at": None,
    "sent_at": _LATER,
    "waiting": 12,
    "behind": 1,
}
_A_SETTING: dict[str, Any] = {
    "name": "reading.languages",
    "help": "Languages to expect, as BCP 47 codes.",
    "default": ["en", "fr", "es", "ar", "sw"],
    "least": None,
    "most": None,
    "choices": ["en", "fr", "es", "ar", "sw"],
    "team": ["ar", "fr"],
    "laptops": [
        {
            "device": _DEVICE,
            "library": _LIBRARY,
            "value": ["ar", "fr"],
            "asked_at": _AT,
            "state": "taken",
        }
    ],
}

EXAMPLES: dict[str, dict[str, Any]] = {
    "SignIn": {"login": "fatuma@example.org", "password": "plum river seven lantern"},
    "NewPassword": {
        "login": "fatuma@example.org",
        "old": "2pcdj-wwjhm-w7snh-zdvmg",
        "new": "plum river seven lantern",
    },
    "NewMember": {"login": "amina@example.org", "name": "Amina H.", "role": "reviewer"},
    "NewRole": {"role": "auditor"},
    "SignedIn": {"token": "m3Zk0pQ1...", "ends_in": 43_200},
    "PersonShape": {
        "login": "fatuma@example.org",
        "name": "Fatuma A.",
        "team": _TEAM,
        "role": "admin",
    },
    "MemberShape": {
        "id": "f2h4k6m8p0r1t3v5x7z9b2d4",
        "login": "amina@example.org",
        "name": "Amina H.",
        "role": "reviewer",
        "last_used_at": _LATER,
        "pending": False,
    },
    "FirstPassword": {"id": "f2h4k6m8p0r1t3v5x7z9b2d4", "first_password": "2pcdj-wwjhm-w7snh-zdvmg"},
    "TeamInvitationList": {
        "invitations": [{"team": _TEAM, "name": "Kakuma", "role": "reviewer", "invited_at": _AT}]
    },
    "NewCorrection": {
        "page": _PAGE,
        "line": "7",
        "text": "Amina Hassan",
        "previous": "Nmae: Amina Hassan",
        "reason": "As on the card.",
    },
    "NewReview": {"state": "returned", "reason": "The second page is missing."},
    "NewComment": {"text": "Seen with the family on Monday."},
    "NewFileRequest": {"original": True},
    "NewCrop": {"page": _PAGE, "line": "7"},
    "NewErasure": {"reason": "Asked for by the person on 3 May, letter 17."},
    "NewResolution": {"choice": "text", "text": "Amina Hassan"},
    "RecordList": {"total": 1, "records": [_A_RECORD], "older": None},
    "FullRecord": {
        "record": _A_RECORD,
        "pages": [
            {
                "id": _PAGE,
                "index": 0,
                "read": True,
                "problem": None,
                "width": 800,
                "height": 1000,
                "image": False,
                "small_image": True,
                "lines": [
                    {
                        "id": "7",
                        "text": "Amina Hassan",
                        "as_read": "Nmae: Amina Hassan",
                        "confidence": 1.0,
                        "doubtful": False,
                        "quad": _QUAD,
                        "language": "en",
                        "corrected_by": "hq:fatuma@example.org",
                        "pending": True,
                    }
                ],
            }
        ],
        "conflicts": [_A_CONFLICT],
        "answers": [],
        "comments": [
            {"author": "hq:fatuma@example.org", "text": "Seen with the family on Monday.", "at": _LATER}
        ],
        "tags": ["urgent"],
        "cases": ["Household 114"],
        "crops": [
            {
                "id": "g1h3k5m7p9r2t4v6x8z0b1d3f5",
                "page": _PAGE,
                "line": "7",
                "quad": _QUAD,
                "asked_by": "hq:fatuma@example.org",
                "asked_at": _AT,
                "state": "here",
                "reason": "",
            }
        ],
        "original": {"state": "not-asked", "reason": ""},
    },
    "FoundList": {
        "total": 1,
        "within_words": False,
        "found": [
            {
                "record": _RECORD,
                "name": "registration-form.jpg",
                "kind": "page",
                "page_index": 0,
                "snippet": [["Name: ", False], ["Amina", True], [" Hassan", False]],
            }
        ],
    },
    "ConflictList": {"conflicts": [_A_CONFLICT]},
    "ConflictShape": _A_CONFLICT,
    "Made": {"id": "g1h3k5m7p9r2t4v6x8z0b1d3f5"},
    "NewInvitation": {"label": "Registration desk 3"},
    "NewRevocation": {"reason": "Lost on the road to Goma.", "alone": False},
    "Revocation": {
        "shut_out": [
            {"id": _DEVICE, "name": "Goma registration 2"},
            {"id": _COPY, "name": "Goma registration 2, restored"},
        ],
        "left_in": [],
    },
    "SettingsShape": {"keep_removed_days": 30, "keep_records_days": None},
    "AuditShape": {
        "entries": [
            {
                "number": 7,
                "at": _LATER,
                "team_id": _TEAM,
                "actor": "hq:fatuma@example.org",
                "action": "record.returned",
                "subject": _RECORD,
                "details": {"library": _LIBRARY},
                "previous_hash": "c0ff…",
                "hash": "9a1e…",
            }
        ]
    },
    "Verification": {"entries": 7, "whole": True, "faults": []},
    "ErasureList": {
        "erasures": [
            {
                "id": "e1h3k5m7p9r2t4v6x8z0b1d3f5",
                "record": _RECORD,
                "reason": "Asked for by the person on 3 May, letter 17.",
                "asked_by": "hq:fatuma@example.org",
                "asked_at": _AT,
                "confirmed_at": None,
            }
        ]
    },
    "OfferList": {
        "packs": [
            {
                "id": "p1h3k5m7p9r2t4v6x8z0b1d3f5",
                "name": "reading",
                "version": "4",
                "urgent": False,
                "offered_at": _AT,
                "laptops": {_DEVICE: "refused"},
                "reasons": {_DEVICE: "pack.does-not-fit: it needs more memory than there is"},
            }
        ]
    },
    "DeviceShape": _A_DEVICE,
    "DeviceList": {"devices": [_A_DEVICE]},
    "InvitationList": {
        "invitations": [
            {
                "id": "i1h3k5m7p9r2t4v6x8z0b1d3f5",
                "label": "Registration desk 3",
                "state": "open",
                "created_at": _AT,
                "expires_at": _LATER,
            }
        ]
    },
    "NewlyInvited": {
        "id": "i1h3k5m7p9r2t4v6x8z0b1d3f5",
        "invitation": "sanduku-team:1:eNpd...",
        "fingerprint": "5D56 442B 2DBE DB1D",
    },
    "NewWish": {"value": "ar,fr", "library": None},
    "LaptopSettingShape": _A_SETTING,
    "LaptopSettingList": {"settings": [_A_SETTING]},
}
"""Name of a shape -> an example of it."""
