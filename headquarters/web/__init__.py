"""The pages of headquarters: rendered here, small, for phones and desktops, in five languages.

They work without scripts; a little of it marks on the page image which line one is at. Nothing comes from
elsewhere. What a person may do is decided by the same verbs that the JSON API has.
"""

from headquarters.web.routes import web_router

__all__ = ["web_router"]
