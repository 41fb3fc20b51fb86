"""All pages of headquarters."""

from fastapi import APIRouter

from headquarters.web.conflicts import router as conflicts
from headquarters.web.laptops import router as laptops
from headquarters.web.people import router as people
from headquarters.web.reading import router as reading
from headquarters.web.records import router as records
from headquarters.web.signing import router as signing
from headquarters.web.team import router as team

web_router = APIRouter(include_in_schema=False)
for _router in (signing, records, conflicts, reading, laptops, people, team):
    web_router.include_router(_router)
