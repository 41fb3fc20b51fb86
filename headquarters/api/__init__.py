"""The JSON API for people's programs: the same verbs as the pages of headquarters, documented by OpenAPI.

Laptops have an API of their own, told in docs/sync.md.
"""

from fastapi import APIRouter

from headquarters.api.people import router as people
from headquarters.api.records import router as records
from headquarters.api.team import router as team

api_router = APIRouter(prefix="/v1")
for _router in (people, records, team):
    api_router.include_router(_router)

__all__ = ["api_router"]
