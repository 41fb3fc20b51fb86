"""All routers of headquarters, in the order in which addresses are looked up."""

from fastapi import APIRouter

from headquarters.operations.routes import router as operations

ROUTERS: tuple[APIRouter, ...] = (operations,)
