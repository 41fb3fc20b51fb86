"""Turns a model's own template of a conversation into the one turn that a manifest holds."""

from collections.abc import Mapping

from models.image_text.errors import UnsupportedModelError

_QUESTION = "\x02question\x03"


def turn_of(template: str, image_token: str, special: Mapping[str, str]) -> str:
    """Return a user's turn with ``{image}`` and ``{question}`` where those go, up to where the model goes on.

    Args:
        template: In Jinja, as transformers runs it.
        image_token: What the template writes for a picture.
        special: Tokens that the template can name, such as ``{"bos_token": "<s>"}``.

    Raises:
        UnsupportedModelError: The template does not take a picture and a question in a turn.
    """
    from transformers.utils.chat_template_utils import render_jinja_template

    content = [{"type": "image"}, {"type": "text", "text": _QUESTION}]
    try:
        rendered, _ = render_jinja_template(
            conversations=[[{"role": "user", "content": content}]],
            chat_template=template,
            add_generation_prompt=True,
            **special,
        )
    except Exception as error:  # whatever a stranger's template does
        raise UnsupportedModelError(f"Its template of a conversation cannot be run ({error}).") from error
    turn = str(rendered[0])
    if turn.count(image_token) != 1 or turn.count(_QUESTION) != 1:
        raise UnsupportedModelError(
            "Its template of a conversation does not take one picture and one question."
        )
    return turn.replace(image_token, "{image}").replace(_QUESTION, "{question}")
