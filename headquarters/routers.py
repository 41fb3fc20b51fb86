"""All routers of headquarters, in the order in which addresses are looked up."""

from fastapi import APIRouter

from headquarters.api import api_router
from headquarters.blobs.routes import router as blobs
from headquarters.devices.routes import router as devices
from headquarters.down.routes import router as down
from headquarters.enrolment.routes import router as enrolment
from headquarters.operations.routes import router as operations
from headquarters.receipts.routes import router as receipts
from headquarters.review.routes import router as pack_roots
from headquarters.sync.routes import batches
from headquarters.sync.routes import router as sync
from headquarters.sync.streaming import router as streaming
from headquarters.web import web_router

ROUTERS: tuple[APIRouter, ...] = (
    operations,
    enrolment,
    devices,
    sync,
    batches,
    streaming,
    down,
    receipts,
    blobs,
    pack_roots,
    api_router,
    web_router,
)
